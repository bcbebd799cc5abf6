#Requires -Version 7.1

# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
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
    'content' = 'externalModule'
    # Unique prefix of the module, a short name without blanks.
    'prefix' = 'sandbox_echo'
    # An action that the module offers, or one of `__version`, `__actions` and `__info`.
    'action' = 'echo'
    # Format in which the module should answer.
    'format' = 'json'
    # Format in which errors should come.
    'returnFormat' = 'json'
    'record' = '1'
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

# The text or file that the module answers.
$answer = $text | ConvertFrom-Json
$answer | ConvertTo-Json -Depth 10
