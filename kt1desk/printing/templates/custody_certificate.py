"""The custody certificate of one item («chứng nhận chuỗi giao nhận»), A4 across: each station, and a signed code that proves the chain.

It names those who held the item and none of its parties.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import QR, SUPPORTED_DPI, Align, Rect
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import ACROSS, LEFT, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import (
    Template,
    check_letter,
    grouped_hash,
    grouped_number,
    read_values,
    take_rows,
)
from kt1desk.printing.templates.flow import NOTHING, Block, Column, Style
from kt1desk.printing.templates.table import Col, Grid, Section

NAME = "custody_certificate"
VERSION = 1
_SIGNING_MM = 80.0
_LONGEST_CODE = "A" * 400
WIDEST = {**a4.WIDEST, "code": _LONGEST_CODE}
HOW_TO_CHECK = (
    "Mã bên cạnh do máy của điểm giao dịch ký. Kiểm tra không cần mạng: quét mã vào lệnh kt1desk verify --certificate "
    "trên máy có danh sách khóa công khai của các điểm."
)
UNSIGNED = "Chưa có mã ký: đối chiếu số ghi và mã đối chiếu với sổ của từng điểm."


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyCertificateValues(ProvedTexts):
    """Every single text on the certificate; beside them stand the rows, ``station_1_at`` and so on.

    Attributes:
        item: S10 number.
        urgency: its class in words.
        weight: with unit.
        letter: "", A, B or C.
        code: the signed certificate in base45, "" while there is none.
    """

    item: str
    urgency: str
    weight: str
    letter: str = ""
    code: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter where only a letter may stand."""
        check_letter(self.letter)


@dataclass(frozen=True, slots=True)
class StationTexts:
    """A station: when, what, from whom to whom, where, under which seal, and the event that says so."""

    at: str
    act: str
    place: str
    event_ref: str
    event_hash: str
    giver: str = ""
    taker: str = ""
    seal: str = ""


_STATIONS = Grid(
    LEFT,
    (
        Col("number", "STT", 9, Style(8, align=Align.CENTRE)),
        Col("at", "Thời điểm", 30, Style(8, Face.SEMIBOLD)),
        Col("act", "Việc", 30, Style(8.5, Face.SEMIBOLD), lines=2),
        Col("giver", "Bên giao", 40, Style(8), lines=3),
        Col("taker", "Bên nhận", 40, Style(8), lines=3),
        Col("place", "Nơi", 35, Style(8), lines=3),
        Col("seal", "Niêm phong", 22, Style(8)),
        Col("event_ref", "Số ghi trong nhật ký", 35, Style(7.5)),
        Col("event_hash", "Mã đối chiếu", 26, Style(7.5)),
    ),
)


def _row(at: int, station: StationTexts) -> Block:
    said = (station.at, station.act, station.giver, station.taker, station.place, station.seal)
    proof = (station.event_ref, grouped_hash(station.event_hash))
    return _STATIONS.row(f"station_{at}", (str(at), *said, *proof))


def _closing(values: CustodyCertificateValues) -> Block:
    """The code on the left, how to check it beside it, and who signs on the right."""
    code = _code(values.code)
    left = LEFT + code.height_mm + (4 if values.code else 0)
    words = Column(left, LEFT + ACROSS - _SIGNING_MM - left - 4, 6)
    words.say("caption", HOW_TO_CHECK if values.code else UNSIGNED, Style(8.5), lines=6)
    signer = Signer("Người lập chứng nhận", "clerk_name", values.clerk_name)
    signed = a4.signatures((signer,), _SIGNING_MM, LEFT + ACROSS - _SIGNING_MM)
    height = max(code.height_mm, words.bottom_mm, signed.height_mm)
    return Block((*code.elements, *words.elements, *signed.elements), height)


def _code(text: str) -> Block:
    """The symbol as large as its modules need at any resolution, and as high as it is wide."""
    if not text:
        return NOTHING
    payload = text.encode()
    probe = QR("code", Rect(0, 0, 0, 0), payload)
    side = max(probe.reserved_mm(dpi)[0] for dpi in SUPPORTED_DPI)
    return Block((QR("code", Rect(LEFT, 2, side, side), payload),), side + 2)


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, stations = take_rows(StationTexts, "station", raw)
    values = read_values(CustodyCertificateValues, rest)
    facts = (
        Fact("item", "Bưu gửi", grouped_number(values.item), strong=True),
        Fact("letter", "Chữ ngoài bì", values.letter, strong=True),
        Fact("urgency", "Độ khẩn", values.urgency, strong=True),
        Fact("weight", "Khối lượng", values.weight, strong=True),
    )
    rows = tuple(_row(at, station) for at, station in enumerate(stations, start=1))
    sections = (Section(rows, _STATIONS.head()),)
    grid = a4.fact_grid(facts, 4, ACROSS)
    shown = grouped_number(values.item)
    paper = Paper(values, shown, grid, sections, _closing(values), across=True, key=values.item)
    return a4.document(paper, copy)


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
