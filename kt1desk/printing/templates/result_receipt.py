"""The slip of a result that is given out («phiếu trả kết quả»), A5 upright: what, to whom against which paper, and what came back.

Two liên, one for the post and one for the taker. Of the paper that was seen its kind and its last signs are all it has a place for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4, a5
from kt1desk.printing.templates.a4 import Fact, ProvedTexts
from kt1desk.printing.templates.a5 import Sheets
from kt1desk.printing.templates.base import Template, grouped_number, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "result_receipt"
VERSION = 1
MARKS = ("Liên 1: bưu điện lưu", "Liên 2: giao người nhận")
CLAUSE = "Người nhận đã xem đúng kết quả của mình và nhận đủ."
_MOST_SIGNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReceiptValues(ProvedTexts):
    """Every single text on the slip; "" leaves a part out. Beside them stand the rows of two lists, see `_build`.

    Attributes:
        item: number of the cover, for the bars.
        taker_name: who took it.
        taker_role: as what.
        identity_paper: kind of the paper he showed.
        identity_end: its last signs, four at most.
        place: where it was given.
        slip_back: whether the giấy hẹn was taken back, in words.
        number: the post's own number of the case.
        official: mã hồ sơ.
        procedure_name: code and name.
        authority_name: whose result it is.
        applicant_name: whose case it is.
        authorisation: number of the paper that lets somebody else take it.
        withdrawn_none: that no paper was taken back.
        withdrawn_item: number of the cover in which they go back.
        paid_amount: what was paid on this occasion.
        paid_words: the same in words.
    """

    item: str
    taker_name: str
    taker_role: str
    identity_paper: str
    identity_end: str
    place: str
    slip_back: str
    number: str = ""
    official: str = ""
    procedure_name: str = ""
    authority_name: str = ""
    applicant_name: str = ""
    authorisation: str = ""
    withdrawn_none: str = ""
    withdrawn_item: str = ""
    paid_amount: str = ""
    paid_words: str = ""

    def __post_init__(self) -> None:
        """Refuse more of a number of identity than its end."""
        if len(self.identity_end) > _MOST_SIGNS:
            raise DeskError("paper.value_unknown", "identity_end")


@dataclass(frozen=True, slots=True)
class PieceTexts:
    """Papers of one kind and how many of them."""

    name: str
    count: str


_PIECES = Grid(
    a5.LEFT,
    (
        Col("at", "STT", 10, Style(8.5, align=Align.CENTRE)),
        Col("name", "Giấy tờ", a5.WIDTH - 34, Style(9, Face.SEMIBOLD), lines=4),
        Col("count", "Số lượng", 24, Style(9.5, Face.BOLD, Align.RIGHT)),
    ),
)


def _pieces(field: str, title: str, pieces: Sequence[PieceTexts]) -> Section:
    rows = tuple(
        _PIECES.row(f"{field}_{at}", (str(at), each.name, each.count))
        for at, each in enumerate(pieces, start=1)
    )
    return Section(rows, joined(a5.headed(title), _PIECES.head()), _PIECES.head())


def _facts(values: ResultReceiptValues) -> Block:
    shown = f"{values.identity_paper}, 4 số cuối {values.identity_end}"
    facts = (
        Fact("taker_name", values.taker_role, values.taker_name, strong=True, lines=6),
        Fact("identity_end", "Giấy tờ đã xem", shown, lines=4),
        Fact("authorisation", "Giấy ủy quyền", values.authorisation, lines=4),
        Fact("place", "Nơi trả", values.place, lines=4),
        Fact("applicant_name", "Người nộp hồ sơ", values.applicant_name, lines=6),
        Fact("official", "Mã hồ sơ", values.official, strong=True, lines=2),
        Fact("authority_name", "Cơ quan giải quyết", values.authority_name, lines=16),
        Fact("procedure_name", "Thủ tục", values.procedure_name, lines=16),
    )
    return a4.fact_grid(facts, 2, a5.WIDTH, a5.LEFT)


def _closing(values: ResultReceiptValues) -> Block:
    column = Column(a5.LEFT, a5.WIDTH, 1.5)
    back = f"Giấy tờ thu hồi: {values.withdrawn_none}" if values.withdrawn_none else ""
    column.say("withdrawn_none", back, Style(9, Face.SEMIBOLD))
    if values.withdrawn_item:
        text = f"Giấy tờ thu hồi chuyển về cơ quan trong bì {grouped_number(values.withdrawn_item)}"
        column.say("withdrawn_item", text, Style(9, Face.SEMIBOLD), lines=2)
    column.say("slip_back", f"Giấy hẹn trả kết quả: {values.slip_back}", Style(9, Face.SEMIBOLD))
    if values.paid_amount:
        column.pair(("caption", "Đã thu"), ("paid_amount", values.paid_amount), Style(10.5, Face.BOLD))
        column.say("paid_words", f"Bằng chữ: {values.paid_words}", Style(8.5), lines=3)
    column.say("caption", CLAUSE, Style(8.5), lines=2)
    signers = (
        (values.taker_role, "taker_name", values.taker_name),
        ("Nhân viên bưu chính", "clerk_name", values.clerk_name),
    )
    return joined(column.block(), a5.signatures(signers))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, given = take_rows(PieceTexts, "given", raw)
    rest, withdrawn = take_rows(PieceTexts, "withdrawn", rest)
    values = read_values(ResultReceiptValues, rest)
    sections = (
        Section((_facts(values),)),
        _pieces("given", "Đã trả", given),
        _pieces("withdrawn", "Giấy tờ thu hồi từ người nhận", withdrawn),
    )
    known = (values.number, "Số hồ sơ (do bưu điện cấp)") if values.number else (values.item, "Bì hồ sơ")
    sheets = Sheets(values, *known, values.item, sections, _closing(values), MARKS)
    return a5.document(sheets, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
