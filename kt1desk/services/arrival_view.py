"""How an arrival stands: each receptacle and each item of a dispatch against what was found, and what still lacks an incident record.

A relay point passes a receptacle on unopened: its items are not looked at there. This module must not know how anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.custody import State, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ReceptacleReceived
from kt1desk.domain.facts.dossier_custody import fact_type
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import DispatchRow, FoundRow, HeldItem, ReceptacleRow
from kt1desk.services.ports import Reader

INTACT = "intact"
SEAL_BROKEN, SEAL_DIFFERS, DAMAGED = "seal_broken", "seal_differs", "damaged"
BAG_CONDITIONS = frozenset({INTACT, SEAL_BROKEN, SEAL_DIFFERS, DAMAGED})
ITEM_CONDITIONS = frozenset({INTACT, "damaged", "opened", "wet"})
_ON_THE_WAY = frozenset({State.DISPATCHED, State.PACKED})


class Wrong(StrEnum):
    """What can differ between a dispatch and what came."""

    MISSING = "missing"
    SURPLUS = "surplus"
    DAMAGED = "damaged"
    BAG_MISSING = "bag_missing"
    BAG_DAMAGED = "bag_damaged"
    SEAL = "seal"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that needs an incident record; ``incident`` is its number, "" while there is none."""

    wrong: Wrong
    kind: ThingKind
    number: str
    incident: str = ""


@dataclass(frozen=True, slots=True)
class ArrivingBag:
    """A receptacle of the dispatch. ``received`` is what its taking over said, None while it has not come.

    ``opened`` is whether its seal was broken here; where it was not, a relay point may pass it on.
    """

    row: ReceptacleRow
    received: ReceptacleReceived | None
    opened: bool


@dataclass(frozen=True, slots=True)
class ArrivingItem:
    """An item of the dispatch, or one too many. ``seen`` is whether it was confirmed here; ``condition`` as it was found."""

    item: HeldItem
    receptacle: str
    seen: bool
    condition: str = INTACT
    surplus: bool = False


@dataclass(frozen=True, slots=True)
class ArrivalView:
    """A dispatch as it stands here."""

    dispatch: DispatchRow
    bags: tuple[ArrivingBag, ...]
    items: tuple[ArrivingItem, ...]
    differences: tuple[Difference, ...]

    @property
    def lacking(self) -> tuple[Difference, ...]:
        """What has no incident record yet."""
        return tuple(each for each in self.differences if not each.incident)

    @property
    def expected(self) -> int:
        """How many items are to be confirmed here."""
        return sum(not item.surplus for item in self.items)

    @property
    def arrived(self) -> int:
        """How many of them were."""
        return sum(item.seen and not item.surplus for item in self.items)

    def numbers(self, wrong: Wrong) -> tuple[str, ...]:
        """What is wrong in one way."""
        return tuple(each.number for each in self.differences if each.wrong is wrong)


def arrival_of(reader: Reader, point: str, number: str, service: Service = Service.KT1) -> ArrivalView:
    """How the arrival of a dispatch stands.

    Raises:
        DeskError: ``dispatch.unknown`` where its data has not come; ``dispatch.not_for_here``.
    """
    row = reader.dispatch(number, service=service)
    if row is None or not row.receptacles:
        raise DeskError("dispatch.unknown", "dispatch", number=number)
    if row.to != point:
        raise DeskError("dispatch.not_for_here", "dispatch", number=number)
    inside = reader.dispatch_receptacles(number, service=service)
    bags = tuple(_bag(reader, bag, point, number) for bag in inside)
    items = tuple(item for bag in bags if not _goes_on(bag, point) for item in _items(reader, bag))
    differences = tuple(_differences(reader, row, bags, items))
    return ArrivalView(row, bags, items, differences)


def _goes_on(bag: ArrivingBag, point: str) -> bool:
    """Whether it lies here closed on its way to another point: nobody here looks into it."""
    return bag.received is not None and not bag.opened and bag.row.to != point


def _bag(reader: Reader, row: ReceptacleRow, point: str, dispatch: str) -> ArrivingBag:
    received = _received(reader, row, point, dispatch)
    return ArrivingBag(row, received, opened=received is not None and row.state is State.OPENED)


def _received(reader: Reader, bag: ReceptacleRow, point: str, dispatch: str) -> ReceptacleReceived | None:
    """The last time it was taken over here, with this dispatch or before its data came."""
    kind = fact_type(ReceptacleReceived.TYPE, bag.service)
    for station in reversed(reader.stations(bag.receptacle, service=bag.service)):
        if station.type != kind or station.point != point:
            continue
        event = reader.any_event(station.event)
        fact = ReceptacleReceived.of(event.body()) if event is not None else None
        if fact is not None and fact.receptacle == bag.receptacle and fact.dispatch in {"", dispatch}:
            return fact
    return None


def _items(reader: Reader, bag: ArrivingBag) -> Iterator[ArrivingItem]:
    service = bag.row.service
    found = {row.item: row for row in reader.found_in(bag.row.receptacle, service=service)}
    for item in reader.items_in(bag.row.receptacle, service=service):
        seen = found.pop(item.item, None)
        elsewhere = seen is None and item.state not in _ON_THE_WAY
        yield ArrivingItem(item, bag.row.receptacle, seen is not None or elsewhere, _condition(seen))
    for number, row in found.items():
        held = reader.held_item(number, service=service)
        if held is not None:
            yield ArrivingItem(held, bag.row.receptacle, seen=True, condition=row.condition, surplus=True)


def _condition(row: FoundRow | None) -> str:
    return row.condition if row is not None else INTACT


def _differences(
    reader: Reader, dispatch: DispatchRow, bags: tuple[ArrivingBag, ...], items: tuple[ArrivingItem, ...]
) -> Iterator[Difference]:
    for bag in bags:
        for wrong in _wrong_with(bag):
            yield _difference(reader, dispatch, wrong, ThingKind.RECEPTACLE, bag.row.receptacle)
    gone = {bag.row.receptacle for bag in bags if not bag.opened}
    for item in items:
        for wrong in _wrong_with_item(item, in_gone=item.receptacle in gone):
            yield _difference(reader, dispatch, wrong, ThingKind.ITEM, item.item.item)


def _wrong_with(bag: ArrivingBag) -> Iterator[Wrong]:
    if bag.received is None:
        yield Wrong.BAG_MISSING
        return
    if bag.received.condition in {SEAL_BROKEN, SEAL_DIFFERS} or bag.received.seal != bag.row.seal:
        yield Wrong.SEAL
    if bag.received.condition == DAMAGED:
        yield Wrong.BAG_DAMAGED


def _wrong_with_item(item: ArrivingItem, *, in_gone: bool) -> Iterator[Wrong]:
    """Items of a receptacle that has not come are missing with it: one record says so. In one that is closed nobody has looked yet."""
    if not item.seen and not in_gone:
        yield Wrong.MISSING
    if item.surplus:
        yield Wrong.SURPLUS
    if item.condition != INTACT:
        yield Wrong.DAMAGED


def _difference(
    reader: Reader, dispatch: DispatchRow, wrong: Wrong, kind: ThingKind, number: str
) -> Difference:
    """With its incident record; one that was opened before the data came names no dispatch."""
    records = reader.incidents(only_open=False, number=number, service=dispatch.service)
    found = next((row.incident for row in records if row.dispatch in {"", dispatch.dispatch}), "")
    return Difference(wrong, kind, number, found)
