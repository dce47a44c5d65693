#!/usr/bin/env bash
# Opens the desk in trial mode with sample data, in a folder of its own (.run/trial); arguments are handed on.
# A simulated label printer runs beside it and ends with it. Without a screen both open on one in memory, so that the program can be
# tried over a plain connection.
set -euo pipefail
# shellcheck source=installer/bootstrap/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

readonly PRINTER_SECONDS=20

mkdir -p .run
umask 077

begun=()
end_all() { for process in "${begun[@]}"; do kill "$process" 2>/dev/null || true; done; }
trap end_all EXIT

# The printer says its address first. Where it does not come up, labels are PDF files as receipts are.
printer=()
start_printer() {
    local heard address
    exec {heard}< <(exec "$PY" -m kt1desk.simprinter --language zpl --tcp 127.0.0.1:0 --says-stopped \
        --window --corner 2>.run/printer.log)
    begun+=($!)
    if read -r -t "$PRINTER_SECONDS" address <&"$heard" && [ -n "$address" ]; then
        printer=(--trial-printer "$address")
        say "Máy in nhãn mô phỏng: $address, cửa sổ nhỏ nằm trên bàn"
    else
        say "Máy in mô phỏng không chạy (xem .run/printer.log): nhãn ghi thành tệp PDF"
    fi
}

desk() {
    start_printer
    "$PY" -m kt1desk --trial --data-dir "$ROOT/.run/trial" "${printer[@]}" "$@"
}

if has_screen; then
    say "Mở bàn thử (số liệu mẫu) trong .run/trial"
    desk "$@"
    exit
fi

mkdir -p .run/screen
coproc XSERVER { exec Xvfb -displayfd 1 -screen 0 1366x768x24 -dpi 96 -nolisten tcp -noreset \
    -fbdir .run/screen 2>.run/screen/xvfb.log; }
begun+=("$XSERVER_PID")
read -r number <&"${XSERVER[0]}" || fail "không mở được màn hình ảo, xem .run/screen/xvfb.log"
export DISPLAY=:$number
openbox --sm-disable >/dev/null 2>&1 &
say "Máy này không có màn hình: bàn thử mở trên màn hình ảo $DISPLAY (1366×768)."
say "  Xem hình:   xwud -in .run/screen/Xvfb_screen0 (gói x11-apps), hoặc x11vnc -localhost -display $DISPLAY (gói x11vnc)"
say "  Gõ phím:    DISPLAY=$DISPLAY xdotool key F2 (gói xdotool)"
say "  Đóng bàn:   Ctrl+C ở đây. Dữ liệu thử nằm trong .run/trial"
desk "$@"
