"""A label of 80 × 50 mm. The bars alone take 66 of its 76 mm, so that everything else stands above and below them, not beside.

The receiver comes first and largest, the sender below in small type. How large is tried from roomy to close, and the first way that fits
is taken. The last one holds what the usual label holds: there a sender has four lines of 36.5 mm at 7 pt and a receiver four of 57 mm,
here both go on in lines of 76 mm.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from kt1desk.domain.errors import DeskError
from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align, Code128, DataMatrix, Element, Line, Page, Rect, Text
from kt1desk.printing.templates.base import grouped_number
from kt1desk.printing.templates.flow import Block, lines_mm, total_mm
from kt1desk.printing.templates.labels.parts import ItemLabel, band, letter_box
from kt1desk.printing.templates.labels.shelves import Note, shelves
from kt1desk.printing.templates.said import Said
from kt1desk.printing.templates.table import joined

_LEFT, _RIGHT = 2.0, 78.0
_WIDTH = _RIGHT - _LEFT
_TOP, _BOTTOM = 1.5, 48.5
_BARS_MM = 12.5
_ONE_HEAD_MM = 6.88
"""Two lines at 7 pt."""
_MOST_AIR_MM = 0.9
_MOST_LINES = 6


class _Joined(Enum):
    """What goes on in one text where there is no room for lines of its own; notes are then condensed as well."""

    NOT = auto()
    PARTY = auto()
    """The receiver's address behind his name."""
    BOTH = auto()
    """And the sender behind that."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to try.

    Attributes:
        head_mm: height of the head, and ``route_mm`` that of the route's own line; 0 where it stands within the head.
        name_pt: sizes of the receiver's name, his address and the sender.
        face: of address and sender.
        air_mm: least air between parts.
        joined: what goes on in one text.
    """

    head_mm: float
    route_mm: float
    name_pt: float
    address_pt: float
    sender_pt: float
    face: Face
    air_mm: float
    joined: _Joined = _Joined.NOT


_WAYS = (
    _Way(6.4, 7.4, 10, 9, 8, Face.MEDIUM, 0.5),
    _Way(5.6, 6.6, 9.5, 8, 7.5, Face.MEDIUM, 0.4),
    _Way(_ONE_HEAD_MM, 0, 9.5, 8.5, 7.5, Face.MEDIUM, 0.4),
    _Way(_ONE_HEAD_MM, 0, 9, 8, 7, Face.MEDIUM, 0.3),
    _Way(_ONE_HEAD_MM, 0, 8.5, 8, 7.5, Face.CONDENSED, 0.2),
    _Way(_ONE_HEAD_MM, 0, 8, 7, 7, Face.CONDENSED, 0.1),
    _Way(_ONE_HEAD_MM, 0, 7, 7, 7, Face.CONDENSED, 0, _Joined.PARTY),
    _Way(_ONE_HEAD_MM, 0, 7, 7, 7, Face.CONDENSED, 0, _Joined.BOTH),
)


def small_label(label: ItemLabel) -> Page:
    """The page of a label. Where the longest texts leave no room, when it was entered is left to the receipt, which says it as well.

    Raises:
        DeskError: what fitting raises in the closest way, with the field of what is too long.
    """
    try:
        return _small_label(label)
    except DeskError:
        if label.entered:
            return _small_label(replace(label, entered=""))
        raise


def _small_label(label: ItemLabel) -> Page:
    for way in _WAYS[:-1]:
        page = _tried(label, way)
        if page is not None:
            return page
    blocks = _blocks(label, _WAYS[-1])
    if _spare_mm(blocks, _WAYS[-1]) < 0:
        raise DeskError("paper.text_does_not_fit", _longest(label))
    return _page(blocks, _WAYS[-1])


def _tried(label: ItemLabel, way: _Way) -> Page | None:
    try:
        blocks = _blocks(label, way)
    except DeskError as refusal:
        if refusal.code == "paper.text_does_not_fit":
            return None
        raise
    return _page(blocks, way) if _spare_mm(blocks, way) >= 0 else None


def _longest(label: ItemLabel) -> str:
    parties = (label.receiver.name, label.receiver.address, label.sender.name, label.sender.address)
    return max(parties, key=lambda said: len(said.text)).field


def _spare_mm(blocks: Sequence[Block], way: _Way) -> float:
    return _BOTTOM - _TOP - total_mm(blocks) - way.air_mm * (len(blocks) - 1)


def _page(blocks: Sequence[Block], way: _Way) -> Page:
    """The notes at the foot stand at the lower edge; what is left over goes between the others, a little at each place."""
    air = way.air_mm + min(_MOST_AIR_MM, _spare_mm(blocks, way) / (len(blocks) - 1))
    elements: list[Element] = []
    top = _TOP
    for block in blocks[:-1]:
        elements += block.at(top)
        top += block.height_mm + air
    elements += blocks[-1].at(_BOTTOM - blocks[-1].height_mm)
    return Page(80, 50, 1.5, tuple(elements), "KT1")


def _blocks(label: ItemLabel, way: _Way) -> tuple[Block, ...]:
    """Head, codes, the number with what stands beside it, the parties, and the rest of the notes."""
    rows = shelves(_notes(label, way), _LEFT, _WIDTH, close=way.joined is not _Joined.NOT)
    return (*_head(label, way), _codes(label), rows[0], _parties(label, way), joined(*rows[1:]))


def _head(label: ItemLabel, way: _Way) -> Iterator[Block]:
    route = Said("route", label.route)
    if not way.route_mm:
        yield Block(tuple(_one_head(label)), _ONE_HEAD_MM)
        return
    if not label.urgency and not label.named:
        yield Block(tuple(_one_head(label)), max(_ONE_HEAD_MM, way.route_mm))
        return
    height = way.head_mm
    elements: list[Element] = []
    if label.named:
        elements += band(label.mark.field, Rect(_LEFT, 0, 34, height), label.mark.text, height * 1.75)
        box = Rect(_LEFT + 35, 0, _WIDTH - 35, height)
        code = label.named[0]
        elements.append(Text(code.field, box, code.text, 8, Face.BOLD, Align.RIGHT, max_lines=1, middle=True))
    else:
        left = _LEFT
        mark = Rect(left, 0, 13, height)
        elements.append(Text(label.mark.field, mark, label.mark.text, 17, Face.BOLD, middle=True, flat=True))
        left += 14
        if label.letter:
            elements += letter_box(Rect(left, 0, 8, height), label.letter, 12.5)
            left += 9.5
        elements += band("urgency", Rect(left, 0, _RIGHT - left, height), label.urgency, height * 1.75)
    yield Block(tuple(elements), height)
    box = Rect(_LEFT, 0, _WIDTH, way.route_mm)
    yield Block((Text(route.field, box, route.text, way.route_mm * 1.9, Face.BOLD, middle=True),), box.h)


def _one_head(label: ItemLabel) -> Iterator[Element]:
    """Service, letter, route and urgency beside each other, the route in two lines where it must."""
    height, left, right = _ONE_HEAD_MM, _LEFT, _RIGHT
    if label.named:
        yield from band(label.mark.field, Rect(left, 0, 15.5, height), label.mark.text, 7, 2)
        left += 16.5
    else:
        mark = Rect(left, 0, 12.5, height)
        yield Text(label.mark.field, mark, label.mark.text, 17, Face.BOLD, middle=True, flat=True)
        left += 13.5
    if label.letter:
        yield from letter_box(Rect(left, 0, height, height), label.letter, 13)
        left += height + 1.2
    if label.urgency:
        right -= 17.0
        yield from band("urgency", Rect(right, 0, 17.0, height), label.urgency, 10, 2)
        right -= 1
    yield Text(
        "route", Rect(left, 0, right - left, height), label.route, 13, Face.BOLD, max_lines=2, middle=True
    )


def _codes(label: ItemLabel) -> Block:
    """Bars, and the matrix beside their quiet zone with modules as wide as those of the bars."""
    bars = Code128(label.number.field, Rect(1.5, 0, 67.2, _BARS_MM), label.number.text)
    matrix = DataMatrix("event_ref", Rect(69.1, (_BARS_MM - 9.2) / 2, 9.2, 9.2), label.matrix, fine=True)
    return Block((bars, matrix), _BARS_MM)


def _notes(label: ItemLabel, way: _Way) -> Iterator[Note]:
    """The widest first: so they take the fewest rows."""
    number = label.number
    yield Note(number.field, grouped_number(number.text), 11, Face.BOLD, flat=True, first=True)
    yield Note("agreed_time", label.agreed, 7, Face.BOLD, first=True)
    yield Note("reprinted_at", label.again, 7, Face.BOLD, inverse=True)
    yield Note("trial", label.trial, 7, Face.BOLD, inverse=True)
    yield Note("entered_at", label.entered, 7, Face.BOLD)
    for at, said in enumerate(label.named):
        if at or not way.route_mm:
            yield Note(said.field, said.text, 7, Face.BOLD)
    yield Note("point", label.point, 7)
    yield Note("accepted_at", label.accepted_at, 7)
    yield Note("route_detail", label.detail, 7, Face.SEMIBOLD)
    yield Note("weight", label.weight, 7, Face.BOLD)


def _parties(label: ItemLabel, way: _Way) -> Block:
    """The receiver, who needs no caption, and below him the sender; between lines where there is room for them."""
    receiver, sender = label.receiver, label.sender
    from_whom = Said(sender.whole.field, f"{sender.caption}: {sender.whole.text}")
    if way.joined is _Joined.BOTH:
        every = Said(_longest(label), f"{receiver.whole.text}. {from_whom.text}")
        return Block(*_below_each_other(((every, way.name_pt, way.face),), 0))
    if way.joined is _Joined.PARTY:
        said = ((receiver.whole, way.name_pt, way.face), (from_whom, way.sender_pt, way.face))
        return Block(*_below_each_other(said, 0))
    elements: list[Element] = [Line(Rect(_LEFT, 0, _WIDTH, 0.2))]
    named = [(receiver.name, way.name_pt, Face.BOLD)]
    if receiver.address:
        named.append((receiver.address, way.address_pt, way.face))
    above, bottom = _below_each_other(named, 0.2 + way.air_mm)
    below, bottom = _below_each_other(((from_whom, way.sender_pt, way.face),), bottom + way.air_mm)
    return Block((*elements, *above, *below, Line(Rect(_LEFT, bottom, _WIDTH, 0.2))), bottom + 0.2)


def _below_each_other(
    said: Sequence[tuple[Said, float, Face]], top: float
) -> tuple[tuple[Element, ...], float]:
    """Texts with size and face, each as high as it is, and where the last one ends."""
    made: list[Element] = []
    for each, pt, face in said:
        box = Rect(_LEFT, top, _WIDTH, lines_mm(pt, _MOST_LINES))
        text = Text(each.field, box, each.text, pt, face, max_lines=_MOST_LINES)
        made.append(text.within(Rect(box.x, box.y, box.w, text.fitted().height_mm)))
        top = made[-1].box.bottom
    return tuple(made), top
