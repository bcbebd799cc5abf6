#!/bin/sh
# Import User-DAG Assignments: Puts users into Data Access Groups or takes them out.
# Rights needed: API Import/Update, Data Access Groups. In REDCap since 10.8.0 or earlier.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# format: Format of the payload in `data`.
# data: The users with the groups they shall be in, at most one item for each user.
# returnFormat: Format of error messages, and of the count that an import of records answers.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=userDagMapping' \
    --data-urlencode 'action=import' \
    --data-urlencode 'format=json' \
    --data-urlencode 'data=[{"username":"carl_coordinator","redcap_data_access_group":"lyon"}]' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# Number of assignments added or updated.
cat "$answer"
echo
