#!/bin/sh
# Export Entire Project as REDCap XML File (containing metadata and data): Exports the structure of
# the project, with or without its data, as one ODM document.
# Rights needed: API Export, Data Export Rights. In REDCap since 6.12.0.
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"

answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The token goes through standard input, because everybody on this machine can see command lines.
# returnMetadataOnly: Leave the data out.
# returnFormat: Format of error messages.
status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 60 \
    --no-insecure --no-location --output "$answer" --write-out '%{http_code}' \
    --data-urlencode 'token@-' \
    --data-urlencode 'content=project_xml' \
    --data-urlencode 'returnMetadataOnly=true' \
    --data-urlencode 'returnFormat=json' \
    "$REDCAP_API_URL")

if [ "$status" -lt 200 ] || [ "$status" -ge 300 ] || grep -q '^{"error":' "$answer"; then
    printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$answer")" >&2
    exit 1
fi

# The project as an ODM document.
cat "$answer"
echo
