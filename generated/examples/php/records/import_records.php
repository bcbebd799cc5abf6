<?php

// Import Records: Creates records or changes values of existing ones.
// Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
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
    // Format of the payload in `data`.
    'format' => 'json',
    // Whether `data` holds one row per record, event and instance (`flat`) or one row per value
    // (`eav`).
    'type' => 'flat',
    // Whether blank cells are passed over or erase what is stored.
    'overwriteBehavior' => 'normal',
    // The rows, in the format that `format` names: a JSON array of objects, CSV with a header line,
    // XML with the root `records` and one `item` per row, or an ODM document.
    'data' => '[{"record_id":"1","redcap_event_name":"week_4_arm_1","score":"35"},{"record_id":"2","redcap_event_name":"week_4_arm_1","score":"58"}]',
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

// Number of different records in the data, not of rows.
try {
    $data = json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
} catch (JsonException) {
    fail("The answer is not JSON: $answer");
}
print_r($data);
