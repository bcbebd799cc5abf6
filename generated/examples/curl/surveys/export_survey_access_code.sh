#!/bin/sh
# Export a Survey Access Code for a Participant: Exports the short code with which one record opens
# one survey.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 15.1.0.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# record: The record whose code is wanted.
# instrument: The instrument that is enabled as a survey.
# event: Unique name of the event, not its label.
# returnFormat: Format of error messages.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=surveyAccessCode' \
    --data-urlencode 'record=1' \
    --data-urlencode 'instrument=contact' \
    --data-urlencode 'event=enrollment_arm_1' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The bare code, without quotes in every format.
cat "$answer"
echo
