"""The slip with a recovery code, on a label or a roll. It is no template of the queue: what stands on it must lie on no disk.

This module must not know printers, nor who asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Page, Rect, Text
from kt1desk.printing.profile import Stock
from kt1desk.printing.templates.rolls.strip import PAGE_MM
from kt1desk.printing.validation import validate

_MARGIN_MM = 2.0
_LEAST_HEIGHT_MM = 50.0
_TITLE = "MÃ KHÔI PHỤC"
_WHAT_FOR = (
    "Mở được toàn bộ dữ liệu của bàn khi mất mật khẩu hay khôi phục bản sao lưu. "
    "Cho vào phong bì niêm phong, nộp Bưu điện tỉnh giữ. Không sao, không chụp."
)
_GROUPS_A_LINE = 3


@dataclass(frozen=True, slots=True)
class RecoverySlip:
    """What stands on it.

    Attributes:
        desk: number and point of the desk in words.
        made: when the code was made.
        code: its groups, joined by hyphens; never shown by ``repr``.
    """

    desk: str
    made: str
    code: str = field(repr=False)


def slip_page(slip: RecoverySlip, stock: Stock) -> Page:
    """The slip for a label, or for a roll where the stock has no height.

    Raises:
        DeskError: ``paper.text_does_not_fit`` where the paper is too small.
    """
    width = float(stock.width_mm) if stock.height_mm else PAGE_MM
    height = float(stock.height_mm or _LEAST_HEIGHT_MM)
    inside = width - 2 * _MARGIN_MM - 2
    left = _MARGIN_MM + 1
    groups = slip.code.split("-")
    lines = (groups[:_GROUPS_A_LINE], groups[_GROUPS_A_LINE:])

    def line(at: float, high: float) -> Rect:
        return Rect(left, at, inside, high)

    page = Page(
        width,
        height,
        _MARGIN_MM,
        (
            Box(Rect(_MARGIN_MM, _MARGIN_MM, width - 2 * _MARGIN_MM, height - 2 * _MARGIN_MM), 0.25),
            Text("caption", line(3, 6), _TITLE, 13, Face.BOLD, Align.CENTRE),
            Text("desk", line(9.2, 4.6), slip.desk, 9, Face.SEMIBOLD, Align.CENTRE),
            Text("code", line(15, 7), " – ".join(lines[0]), 15, Face.BOLD, Align.CENTRE, flat=True),
            Text("code", line(22.5, 7), " – ".join(lines[1]), 15, Face.BOLD, Align.CENTRE, flat=True),
            Text(
                "made",
                line(30, 3.8),
                f"Lập lúc {slip.made}, thay cho mã cũ.",
                7.5,
                Face.MEDIUM,
                Align.CENTRE,
            ),
            Text("caption", line(34.2, 12.6), _WHAT_FOR, 7.5, Face.REGULAR, max_lines=4),
        ),
        "KT1",
    )
    validate(page)
    return page
