<?php

// Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
//
//     php workflow/import_rows.php [FILE]

declare(strict_types=1);

function fail(string $message): never
{
    fwrite(STDERR, $message . PHP_EOL);
    exit(1);
}

$url = getenv('REDCAP_API_URL') ?: fail('Set the environment variable REDCAP_API_URL.');
$token = getenv('REDCAP_API_TOKEN') ?: fail('Set the environment variable REDCAP_API_TOKEN.');
$file = $argv[1] ?? 'workflow/rows.csv';

$input = fopen($file, 'rb') ?: exit(1);
$columns = fgetcsv($input, escape: '') ?: fail("The file $file has no first line.");
$columns[0] = preg_replace('/^\xEF\xBB\xBF/', '', $columns[0]); // the mark that Excel writes
$rows = [];
while (($cells = fgetcsv($input, escape: '')) !== false) {
    if ($cells === [null]) {
        continue; // an empty line
    }
    if (count($cells) !== count($columns)) {
        fail('Row ' . count($rows) + 1 . " of $file has more or fewer cells than the first line.");
    }
    $rows[] = array_combine($columns, $cells);
}

$fields = [
    'token' => $token,
    'content' => 'record',
    'data' => json_encode($rows, JSON_THROW_ON_ERROR),
    'format' => 'json',
    'overwriteBehavior' => 'normal',
    'returnContent' => 'count',
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
$data = json_decode($answer, true);
if ($status < 200 || $status > 299 || !isset($data['count'])) {
    // For each value that does not fit, a line with record, field, value and reason.
    $reason = $data['error'] ?? $answer;
    fail("REDCap refused the rows (status $status).\n$reason");
}
echo "Imported records: {$data['count']}", PHP_EOL;
