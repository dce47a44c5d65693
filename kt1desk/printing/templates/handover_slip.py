"""The slip of a handover from hand to hand («phiếu chuyển giữ»), A4: what changes hands, signed by both. It has no place for a party."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, WIDTH, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, check_letter, grouped_number, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style
from kt1desk.printing.templates.service_words import words_of
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "handover_slip"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSlipValues(ProvedTexts):
    """Every single text on the slip; beside them stand the rows, ``thing_1_number`` and so on.

    Attributes:
        giver_name: who gives.
        taker_name: who takes.
        thing_count: things.
        reason: why, in words.
        place: where the things lie afterwards.
        service: "" for KT1, ``tthc`` for dossiers.
    """

    giver_name: str
    taker_name: str
    thing_count: str
    reason: str = ""
    place: str = ""
    service: str = ""


@dataclass(frozen=True, slots=True)
class ThingTexts:
    """A thing: its kind in words, its number, and what is known of it."""

    kind: str
    number: str
    letter: str = ""
    seal: str = ""
    weight: str = ""
    count: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        check_letter(self.letter)


_THINGS = Grid(
    LEFT,
    (
        Col("at", "STT", 12, Style(9, align=Align.CENTRE)),
        Col("kind", "Loại", 24, Style(9)),
        Col("number", "Số hiệu", 54, Style(10, Face.SEMIBOLD)),
        Col("letter", "Chữ", 14, Style(10, Face.BOLD, Align.CENTRE)),
        Col("seal", "Số niêm phong", 32, Style(9)),
        Col("weight", "Khối lượng", 24, Style(9, align=Align.RIGHT)),
        Col("count", "Số bưu gửi", 20, Style(9, align=Align.RIGHT)),
    ),
)

_COVERS = Grid(
    LEFT,
    (
        Col("at", "STT", 12, Style(9, align=Align.CENTRE)),
        Col("kind", "Loại", 30, Style(9)),
        Col("number", "Số hiệu", 58, Style(10, Face.SEMIBOLD)),
        Col("seal", "Số niêm phong", 34, Style(9)),
        Col("weight", "Khối lượng", 24, Style(9, align=Align.RIGHT)),
        Col("count", "Số bì hồ sơ", 22, Style(9, align=Align.RIGHT)),
    ),
)
"""Of dossiers no letter."""


def _row(at: int, thing: ThingTexts, *, dossiers: bool) -> Block:
    number = grouped_number(thing.number)
    if dossiers:
        known = (str(at), thing.kind, number, thing.seal, thing.weight, thing.count)
        return _COVERS.row(f"thing_{at}", known)
    texts = (str(at), thing.kind, number, thing.letter, thing.seal, thing.weight, thing.count)
    return _THINGS.row(f"thing_{at}", texts)


def _closing(values: HandoverSlipValues) -> Block:
    column = Column(LEFT, WIDTH, 2)
    column.say("thing_count", f"Cộng: {values.thing_count} mục", Style(10.5, Face.BOLD))
    column.say("caption", "Bên nhận đã kiểm từng mục, bì và niêm phong còn nguyên.", Style(8.5))
    signers = (
        Signer("Bên giao", "giver_name", values.giver_name),
        Signer("Bên nhận", "taker_name", values.taker_name),
    )
    return joined(column.block(), a4.signatures(signers))


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, things = take_rows(ThingTexts, "thing", raw)
    values = read_values(HandoverSlipValues, rest)
    words = words_of(values.service)
    facts = (
        Fact("giver_name", "Bên giao", values.giver_name, strong=True),
        Fact("taker_name", "Bên nhận", values.taker_name, strong=True),
        Fact("made_at", "Thời điểm", values.made_at, strong=True),
        Fact("reason", "Lý do", values.reason),
        Fact("place", "Nơi để", values.place),
        Fact("clerk_name", "Người lập phiếu", values.clerk_name),
        Fact("service", "Dịch vụ", words.name),
    )
    for at, thing in enumerate(things, start=1):
        words.refuse_letters(**{f"thing_{at}_letter": thing.letter})
    rows = tuple(_row(at, thing, dossiers=words.dossiers) for at, thing in enumerate(things, start=1))
    sections = (Section(rows, (_COVERS if words.dossiers else _THINGS).head()),)
    return a4.document(Paper(values, "", a4.fact_grid(facts), sections, _closing(values)), copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
