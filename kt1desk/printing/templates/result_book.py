"""The book of results taken over from an authority («sổ giao nhận kết quả», QĐ 45/2016/QĐ-TTg), A4: two liên, one for each side.

A line for each cover; below stand the numbers that the authority's list had and that were not given, and those that are on no list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, WIDTH, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, grouped_number, in_pieces, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "result_book"
VERSION = 1
CLAUSE = "Hai bên đã đối chiếu từng kết quả, ghi đúng phần thiếu và phần thừa, cùng ký; mỗi bên giữ một liên."
_NUMBER = Style(8.5, Face.SEMIBOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultBookValues(ProvedTexts):
    """Every single text in the book; beside them stand the rows of three lists, see `_build`.

    Attributes:
        number: of the book.
        authority_name: who gives.
        expected_count: results by the authority's list, or that it has none.
        result_count: covers taken over.
        piece_count: papers in them.
        missing_count: numbers of the list that were not given.
        surplus_count: numbers that are on no list.
        opened_at: when the taking over began.
        officer_name: who gives for the authority.
        officer_position: as what.
    """

    number: str
    authority_name: str
    expected_count: str
    result_count: str
    piece_count: str
    missing_count: str
    surplus_count: str
    opened_at: str = ""
    officer_name: str = ""
    officer_position: str = ""


@dataclass(frozen=True, slots=True)
class ResultTexts:
    """A cover: its numbers, what lies in it, and whom it is for; "" for what is not known here."""

    item: str
    kinds: str
    dossier: str = ""
    official: str = ""
    applicant: str = ""


@dataclass(frozen=True, slots=True)
class OddTexts:
    """A number that is missing, or one too many."""

    number: str


_RESULTS = Grid(
    LEFT,
    (
        Col("at", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("official", "Mã hồ sơ", 38, Style(8, Face.SEMIBOLD), lines=3),
        Col("item", "Số hiệu bì hồ sơ", 36, _NUMBER),
        Col("dossier", "Số hồ sơ của bưu điện", 35, lines=2),
        Col("kinds", "Kết quả, số lượng", 25, lines=6),
        Col("applicant", "Người nộp", 37, lines=8),
    ),
)
_ODD = Grid(
    LEFT,
    (
        Col("at", "STT", 10, Style(8, align=Align.CENTRE)),
        Col("number", "Số ghi trên kết quả, danh sách", 80, _NUMBER),
        Col("told", "Cơ quan giải thích, hẹn giao", 90),
    ),
    6.0,
)


def _result(at: int, result: ResultTexts) -> Block:
    known = (str(at), in_pieces(result.official, 25), grouped_number(result.item), result.dossier)
    return _RESULTS.row(f"result_{at}", (*known, result.kinds, result.applicant))


def _odd(field: str, title: str, numbers: Sequence[OddTexts]) -> Section:
    rows = tuple(
        _ODD.row(f"{field}_{at}", (str(at), grouped_number(each.number), ""))
        for at, each in enumerate(numbers, start=1)
    )
    return Section(rows, joined(a4.heading(title), _ODD.head()))


def _facts(values: ResultBookValues) -> Block:
    facts = (
        Fact("authority_name", "Cơ quan giao", values.authority_name, strong=True, lines=14),
        Fact("officer_name", "Người giao", values.officer_name, strong=True),
        Fact("officer_position", "Chức vụ", values.officer_position),
        Fact("clerk_name", "Người nhận: nhân viên bưu chính", values.clerk_name, strong=True),
        Fact("opened_at", "Bắt đầu nhận", values.opened_at),
        Fact("made_at", "Nhận xong", values.made_at, strong=True),
    )
    return a4.fact_grid(facts)


def _closing(values: ResultBookValues) -> Block:
    column = Column(LEFT, WIDTH, 2)
    taken = f"Đã nhận: {values.result_count} bì, {values.piece_count} giấy tờ"
    column.say("result_count", taken, Style(10.5, Face.BOLD))
    compared = (
        f"Danh sách của cơ quan: {values.expected_count}; thiếu: {values.missing_count}; "
        f"thừa: {values.surplus_count}"
    )
    column.say("expected_count", compared, Style(9.5, Face.SEMIBOLD))
    column.say("caption", CLAUSE, Style(8.5))
    signers = (
        Signer("Bên giao (đại diện cơ quan)", "officer_name", values.officer_name),
        Signer("Bên nhận (nhân viên bưu chính)", "clerk_name", values.clerk_name),
    )
    return joined(column.block(), a4.signatures(signers))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, results = take_rows(ResultTexts, "result", raw)
    rest, missing = take_rows(OddTexts, "missing", rest)
    rest, surplus = take_rows(OddTexts, "surplus", rest)
    values = read_values(ResultBookValues, rest)
    sections = (
        Section(tuple(_result(at, each) for at, each in enumerate(results, start=1)), _RESULTS.head()),
        _odd("missing", "Có trong danh sách của cơ quan, không giao", missing),
        _odd("surplus", "Được giao, không có trong danh sách", surplus),
    )
    paper = Paper(
        values, values.number, _facts(values), sections, _closing(values), marks=a4.TWO_LIENS, coded=True
    )
    return a4.document(paper, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
