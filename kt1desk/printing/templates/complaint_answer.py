"""The answer to a complaint («trả lời khiếu nại», TT 17/2017/TT-BTTTT, Điều 6), A5 upright: what about, what the case says, how it ends.

Two liên. Every line is words of a code, a number or a time: nobody writes freely on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4, a5
from kt1desk.printing.templates.a4 import Fact, ProvedTexts
from kt1desk.printing.templates.a5 import Sheets
from kt1desk.printing.templates.base import Template, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "complaint_answer"
VERSION = 1
MARKS = ("Liên 1: bưu điện lưu", "Liên 2: giao người khiếu nại")
_STRONG = Style(10, Face.SEMIBOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintAnswerValues(ProvedTexts):
    """Every single text on the answer; "" leaves a part out. Beside them stand the rows, ``fact_1_name`` and so on.

    Attributes:
        number: of the complaint.
        dossier: the post's own number of the case.
        complainant_name: who complained.
        complainant_role: as what.
        received_day: when the complaint came.
        due_day: by when it must be answered.
        about: what it is about, in words.
        outcome: how it ends, in words.
        compensation_amount: what is paid, or that nothing is.
        item: the cover it is about.
        compensation_words: the compensation in words.
        rule: how it was reckoned.
    """

    number: str
    dossier: str
    complainant_name: str
    complainant_role: str
    received_day: str
    due_day: str
    about: str
    outcome: str
    compensation_amount: str
    item: str = ""
    compensation_words: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """What the case says: name and value."""

    name: str
    value: str


_FOUND = Grid(
    a5.LEFT,
    (
        Col("name", "", 62, Style(9), 4),
        Col("value", "", a5.WIDTH - 62, Style(9, Face.SEMIBOLD), 4),
    ),
)


def _said(values: ComplaintAnswerValues) -> Iterator[Block]:
    who = (
        Fact("complainant_name", values.complainant_role, values.complainant_name, strong=True, lines=6),
        Fact("dossier", "Số hồ sơ (do bưu điện cấp)", values.dossier, strong=True),
        Fact("received_day", "Nhận khiếu nại ngày", values.received_day),
        Fact("due_day", "Phải trả lời trước hết ngày", values.due_day),
    )
    yield a4.fact_grid(who, 2, a5.WIDTH, a5.LEFT)
    yield a5.said("about", "Khiếu nại về", values.about, _STRONG, 4)
    yield a5.said("outcome", "Kết quả giải quyết", values.outcome, Style(11, Face.BOLD), 4)


def _found(found: Sequence[FoundTexts]) -> Section:
    rows = tuple(_FOUND.row(f"fact_{at}", (each.name, each.value)) for at, each in enumerate(found, start=1))
    return Section(rows, joined(a5.headed("Số liệu của hồ sơ"), _FOUND.rule()), _FOUND.rule())


def _closing(values: ComplaintAnswerValues) -> Block:
    column = Column(a5.LEFT, a5.WIDTH, 2)
    column.pair(
        ("caption", "Bồi thường"),
        ("compensation_amount", values.compensation_amount),
        Style(11, Face.BOLD),
        0.5,
    )
    words = f"Bằng chữ: {values.compensation_words}" if values.compensation_words else ""
    column.say("compensation_words", words, Style(8.5), lines=3)
    column.say("rule", values.rule, Style(8.5, Face.SEMIBOLD, Align.LEFT), lines=5)
    signers = (
        ("Người khiếu nại đã nhận trả lời", "complainant_name", values.complainant_name),
        ("Nhân viên bưu chính", "clerk_name", values.clerk_name),
    )
    return joined(column.block(), a5.signatures(signers))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, found = take_rows(FoundTexts, "fact", raw)
    values = read_values(ComplaintAnswerValues, rest)
    sections = (Section(tuple(block for block in _said(values) if block.elements)), _found(found))
    sheets = Sheets(values, values.number, "Số khiếu nại", values.item, sections, _closing(values), MARKS)
    return a5.document(sheets, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
