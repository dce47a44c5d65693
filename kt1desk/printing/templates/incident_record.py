"""The record of an incident («biên bản sự vụ»), A4: what, coded reasons in words, what was found, who was told when, what was done.

Nobody writes freely on it: every line comes from a coded value, a number or a time. Of A, B and C only the letter is printed, no party, and
for these the list of who must be told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

NAME = "incident_record"
VERSION = 1
MUST_BE_TOLD = "Bưu gửi có chữ: phải báo ngay cho những nơi sau đây"
NOBODY_TOLD, NOTHING_DONE = "Chưa báo ai", "Chưa xử lý"
NO_PHONE = "(chưa cài đặt số)"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRecordValues(ProvedTexts):
    """Every single text on the record; beside them stand the rows of five lists, see `_build`.

    Attributes:
        number: of the record.
        thing_kind: what it is about, in words.
        thing: its number.
        found_at: when it was found.
        closed_at: when it was closed, or that it is open.
        other_role: as what the other party signs.
        happened_at: when it happened.
        letter: "", A, B or C.
        severity: in words.
        dispatch: number of the dispatch it belongs to.
        holder_name: who held the thing.
        other_name: who signs beside the clerk.
        service: "" for KT1, ``tthc`` for dossiers.
    """

    number: str
    thing_kind: str
    thing: str
    found_at: str
    closed_at: str
    other_role: str
    happened_at: str = ""
    letter: str = ""
    severity: str = ""
    dispatch: str = ""
    holder_name: str = ""
    other_name: str = ""
    service: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand, and a letter on a record of dossiers."""
        check_letter(self.letter)
        words_of(self.service).refuse_letters(letter=self.letter)


@dataclass(frozen=True, slots=True)
class LineTexts:
    """A line of words: a reason or a remedy."""

    text: str


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """What was found: name and value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ToldTexts:
    """Who was told, in which way, when."""

    who: str
    way: str
    told_at: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ContactTexts:
    """Who must be told, and the number."""

    who: str
    phone: str = ""


_FOUND = Grid(LEFT, (Col("name", "", 100, Style(9), 2), Col("value", "", 80, Style(9, Face.SEMIBOLD), 2)))
_LINES = Grid(
    LEFT,
    (Col("at", "", 12, Style(9, align=Align.CENTRE)), Col("text", "", 168, Style(9.5, Face.SEMIBOLD), 2)),
)
_TOLD = Grid(
    LEFT,
    (
        Col("who", "Báo cho", 64, Style(9), 2),
        Col("name", "Họ tên", 48, Style(9, Face.SEMIBOLD), 2),
        Col("way", "Cách báo", 30, Style(9), 2),
        Col("told_at", "Lúc", 38, Style(9)),
    ),
)
_CONTACTS = Grid(
    LEFT,
    (
        Col("at", "STT", 12, Style(9, align=Align.CENTRE)),
        Col("who", "Nơi phải báo", 80, Style(9.5, Face.SEMIBOLD), 2),
        Col("phone", "Số gọi", 58, Style(9.5), 2),
        Col("done", "Đã báo lúc", 30),
    ),
    7.0,
)


def _lines(field: str, lines: Sequence[LineTexts], nothing: str) -> tuple[Block, ...]:
    if not lines:
        return (_LINES.row(field, ("–", nothing)),)
    return tuple(_LINES.row(f"{field}_{at}", (str(at), line.text)) for at, line in enumerate(lines, start=1))


def _told(told: Sequence[ToldTexts]) -> tuple[Block, ...]:
    if not told:
        return (_TOLD.row("told", (NOBODY_TOLD, "", "", "")),)
    return tuple(
        _TOLD.row(f"told_{at}", (each.who, each.name, each.way, each.told_at))
        for at, each in enumerate(told, start=1)
    )


def _contacts(contacts: Sequence[ContactTexts]) -> tuple[Block, ...]:
    return tuple(
        _CONTACTS.row(f"contact_{at}", (str(at), each.who, each.phone or NO_PHONE, ""))
        for at, each in enumerate(contacts, start=1)
    )


def _facts(values: IncidentRecordValues) -> Block:
    return a4.fact_grid(
        (
            Fact("thing", values.thing_kind, grouped_number(values.thing), strong=True),
            Fact("letter", "Chữ ngoài bì", values.letter, strong=True),
            Fact("service", "Dịch vụ", words_of(values.service).name),
            Fact("severity", "Mức độ", values.severity, strong=True),
            Fact("found_at", "Phát hiện lúc", values.found_at),
            Fact("happened_at", "Xảy ra lúc", values.happened_at),
            Fact("dispatch", "Chuyến thư", values.dispatch),
            Fact("holder_name", "Đang giữ khi xảy ra", values.holder_name),
            Fact("closed_at", "Kết thúc", values.closed_at),
        )
    )


def _closing(values: IncidentRecordValues) -> Block:
    column = Column(LEFT, WIDTH, 2)
    column.say(
        "caption", "Hai bên đã đọc, công nhận đúng và cùng ký. Biên bản không xóa, không sửa.", Style(8.5)
    )
    signers = (
        Signer("Người lập biên bản", "clerk_name", values.clerk_name),
        Signer(values.other_role, "other_name", values.other_name),
    )
    return joined(column.block(), a4.signatures(signers))


def _section(text: str, rows: tuple[Block, ...], head: Block) -> Section:
    return Section(rows, joined(a4.heading(text), head), head)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, reasons = take_rows(LineTexts, "reason", raw)
    rest, found = take_rows(FoundTexts, "fact", rest)
    rest, told = take_rows(ToldTexts, "told", rest)
    rest, remedies = take_rows(LineTexts, "remedy", rest)
    rest, contacts = take_rows(ContactTexts, "contact", rest)
    values = read_values(IncidentRecordValues, rest)
    found_rows = tuple(
        _FOUND.row(f"fact_{at}", (each.name, each.value)) for at, each in enumerate(found, start=1)
    )
    sections = (
        _section("Sự việc", _lines("reason", reasons, "–"), _LINES.rule()),
        _section("Số liệu khi phát hiện", found_rows, _FOUND.rule()),
        _section(MUST_BE_TOLD, _contacts(contacts), _CONTACTS.head()),
        _section("Đã báo", _told(told), _TOLD.head()),
        _section("Xử lý", _lines("remedy", remedies, NOTHING_DONE), _LINES.rule()),
    )
    return a4.document(Paper(values, values.number, _facts(values), sections, _closing(values)), copy)


TEMPLATE = Template(NAME, VERSION, _build, a4.WIDEST)
