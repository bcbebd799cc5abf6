<?php

// Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
//
//     php workflow/files.php [FILE [RECORD [FIELD [EVENT]]]]

declare(strict_types=1);

function fail(string $message): never
{
    fwrite(STDERR, $message . PHP_EOL);
    exit(1);
}

$url = getenv('REDCAP_API_URL') ?: fail('Set the environment variable REDCAP_API_URL.');
$token = getenv('REDCAP_API_TOKEN') ?: fail('Set the environment variable REDCAP_API_TOKEN.');
$file = $argv[1] ?? 'workflow/scan.txt';
$record = $argv[2] ?? '2';
$field = $argv[3] ?? 'scan';
$event = $argv[4] ?? 'week_1_arm_1'; // in longitudinal projects only

/**
 * Sends a form and writes the body of the answer to a stream, piece by piece.
 *
 * @return string the content type of the answer
 */
function send(string $url, string|array $form, $output): string
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_POSTFIELDS => $form,
        CURLOPT_FILE => $output,
        CURLOPT_TIMEOUT => 300,
        CURLOPT_SSL_VERIFYPEER => true,
        CURLOPT_SSL_VERIFYHOST => 2,
        CURLOPT_FOLLOWLOCATION => false,
    ]);
    if (!curl_exec($curl)) {
        fail('The request failed: ' . curl_error($curl));
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    if ($status < 200 || $status > 299) {
        rewind($output);
        fail("REDCap answered with status $status: " . stream_get_contents($output));
    }
    return (string) curl_getinfo($curl, CURLINFO_CONTENT_TYPE);
}

send(
    $url,
    [
        'token' => $token,
        'content' => 'file',
        'action' => 'import',
        'event' => $event,
        'field' => $field,
        'record' => $record,
        'returnFormat' => 'json',
        'file' => new CURLFile($file, posted_filename: basename($file)),
    ],
    tmpfile()
);
echo "Uploaded $file", PHP_EOL;

$content = tmpfile(); // large files do not fit into the memory
$type = send(
    $url,
    http_build_query([
        'token' => $token,
        'content' => 'file',
        'action' => 'export',
        'event' => $event,
        'field' => $field,
        'record' => $record,
        'returnFormat' => 'json',
    ]),
    $content
);

// Content-Type: text/plain; name="scan.txt". No folder in the name counts.
$name = preg_match('/name="([^"]+)"/', $type, $match) ? basename($match[1]) : 'download';
is_dir('downloads') || mkdir('downloads') || exit(1);
rewind($content);
if (file_put_contents("downloads/$name", $content) === false) {
    exit(1);
}
echo "Downloaded downloads/$name", PHP_EOL;
