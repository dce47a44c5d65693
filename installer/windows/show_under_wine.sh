#!/bin/bash
# Shows the desk's widgets on Windows' CPython 3.11 and the Windows build of Qt, under Debian's Wine and Xvfb.
#
#   installer/windows/show_under_wine.sh OUT_FOLDER
#
# Takes the base as it is installed (show_stage.py; fetched once, by hash), makes a throw-away Wine prefix with the stand-in
# DLLs, and runs show_window.py. Pictures and report.json land in OUT_FOLDER. Exit code 77: Wine or the cross compiler is not
# installed (apt-get install wine wine64 gcc-mingw-w64-x86-64-win32 xvfb), nothing was tested. WORK=… keeps stage and prefix in
# another folder than .cache/wine, KT1DESK_DOWNLOADS=… the downloads in another one than .cache/dist.
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

export KT1DESK_DOWNLOADS=${KT1DESK_DOWNLOADS:-$root/.cache/dist}
(cd "$root" && "$python" -m installer.windows.show_stage "$stage")
make_prefix "$work/prefix"
rm -f "$out/report.json"
# Wine: Python dies at its start if standard output is a plain file, so a pipe stands between; Wine also drops QT_*
# variables, so the plugin is an argument. The exit code of Wine is not to be trusted: the report is what counts.
(cd "$stage" && timeout 180 xvfb-run -a -s "-screen 0 1366x768x24 -dpi 96" \
    wine runtime/python.exe show_window.py "Z:${out//\//\\}" -platform windows </dev/null 2>&1) | cat || true
wineserver -w || true
test -f "$out/report.json" || { echo "no report: the window was not shown" >&2; exit 1; }
cat "$out/report.json"
grep -q '"findings": \[\]' "$out/report.json"
