"""What a dispatch tells its taker: a line for each receptacle and each item; beside it the parties of A, B and C items, and of dossiers.

This module must not know who lets a dispatch go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kt1desk.domain.custody import Step, ThingKind, require_step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import (
    DispatchSent,
    ItemLine,
    Party,
    ReceptacleClosed,
    ReceptacleLine,
    read_dispatch_sent,
)
from kt1desk.domain.facts.dossier_custody import fact_type
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import HeldItem, ReceptacleRow, StandingRow, StationRow
from kt1desk.services.custody_steps import Occasion, may_step, standing_of
from kt1desk.services.destinations import parties_of
from kt1desk.services.manifest_paper import ManifestItem, ManifestReceptacle
from kt1desk.services.ports import Reader
from kt1desk.services.wording_case import way_name

Beside = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Load:
    """One receptacle that goes on a trip.

    Attributes:
        row: as it is known here.
        line: as the dispatch tells it, parties of every item written out.
        standings: where it and its items stand now; their heads are the parents of the dispatch.
        relayed: it was closed by another point and is passed on unopened.
    """

    row: ReceptacleRow
    line: ReceptacleLine
    standings: tuple[StandingRow, ...]
    relayed: bool


def load_of(reader: Reader, at: Occasion, number: str) -> Load:
    """A receptacle of this point that may leave, with all that its taker must know of it.

    Raises:
        DeskError: ``custody.*``, ``dispatch.data_missing`` for a receptacle to be passed on whose data has not come.
    """
    standing = may_step(reader, ThingKind.RECEPTACLE, number, Step.SEND, at.service)
    row = reader.receptacle(number, service=at.service)
    if row is None or standing.point != at.point:
        raise DeskError("custody.elsewhere", "receptacle", number=number)
    kind = fact_type(ReceptacleClosed.TYPE, at.service)
    stations = reader.stations(number, service=at.service)
    closing = next((each for each in stations if each.type == kind), None)
    told = _closed(reader, row, closing) if closing is not None else _told(reader, row)
    inside = tuple(standing_of(reader, ThingKind.ITEM, line.item, at.service) for line in told.items)
    for each in inside:
        require_step(ThingKind.ITEM, each.number, each.state, Step.SEND)
    items = tuple(replace(line, n=each.n + 1) for line, each in zip(told.items, inside, strict=True))
    line = replace(told, n=standing.n + 1, items=items)
    return Load(row, line, (standing, *inside), relayed=closing is None)


def masked_lines(loads: Iterable[Load]) -> tuple[tuple[ReceptacleLine, ...], Beside]:
    """The lines as they stand in the event, and the parties of A, B and C items and of every dossier as they stand beside it."""
    beside = dict[str, Mapping[str, str]]()
    lines = []
    for load in loads:
        items = []
        for line in load.line.items:
            if load.row.service is Service.TTHC or Secrecy(line.secrecy).is_marked:
                beside |= _parties(line)
                line = replace(line, sender=None, receiver=None)  # noqa: PLW2901 - the masked one takes its place
            items.append(line)
        lines.append(replace(load.line, items=tuple(items)))
    return tuple(lines), beside


def manifest_receptacle(load: Load) -> ManifestReceptacle:
    """A receptacle as the manifest lists it."""
    return ManifestReceptacle(
        number=load.line.receptacle,
        seal=load.line.seal,
        weight_g=load.line.weight_g,
        item_count=len(load.line.items),
        items=tuple(_manifest_item(load.row.service, line) for line in load.line.items),
    )


def _manifest_item(service: Service, line: ItemLine) -> ManifestItem:
    """Of a dossier only what it is: who applies for what is nobody's business on the way."""
    secrecy = Secrecy(line.secrecy)
    if service is Service.TTHC:
        return ManifestItem(line.item, secrecy, Urgency.NONE, line.weight_g, way=way_name(line.product))
    receiver = line.sender if line.returning else line.receiver
    shown = f"{receiver.name}, {receiver.address}" if receiver and not secrecy.is_marked else ""
    return ManifestItem(line.item, secrecy, Urgency(line.urgency), line.weight_g, shown)


def _closed(reader: Reader, row: ReceptacleRow, closing: StationRow) -> ReceptacleLine:
    """A receptacle that was closed here: what its closing says, and what is known of each item."""
    items = tuple(_item(reader, each) for each in reader.items_in(row.receptacle, service=row.service))
    return ReceptacleLine(
        row.receptacle, row.seal, row.weight_g, row.n, closing.event, closing.hash, items, row.to
    )


def _told(reader: Reader, row: ReceptacleRow) -> ReceptacleLine:
    """A receptacle that came here closed: what the dispatch told that brought it."""
    brought = reader.dispatch(row.dispatch, service=row.service) if row.dispatch else None
    event = reader.any_event(brought.event) if brought is not None else None
    if event is None or event.envelope.type != fact_type(DispatchSent.TYPE, row.service):
        raise DeskError("dispatch.data_missing", "receptacle", number=row.receptacle)
    lines = read_dispatch_sent(event).receptacles
    found = next((line for line in lines if line.receptacle == row.receptacle), None)
    if found is None:
        raise DeskError("dispatch.data_missing", "receptacle", number=row.receptacle)
    return found


def _item(reader: Reader, held: HeldItem) -> ItemLine:
    parties = parties_of(reader, held)
    if not held.known or parties is None:
        raise DeskError("receptacle.item_unknown", "items", number=held.item)
    return ItemLine(
        item=held.item,
        product=held.product,
        urgency=held.urgency,
        secrecy=held.secrecy,
        scope=parties.scope,
        weight_g=held.weight_g,
        accepted_ms=held.accepted_ms,
        deadline_ms=held.deadline_ms,
        agreed_ms=held.agreed_ms,
        origin=held.origin,
        n=0,
        named_person=held.named_person,
        returning=held.returning,
        sender=parties.sender,
        receiver=parties.receiver,
    )


def _parties(line: ItemLine) -> Beside:
    named: tuple[tuple[str, Party | None], ...] = (
        (f"from.{line.item}", line.sender),
        (f"to.{line.item}", line.receiver),
    )
    return {slot: party.fields() for slot, party in named if party is not None}
