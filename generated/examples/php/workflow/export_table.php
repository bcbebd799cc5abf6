<?php

// Exports all records of a project into a table and saves it as CSV: a job for cron or the Task Scheduler.
//
//     php workflow/export_table.php [FILE]

declare(strict_types=1);

function fail(string $message): never
{
    fwrite(STDERR, $message . PHP_EOL);
    exit(1);
}

$url = getenv('REDCAP_API_URL') ?: fail('Set the environment variable REDCAP_API_URL.');
$token = getenv('REDCAP_API_TOKEN') ?: fail('Set the environment variable REDCAP_API_TOKEN.');
$file = $argv[1] ?? 'records.csv';

$fields = [
    'token' => $token,
    'content' => 'record',
    'format' => 'json',
    'rawOrLabel' => 'raw',
    'returnFormat' => 'json',
    'type' => 'flat',
];
$curl = curl_init($url);
curl_setopt_array($curl, [
    CURLOPT_POSTFIELDS => http_build_query($fields),
    CURLOPT_RETURNTRANSFER => true,
    CURLOPT_TIMEOUT => 300,
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

// A row is an associative array: a value for each field.
try {
    $rows = json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
} catch (JsonException) {
    fail("The answer is not JSON: $answer");
}
$columns = array_keys($rows[0] ?? []);
printf("%d rows with %d columns\n", count($rows), count($columns));

// Whoever reads the file meanwhile sees the old one or the new one, whole.
$output = fopen("$file.part", 'wb') ?: exit(1);
foreach ([$columns, ...$rows] as $row) {
    fputcsv($output, $row, escape: '');
}
if (!fclose($output) || !rename("$file.part", $file)) {
    exit(1);
}
echo "Saved as $file", PHP_EOL;
