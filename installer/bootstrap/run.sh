#!/usr/bin/env bash
# Opens the desk in trial mode with sample data, in a folder of its own (.run/trial); arguments are handed on.
# Without a screen it opens one in memory, so that the program can be tried over a plain connection.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

mkdir -p .run
umask 077

desk() { "$PY" -m kt1desk --trial --data-dir "$ROOT/.run/trial" "$@"; }

if has_screen; then
    say "Mở bàn thử (số liệu mẫu) trong .run/trial"
    desk "$@"
    exit
fi

mkdir -p .run/screen
coproc XSERVER { exec Xvfb -displayfd 1 -screen 0 1366x768x24 -dpi 96 -nolisten tcp -noreset \
    -fbdir .run/screen 2>.run/screen/xvfb.log; }
server=$XSERVER_PID
trap 'kill "$server" 2>/dev/null || true' EXIT
read -r number <&"${XSERVER[0]}" || fail "không mở được màn hình ảo, xem .run/screen/xvfb.log"
export DISPLAY=:$number
openbox --sm-disable >/dev/null 2>&1 &
say "Máy này không có màn hình: bàn thử mở trên màn hình ảo $DISPLAY (1366×768)."
say "  Xem hình:   xwud -in .run/screen/Xvfb_screen0 (gói x11-apps), hoặc x11vnc -localhost -display $DISPLAY (gói x11vnc)"
say "  Gõ phím:    DISPLAY=$DISPLAY xdotool key F2 (gói xdotool)"
say "  Đóng bàn:   Ctrl+C ở đây. Dữ liệu thử nằm trong .run/trial"
desk "$@"
