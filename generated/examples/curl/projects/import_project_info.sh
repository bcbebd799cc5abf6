#!/bin/sh
# Import Project Information: Changes settings of the project, such as its title, purpose or
# modules.
# Rights needed: API Import/Update, Project Design and Setup. In REDCap since 7.0.0 or earlier.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# format: Format of the payload in `data`.
# data: The settings to change, in one item.
# returnFormat: Format of error messages, and of the count that an import of records answers.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=project_settings' \
    --data-urlencode 'format=json' \
    --data-urlencode 'data=[{"project_title":"Headache Trial II","project_irb_number":"IRB-2026-014"}]' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# Number of settings taken from the item, unchanged ones included.
cat "$answer"
echo
