#!/usr/bin/env bash
# Writes both locks from pyproject.toml: every file of every release with its hash, no address of any index.
# `lock.sh --upgrade` also lifts what is not pinned in pyproject.toml.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

export CUSTOM_COMPILE_COMMAND="make lock"
# Hashes of the index alone count: wheels that lie on this machine's disk are nobody else's.
unset PIP_FIND_LINKS PIP_EXTRA_INDEX_URL
export PIP_CONFIG_FILE=/dev/null
options=(--quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links
    --allow-unsafe --resolver=backtracking "$@")
"$VENV/bin/pip-compile" "${options[@]}" --output-file requirements.txt pyproject.toml
"$VENV/bin/pip-compile" "${options[@]}" --constraint requirements.txt --extra dev \
    --output-file requirements-dev.txt pyproject.toml
