#!/bin/sh
# Import a File: Stores a file in a file upload field of a record.
# Rights needed: API Import/Update. In REDCap since 4.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# record: Name of the record that gets the file.
# field: Name of the file upload field; not a signature field.
# event: Unique name of the event, not its label.
# returnFormat: Format of error messages.
# file: The file, as a multipart part with a file name.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --form 'token=<-' \
    --form-string 'content=file' \
    --form-string 'action=import' \
    --form-string 'record=2' \
    --form-string 'field=scan' \
    --form-string 'event=week_1_arm_1' \
    --form-string 'returnFormat=json' \
    --form 'file=@"scan_2.txt"' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The file is stored.
echo 'Done.'
