#Requires -Version 7.1

# Import a File into the File Repository: Stores a new file in the File Repository.
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
    'action' = 'import'
    # Id of the folder that gets the file.
    'folder_id' = '2025'
    # Format of error messages.
    'returnFormat' = 'json'
    # The file, as a multipart part with a file name.
    'file' = Get-Item -LiteralPath 'protocol.txt'
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

# The file is stored.
'Done.'
