"""The list of visits («danh sách hẹn nhận hồ sơ tại địa chỉ»), A4 across: who is called on when, where, by which phone, for what.

Whoever goes brings it back, so it has room for how each visit ended and no place for a number of identity.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import ACROSS, LEFT, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "visit_list"
VERSION = 1
CLAUSE = "Gọi trước khi đến. Xong việc, trả danh sách này về bưu cục; không để lại cho người khác."
_TO_WRITE_MM = 11.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitListValues(ProvedTexts):
    """Every single text on the list; beside them stand the rows, ``visit_1_number`` and so on.

    Attributes:
        day: of the visits.
        visit_count: visits.
        visitor_name: who goes.
    """

    day: str
    visit_count: str
    visitor_name: str = ""


@dataclass(frozen=True, slots=True)
class VisitTexts:
    """A visit: when, whom, where, for what; "" leaves a part out."""

    number: str
    between: str
    name: str
    address: str
    commune: str
    phone: str = ""
    procedure: str = ""


_VISITS = Grid(
    LEFT,
    (
        Col("at", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("between", "Giờ hẹn", 25, Style(9, Face.BOLD), lines=3),
        Col("name", "Người hẹn", 44, Style(8.5, Face.SEMIBOLD), lines=6),
        Col("phone", "Điện thoại", 24, Style(8.5, Face.SEMIBOLD), lines=2),
        Col("address", "Địa chỉ", 62, lines=10),
        Col("procedure", "Thủ tục", 47, Style(7.5), lines=26),
        Col("number", "Số hẹn", 32, lines=2),
        Col("ended", "Đã nhận / không gặp", 24),
    ),
    _TO_WRITE_MM,
)


def _visit(at: int, visit: VisitTexts) -> Block:
    where = ", ".join(filter(None, (visit.address, visit.commune)))
    known = (str(at), visit.between, visit.name, visit.phone, where, visit.procedure, visit.number, "")
    return _VISITS.row(f"visit_{at}", known)


def _closing(values: VisitListValues) -> Block:
    column = Column(LEFT, ACROSS, 2)
    column.say("visit_count", f"Cộng: {values.visit_count} nơi hẹn", Style(10.5, Face.BOLD))
    column.say("caption", CLAUSE, Style(8.5))
    signers = (
        Signer("Người giao danh sách", "clerk_name", values.clerk_name),
        Signer("Người đi nhận hồ sơ", "visitor_name", values.visitor_name, dated=True),
    )
    return joined(column.block(), a4.signatures(signers, ACROSS))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, visits = take_rows(VisitTexts, "visit", raw)
    values = read_values(VisitListValues, rest)
    facts = (
        Fact("day", "Ngày hẹn", values.day, strong=True),
        Fact("visitor_name", "Người đi nhận hồ sơ", values.visitor_name, strong=True),
        Fact("clerk_name", "Người lập", values.clerk_name),
    )
    sections = (Section(tuple(_visit(at, each) for at, each in enumerate(visits, start=1)), _VISITS.head()),)
    grid = a4.fact_grid(facts, width_mm=ACROSS)
    return a4.document(Paper(values, "", grid, sections, _closing(values), across=True, key=values.day), copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
