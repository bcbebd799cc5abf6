#!/bin/sh
# Delete Records: Deletes whole records, or only one arm, event, instrument or instance of them.
# Rights needed: Delete Records. In REDCap since 7.0.0 or earlier.
# Careful: what this deletes or replaces cannot be brought back.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# records[0]: Names of the records.
# returnFormat: Format of error messages.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=record' \
    --data-urlencode 'action=delete' \
    --data-urlencode 'records[0]=3' \
    --data-urlencode 'records[1]=4' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# Number of records deleted, or of records of which a part was deleted.
cat "$answer"
echo
