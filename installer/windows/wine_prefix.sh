#!/bin/bash
# A throw-away Wine prefix that passes for Windows 10, with the stand-in DLLs of shims/.
#
#   installer/windows/wine_prefix.sh PREFIX       makes it, or leaves it as it is where it was made whole
#   . installer/windows/wine_prefix.sh            gives another script the functions and the variables
#
# Exit code 77: Wine, Xvfb or the cross compiler is not installed, nothing was tested.

wine_home=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# Named, so that a prefix is never made by half: without a tool nothing is tested, and that is said aloud.
need_wine() {
    local tool
    for tool in wine wineserver xvfb-run x86_64-w64-mingw32-gcc; do
        command -v "$tool" >/dev/null || { echo "not tested: $tool is not installed" >&2; exit 77; }
    done
}

# mscms, cfgmgr32: the stand-ins, not Wine's own. winemenubuilder: it would put our menu entries into the home of whoever tests.
wine_variables() {
    export WINEPREFIX=$1 WINEARCH=win64 WINEDEBUG=-all
    export WINEDLLOVERRIDES="mscms=n;cfgmgr32=n;mscoree,mshtml=;winemenubuilder.exe=d"
}

make_prefix() {
    wine_variables "$1"
    [ ! -f "$WINEPREFIX/ready" ] || return 0
    rm -rf "$WINEPREFIX"
    mkdir -p "$WINEPREFIX"
    xvfb-run -a wineboot -i >/dev/null 2>&1 </dev/null
    # A new prefix says it is Windows 7, which Qt 6 refuses.
    xvfb-run -a wine winecfg -v win10 >/dev/null 2>&1 </dev/null
    for shim in icuuc mscms cfgmgr32 bcryptprimitives; do
        x86_64-w64-mingw32-gcc -O1 -shared -o "$WINEPREFIX/drive_c/windows/system32/$shim.dll" \
            "$wine_home/shims/$shim.c" -ladvapi32
    done
    wineserver -w
    touch "$WINEPREFIX/ready"
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    set -euo pipefail
    need_wine
    make_prefix "${1:?usage: wine_prefix.sh PREFIX}"
fi
