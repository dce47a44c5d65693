"""The report of a shift that is over («báo cáo kết ca»), A4: things in, out and held, cash by kind, what was asked, numbers and seals.

A part that has nothing to say is left out. The KT1 line is missing on the report of whoever is not cleared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from kt1desk.printing.document import Document
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, Paper
from kt1desk.printing.templates.base import Template, read_values, take_rows
from kt1desk.printing.templates.flow import Style
from kt1desk.printing.templates.shift_parts import (
    FIGURE,
    CashTexts,
    ShiftTexts,
    cash_section,
    facts_of,
    section,
    signed,
    sums_of,
)
from kt1desk.printing.templates.shift_parts import (
    NAME as NAME_STYLE,
)
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "shift_report"
VERSION = 1
CONFIRMED = "Hai bên công nhận số liệu trên và cùng ký."


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftReportValues(ShiftTexts):
    """Every single text; beside them stand the rows of five tables, see `_build`.

    Attributes:
        seals: seals used, one after the other.
        remarks: what nobody was asked and the next shift must know.
    """

    seals: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class FlowTexts:
    """Things of one service: what came in, what went out, what is held and was seen or not."""

    name: str
    accepted: str
    came: str
    sent: str
    given: str
    seen: str
    missing: str


@dataclass(frozen=True, slots=True)
class ServedTexts:
    """Another counter service: customers and cash, without units."""

    name: str
    customers: str
    received: str
    paid: str


@dataclass(frozen=True, slots=True)
class AskedTexts:
    """A question of the closing and how it was answered."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class SerialTexts:
    """Numbers of one prefix."""

    prefix: str
    span: str
    used: str
    voided: str
    unknown: str
    left: str


_COUNT = Style(9, align=Align.CENTRE)
_FLOW = Grid(
    LEFT,
    (
        Col("name", "Trong ca", 48, NAME_STYLE, lines=2),
        Col("accepted", "Nhận", 22, _COUNT),
        Col("came", "Đến", 22, _COUNT),
        Col("sent", "Gửi đi", 22, _COUNT),
        Col("given", "Phát, giao", 22, _COUNT),
        Col("seen", "Còn giữ, đã thấy", 22, _COUNT),
        Col("missing", "Còn giữ, chưa thấy", 22, _COUNT),
    ),
)
_SERVED = Grid(
    LEFT,
    (
        Col("name", "Dịch vụ", 84, NAME_STYLE, lines=2),
        Col("customers", "Số khách", 24, FIGURE),
        Col("received", "Thu (đ)", 36, FIGURE),
        Col("paid", "Chi (đ)", 36, FIGURE),
    ),
)
_ASKED = Grid(
    LEFT,
    (
        Col("at", "STT", 12, _COUNT),
        Col("question", "Câu hỏi", 108, Style(9), lines=3),
        Col("answer", "Trả lời", 60, NAME_STYLE, lines=2),
    ),
)
_SERIALS = Grid(
    LEFT,
    (
        Col("prefix", "Dải", 14, NAME_STYLE),
        Col("span", "Từ số – đến số", 78, _COUNT),
        Col("used", "Đã dùng", 22, FIGURE),
        Col("voided", "Đã hủy", 22, FIGURE),
        Col("unknown", "Chưa rõ", 22, FIGURE),
        Col("left", "Còn lại", 22, FIGURE),
    ),
)
_TEXT = Grid(LEFT, (Col("text", "", 180, Style(9), lines=12),))


def _table(title: str, field: str, grid: Grid, rows: Sequence[Any]) -> Iterator[Section]:
    if rows:
        numbered = len(grid.cols) > len(fields(rows[0]))
        made = tuple(
            grid.row(f"{field}_{at}", ((str(at),) if numbered else ()) + _texts(row))
            for at, row in enumerate(rows, start=1)
        )
        yield section(title, made, grid)


def _texts(row: Any) -> tuple[str, ...]:
    return tuple(str(getattr(row, each.name)) for each in fields(row))


def _said(title: str, field: str, text: str) -> Iterator[Section]:
    if text:
        head = joined(a4.heading(title), _TEXT.rule())
        yield Section((_TEXT.row(field, (text,)),), head)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, flows = take_rows(FlowTexts, "flow", raw)
    rest, cash = take_rows(CashTexts, "cash", rest)
    rest, served = take_rows(ServedTexts, "served", rest)
    rest, asked = take_rows(AskedTexts, "asked", rest)
    rest, serials = take_rows(SerialTexts, "serial", rest)
    values = read_values(ShiftReportValues, rest)
    sections = (
        *_table("Bưu gửi, hồ sơ", "flow", _FLOW, flows),
        *((cash_section("Tiền theo từng khoản", cash, values.undone),) if cash else ()),
        *_table("Dịch vụ khác tại quầy", "served", _SERVED, served),
        *_table("Câu hỏi khi kết ca", "asked", _ASKED, asked),
        *_said("Ghi chú", "remarks", values.remarks),
        *_table("Số hiệu trong ca", "serial", _SERIALS, serials),
        *_said("Niêm phong đã dùng", "seals", values.seals),
    )
    closing = signed(sums_of(values), values, CONFIRMED)
    return a4.document(Paper(values, values.number, facts_of(values), sections, closing, coded=True), copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
