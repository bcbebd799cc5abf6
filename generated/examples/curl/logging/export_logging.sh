#!/bin/sh
# Export Logging: Exports the log of who changed, exported or viewed what in the project, and when.
# Rights needed: API Export, Logging. In REDCap since 10.8.0.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# format: Format of the answer.
# returnFormat: Format of error messages, and of the count that an import of records answers.
# logtype: Only entries of this kind.
# beginTime: Only entries after this time, in the time zone of the server.
# endTime: Only entries before this time, in the time zone of the server.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=log' \
    --data-urlencode 'format=json' \
    --data-urlencode 'returnFormat=json' \
    --data-urlencode 'logtype=record' \
    --data-urlencode 'beginTime=2026-01-01 00:00' \
    --data-urlencode 'endTime=2026-01-15 23:59' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The entries that pass all filters, newest first.
cat "$answer"
echo
