#!/usr/bin/env bash
# Everything that must hold before a change lands. Runs all steps even when one fails, then says which did.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

failed=()
step() {
    local title=$1 begun=$SECONDS
    shift
    printf '\n== %s\n' "$title"
    if "$@" </dev/null; then
        printf -- '-- %s: ok (%d s)\n' "$title" $((SECONDS - begun))
    else
        printf -- '-- %s: FAILED (%d s)\n' "$title" $((SECONDS - begun))
        failed+=("$title")
    fi
}

tests() {
    "$PY" -m pytest -n 2 --dist loadfile -m "not soak and not bench and not pictures" \
        --cov --cov-report=term:skip-covered --cov-report=json:.run/coverage.json "$@"
}

mkdir -p .run
step "format" "$VENV/bin/ruff" format --check .
step "lint" "$VENV/bin/ruff" check .
step "types" "$VENV/bin/mypy"
step "layers" "$VENV/bin/lint-imports" --no-logo
step "tests" tests "$@"
[ $# -gt 0 ] || step "coverage ratchet" "$PY" -m tests.support.ratchet .run/coverage.json

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFAILED: %s\n' "${failed[*]}"
    exit 1
fi
printf '\nAll checks passed.\n'
