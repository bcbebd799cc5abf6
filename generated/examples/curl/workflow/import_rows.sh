#!/bin/sh
# Imports the rows of a CSV file whose first line names the fields. REDCap takes all of them or none.
#
#     sh workflow/import_rows.sh [FILE]
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"
file=${1:-workflow/rows.csv}

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 300 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=record' \
    --data-urlencode data@"$file" \
    --data-urlencode 'format=csv' \
    --data-urlencode 'overwriteBehavior=normal' \
    --data-urlencode 'returnContent=count' \
    --data-urlencode 'returnFormat=csv' \
    --data-urlencode 'type=flat' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ]; then
    # For each value that does not fit REDCap tells record, field, value and reason.
    printf 'REDCap refused the rows (status %s).\n%s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi
echo "Imported records: $(cat "$answer")"
