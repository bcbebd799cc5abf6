#Requires -Version 7.1

# Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
# Rights needed: API Export, Logging. In REDCap since 10.8.0.

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
    'content' = 'log'
    # Format of the answer.
    'format' = 'json'
    # Format of error messages, and of the count that an import of records answers.
    'returnFormat' = 'json'
    # Only entries of this kind.
    'logtype' = 'record'
    # Only entries after this time, in the time zone of the server.
    'beginTime' = '2026-01-01 00:00'
    # Only entries before this time, in the time zone of the server.
    'endTime' = '2026-01-15 23:59'
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

# The entries that pass all filters, newest first.
$rows = $text | ConvertFrom-Json
$rows | Format-List | Out-String -Width 4096
