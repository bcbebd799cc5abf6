#!/usr/bin/env bash
# Puts the released PyCap into target/pycap-venv, where the test `pycap` looks for it.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
venv=target/pycap-venv
wanted="PyCap==2.7.0 pandas==3.1.1"
[ "$(cat "$venv/installed" 2>/dev/null || true)" = "$wanted" ] && exit 0
rm -rf "$venv"
python3 -m venv "$venv"
# shellcheck disable=SC2086 # two packages
"$venv/bin/pip" install --quiet --disable-pip-version-check $wanted
echo "$wanted" > "$venv/installed"
