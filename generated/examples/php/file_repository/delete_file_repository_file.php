<?php

// Delete a File from the File Repository: Moves a file of the File Repository to the recycle bin.
// Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
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
    'content' => 'fileRepository',
    'action' => 'delete',
    // Id of the file, from the list of files and folders.
    'doc_id' => '2024',
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

// The file is in the recycle bin.
echo 'Done.', PHP_EOL;
