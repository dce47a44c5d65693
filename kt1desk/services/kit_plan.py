"""The plan of a rollout, read line by line: every mistake with its line and column, and no desk while there is one.

This module must not know files, keys, or what becomes of a plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kt1desk.domain.desk_file import LAST_DEVICE, Clearance, NumberBlock, Service, Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import STOCKS as PAPERS
from kt1desk.domain.kit import GivenBlock, KnownPrinter, PlannedDesk, Slot, Way, own_language
from kt1desk.domain.text import clean, fold
from kt1desk.services import cells
from kt1desk.services.kit_columns import LANGUAGES, SERVICES, STOCKS, TRANSPORTS, WAYS
from kt1desk.services.sheets import Sheet, SheetLine

_T = TypeVar("_T")
_BLOCK = re.compile(r"([A-Z]{2})[ :]*(\d{1,8})\s*[:–-]\s*(\d{1,8})", re.ASCII)
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,200}[A-Za-z0-9])?(?::\d{1,5})?", re.ASCII)
_USER = re.compile(r"[a-z0-9][a-z0-9.]{0,15}", re.ASCII)
_PORT = re.compile(r"COM\d{1,3}|/dev/\S+", re.IGNORECASE | re.ASCII)
_USUAL = frozenset({Transport.BUNDLE, Transport.PAPER})
_MAX_CELL = 400


@dataclass(frozen=True, slots=True)
class PlanFault:
    """What is wrong in a line of the plan, under which title."""

    line: int
    title: str
    reason: DeskError


@dataclass(frozen=True, slots=True)
class Plan:
    """What was read. With a fault, nothing of it may be made."""

    desks: tuple[PlannedDesk, ...]
    faults: tuple[PlanFault, ...]


def read_plan(sheet: Sheet, is_point: Callable[[str], bool], given: Collection[GivenBlock]) -> Plan:
    """Read a plan.

    Args:
        sheet: its lines under `kt1desk.services.kit_columns.PLAN_COLUMNS`.
        is_point: whether the program knows a point by this code.
        given: blocks that were given out before.
    """
    reading = _Reading(sheet, is_point)
    desks = [desk for line in sheet.lines if (desk := reading.desk(line)) is not None]
    reading.hold_together(desks)
    for desk in desks:
        reading.hold_against(desk, given)
    faults = sorted(reading.faults, key=lambda fault: fault.line)
    return Plan(tuple(desks), tuple(faults))


class _Reading:
    """Lines of one plan on their way to desks."""

    def __init__(self, sheet: Sheet, is_point: Callable[[str], bool]) -> None:
        self.faults: list[PlanFault] = []
        self._layout = sheet.layout
        self._is_point = is_point

    def desk(self, line: SheetLine) -> PlannedDesk | None:
        """The desk of a line; None where something of it is wrong: every cell of it is read all the same."""
        before = len(self.faults)
        if line.problem is not None:
            self._note(line.number, line.problem)
        point = self._cell(line, lambda: self._point(line.text("point")))
        device = self._cell(line, lambda: _device(line.text("device")))
        blocks = self._cell(line, lambda: tuple(_blocks(line.text("blocks")))) or ()
        services = self._cell(line, lambda: _named(line, "services", SERVICES, frozenset(Service)))
        ways = self._cell(line, lambda: _named(line, "transports", TRANSPORTS, _USUAL)) or frozenset()
        printers = [self._cell(line, lambda slot=slot: _printer(line, slot)) for slot in Slot]  # type: ignore[misc]
        centre = self._cell(line, lambda: _centre(line.text("centre"), ways)) or ""
        cleared = self._cell(line, lambda: tuple(_clearances(line.text("cleared")))) or ()
        if len(self.faults) > before or point is None or device is None or services is None:
            return None
        known = tuple(printer for printer in printers if printer is not None)
        return PlannedDesk(line.number, point, device, blocks, services, ways, known, centre, cleared)

    def hold_together(self, desks: list[PlannedDesk]) -> None:
        """No two lines are one desk, and no two blocks of the plan have a number in common."""
        first: dict[int, int] = {}
        for desk in desks:
            if desk.device in first:
                self._note(desk.line, DeskError("kit.device_twice", "device", line=first[desk.device]))
            first.setdefault(desk.device, desk.line)
        seen: list[tuple[int, NumberBlock]] = []
        for desk in desks:
            for block in desk.blocks:
                meets = next((line for line, other in seen if _meet(block, other)), None)
                if meets is not None:
                    refusal = DeskError("kit.blocks_overlap", "blocks", prefix=block.prefix, line=meets)
                    self._note(desk.line, refusal)
                seen.append((desk.line, block))

    def hold_against(self, desk: PlannedDesk, given: Collection[GivenBlock]) -> None:
        """No number that another desk has, and no desk that stands at another point already."""
        for row in given:
            if row.device == desk.device and row.point != desk.point:
                self._note(desk.line, DeskError("kit.device_elsewhere", "device", point=row.point))
                break
        for block in desk.blocks:
            taken = next((row for row in given if row.device != desk.device and row.meets(block)), None)
            if taken is not None:
                self._note(desk.line, block_given(block, taken))

    def _cell(self, line: SheetLine, read: Callable[[], _T]) -> _T | None:
        try:
            return read()
        except DeskError as error:
            self._note(line.number, error)
            return None

    def _note(self, line: int, reason: DeskError) -> None:
        self.faults.append(PlanFault(line, self._layout.title_of(reason.field), reason))

    def _point(self, text: str) -> str:
        if not text or not self._is_point(text):
            raise DeskError("kit.point_unknown", "point")
        return text


def block_given(block: NumberBlock, taken: GivenBlock) -> DeskError:
    """The refusal of a block of which another desk has a number."""
    day = taken.day.isoformat()
    return DeskError("kit.block_given", "blocks", prefix=block.prefix, device=taken.device, day=day)


def _device(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else 0
    if not 1 <= number <= LAST_DEVICE:
        raise DeskError("kit.device_shape", "device", last=LAST_DEVICE)
    return number


def _blocks(text: str) -> Iterator[NumberBlock]:
    parts = _parts(text)
    if not parts:
        raise DeskError("kit.blocks_shape", "blocks")
    for part in parts:
        found = _BLOCK.fullmatch(part.upper())
        try:
            if found is None:
                raise DeskError("kit.blocks_shape", "blocks")
            yield NumberBlock(found[1], int(found[2]), int(found[3]))
        except DeskError as error:
            raise DeskError("kit.blocks_shape", "blocks") from error


def _named(line: SheetLine, field: str, words: Mapping[str, _T], usual: frozenset[_T]) -> frozenset[_T]:
    said = [fold(part) for part in re.split(r"[;,+/\n]", line.text(field)) if part.strip()]
    return frozenset(cells.choice(word, words, field, f"kit.{field}") for word in said) or usual


def _printer(line: SheetLine, slot: Slot) -> KnownPrinter | None:
    """``TSPL; USB; 100x60`` in any order; the paper may be left out."""
    parts = _parts(clean(line.text(slot), slot, _MAX_CELL))
    if not parts:
        return None
    language, stock, ways = "", PAPERS[slot][0], list[tuple[Way, str]]()
    for part in parts:
        word = fold(part).replace(" ", "")
        if word in LANGUAGES:
            language = LANGUAGES[word]
        elif word.replace("×", "x") in STOCKS:
            stock = STOCKS[word.replace("×", "x")]
        else:
            ways.append(_way(part, slot))
    if len(ways) != 1:
        raise DeskError("kit.printer_way", slot)
    way, address = ways[0]
    return KnownPrinter(slot, way, language or own_language(way), stock, address)


def _way(part: str, slot: Slot) -> tuple[Way, str]:
    """By the words that it begins with; the rest is the address, as it was written."""
    if _PORT.fullmatch(part):
        return Way.SERIAL, part
    words = (
        part.replace(":", ": ", 1).split() if part.lower().startswith(("windows:", "pdf:")) else part.split()
    )
    for count in (2, 1):
        way = WAYS.get(fold(" ".join(words[:count])).rstrip(":").strip())
        if way is not None and len(words) >= count:
            return way, " ".join(words[count:])
    raise DeskError("kit.printer_way", slot)


def _centre(text: str, ways: frozenset[Transport]) -> str:
    if not text:
        if Transport.NETWORK in ways:
            raise DeskError("kit.centre_missing", "centre")
        return ""
    if _HOST.fullmatch(text) is None:
        raise DeskError("kit.centre_shape", "centre")
    return text


def _clearances(text: str) -> Iterator[Clearance]:
    for part in _parts(text):
        user, _, until = part.partition(":")
        try:
            day = cells.day(until.strip(), "cleared")
        except DeskError as error:
            raise DeskError("kit.cleared_shape", "cleared") from error
        if day is None or _USER.fullmatch(user.strip()) is None:
            raise DeskError("kit.cleared_shape", "cleared")
        yield Clearance(user.strip(), day)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _meet(one: NumberBlock, other: NumberBlock) -> bool:
    return one.prefix == other.prefix and one.first <= other.last and other.first <= one.last
