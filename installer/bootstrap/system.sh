#!/usr/bin/env bash
# Installs the Debian packages that are missing, and only those: `system.sh run` for the desk, `system.sh demo` for the
# demonstration with a centre, `system.sh check` for everything the tests and checks use, `system.sh soak` for the long tests as well, `system.sh dist` for making packages. Asks dpkg first, so that a second call takes milliseconds and needs no network.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

purpose=${1:-run}

# What Qt's xcb platform loads from the system, the fonts' configuration, and the X server where there is no screen.
run_packages=(
    ca-certificates make
    libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libopengl0 libx11-xcb1
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0
    libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0
)
screen_packages=(openbox xvfb)
# git: the layout test asks it which files are tracked; xdotool types keys from outside the program; poppler reads the
# PDF back and Ghostscript draws it as office printers do; strace injects faults into system calls; LibreOffice writes the
# workbooks that lists come in (88 MB to fetch); PostgreSQL is the centre that tests start for themselves.
check_packages=(ghostscript git libreoffice-calc-nogui openbox poppler-utils postgresql-15 strace xdotool xvfb)
# A real Vietnamese input method, which types into the desk while a scanner scans; the bus of screen readers and what listens on it.
soak_packages=(at-spi2-core dbus-daemon ibus ibus-unikey python3-gi)
# dpkg-deb packs, strip takes debugging out, PyInstaller wants the shared library that Debian's Python does not bring itself;
# the Windows launchers are compiled by mingw, the setup is packed by NSIS, and the signatures of Windows' Python are looked at by osslsigncode.
dist_packages=(binutils dpkg-dev gcc-mingw-w64-x86-64-win32 libpython3.11 nsis osslsigncode xz-utils)
# The bare Debian on which the package is tried.
bare_packages=(lintian mmdebstrap)
# The Windows that setup and program are tried on.
wine_packages=(wine wine64)

wanted=("${run_packages[@]}")
case $purpose in
run) has_screen || wanted+=("${screen_packages[@]}") ;;
demo) wanted+=(postgresql-15) ;;
check) wanted+=("${check_packages[@]}") ;;
soak) wanted+=("${check_packages[@]}" "${soak_packages[@]}" "${dist_packages[@]}" "${bare_packages[@]}" "${wine_packages[@]}") ;;
dist) wanted+=("${check_packages[@]}" "${dist_packages[@]}") ;;
*) fail "system.sh run|demo|check|soak|dist" ;;
esac

# A Python 3.11 that can make environments: the one at hand, else Debian's own.
find_python() {
    local name
    for name in python3.11 python3; do
        if "$name" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
            return 0
        fi
    done
    return 1
}
[ -x "$VENV/bin/python" ] || find_python || wanted+=(python3.11 python3.11-venv)

command -v dpkg-query >/dev/null || fail "cần Debian 12 hoặc hệ dùng apt; trên hệ khác hãy tự cài: ${wanted[*]}"

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

say "Cài gói hệ thống còn thiếu: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "cần quyền quản trị để cài: ${missing[*]}"
    as_root=(sudo)
fi
# A machine just switched on holds dpkg's lock for its own updates: wait for it.
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=180 "$@" </dev/null; }
install_missing() { apt install -y --no-install-recommends "${missing[@]}"; }
# The package lists may be absent (fresh image) or too old to name a file that still exists: update once, then again.
if ! install_missing >/dev/null 2>&1; then
    apt update
    install_missing
fi
