#Requires -Version 7.1

# Import Instrument-Event Mappings: Replaces which instruments belong to which events of a
# longitudinal project.
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
    'content' = 'formEventMapping'
    # Format of the payload in `data`.
    'format' = 'json'
    # The complete new mapping.
    'data' = '[{"arm_num":1,"unique_event_name":"enrollment_arm_1","form":"contact"},{"arm_num":1,"unique_event_name":"enrollment_arm_1","form":"enrollment"},{"arm_num":1,"unique_event_name":"week_1_arm_1","form":"visit"},{"arm_num":1,"unique_event_name":"week_1_arm_1","form":"diary"}]'
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

# Number of mappings imported.
$text
