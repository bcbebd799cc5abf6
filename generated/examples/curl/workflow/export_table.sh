#!/bin/sh
# Exports all records of a project and saves them as CSV: a job for cron.
#
#     sh workflow/export_table.sh [FILE]
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"
file=${1:-records.csv}

# Next to its target, so that mv replaces the old file at once by the whole new one.
answer=$(mktemp "$file.XXXXXX")
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 300 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=record' \
    --data-urlencode 'format=csv' \
    --data-urlencode 'rawOrLabel=raw' \
    --data-urlencode 'returnFormat=json' \
    --data-urlencode 'type=flat' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

echo "Columns: $(head -n 1 "$answer")"
mv "$answer" "$file"
echo "Saved as $file"
