"""The post's notice to an applicant, A5 upright: what his authority said, by which paper of which day, what to bring by when and where.

It says on its face who issues it and that it is none of the authority's papers: their forms (TT 03/2025/TT-VPCP) have another head.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Box, Rect
from kt1desk.printing.templates import a4, a5
from kt1desk.printing.templates.a4 import Fact, ProvedTexts
from kt1desk.printing.templates.a5 import Sheets
from kt1desk.printing.templates.base import Template, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Section, joined

NAME = "applicant_notice"
VERSION = 1
ISSUED_BY = (
    "Do bưu điện lập để báo tin. Không phải giấy tờ của cơ quan giải quyết và không thay giấy tờ của cơ quan."
)
_STRONG = Style(9.5, Face.SEMIBOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicantNoticeValues(ProvedTexts):
    """Every single text on the notice; "" leaves a part out. Beside them stand the rows, ``asked_1_name`` and so on.

    Attributes:
        told: what it tells, in one sentence.
        number: the post's own number of the case.
        item: number of its first cover, for the bars.
        applicant_name: whom it is for.
        procedure_name: code and name.
        authority_name: who decided.
        where: where to come or to ask.
        applicant_address: his address.
        official: mã hồ sơ.
        paper: number of the authority's paper.
        paper_day: its day.
        reason: in words.
        day_name: what the day is of.
        day: the last day to bring what is asked, or the new day of the result.
    """

    told: str
    number: str
    item: str
    applicant_name: str
    procedure_name: str
    authority_name: str
    where: str
    applicant_address: str = ""
    official: str = ""
    paper: str = ""
    paper_day: str = ""
    reason: str = ""
    day_name: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class AskedTexts:
    """A paper to bring, by its published name."""

    name: str


def _said(values: ApplicantNoticeValues) -> Iterator[Block]:
    paper = values.paper
    if paper and values.paper_day:
        paper = f"Số {values.paper}, ngày {values.paper_day}"
    who = (
        Fact("applicant_name", "Kính gửi người nộp hồ sơ", values.applicant_name, strong=True, lines=8),
        Fact("applicant_address", "Địa chỉ", values.applicant_address, lines=8),
    )
    yield a4.fact_grid(who, 2, a5.WIDTH, a5.LEFT)
    yield _told(values)
    by = (
        Fact("paper", "Theo giấy tờ của cơ quan", paper, lines=3),
        Fact("official", "Mã hồ sơ", values.official, lines=2),
        Fact("authority_name", "Cơ quan giải quyết", values.authority_name, lines=16),
        Fact("procedure_name", "Thủ tục", values.procedure_name, lines=16),
    )
    yield a4.fact_grid(by, 2, a5.WIDTH, a5.LEFT)


def _told(values: ApplicantNoticeValues) -> Block:
    """In a frame: it is read first, and for many it is all they read."""
    column = Column(a5.LEFT + 2, a5.WIDTH - 4, 3.3)
    column.say("told", values.told, Style(12, Face.BOLD), lines=3)
    if values.day:
        column.say("day", f"{values.day_name}: {values.day}", Style(11, Face.BOLD), lines=2)
    reason = f"Lý do: {values.reason}" if values.reason else ""
    column.say("reason", reason, Style(10, Face.SEMIBOLD), lines=5)
    frame = Box(Rect(a5.LEFT, 1.8, a5.WIDTH, column.bottom_mm - 0.3), 0.5)
    return Block((frame, *column.elements), frame.box.bottom + 1.8)


def _asked(asked: Sequence[AskedTexts]) -> Section:
    rows = tuple(
        a5.listed(f"asked_{at}_name", f"{at}.", each.name, Style(9, Face.SEMIBOLD), 8)
        for at, each in enumerate(asked, start=1)
    )
    return Section(rows, a5.headed("Giấy tờ cần nộp"))


def _closing(values: ApplicantNoticeValues) -> Block:
    where = a5.said("where", "Nơi nộp, nơi hỏi", values.where, _STRONG, 5)
    issued = Column(a5.LEFT, a5.WIDTH)
    issued.say("caption", ISSUED_BY, Style(8, Face.BOLD), lines=3)
    signers = (
        ("Người nhận thông báo", "applicant_name", ""),
        ("Nhân viên bưu chính", "clerk_name", values.clerk_name),
    )
    return joined(where, issued.block(), a5.signatures(signers))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, asked = take_rows(AskedTexts, "asked", raw)
    values = read_values(ApplicantNoticeValues, rest)
    sections = (Section(tuple(block for block in _said(values) if block.elements)), _asked(asked))
    sheets = Sheets(
        values, values.number, "Số hồ sơ (do bưu điện cấp)", values.item, sections, _closing(values)
    )
    return a5.document(sheets, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
