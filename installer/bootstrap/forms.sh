#!/usr/bin/env bash
# Compiles the Designer sources ui/*.ui into kt1desk/desktop/forms/. The output is committed, so that the package runs
# without a compiler; a test proves that it is fresh.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

target=kt1desk/desktop/forms
mkdir -p "$target"
shopt -s nullglob
sources=(ui/*.ui)
for source in "${sources[@]}"; do
    form=$target/$(basename "$source" .ui).py
    "$VENV/bin/pyside6-uic" --no-autoconnection "$source" -o "$form.new"
    # The compiler imports forty classes into every form; each that is not used costs time before the first picture.
    "$VENV/bin/ruff" check --isolated --quiet --fix --select F401 "$form.new"
    mv "$form.new" "$form"
done
say "${#sources[@]} forms"
