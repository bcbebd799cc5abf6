#Requires -Version 7.1

# Export a File from the File Repository: Exports a file of the File Repository as bytes.
# Rights needed: API Export, File Repository. In REDCap since 13.1.0.

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
    'action' = 'export'
    # Id of the file, from the list of files and folders.
    'doc_id' = '2024'
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
if ($response.StatusCode -lt 200 -or $response.StatusCode -gt 299) {
    Stop-WithMessage "REDCap answered with status $($response.StatusCode): $text"
}

# The file, with its media type and original name.
$name = 'protocol.txt'
[IO.File]::WriteAllBytes((Join-Path $PWD $name), $bytes)
"Saved as $name"
