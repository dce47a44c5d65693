#!/usr/bin/env bash
# Writes the locks from pyproject.toml: every file of every release with its hash, no address of any index.
# `lock.sh --upgrade` also lifts what is not pinned in pyproject.toml; `lock.sh --windows` writes what only Windows needs and nothing else.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export CUSTOM_COMPILE_COMMAND="make lock"
# Hashes of the index alone count: wheels that lie on this machine's disk are nobody else's.
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL
export PIP_CONFIG_FILE=/dev/null
options=(--quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
    --allow-unsafe --resolver=backtracking "$@")
if [ "${1:-}" != --windows ]; then
    "$VENV/bin/pip-compile" "${options[@]}" --output-file requirements.txt pyproject.toml
    "$VENV/bin/pip-compile" "${options[@]}" --constraint requirements.txt --extra dev \
        --output-file requirements-dev.txt pyproject.toml
    # PyInstaller is for those who make packages; nobody who only runs the checks fetches it.
    "$VENV/bin/pip-compile" "${options[@]}" --output-file installer/linux/requirements.txt installer/linux/requirements.in
fi

# What only Windows needs has no file for this system or is not asked for here, so the resolver cannot see it: its one wheel is fetched and
# hashed. A library that begins to need something more on Windows is told by tests/installer/test_windows_lock.py.
wheels=$(mktemp -d)
trap 'rm -rf "$wheels"' EXIT
{
    printf '# Beside requirements.txt, on Windows only. Written by make lock from the lines of pyproject.toml that end with win32.\n'
    sed -n "s/^ *\"\([A-Za-z0-9_.-]*==[0-9.]*\); sys_platform == 'win32'\",*$/\1/p" pyproject.toml | while read -r pin; do
        "$VENV/bin/pip" download --quiet --no-deps --only-binary :all: --platform win_amd64 --python-version 3.11 \
            --dest "$wheels" "$pin" >&2
        printf '%s \\\n    --hash=sha256:%s\n' "$pin" "$(sha256sum "$wheels/${pin%%==*}"-*.whl | cut -d' ' -f1)"
    done
} >requirements-windows.txt
