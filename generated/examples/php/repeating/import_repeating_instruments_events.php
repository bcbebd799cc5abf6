<?php

// Import Repeating Instruments and Events: Replaces the setup of repeating instruments and events.
// Rights needed: API Import/Update, Project Design and Setup. In REDCap since 8.10.0.
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
    'content' => 'repeatingFormsEvents',
    // Format of the payload in `data`.
    'format' => 'json',
    // All repeating instruments and events that the project is to have.
    'data' => '[{"event_name":"week_1_arm_1","form_name":"diary","custom_form_label":"[diary_day]"},{"event_name":"week_1_arm_1","form_name":"adverse_event","custom_form_label":"[ae_term]"},{"event_name":"week_4_arm_1","form_name":"visit","custom_form_label":""}]',
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

// Number of repeating instruments and events imported.
echo $answer, PHP_EOL;
