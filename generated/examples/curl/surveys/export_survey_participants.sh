#!/bin/sh
# Export a Survey Participant List: Exports the people invited to one survey, with response status,
# links and codes.
# Rights needed: API Export, Survey Distribution Tools. In REDCap since 6.4.0.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# instrument: The instrument that is enabled as a survey.
# event: Unique name of the event, not its label.
# format: Format of the answer.
# returnFormat: Format of error messages, and of the count that an import of records answers.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=participantList' \
    --data-urlencode 'instrument=contact' \
    --data-urlencode 'event=enrollment_arm_1' \
    --data-urlencode 'format=json' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The participants of the survey.
cat "$answer"
echo
