#!/bin/sh
# Rename Record: Gives a record a new name in all arms or in one arm.
# Rights needed: Rename Records. In REDCap since 11.3.3.
# Careful: what this deletes or replaces cannot be brought back.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# record: Current name of the record.
# new_record_name: New name of the record.
# returnFormat: Format of error messages.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=record' \
    --data-urlencode 'action=rename' \
    --data-urlencode 'record=4' \
    --data-urlencode 'new_record_name=104' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The record was renamed.
cat "$answer"
echo
