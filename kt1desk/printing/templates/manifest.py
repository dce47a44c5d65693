"""The manifest of a dispatch («bản kê giao nhận»), A4: what goes from where to where in which receptacles, signed by giver and taker.

The dispatch event itself stands on its last pages as 2D codes, so that a point without a link receives it with one scan for each part. Of
A, B and C items only the letter is printed and no party; of dossiers their number, what they carry and their weight.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.printing.barcodes import LONGEST_QR
from kt1desk.printing.document import Document
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import QR, Align, Element, Rect, Text
from kt1desk.printing.templates import a4
from kt1desk.printing.templates.a4 import LEFT, WIDTH, Fact, Paper, ProvedTexts, Signer
from kt1desk.printing.templates.base import Template, check_letter, grouped_number, read_values, take_rows
from kt1desk.printing.templates.flow import Block, Column, Style, lines_mm
from kt1desk.printing.templates.service_words import ServiceWords, words_of
from kt1desk.printing.templates.table import Col, Grid, Section, joined

NAME = "manifest"
VERSION = 1
MOST_PARTS = 16
HOW_TO_SCAN = "Điểm nhận không có mạng: ở trang nào cũng quét được từng phần bằng máy quét cổng nối tiếp; thứ tự tùy ý, lặp lại không sao."
CLOSED = "Túi chuyển tiếp đóng kín, không kê từng bưu gửi"
CLOSED_COVERS = "Túi chuyển tiếp đóng kín, không kê từng bì hồ sơ"
_WIDEST_PART = b64encode(bytes(range(256)) * 3 + bytes(LONGEST_QR - 3 * 256)).decode("ascii")
WIDEST = {**a4.WIDEST, **{f"part_{at}_code": _WIDEST_PART for at in range(1, MOST_PARTS + 1)}}
_ACROSS, _DOWN = 2, 3
_SYMBOL_MM = 73.6
_RIGHT = Style(8, align=Align.RIGHT)
_CENTRE = Style(8, Face.BOLD, Align.CENTRE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestValues(ProvedTexts):
    """Every single text on the manifest; "" leaves a part out. Beside them stand the rows of three lists, see `_build`.

    Attributes:
        dispatch: its number.
        destination: point that receives, with its code.
        receptacle_count: receptacles.
        item_count: items in all of them.
        total_weight: of all receptacles, with unit.
        route: in words.
        plate: of the vehicle.
        vehicle: whether it carries nothing else.
        escort_name: who escorts it.
        driver_name: who drives.
        taker_name: who takes it over.
        service: "" for KT1, ``tthc`` for dossiers.
    """

    dispatch: str
    destination: str
    receptacle_count: str
    item_count: str
    total_weight: str
    route: str = ""
    plate: str = ""
    vehicle: str = ""
    escort_name: str = ""
    driver_name: str = ""
    taker_name: str = ""
    service: str = ""

    def __post_init__(self) -> None:
        """Refuse on the manifest of dossiers what only KT1 has."""
        words_of(self.service).refuse_letters(escort_name=self.escort_name, vehicle=self.vehicle)


@dataclass(frozen=True, slots=True)
class ReceptacleTexts:
    """A receptacle: its number, seal, weight with unit, and how many items it holds."""

    number: str
    seal: str
    weight: str
    count: str


@dataclass(frozen=True, slots=True)
class ItemTexts:
    """An item: the place of its receptacle in the list of receptacles, its number, and what may be said of it."""

    receptacle: str
    number: str
    weight: str
    urgency: str = ""
    letter: str = ""
    receiver: str = ""
    way: str = ""

    def __post_init__(self) -> None:
        """Refuse anything but a letter, and a party beside a letter."""
        check_letter(self.letter)
        if self.letter and self.receiver.strip("*"):
            raise DeskError("paper.party_masked", "receiver")


@dataclass(frozen=True, slots=True)
class PartTexts:
    """A part of the 2D code, its bytes in base64."""

    code: str


_COVERS = Grid(
    LEFT,
    (
        Col("at", "STT", 14, Style(8.5, align=Align.CENTRE)),
        Col("number", "Số hiệu bì hồ sơ", 58, Style(9.5, Face.SEMIBOLD)),
        Col("way", "Chiều hồ sơ", 74, Style(8.5), lines=2),
        Col("weight", "Khối lượng", 34, Style(8.5, align=Align.RIGHT)),
    ),
)
_ITEMS = Grid(
    LEFT,
    (
        Col("at", "STT", 11, Style(8, align=Align.CENTRE)),
        Col("number", "Số hiệu bưu gửi", 41, Style(9, Face.SEMIBOLD)),
        Col("letter", "Chữ", 11, _CENTRE),
        Col("urgency", "Độ khẩn", 30),
        Col("weight", "Khối lượng", 21, _RIGHT),
        Col("receiver", "Nơi nhận", 66, lines=2),
    ),
)


def _facts(values: ManifestValues) -> Block:
    return a4.fact_grid(
        (
            Fact("point", "Điểm giao", values.point, strong=True),
            Fact("destination", "Điểm nhận", values.destination, strong=True),
            Fact("made_at", "Giờ giao", values.made_at, strong=True),
            Fact("route", "Đường thư", values.route),
            Fact("plate", "Phương tiện", " – ".join(filter(None, (values.plate, values.vehicle)))),
            Fact("driver_name", "Lái xe", values.driver_name),
            Fact("escort_name", "Người áp tải", values.escort_name),
        )
    )


def _receptacles(words: ServiceWords) -> Grid:
    return Grid(
        LEFT,
        (
            Col("at", "STT", 12, Style(9, align=Align.CENTRE)),
            Col("number", "Số túi", 56, Style(10, Face.BOLD)),
            Col("seal", "Số niêm phong", 48, Style(10, Face.SEMIBOLD)),
            Col("weight", "Khối lượng", 34, Style(9, align=Align.RIGHT)),
            Col("count", words.count, 30, Style(9, align=Align.RIGHT)),
        ),
    )


def _receptacle_rows(grid: Grid, receptacles: Sequence[ReceptacleTexts]) -> Iterator[Block]:
    for at, each in enumerate(receptacles, start=1):
        texts = (str(at), each.number, each.seal, each.weight, each.count)
        yield grid.row(f"receptacle_{at}", texts)


def _contents(
    receptacles: Sequence[ReceptacleTexts], items: Sequence[ItemTexts], words: ServiceWords
) -> Iterator[Section]:
    """The items under the receptacle they are in; its line stands on every page on which it goes on."""
    placed: dict[str, list[tuple[int, ItemTexts]]] = {str(at): [] for at in range(1, len(receptacles) + 1)}
    for number, item in enumerate(items, start=1):
        if item.receptacle not in placed:
            raise DeskError("paper.value_unknown", f"item_{number}_receptacle")
        placed[item.receptacle].append((number, item))
    running = 0
    grid = _COVERS if words.dossiers else _ITEMS
    told_closed = CLOSED_COVERS if words.dossiers else CLOSED
    columns = grid.head()
    for at, each in enumerate(receptacles, start=1):
        name = f"Túi {at}: {each.number} · niêm phong {each.seal} · {each.count} {words.thing}"
        band = grid.band(f"receptacle_{at}_number", name, Style(8.5, Face.BOLD))
        rows = [
            _item_row(running + place, number, item, words)
            for place, (number, item) in enumerate(placed[str(at)], start=1)
        ]
        running += len(rows)
        closed = [] if rows else [grid.band("caption", told_closed, Style(8))]
        first = joined(a4.heading(words.capital), columns, band) if at == 1 else band
        yield Section((*rows, *closed), first, joined(columns, band))


def _item_row(running: int, number: int, item: ItemTexts, words: ServiceWords) -> Block:
    shown = grouped_number(item.number)
    if words.dossiers:
        _refuse_more(number, item, words)
        return _COVERS.row(f"item_{number}", (str(running), shown, item.way, item.weight))
    texts = (str(running), shown, item.letter, item.urgency, item.weight, item.receiver)
    return _ITEMS.row(f"item_{number}", texts)


def _refuse_more(number: int, item: ItemTexts, words: ServiceWords) -> None:
    """Who applies for what is nobody's business on the way."""
    for name in ("letter", "urgency", "receiver"):
        words.refuse_letters(**{f"item_{number}_{name}": getattr(item, name)})


def _closing(values: ManifestValues) -> Block:
    column = Column(LEFT, WIDTH, 2)
    things = words_of(values.service).thing
    total = f"Cộng: {values.receptacle_count} túi, {values.item_count} {things}, {values.total_weight}"
    column.say("item_count", total, Style(10.5, Face.BOLD))
    column.say("caption", "Hai bên đã kiểm đếm số túi, số niêm phong và khối lượng.", Style(8.5))
    signers = (
        Signer("Bên giao", "clerk_name", values.clerk_name),
        Signer("Bên nhận vận chuyển", "taker_name", values.taker_name, dated=True),
        Signer("Điểm nhận", "destination", "", dated=True),
    )
    return joined(column.block(), a4.signatures(signers))


def _code_pages(parts: Sequence[PartTexts]) -> Iterator[Block]:
    """Six symbols to a page, as far apart as a scanner needs to take one of them."""
    most = _ACROSS * _DOWN
    for start in range(0, len(parts), most):
        column = Column(LEFT, WIDTH)
        column.say("caption", HOW_TO_SCAN, Style(8.5, Face.SEMIBOLD), lines=2)
        elements: list[Element] = list(column.elements)
        top = column.bottom_mm + 0.5
        gap = WIDTH - _ACROSS * _SYMBOL_MM
        for at, part in enumerate(parts[start : start + most]):
            down, across = divmod(at, _ACROSS)
            box = Rect(
                LEFT + across * (_SYMBOL_MM + gap), top + down * (_SYMBOL_MM + 5.5), _SYMBOL_MM, _SYMBOL_MM
            )
            number = start + at + 1
            elements.append(QR(f"part_{number}_code", box, _bytes(part, number)))
            under = Rect(box.x, box.bottom, _SYMBOL_MM, lines_mm(10))
            text = f"Phần {number}/{len(parts)}"
            elements.append(Text("caption", under, text, 10, Face.BOLD, Align.CENTRE))
        yield Block(tuple(elements), 0)


def _bytes(part: PartTexts, number: int) -> bytes:
    try:
        return b64decode(part.code, validate=True)
    except ValueError as error:  # signs that are none of base64, or none of ASCII
        raise DeskError("paper.barcode_value", f"part_{number}_code") from error


def _build(raw: Mapping[str, str], copy: int) -> Document:
    rest, receptacles = take_rows(ReceptacleTexts, "receptacle", raw)
    rest, items = take_rows(ItemTexts, "item", rest)
    rest, parts = take_rows(PartTexts, "part", rest)
    if len(parts) > MOST_PARTS:
        raise DeskError("paper.value_unknown", f"part_{MOST_PARTS + 1}_code")
    values = read_values(ManifestValues, rest)
    words = words_of(values.service)
    grid = _receptacles(words)
    sections = (
        Section(tuple(_receptacle_rows(grid, receptacles)), joined(a4.heading("Túi"), grid.head())),
        *_contents(receptacles, items, words),
    )
    paper = Paper(
        values, values.dispatch, _facts(values), sections, _closing(values), tuple(_code_pages(parts))
    )
    return a4.document(paper, copy)


TEMPLATE = Template(NAME, VERSION, _build, WIDEST)
