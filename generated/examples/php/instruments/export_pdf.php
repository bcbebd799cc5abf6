<?php

// Export PDF file of Data Collection Instruments (either as blank or with data): Exports
// instruments as a PDF file, blank or filled with the data of records.
// Rights needed: API Export, Data Export Rights. In REDCap since 6.4.0.

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
    'content' => 'pdf',
    // The record whose data fill the document.
    'record' => '1',
    // Unique name of the only event to show.
    'event' => 'enrollment_arm_1',
    // Unique name of the only instrument to show.
    'instrument' => 'enrollment',
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
if ($status < 200 || $status > 299) {
    fail("REDCap answered with status $status: $answer");
}

// The document.
if (file_put_contents('pdf.pdf', $answer) === false) {
    exit(1);
}
echo 'Saved as pdf.pdf', PHP_EOL;
