#Requires -Version 7.1

# Export Instruments (Data Entry Forms): Exports the unique names and the labels of all instruments.
# Rights needed: API Export. In REDCap since 5.8.2 or earlier.

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
    'content' = 'instrument'
    # Format of the answer.
    'format' = 'json'
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

# All instruments, in the order of the project.
$rows = $text | ConvertFrom-Json
$rows | Format-List | Out-String -Width 4096
