"""The record of counted cash at the end of a shift («biên bản kiểm quỹ»), A4: notes by value, cash by kind, the difference in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, Paper
from kt1desk.printing.templates.base import Template, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Style
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
from kt1desk.printing.templates.table import Col, Grid

NAME = "cash_record"
VERSION = 1
CONFIRMED = "Hai bên đã cùng đếm từng loại tiền, công nhận đúng và cùng ký."


@dataclass(frozen=True, slots=True, kw_only=True)
class CashRecordValues(ShiftTexts):
    """Every single text; beside them stand the rows ``note_1_value`` and ``cash_1_name``.

    Attributes:
        counted_words: what was counted, in words.
    """

    counted_words: str


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """Pieces of one value, without units."""

    value: str
    pieces: str
    amount: str


_NOTES = Grid(
    LEFT,
    (
        Col("at", "STT", 14, Style(9, align=Align.CENTRE)),
        Col("value", "Mệnh giá (đ)", 52, FIGURE),
        Col("pieces", "Số tờ", 42, FIGURE),
        Col("amount", "Thành tiền (đ)", 72, Style(9, Face.SEMIBOLD, Align.RIGHT)),
    ),
)


def _note(at: int, note: NoteTexts) -> Block:
    return _NOTES.row(f"note_{at}", (str(at), note.value, note.pieces, note.amount))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, notes = take_rows(NoteTexts, "note", raw)
    rest, cash = take_rows(CashTexts, "cash", rest)
    values = read_values(CashRecordValues, rest)
    rows = tuple(_note(at, each) for at, each in enumerate(notes, start=1))
    sections = (
        *((section("Tiền đếm được theo mệnh giá", rows, _NOTES),) if rows else ()),
        *((cash_section("Thu, chi trong ca theo từng khoản", cash, values.undone),) if cash else ()),
    )
    closing = signed(sums_of(values, values.counted_words), values, CONFIRMED)
    return a4.document(Paper(values, values.number, facts_of(values), sections, closing, coded=True), copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
