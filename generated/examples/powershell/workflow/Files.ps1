#Requires -Version 7.1

# Uploads a file to a field of a record, and downloads it again, under its name, into a folder.

param(
    [string] $Path = 'scan.txt',
    [string] $Record = '1',
    [string] $Field = 'scan',
    [string] $EventName = 'week_1_arm_1',
    [string] $Folder = 'downloads'
)

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
    'action' = 'import'
    'event' = $EventName
    'field' = $Field
    'record' = $Record
    'returnFormat' = 'json'
    'file' = Get-Item -LiteralPath $Path
}
try {
    $response = Invoke-WebRequest -Uri $url -Method Post -Form $fields -TimeoutSec 60 `
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

"$Path is stored"

$fields = [ordered]@{
    'token' = $token
    'content' = 'file'
    'action' = 'export'
    'event' = $EventName
    'field' = $Field
    'record' = $Record
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
if ($response.StatusCode -lt 200 -or $response.StatusCode -gt 299) {
    Stop-WithMessage "REDCap answered with status $($response.StatusCode): $text"
}

# A name without any folder, so that it cannot lead elsewhere.
if ("$($response.Headers['Content-Type'])" -notmatch 'name="([^"]+)"') { Stop-WithMessage 'The file has no name.' }
$name = Split-Path -Leaf $Matches[1]
$target = Join-Path (New-Item -ItemType Directory -Force $Folder) $name
[IO.File]::WriteAllBytes($target, $bytes)
"${target}: $($bytes.Length) bytes"
