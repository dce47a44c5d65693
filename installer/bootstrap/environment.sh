#!/usr/bin/env bash
# Makes .venv and installs a lock into it: `environment.sh run` what the desk needs, `environment.sh check` also the
# tools, `environment.sh dist` what makes packages beside them. Does nothing when the lock has not changed since the last time.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

purpose=${1:-run}
case $purpose in
run) lock=requirements.txt ;;
check) lock=requirements-dev.txt ;;
dist) lock=installer/linux/requirements.txt ;;
*) fail "environment.sh run|check|dist" ;;
esac
stamp=$VENV/.installed-$purpose

is_311() { "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; }

make_environment() {
    local name
    for name in python3.11 python3 /usr/bin/python3.11; do
        if is_311 "$name" && "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            say "Tạo môi trường Python trong .venv"
            "$name" -m venv --clear "$VENV"
            return
        fi
    done
    fail "không có Python 3.11 (gói python3.11 và python3.11-venv)"
}

if ! is_311 "$VENV/bin/python" || ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
    make_environment
fi

digest=$(sha256sum "$lock" | cut -d' ' -f1)
[ "$(cat "$stamp" 2>/dev/null || true)" != "$digest" ] || exit 0

say "Cài thư viện theo $lock (có kiểm mã băm)"
rm -f "$stamp"
"$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes \
    --only-binary :all: -r "$lock" </dev/null
printf '%s\n' "$digest" >"$stamp"
