#Requires -Version 7.1

# Delete a File: Removes the file from a file upload or signature field of a record.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
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
    'content' = 'file'
    'action' = 'delete'
    # Name of the record that holds the file.
    'record' = '1'
    # Name of the file upload or signature field.
    'field' = 'scan'
    # Unique name of the event, not its label.
    'event' = 'week_1_arm_1'
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

# The file is deleted.
'Done.'
