#!/bin/sh
# Import a File into the File Repository: Stores a new file in the File Repository.
# Rights needed: API Import/Update, File Repository. In REDCap since 13.1.0.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# folder_id: Id of the folder that gets the file.
# returnFormat: Format of error messages.
# file: The file, as a multipart part with a file name.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --form 'token=<-' \
    --form-string 'content=fileRepository' \
    --form-string 'action=import' \
    --form-string 'folder_id=2025' \
    --form-string 'returnFormat=json' \
    --form 'file=@"protocol.txt"' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The file is stored.
echo 'Done.'
