#!/bin/sh
# Starts the version that current.txt names. Kept so small that it hardly ever changes: an upgrade never replaces it.
set -u

root=$(dirname -- "$(readlink -f -- "$0")")

# A clerk starts the desk from the menu and sees no terminal: say it in a window too, where the system has one to offer.
damaged() {
    text="Bàn KT1 không khởi động được: $1.
Dữ liệu của bàn vẫn còn nguyên. Báo bộ phận kỹ thuật cài lại gói kt1desk: apt-get install --reinstall ./kt1desk_….deb"
    printf '%s\n' "$text" >&2
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        for window in 'zenity --error --title=KT1 --text' 'kdialog --title KT1 --error' 'xmessage -center'; do
            if command -v "${window%% *}" >/dev/null 2>&1; then
                # shellcheck disable=SC2086  # the words of a program
                $window "$text" >/dev/null 2>&1
                break
            fi
        done
    fi
    exit 3
}

version=$(cat "$root/current.txt" 2>/dev/null) || damaged "thiếu tệp current.txt"
case $version in
'' | [!0-9]* | *[!0-9A-Za-z.-]* | *..* | *.-* | *.) damaged "tệp current.txt bị hỏng" ;;
esac
[ "${#version}" -le 40 ] || damaged "tệp current.txt bị hỏng"

folder=$root/versions/$version
base=$(sed -n '1,6s/^  "linux-x64": "\([0-9a-f]\{12\}\)",\{0,1\}$/\1/p' "$folder/version.json" 2>/dev/null)
[ -n "$base" ] || damaged "bản $version không còn đủ tệp"
program=$root/bases/$base/kt1desk
[ -x "$program" ] && [ -d "$folder/app" ] || damaged "bản $version không còn đủ tệp"

# One desk starts another program of the same base: PyInstaller's starter must not take it for a part of the first.
export PYINSTALLER_RESET_ENVIRONMENT=1
exec "$program" "$folder/app" "$@"
