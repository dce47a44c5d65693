"""`make demo`: a centre with its own PostgreSQL, two desks and the provincial bureau; an item travels before one's eyes.

Everything is real but the people: keys, certificates, encrypted stores, TLS, the integrator as a process of its own. Nothing stays behind.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from installer.demo.desks import PASSPHRASE, DemoDesk, Province, Seat
from installer.demo.journey import Journey
from installer.demo.server import Server, running_centre
from kt1desk.centre.status import as_table, read_status
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

GIVER = Seat(7, "241800", "Cao Lộc")
TAKER = Seat(9, "241000", "Cửa Đông")
BUREAU = Seat(5, "240000", "Bưu điện tỉnh")
_PATIENCE_S = 30.0


class Screen:
    """Says what happens, with the seconds since the beginning."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def say(self, text: str) -> None:
        """One line."""
        print(f"{time.monotonic() - self._begun:6.1f} s  {text}", flush=True)


def main() -> int:
    """Show it; returns the exit code."""
    screen = Screen()
    with tempfile.TemporaryDirectory(prefix="kt1-demo-") as made:
        root = Path(made)
        root.chmod(0o711)  # the server's user goes through it to his own folder
        try:
            _show(root, screen.say)
        except DeskError as error:
            print(f"LỖI: {sentence(error)}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("Dừng giữa chừng.", file=sys.stderr)
            return 130
    screen.say("Hết. Máy chủ đã tắt, thư mục tạm đã xóa.")
    return 0


def _show(root: Path, say: Callable[[str], None]) -> None:
    say(
        "Dựng trung tâm: khóa, chứng thư, PostgreSQL riêng trên 127.0.0.1 (TLS 1.3), cơ sở dữ liệu gate và core."
    )
    with running_centre(root, PASSPHRASE) as server:
        say(
            f"Trung tâm chạy ở 127.0.0.1:{server.place.port}. Ghi danh ba bàn: tệp bàn, danh sách khóa, chứng thư, mã một lần."
        )
        with Province(root, server.place).desks((GIVER, TAKER, BUREAU)) as (giver, taker, bureau):
            say("Ba bàn đã có đường mạng; KT1 được đi qua mạng theo văn bản 12/BĐT. Chạy dịch vụ vào sổ.")
            with _integrator(server, root):
                bureau.exchange()
                _travel(Journey(giver, taker), bureau, say)
                for desk in (giver, taker, bureau):
                    desk.exchange()
                _until(lambda: _all_integrated(server), "sổ cái nhập hết")
            status = read_status(server.place, datetime.now(UTC))
        say("Trung tâm thấy gì (kt1desk centre status):")
        print(as_table(status), flush=True)


def _all_integrated(server: Server) -> bool:
    status = read_status(server.place, datetime.now(UTC))
    return not any(desk.waiting_frames for desk in status.desks)


def _travel(journey: Journey, bureau: DemoDesk, say: Callable[[str], None]) -> None:
    giver, taker = journey.giver, journey.taker
    item = journey.accept()
    say(f"{giver.title} nhận bưu gửi {item}; người thứ hai duyệt.")
    dispatch = journey.send(item)
    say(f"{giver.title} đóng túi, gửi chuyến {dispatch} cho {taker.title}.")
    _sent(giver, say)
    _until(lambda: bool(taker.exchange().mail.taken) and journey.expects(dispatch), "thư báo chuyến")
    say(f"{taker.title} nhận thư của trung tâm: chuyến {dispatch} đang đến.")
    journey.arrive(dispatch, item)
    say(f"{taker.title} nhận chuyến, mở túi, quét {item}: đủ và nguyên.")
    journey.deliver(item)
    say(f"{taker.title} giao bưu tá, phát {item} tận tay người nhận.")
    _sent(taker, say)
    _until(lambda: bool(giver.exchange()) and journey.giver_knows(item), "thư báo phát")
    say(f"{giver.title} biết: {item} đã phát. Bên gửi không phải gọi điện hỏi.")
    bureau.exchange()
    known = "không biết gì" if journey.unknown_at(bureau, item) else "BIẾT (sai)"
    say(f"{bureau.title} {known} về {item}: dữ liệu chỉ đi theo bưu gửi.")


def _sent(desk: DemoDesk, say: Callable[[str], None]) -> None:
    begun = time.monotonic()
    report = desk.exchange()
    frames = sum(each.kept for each in report.streams)
    say(f"{desk.title} gửi {frames} khung cho cổng trong {(time.monotonic() - begun) * 1000:.0f} ms.")


def _until(done: Callable[[], bool], what: str) -> None:
    until = time.monotonic() + _PATIENCE_S
    while not done():
        if time.monotonic() > until:
            raise RuntimeError(f"không thấy {what} trong {_PATIENCE_S:.0f} giây")
        time.sleep(0.2)


@contextmanager
def _integrator(server: Server, root: Path) -> Iterator[None]:
    """The service, as its unit starts it."""
    words = ("centre", "integrate", "--folder", str(server.place.folder), "--dsn", server.words("integrator"))
    with (root / "integrator.log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - this program
            [sys.executable, "-m", "kt1desk", *words],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        if process.wait(_PATIENCE_S):
            print((root / "integrator.log").read_text("utf-8", "replace"), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
