#!/bin/sh
# Export Records: Exports the data of records as rows, as single values or as a CDISC ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 4.0.0 or earlier.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# format: Format of the answer.
# type: One row per record, event and instance (`flat`), or one row per stored value (`eav`).
# records[0]: Only these records.
# fields[0]: Only these fields, in addition to those of `forms`.
# events[0]: Only rows of these events, by unique name; longitudinal projects only.
# returnFormat: Format of error messages, and of the count that an import of records answers.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=record' \
    --data-urlencode 'format=json' \
    --data-urlencode 'type=flat' \
    --data-urlencode 'records[0]=1' \
    --data-urlencode 'records[1]=2' \
    --data-urlencode 'fields[0]=record_id' \
    --data-urlencode 'fields[1]=enrolled' \
    --data-urlencode 'fields[2]=severity' \
    --data-urlencode 'events[0]=enrollment_arm_1' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# One row per record, event and instance, with the project's fields as columns.
cat "$answer"
echo
