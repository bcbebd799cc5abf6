#!/bin/sh
# Import User-Role Assignments: Assigns users to roles or takes them out of their roles.
# Rights needed: API Import/Update, User Rights. In REDCap since 11.3.0.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# format: Format of the payload in `data`.
# data: The assignments, one item per user.
# returnFormat: Format of error messages, and of the count that an import of records answers.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=userRoleMapping' \
    --data-urlencode 'action=import' \
    --data-urlencode 'format=json' \
    --data-urlencode 'data=[{"username":"berta_berlin","unique_role_name":"U-HJIRO3NZV2"}]' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# Number of assignments imported.
cat "$answer"
echo
