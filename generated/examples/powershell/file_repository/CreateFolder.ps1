#Requires -Version 7.1

# Create a New Folder in the File Repository: Creates a folder in the File Repository and returns
# its id.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.

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
    'content' = 'fileRepository'
    'action' = 'createFolder'
    # Name of the folder.
    'name' = 'Signed in 2026'
    # Format of the answer.
    'format' = 'json'
    # Id of the folder in which to create the new one.
    'folder_id' = '2025'
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

# One item with the id of the new folder.
$rows = $text | ConvertFrom-Json
$rows | Format-List | Out-String -Width 4096
