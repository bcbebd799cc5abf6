<?php

// Export DAGs: Exports the Data Access Groups of the project with their unique names.
// Rights needed: API Export, Data Access Groups. In REDCap since 10.8.0 or earlier.

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
    'content' => 'dag',
    // Format of the answer.
    'format' => 'json',
    // Format of error messages, and of the count that an import of records answers.
    'returnFormat' => 'json',
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

// All Data Access Groups of the project.
try {
    $rows = json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
} catch (JsonException) {
    fail("The answer is not JSON: $answer");
}
foreach ($rows as $row) {
    print_r($row); // an associative array
}
