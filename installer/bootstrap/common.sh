# Shared by the bootstrap scripts; sourced, not run. Knows the repository's root and how to speak, nothing else.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
ROOT=$PWD
VENV=$ROOT/.venv
# shellcheck disable=SC2034  # used by the scripts that source this file
PY=$VENV/bin/python

say() { printf '%s\n' "$*"; }

fail() {
    printf 'LỖI: %s\n' "$*" >&2
    exit 1
}

has_screen() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }
