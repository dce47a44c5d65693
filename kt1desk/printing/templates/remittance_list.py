"""The list of collected fees passed on to their authority («bảng kê nộp phí, lệ phí thu hộ»), A4: two liên, one for each side.

The authority's money alone stands on it, case by case with its biên lai, and no applicant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, WIDTH, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, in_pieces, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "remittance_list"
VERSION = 1
CLAUSE = "Bảng kê này không thay biên lai thu phí, lệ phí; không gồm cước bưu chính."


@dataclass(frozen=True, slots=True, kw_only=True)
class RemittanceListValues(ProvedTexts):
    """Every single text on the list; beside them stand the rows, ``fee_1_dossier`` and so on.

    Attributes:
        number: of the list.
        authority_name: whose money it is.
        manner: how it is paid in, in words.
        fee_count: cases.
        total_amount: all of it.
        total_words: the same in words.
        officer_name: who receives it.
        reference: number of the authority's receipt or of the transfer order.
        handover: number of the hand-over record it goes along with.
    """

    number: str
    authority_name: str
    manner: str
    fee_count: str
    total_amount: str
    total_words: str
    officer_name: str = ""
    reference: str = ""
    handover: str = ""


@dataclass(frozen=True, slots=True)
class FeeTexts:
    """Money of one case, without its unit."""

    dossier: str
    accepted_at: str
    amount: str
    official: str = ""
    receipt: str = ""


_FEES = Grid(
    LEFT,
    (
        Col("at", "STT", 11, Style(8.5, align=Align.CENTRE)),
        Col("dossier", "Số hồ sơ của bưu điện", 38, Style(8.5, Face.SEMIBOLD), lines=2),
        Col("official", "Mã hồ sơ", 43, Style(8.5), lines=2),
        Col("accepted_at", "Thu lúc", 29, Style(8)),
        Col("receipt", "Biên lai số", 29, Style(8.5), lines=3),
        Col("amount", "Số tiền (đ)", 30, Style(9, Face.SEMIBOLD, Align.RIGHT)),
    ),
)


def _fee(at: int, fee: FeeTexts) -> Block:
    codes = (fee.dossier, in_pieces(fee.official, 28), fee.accepted_at, in_pieces(fee.receipt, 18))
    return _FEES.row(f"fee_{at}", (str(at), *codes, fee.amount))


def _closing(values: RemittanceListValues) -> Block:
    column = Column(LEFT, WIDTH, 2)
    column.pair(
        ("fee_count", f"Cộng {values.fee_count} hồ sơ"),
        ("total_amount", values.total_amount),
        Style(11.5, Face.BOLD),
        0.6,
    )
    column.say("total_words", f"Bằng chữ: {values.total_words}", Style(9), lines=3)
    column.say("caption", CLAUSE, Style(8.5))
    signers = (
        Signer("Người nộp (nhân viên bưu chính)", "clerk_name", values.clerk_name),
        Signer("Người nhận (đại diện cơ quan)", "officer_name", values.officer_name, dated=True),
    )
    return joined(column.block(), a4.signatures(signers))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, fees = take_rows(FeeTexts, "fee", raw)
    values = read_values(RemittanceListValues, rest)
    facts = (
        Fact("authority_name", "Cơ quan hưởng", values.authority_name, strong=True, lines=14),
        Fact("manner", "Cách nộp", values.manner, strong=True),
        Fact("reference", "Chứng từ số", values.reference),
        Fact("made_at", "Giờ nộp", values.made_at, strong=True),
        Fact("handover", "Kèm biên bản giao nhận số", values.handover),
        Fact("officer_name", "Người nhận", values.officer_name, lines=6),
    )
    sections = (Section(tuple(_fee(at, each) for at, each in enumerate(fees, start=1)), _FEES.head()),)
    grid = a4.fact_grid(facts)
    paper = Paper(values, values.number, grid, sections, _closing(values), marks=a4.TWO_LIENS, coded=True)
    return a4.document(paper, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
