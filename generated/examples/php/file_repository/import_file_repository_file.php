<?php

// Import a File into the File Repository: Stores a new file in the File Repository.
// Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.

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
    'content' => 'fileRepository',
    'action' => 'import',
    // Id of the folder that gets the file.
    'folder_id' => '2025',
    // Format of error messages.
    'returnFormat' => 'json',
    // The file, as a multipart part with a file name.
    'file' => new CURLFile('protocol.txt'),
];

$curl = curl_init($url);
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => $fields,
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

// The file is stored.
echo 'Done.', PHP_EOL;
