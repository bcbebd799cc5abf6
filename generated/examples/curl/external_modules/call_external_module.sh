#!/bin/sh
# Call an External Module action: Passes a call on to an external module and returns what the module
# answers.
# Rights needed: External Modules API. In REDCap since 14.6.4.
# Careful: what this deletes or replaces cannot be brought back.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# prefix: Unique prefix of the module, a short name without blanks.
# action: An action that the module offers, or one of `__version`, `__actions` and `__info`.
# format: Format in which the module should answer.
# returnFormat: Format in which errors should come.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=externalModule' \
    --data-urlencode 'prefix=sandbox_echo' \
    --data-urlencode 'action=echo' \
    --data-urlencode 'format=json' \
    --data-urlencode 'returnFormat=json' \
    --data-urlencode 'record=1' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The text or file that the module answers.
cat "$answer"
echo
