#Requires -Version 7.1

# Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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
    'content' = 'repeatingFormsEvents'
    # Format of the payload in `data`.
    'format' = 'json'
    # All repeating instruments and events that the project is to have.
    'data' = '[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]'
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

# Number of repeating instruments and events imported.
$text
