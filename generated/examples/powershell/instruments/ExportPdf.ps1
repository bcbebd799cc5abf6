#Requires -Version 7.1

# Export PDF file of Data Collection Instruments (either as blank or with data): Exports instruments
# as a PDF file, blank or filled with the data of records.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.

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
    'content' = 'pdf'
    # The record whose data fill the document.
    'record' = '1'
    # Unique name of the only event to show.
    'event' = 'enrollment_arm_1'
    # Unique name of the only instrument to show.
    'instrument' = 'enrollment'
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

# The document.
$name = 'pdf.pdf'
[IO.File]::WriteAllBytes((Join-Path $PWD $name), $bytes)
"Saved as $name"
