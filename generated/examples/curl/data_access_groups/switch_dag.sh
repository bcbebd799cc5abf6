#!/bin/sh
# Switch DAG: Moves the token owner to another of the Data Access Groups assigned to them.
# Rights needed: API Import/Update. In REDCap since 11.3.1.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# dag: Unique name of the group to switch to.
# returnFormat: Format of error messages.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=dag' \
    --data-urlencode 'action=switch' \
    --data-urlencode 'dag=lyon' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The token owner now works in the chosen group.
cat "$answer"
echo
