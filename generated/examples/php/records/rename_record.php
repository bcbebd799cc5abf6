<?php

// Rename Record: Gives a record a new name in all arms or in one arm.
// Rights needed: Rename Records. In REDCap since 11.3.3.
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
    'content' => 'record',
    'action' => 'rename',
    // Current name of the record.
    'record' => '4',
    // New name of the record.
    'new_record_name' => '104',
    // Format of error messages.
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

// The record was renamed.
echo $answer, PHP_EOL;
