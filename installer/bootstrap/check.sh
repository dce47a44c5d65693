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
    "$PY" -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not soak and not bench and not pictures" --durations=25 "$@"
}

# Counting lines makes the same tests more than three times slower on Python 3.11, so it is a run of its own.
covered_tests() {
    tests --cov --cov-report=term:skip-covered --cov-report=json:.run/coverage.json
}

if [ "${1:-}" = --coverage ]; then
    mkdir -p .run
    step "tests" covered_tests
    step "coverage ratchet" "$PY" -m tests.support.ratchet .run/coverage.json
    [ ${#failed[@]} -eq 0 ] || { printf '\nFAILED: %s\n' "${failed[*]}"; exit 1; }
    exit 0
fi

mkdir -p .run
step "format" "$VENV/bin/ruff" format --check .
step "lint" "$VENV/bin/ruff" check .
step "types" "$VENV/bin/mypy"
step "layers" "$VENV/bin/lint-imports" --no-logo
step "tests" tests "$@"

if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFAILED: %s\n' "${failed[*]}"
    exit 1
fi
printf '\nAll checks passed.\n'
