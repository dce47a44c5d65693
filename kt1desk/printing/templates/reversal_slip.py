"""The slip of an acceptance that was taken back («phiếu rút / hủy chấp nhận»), A5 upright: what, why, what money goes back, signed by both.

Of A, B and C only the letter is printed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Box, Code128, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import (
    Template,
    grouped_number,
    read_values,
    reprint_text,
    take_rows,
)
from kt1desk.printing.templates.dossier_values import AmountTexts
from kt1desk.printing.templates.flow import CAPTION, Column, Style, lines_mm
from kt1desk.printing.templates.proof_foot import LEFT, RIGHT, proof_foot

NAME = "reversal_slip"
VERSION = 1
WIDEST = {"event_ref": "65535.kt1.65535.4294967295", "event_hash": "dddddddddddd"}
TITLE = "PHIẾU RÚT / HỦY CHẤP NHẬN"
_LEFT, _RIGHT = LEFT, RIGHT
_WIDTH = _RIGHT - _LEFT
_MIDDLE = 74.0
_BODY_TOP, _SIGNING_TOP = 52.0, 148.0


@dataclass(frozen=True, slots=True)
class ReversalSlipValues:
    """Every single text on the slip; "" leaves a part out. Beside them stand the rows of the refund, ``refund_1_name`` and so on.

    Attributes:
        number: number of the item, or the post's own number of the case.
        item: S10 number of the item or of the first leg, for the bars.
        service: ``KT1`` or ``Hồ sơ TTHC``.
        reason: why, in words.
        accepted_at: when it had been accepted.
        reversed_at: when it was taken back.
        total_amount: what goes back in cash.
        point: where, with its code.
        provider: the post.
        clerk_name: who took it back.
        event_ref: reference of the event that takes it back.
        event_hash: twelve hex digits of its hash, not grouped.
        item_2: number of the second leg.
        letter: "", A, B or C.
        customer_name: who gets it back.
        replaced_by: number of the acceptance that corrects it.
        total_words: the total in words.
        refund_note: why no money goes back.
        point_address: address of the point.
        trial: "1" on the training device.
        reprinted_at: time of the reprint.
    """

    number: str
    item: str
    service: str
    reason: str
    accepted_at: str
    reversed_at: str
    total_amount: str
    point: str
    provider: str
    clerk_name: str
    event_ref: str
    event_hash: str
    item_2: str = ""
    letter: str = ""
    customer_name: str = ""
    replaced_by: str = ""
    total_words: str = ""
    refund_note: str = ""
    point_address: str = ""
    trial: str = ""
    reprinted_at: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        if self.letter not in {"", "A", "B", "C"}:
            raise DeskError("paper.letter_only", "letter")


def _header(values: ReversalSlipValues, copy: int) -> Iterator[Element]:
    post = Column(_LEFT, _MIDDLE - _LEFT - 10, 9)
    post.say("provider", values.provider, Style(9.5, Face.BOLD))
    post.say("point", values.point, Style(8.5), lines=2)
    post.say("point_address", values.point_address, Style(7.5, Face.REGULAR), lines=2)
    yield from post.elements
    left = _MIDDLE - 8
    title = Column(left, _RIGHT - left, 8.6)
    title.say("title", TITLE, Style(13, Face.BOLD, Align.RIGHT))
    title.say("service", f"Dịch vụ {values.service}", Style(9, Face.SEMIBOLD, Align.RIGHT))
    again = reprint_text(copy, values.reprinted_at)
    title.say("reprinted_at", again, Style(8.5, Face.BOLD, Align.RIGHT))
    yield from title.elements
    yield Line(Rect(_LEFT, 28.6, _WIDTH, 0.5))


def _codes(values: ReversalSlipValues) -> Iterator[Element]:
    yield Code128("item", Rect(_LEFT - 3.5, 31, 67.2, 13), values.item)
    number = Rect(_LEFT + 4, 45.2, 52.2, 4.6)
    yield Text("item", number, grouped_number(values.item), 13, Face.BOLD, Align.CENTRE, flat=True)
    right = _RIGHT
    if values.letter:
        square = Rect(_RIGHT - 13, 31, 13, 13)
        yield Box(square, 0.6)
        inner = square.shrunk(0.8)
        yield Text("letter", inner, values.letter, 28, Face.BOLD, Align.CENTRE, middle=True, flat=True)
        right -= 15
    numbers = Column(_MIDDLE + 3, right - _MIDDLE - 3, 30.6)
    numbers.say("caption", "Số bị hủy, không cấp lại", Style(7, Face.REGULAR, Align.RIGHT))
    numbers.say("number", grouped_number(values.number), Style(10, Face.BOLD, Align.RIGHT))
    if values.item_2:
        second = f"Chiều về {grouped_number(values.item_2)}"
        numbers.say("item_2", second, Style(8.5, Face.SEMIBOLD, Align.RIGHT))
    yield from numbers.elements


def _body(values: ReversalSlipValues, refunds: list[AmountTexts]) -> Iterator[Element]:
    column = Column(_LEFT, _WIDTH, _BODY_TOP)
    column.rule(0.3)
    for field, caption, text, style, lines in _facts(values):
        if text:
            column.say("caption", caption, CAPTION)
            column.say(field, text, style, lines)
            column.gap(1.4)
    column.rule(0.3)
    column.gap(0.6)
    column.say("caption", "Hoàn lại tiền mặt", Style(9, Face.BOLD))
    for at, refund in enumerate(refunds, start=1):
        column.pair((f"refund_{at}_name", refund.name), (f"refund_{at}_amount", refund.amount), Style(9))
    column.rule()
    column.pair(("caption", "Tổng số tiền hoàn"), ("total_amount", values.total_amount), Style(12, Face.BOLD))
    if values.total_words:
        column.say("total_words", f"Bằng chữ: {values.total_words}", Style(8.5), lines=2)
    column.say("refund_note", values.refund_note, Style(8.5, Face.SEMIBOLD), lines=2)
    if column.bottom_mm > _SIGNING_TOP:
        raise DeskError("paper.text_does_not_fit", "reason")
    yield from column.elements


def _facts(values: ReversalSlipValues) -> Iterator[tuple[str, str, str, Style, int]]:
    strong = Style(9.5, Face.SEMIBOLD)
    yield "customer_name", "Người gửi / người nộp", values.customer_name, Style(9.5, Face.BOLD), 3
    yield "reason", "Lý do", values.reason, strong, 4
    yield "accepted_at", "Đã chấp nhận lúc", values.accepted_at, strong, 1
    yield "reversed_at", "Rút / hủy lúc", values.reversed_at, strong, 1
    replaced = f"{grouped_number(values.replaced_by)}" if values.replaced_by else ""
    yield "replaced_by", "Thay bằng bưu gửi / hồ sơ số", replaced, Style(10.5, Face.BOLD), 1


def _signatures(values: ReversalSlipValues) -> Iterator[Element]:
    width = 60.0
    blocks = (
        (_LEFT, "Người gửi / người nộp", "customer_name", values.customer_name),
        (_RIGHT - width, "Nhân viên bưu chính", "clerk_name", values.clerk_name),
    )
    for left, who, field, name in blocks:
        column = Column(left, width, _SIGNING_TOP + 2)
        column.say("caption", who, Style(9, Face.BOLD, Align.CENTRE))
        column.say("caption", "(ký, ghi rõ họ tên)", Style(7.5, Face.REGULAR, Align.CENTRE))
        yield from column.elements
        box = Rect(left, 175, width, lines_mm(9, 2))
        yield Text(field, box, name, 9, Face.SEMIBOLD, Align.CENTRE, max_lines=3)


def _footer(values: ReversalSlipValues) -> Iterator[Element]:
    yield from proof_foot(values.item, values.event_ref, values.event_hash, trial=bool(values.trial))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, refunds = take_rows(AmountTexts, "refund", raw)
    values = read_values(ReversalSlipValues, rest)
    elements = (
        *_header(values, copy),
        *_codes(values),
        *_body(values, refunds),
        *_signatures(values),
        *_footer(values),
    )
    return Document.of_page(Page(148, 210, 5, elements, "KT1"))


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
