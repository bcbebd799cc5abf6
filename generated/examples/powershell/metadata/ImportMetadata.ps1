#Requires -Version 7.1

# Import Metadata (Data Dictionary): Replaces the whole data dictionary of a project in Development
# status.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 6.11.0.
# Careful: what this deletes or replaces cannot be brought back.

$ErrorActionPreference = 'Stop'

function Stop-WithMessage([string] $Message) {
    [Console]::Error.WriteLine($Message)
    exit 1
}

$url = $env:REDCAP_API_URL
$token = $env:REDCAP_API_TOKEN  # a secret: never write it into a script
if (-not $url) { Stop-WithMessage 'Set the environment variable REDCAP_API_URL.' }
if (-not $token) { Stop-WithMessage 'Set the environment variable REDCAP_API_TOKEN.' }

$fields = [ordered]@{
    'token' = $token
    'content' = 'metadata'
    # Format of the payload in `data`.
    'format' = 'json'
    # The complete new dictionary, with all columns, in the order in which the fields shall stand.
    'data' = '[{"field_name":"record_id","form_name":"contact","section_header":"","field_type":"text", "field_label":"Record ID","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"severity","form_name":"enrollment","section_header":"","field_type":"radio", "field_label":"Severity","select_choices_or_calculations":"1, Mild | 2, Severe","field_note":"", "text_validation_type_or_show_slider_number":"","text_validation_min":"","text_validation_max":"", "identifier":"","branching_logic":"","required_field":"","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}, {"field_name":"score","form_name":"visit","section_header":"","field_type":"text", "field_label":"Score of the visit","select_choices_or_calculations":"","field_note":"", "text_validation_type_or_show_slider_number":"integer","text_validation_min":"0","text_validation_max":"100", "identifier":"","branching_logic":"","required_field":"y","custom_alignment":"","question_number":"", "matrix_group_name":"","matrix_ranking":"","field_annotation":""}]'
    # Format of error messages, and of the count that an import of records answers.
    'returnFormat' = 'json'
}

try {
    $response = Invoke-WebRequest -Uri $url -Method Post -Body $fields -TimeoutSec 60 `
        -MaximumRedirection 0 -SkipHttpErrorCheck -SkipCertificateCheck:$false
}
catch {
    Stop-WithMessage "The request failed: $($_.Exception.Message)"
}
$bytes = $response.RawContentStream.ToArray()
$text = [Text.Encoding]::UTF8.GetString($bytes)
if ($response.StatusCode -lt 200 -or $response.StatusCode -gt 299 -or $text.StartsWith('{"error":')) {
    Stop-WithMessage "REDCap answered with status $($response.StatusCode): $text"
}

# Number of fields imported.
$text
