#Requires -Version 7.1

# Export a Survey Access Code for a Participant: Exports the short code with which one record opens
# one survey.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 15.1.0.

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
    'content' = 'surveyAccessCode'
    # The record whose code is wanted.
    'record' = '1'
    # The instrument that is enabled as a survey.
    'instrument' = 'contact'
    # Unique name of the event, not its label.
    'event' = 'enrollment_arm_1'
    # Format of error messages.
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

# The bare code, without quotes in every format.
$text
