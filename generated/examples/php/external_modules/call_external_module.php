<?php

// Call an External Module action: Passes a call on to an external module and returns what the
// module answers.
// Rights needed: External Modules API. In REDCap since 14.6.4.
// Careful: what this deletes or replaces cannot be brought back.

declare(strict_types=1);

function fail(string $message): never
{
    fwrite(STDERR, $message . PHP_EOL);
    exit(1);
}

$url = getenv('REDCAP_API_URL') ?: fail('Set the environment variable REDCAP_API_URL.');
$token = getenv('REDCAP_API_TOKEN') ?: fail('Set the environment variable REDCAP_API_TOKEN.');

$fields = [
    'token' => $token, // a secret: never write it into a program
    'content' => 'externalModule',
    // Unique prefix of the module, a short name without blanks.
    'prefix' => 'sandbox_echo',
    // An action that the module offers, or one of `__version`, `__actions` and `__info`.
    'action' => 'echo',
    // Format in which the module should answer.
    'format' => 'json',
    // Format in which errors should come.
    'returnFormat' => 'json',
    'record' => '1',
];

$curl = curl_init($url);
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => http_build_query($fields),
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 60,
    CURLOPT_SSL_VERIFYPEER => true,
    CURLOPT_SSL_VERIFYHOST => 2,
    CURLOPT_FOLLOWLOCATION => false,
]);
$answer = curl_exec($curl);
if ($answer === false) {
    fail('The request failed: ' . curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status < 200 || $status > 299 || str_starts_with($answer, '{"error":')) {
    fail("REDCap answered with status $status: $answer");
}

// The text or file that the module answers.
try {
    $data = json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
} catch (JsonException) {
    fail("The answer is not JSON: $answer");
}
print_r($data);
