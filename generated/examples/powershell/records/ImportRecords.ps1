#Requires -Version 7.1

# Import Records: Creates records or changes values of existing ones.
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
    'content' = 'record'
    # Format of the payload in `data`.
    'format' = 'json'
    # Whether `data` holds one row per record, event and instance (`flat`) or one row per value
    # (`eav`).
    'type' = 'flat'
    # Whether blank cells are passed over or erase what is stored.
    'overwriteBehavior' = 'normal'
    # The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
    # XML with the root `records` and one `item` per row, or an ODM document.
    'data' = '[{"record_id":"1","redcap_event_name":"week_4_arm_1","score":"35"},{"record_id":"2","redcap_event_name":"week_4_arm_1","score":"58"}]'
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

# Number of different records in the data, not of rows.
$answer = $text | ConvertFrom-Json
$answer | ConvertTo-Json -Depth 10
