#Requires -Version 7.1

# Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.

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
    'content' = 'record'
    # Format of the answer.
    'format' = 'json'
    # One row per record, event and instance (`flat`), or one row per stored value (`eav`).
    'type' = 'flat'
    # Only these records.
    'records[0]' = '1'
    'records[1]' = '2'
    # Only these fields, in addition to those of `forms`.
    'fields[0]' = 'record_id'
    'fields[1]' = 'enrolled'
    'fields[2]' = 'severity'
    # Only rows of these events, by unique name; longitudinal projects only.
    'events[0]' = 'enrollment_arm_1'
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

# One row per record, event and instance, with the project's fields as columns.
$rows = $text | ConvertFrom-Json
$rows | Format-List | Out-String -Width 4096
