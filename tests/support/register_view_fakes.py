"""Registers that are views, in memory: two weeks of handing over, and nothing in the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.extracts import extract_of
from kt1desk.domain.reporting.report import Cell, Report, Table
from kt1desk.services.register_view_kinds import RegisterView
from kt1desk.services.register_views import VIEWS, Asked
from kt1desk.services.report_values import Shown

_HERE, _CENTRE = "Bưu cục Đồng Đăng", "Bưu điện trung tâm tỉnh Lạng Sơn"
_LAN, _MINH, _TUAN = "Hoàng Thị Lan", "Vi Văn Minh", "Hứa Văn Tuấn"
_OFFICE = "Trung tâm Phục vụ hành chính công xã Đồng Đăng"
_ON, _LATER = "2026-11-22", "14:20 22/11/2026"
_LINES: tuple[tuple[Cell, ...], ...] = (
    (_ON, "07:42", "Nhận", "CT240000-261122-1-01", "Chuyến thư KT1", _CENTRE, _HERE, 3, 41, _LAN, "", ""),
    (
        _ON,
        "08:05",
        "Giao",
        "PH240110-261122-3-01",
        "Danh sách phát KT1",
        _HERE,
        _TUAN,
        None,
        18,
        _LAN,
        _TUAN,
        "",
    ),
    (
        _ON,
        "09:30",
        "Giao",
        "BB240110-261122-3-01",
        "Biên bản giao hồ sơ",
        _HERE,
        _OFFICE,
        None,
        6,
        _MINH,
        "",
        _LATER,
    ),
    (_ON, "16:45", "Giao", "CT240110-261122-3-01", "Chuyến thư KT1", _HERE, _CENTRE, 2, 25, _LAN, _MINH, ""),
)


class FakeRegisterViews:
    """`asked_views` is what was asked for, `let_out` what was printed or written."""

    def __init__(self) -> None:
        self.asked_views: list[Asked] = []
        self.let_out: list[str] = []
        self.too_many = False

    def register_views(self) -> Sequence[RegisterView]:
        return tuple(VIEWS.values())

    def register_today(self) -> date:
        return date(2026, 11, 22)

    def register_lines(self, asked: Asked) -> Shown:
        self.asked_views.append(asked)
        if self.too_many:
            raise DeskError("register.too_many", "days", limit=3_000)
        view = VIEWS[asked.view]
        lines = _LINES if asked.view == "handing" else ()
        report = Report(
            template=extract_of(asked.view),
            revision="2026-11-22",
            title=view.title.upper(),
            unit=("Bưu điện tỉnh Lạng Sơn", "Bưu cục Đồng Đăng"),
            period=f"Từ {asked.days.first:%d/%m/%Y} đến {asked.days.last:%d/%m/%Y}",
            first=asked.days.first.isoformat(),
            last=asked.days.last.isoformat(),
            scope="Bưu cục Đồng Đăng",
            sections=(Table(view.title, view.whole, lines),),
            notes=("Sổ ghi việc đã làm ở bàn này.",),
        )
        return Shown(report, None, kt1=True)

    def blank_title(self, view: str) -> str:
        return f"Tờ ghi tay: {view}" if view != "not_using" else ""

    def print_blank(self, view: str, sheets: int) -> None:
        if sheets > 20:
            raise DeskError("blank.sheets", "sheets", limit=20)
        self.let_out.append(f"{view} {sheets}")

    def proposed_file(self, shown: Shown) -> str:
        return f"lan/{shown.report.template}.pdf"

    def save_report(self, shown: Shown, path: str) -> str:
        self.let_out.append(path)
        return path

    def print_report(self, shown: Shown) -> None:
        self.let_out.append(shown.report.title)
