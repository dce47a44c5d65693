"""`kt1desk --self-test`: does what lies here work on this machine? Run by setups after installing, by an upgrade before the pointer moves.

    kt1desk --self-test
    kt1desk --self-test --report FILE --centre gate.example.vn:5432 --authority province.crt

Exit code 0 where no step failed, 1 otherwise, 2 for a wrong command line. It works in a temporary folder that is gone when it ends and
touches no desk; root and SYSTEM may run it without a screen.

Libraries are loaded inside the steps: a broken one must be a line of the report, not the end of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app.installed import told_version
from kt1desk.app.self_test_files import files_are_sound, libraries_load, typefaces_are_there
from kt1desk.app.self_test_machine import (
    Centre,
    ClockWatch,
    centre_from,
    data_can_be_written,
    line_answers,
    screen_is_there,
)
from kt1desk.app.self_test_steps import Found, Report, Step, run_steps
from kt1desk.config import PROGRAM, default_data_folder

if TYPE_CHECKING:  # loaded by the steps that use them
    from kt1desk.app.self_test_desk import TrialDesk
    from kt1desk.app.self_test_window import Screen

SELF_TEST = "--self-test"
_OFFSCREEN = "offscreen"
_AGAIN = "Chạy lại bộ cài đúng bản này; vẫn hỏng thì gửi báo cáo này về Bưu điện tỉnh"
_REPORT = "Gửi báo cáo này về Bưu điện tỉnh; bản trước vẫn dùng được"


def run_self_test(words: Sequence[str]) -> int:
    """Run the self-test that the words ask for; returns the exit code."""
    asked = _parser().parse_args(words)
    try:
        centre = _centre(asked)
        report = Report(_heading(), asked.report)
    except ValueError:
        print(f"Địa chỉ trung tâm phải có dạng MÁY:CỔNG, không phải «{asked.centre}».")
        return 2
    except OSError as error:
        print(f"Không ghi được báo cáo vào {asked.report}: {error.strerror}. Chọn tệp khác sau --report.")
        return 1
    with _parts(asked.platform) as parts:
        return 0 if run_steps(_steps(parts, asked.data_dir, centre), report) else 1


class _Parts:
    """What needs libraries, made by the first step that asks for it."""

    def __init__(self, platform: str) -> None:
        self._platform = platform
        self._desk: TrialDesk | None = None
        self._screen: Screen | None = None

    def desk(self) -> TrialDesk:
        """The trial desk."""
        if self._desk is None:
            from kt1desk.app.self_test_desk import TrialDesk  # noqa: PLC0415  a step's failure, not the program's

            self._desk = TrialDesk()
        return self._desk

    def screen(self) -> Screen:
        """The application on the screen, without one where there is none."""
        if self._screen is None:
            from kt1desk.app.self_test_window import Screen  # noqa: PLC0415  as above

            self._screen = Screen(self._platform or ("" if screen_is_there() else _OFFSCREEN))
        return self._screen

    def end(self) -> Found:
        """Leave nothing behind."""
        return self._desk.end() if self._desk is not None else Found("không có gì để xóa")


@contextmanager
def _parts(platform: str) -> Iterator[_Parts]:
    parts = _Parts(platform)
    try:
        yield parts
    finally:  # where the steps themselves were broken off
        parts.end()


def _steps(parts: _Parts, data: Path | None, centre: Centre | None) -> Sequence[Step]:
    clock = ClockWatch()
    room = "Giải phóng đĩa, hoặc nhờ quản trị máy cho người dùng quyền ghi vào thư mục dữ liệu"
    line = "Kiểm tra mạng, địa chỉ và tệp chứng thực của tỉnh; bàn vẫn làm việc khi chưa có mạng"
    screen = "Kiểm tra màn hình và trình điều khiển màn hình; máy Debian cần đủ các gói mà gói cài đã nêu"

    def of_desk(what: Callable[[TrialDesk], Found]) -> Callable[[], Found]:
        return lambda: what(parts.desk())

    return (
        Step("Tệp chương trình", files_are_sound, _AGAIN),
        Step("Thư viện", libraries_load, _AGAIN),
        Step("Phông chữ", typefaces_are_there, _AGAIN),
        Step("Kho mã hóa", of_desk(lambda desk: desk.make_store()), _REPORT),
        Step("Nhận bưu gửi thử", of_desk(lambda desk: desk.accept()), _REPORT),
        Step("Nhãn và mã vạch", of_desk(lambda desk: desk.read_label()), _REPORT),
        Step("Phiếu gửi PDF", of_desk(lambda desk: desk.make_pdf()), _REPORT),
        # Before the screen, where Qt may end the process.
        Step("Dọn dẹp", parts.end, "Xóa thư mục tạm nêu trên bằng tay"),
        Step("Thư mục dữ liệu", lambda: data_can_be_written(data), room),
        Step("Đường mạng", lambda: line_answers(centre), line),
        Step("Cửa sổ", lambda: parts.screen().shows_window(), screen),
        Step("Các trang màn hình", lambda: parts.screen().loads_pages(), _AGAIN),
        Step("Đồng hồ máy", clock.is_sane, "Đặt lại ngày giờ của máy, múi giờ Hà Nội (UTC+7), rồi thử lại"),
    )


def _centre(asked: argparse.Namespace) -> Centre | None:
    if not asked.centre:
        return None
    return centre_from(asked.centre, asked.authority, asked.data_dir or default_data_folder())


def _heading() -> list[str]:
    return [f"TỰ KIỂM TRA KT1 DESK, {datetime.now().astimezone():%d/%m/%Y %H:%M:%S %z}", told_version()]


def _parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog=PROGRAM, description="Tự kiểm tra chương trình trên máy này.")
    made.add_argument(SELF_TEST, action="store_true", required=True, help="chạy tự kiểm tra")
    made.add_argument("--report", type=Path, help="ghi báo cáo vào tệp này")
    made.add_argument(
        "--centre", default="", metavar="MÁY:CỔNG", help="thử kết nối TLS tới cổng của trung tâm"
    )
    made.add_argument("--authority", type=Path, help="chứng chỉ của tỉnh để xác minh trung tâm")
    made.add_argument(
        "--data-dir", type=Path, help="thư mục dữ liệu để thử quyền ghi; không mở bàn nào trong đó"
    )
    made.add_argument("-platform", default="", help=argparse.SUPPRESS)
    return made
