#!/bin/sh
# Uploads a file to a file upload field, then downloads it again under the name that REDCap has for it.
#
#     sh workflow/files.sh [FILE [RECORD [FIELD [EVENT]]]]
set -eu

: "${REDCAP_API_URL:?Set the environment variable REDCAP_API_URL.}"
: "${REDCAP_API_TOKEN:?Set the environment variable REDCAP_API_TOKEN.}"
file=${1:-workflow/scan.txt}
record=${2:-2}
field=${3:-scan}
event=${4:-week_1_arm_1} # in longitudinal projects only

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Sends a form, given as options of curl; the answer lands in $work/answer, its headers in $work/headers.
# The token goes through standard input, because everybody on this machine can see command lines.
send() {
    status=$(printf %s "$REDCAP_API_TOKEN" | curl --silent --show-error --max-time 300 \
        --no-insecure --no-location --output "$work/answer" --dump-header "$work/headers" \
        --write-out '%{http_code}' "$@" "$REDCAP_API_URL")
    if [ "$status" -lt 200 ] || [ "$status" -ge 300 ]; then
        printf 'REDCap answered with status %s: %s\n' "$status" "$(cat "$work/answer")" >&2
        exit 1
    fi
}

send \
    --form-string 'content=file' \
    --form-string 'action=import' \
    --form-string "event=$event" \
    --form-string "field=$field" \
    --form-string "record=$record" \
    --form-string 'returnFormat=json' \
    --form 'token=<-' \
    --form file=@"\"$file\""
echo "Uploaded $file"

send \
    --data-urlencode 'content=file' \
    --data-urlencode 'action=export' \
    --data-urlencode "event=$event" \
    --data-urlencode "field=$field" \
    --data-urlencode "record=$record" \
    --data-urlencode 'returnFormat=json' \
    --data-urlencode 'token@-'

# Content-Type: text/plain; name="scan.txt". No folder in the name counts.
name=$(sed -n 's/^[Cc]ontent-[Tt]ype:.*name="\([^"]*\)".*/\1/p' "$work/headers")
name=$(basename "${name:-download}")
mkdir -p downloads
mv "$work/answer" "downloads/$name"
echo "Downloaded downloads/$name"
