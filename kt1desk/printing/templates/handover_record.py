"""The record of a hand-over to an authority («biên bản giao nhận hồ sơ», TT 17/2017/TT-BTTTT), A4 across: two liên, one for each side.

Each cover with what its signed list says and what the re-count found; every difference has a line of its own, so that no number of them
keeps a record from being printed. The authority's money that went with it stands below. It has no place for an applicant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import ACROSS, LEFT, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, grouped_number, in_pieces, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "handover_record"
VERSION = 1
CLAUSE = "Hai bên đã kiểm đếm từng giấy tờ theo danh mục người nộp đã ký, ghi đúng khác biệt và cùng ký; mỗi bên giữ một liên."
_COUNT = Style(8.5, align=Align.RIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverRecordValues(ProvedTexts):
    """Every single text on the record; beside them stand the rows of three lists, see `_build`.

    Attributes:
        number: of the record.
        authority_name: who receives.
        cover_count: covers.
        listed_count: documents by the signed lists.
        document_count: documents by the re-count.
        difference_count: lines of differences.
        place: where it was handed over.
        officer_name: who receives for the authority.
        officer_position: as what.
        fees_amount: collected fees handed over with it.
        fees_words: the same in words.
        fee_reference: number of the authority's receipt for them.
    """

    number: str
    authority_name: str
    cover_count: str
    listed_count: str
    document_count: str
    difference_count: str
    place: str = ""
    officer_name: str = ""
    officer_position: str = ""
    fees_amount: str = ""
    fees_words: str = ""
    fee_reference: str = ""


@dataclass(frozen=True, slots=True)
class CoverTexts:
    """A cover: what it is, its numbers, counts by the signed list ("" for none) and by the re-count, and its seal."""

    item: str
    way: str
    documents: str
    intact: str
    found: str
    dossier: str = ""
    official: str = ""
    procedure: str = ""
    originals: str = ""
    certified: str = ""
    plain: str = ""
    electronic: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class DifferenceTexts:
    """What differs: the place of its cover in the first list, the cover's number, and the words."""

    cover: str
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class FeeTexts:
    """Money of one case, without its unit."""

    dossier: str
    amount: str
    official: str = ""
    receipt: str = ""


_COVERS = Grid(
    LEFT,
    (
        Col("at", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("item", "Số hiệu bì hồ sơ", 37, Style(8.5, Face.SEMIBOLD)),
        Col("dossier", "Số hồ sơ của bưu điện", 35, lines=2),
        Col("official", "Mã hồ sơ", 38, Style(8, Face.SEMIBOLD), lines=3),
        Col("procedure", "Loại, thủ tục", 44, Style(7.5), lines=26),
        Col("originals", "Bản chính", 11, _COUNT),
        Col("certified", "Chứng thực", 13, _COUNT),
        Col("plain", "Bản sao", 10, _COUNT),
        Col("electronic", "Điện tử", 10, _COUNT),
        Col("documents", "Kiểm lại", 11, Style(9, Face.BOLD, Align.RIGHT)),
        Col("intact", "Niêm phong", 26, lines=2),
        Col("found", "Đối chiếu", 23, Style(8, Face.SEMIBOLD), lines=3),
    ),
)
_DIFFERENCES = Grid(
    LEFT,
    (
        Col("cover", "STT bì", 13, Style(8.5, align=Align.CENTRE)),
        Col("item", "Số hiệu bì hồ sơ", 42, Style(8.5, Face.SEMIBOLD)),
        Col("text", "Khác biệt khi kiểm đếm lại", 212, Style(8.5, Face.SEMIBOLD), lines=5),
    ),
)
_FEES = Grid(
    LEFT,
    (
        Col("at", "STT", 13, Style(8.5, align=Align.CENTRE)),
        Col("dossier", "Số hồ sơ của bưu điện", 62, Style(8.5, Face.SEMIBOLD)),
        Col("official", "Mã hồ sơ", 72, Style(8.5)),
        Col("receipt", "Biên lai số", 70, Style(8.5)),
        Col("amount", "Phí, lệ phí (đ)", 50, Style(9, Face.SEMIBOLD, Align.RIGHT)),
    ),
)


def _cover(at: int, cover: CoverTexts) -> Block:
    what = f"{cover.way}: {cover.procedure}" if cover.procedure else cover.way
    counts = (cover.originals, cover.certified, cover.plain, cover.electronic, cover.documents)
    seal = f"{cover.seal}: {cover.intact.lower()}" if cover.seal else cover.intact
    known = (str(at), grouped_number(cover.item), cover.dossier, in_pieces(cover.official, 25), what)
    return _COVERS.row(f"cover_{at}", (*known, *counts, seal, cover.found))


def _difference(at: int, difference: DifferenceTexts) -> Block:
    known = (difference.cover, grouped_number(difference.item), difference.text)
    return _DIFFERENCES.row(f"difference_{at}", known)


def _fee(at: int, fee: FeeTexts) -> Block:
    return _FEES.row(f"fee_{at}", (str(at), fee.dossier, fee.official, fee.receipt, fee.amount))


def _facts(values: HandoverRecordValues) -> Block:
    facts = (
        Fact("clerk_name", "Bên giao: nhân viên bưu chính", values.clerk_name, strong=True),
        Fact("officer_name", "Bên nhận: đại diện cơ quan", values.officer_name, strong=True),
        Fact("officer_position", "Chức vụ", values.officer_position),
        Fact("authority_name", "Cơ quan nhận", values.authority_name, strong=True, lines=14),
        Fact("place", "Nơi giao", values.place, lines=5),
        Fact("made_at", "Giờ giao", values.made_at, strong=True),
    )
    return a4.fact_grid(facts, width_mm=ACROSS)


def _closing(values: HandoverRecordValues) -> Block:
    column = Column(LEFT, ACROSS, 2)
    total = (
        f"Cộng: {values.cover_count} bì hồ sơ; theo danh mục {values.listed_count} giấy tờ, kiểm lại "
        f"{values.document_count} giấy tờ; {values.difference_count} khác biệt"
    )
    column.say("document_count", total, Style(10, Face.BOLD))
    if values.fees_amount:
        fees = f"Phí, lệ phí đã giao: {values.fees_amount}"
        if values.fee_reference:
            fees += f" – chứng từ số {values.fee_reference}"
        column.say("fees_amount", fees, Style(10, Face.BOLD))
        column.say("fees_words", f"Bằng chữ: {values.fees_words}", Style(8.5), lines=2)
    column.say("caption", CLAUSE, Style(8.5))
    signers = (
        Signer("Bên giao (nhân viên bưu chính)", "clerk_name", values.clerk_name),
        Signer("Bên nhận (đại diện cơ quan)", "officer_name", values.officer_name),
    )
    return joined(column.block(), a4.signatures(signers, ACROSS))


def _sections(
    covers: Sequence[CoverTexts], differences: Sequence[DifferenceTexts], fees: Sequence[FeeTexts]
) -> tuple[Section, ...]:
    of_fees = a4.heading("Phí, lệ phí thu hộ giao kèm")
    return (
        Section(tuple(_cover(at, each) for at, each in enumerate(covers, start=1)), _COVERS.head()),
        Section(
            tuple(_difference(at, each) for at, each in enumerate(differences, start=1)),
            joined(a4.heading("Khác biệt"), _DIFFERENCES.head()),
        ),
        Section(
            tuple(_fee(at, each) for at, each in enumerate(fees, start=1)),
            joined(of_fees, _FEES.head()),
        ),
    )


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, covers = take_rows(CoverTexts, "cover", raw)
    rest, differences = take_rows(DifferenceTexts, "difference", rest)
    rest, fees = take_rows(FeeTexts, "fee", rest)
    values = read_values(HandoverRecordValues, rest)
    sections = _sections(covers, differences, fees)
    paper = Paper(
        values,
        values.number,
        _facts(values),
        sections,
        _closing(values),
        across=True,
        marks=a4.TWO_LIENS,
        coded=True,
    )
    return a4.document(paper, copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
