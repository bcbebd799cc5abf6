#Requires -Version 7.1

# Imports the rows of a CSV file, whose columns are fields: ImportRows.ps1 [-Path FILE]. What REDCap refuses is shown as
# REDCap says it: record, field, value and reason.

param([string] $Path = 'rows.csv')

$ErrorActionPreference = 'Stop'

function Stop-WithMessage([string] $Message) {
    [Console]::Error.WriteLine($Message)
    exit 1
}

$url = $env:REDCAP_API_URL
$token = $env:REDCAP_API_TOKEN  # a secret: never write it into a script
if (-not $url) { Stop-WithMessage 'Set the environment variable REDCAP_API_URL.' }
if (-not $token) { Stop-WithMessage 'Set the environment variable REDCAP_API_TOKEN.' }

$rows = @(Import-Csv -LiteralPath $Path)
$fields = [ordered]@{
    'token' = $token
    'content' = 'record'
    'data' = ConvertTo-Json -InputObject $rows
    'format' = 'json'
    'overwriteBehavior' = 'normal'
    'returnFormat' = 'json'
    'type' = 'flat'
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

$answer = $text | ConvertFrom-Json
"$($answer.count) records imported"
