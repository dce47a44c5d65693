"""Acceptances taken back: the row says so, the line of a list is free again, and agencies that did not write to each other did not.

What the acceptance said is read from its event, which the reversal names as a parent. A replay lays that event beside it
(`kt1desk.store.rebuild`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import bindparam, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Custody, State, Step, ThingKind, after
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DossierAccepted, ItemAccepted
from kt1desk.domain.touching import SEND_WAY
from kt1desk.store import entries
from kt1desk.store.case_tables import dossier
from kt1desk.store.projections import custody, items, lines, reporting
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import item

_ITEM = Prepared(select(item.c.state).where(item.c.item == bindparam("of_item")))
_DOSSIER = Prepared(
    update(dossier)
    .where(dossier.c.dossier == bindparam("of_dossier"), dossier.c.state == bindparam("before"))
    .values(state=bindparam("after"))
)


def item_reversed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """What the acceptance of an item brought with it is undone; its state follows with its custody.

    Raises:
        DeskError: ``store.refused`` where it cannot be taken back any more, or where the event does not name the acceptance.
    """
    acceptance = _acceptance(connection, event, ItemAccepted.TYPE, "item", body["item"])
    row = _ITEM.one(connection, {"of_item": body["item"]})
    if row is None or after(ThingKind.ITEM, State(row[0]), Step.REVERSE) is None:
        raise DeskError("store.refused")
    items.pair_unmet(connection, acceptance)
    reporting.item_unsent(connection, acceptance)
    lines.freed(connection, acceptance)


def dossier_reversed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The case is not here any more, and its applicant has again what he had handed over.

    Which cover that was, the first desks did not write: it is the leg of the acceptance that goes to the authority.

    Raises:
        DeskError: as `item_reversed`.
    """
    acceptance = _acceptance(connection, event, DossierAccepted.TYPE, "dossier", body["dossier"])
    moved = _DOSSIER.run(
        connection, {"of_dossier": body["dossier"], "before": Custody.HERE, "after": Custody.REVERSED}
    )
    _one(moved.rowcount)
    lines.freed(connection, acceptance)
    legs = cast(Sequence[Mapping[str, Json]], acceptance["legs"])
    sent = (str(leg["item"]) for leg in legs if leg["way"] == SEND_WAY)
    given_back = {"item": body.get("item") or next(sent, "")}
    custody.touched(connection, event, {**body, **given_back})


def _acceptance(
    connection: Connection, event: Event, kind: str, name: str, number: Json
) -> Mapping[str, Json]:
    """The body of the acceptance among the event's parents."""
    for parent in event.envelope.parents:
        found = entries.read(connection, parent)
        if found is not None and found.envelope.type == kind:
            body = found.body()
            if body[name] == number:
                return body
    raise DeskError("store.refused")


def _one(rows: int) -> None:
    if rows != 1:
        raise DeskError("store.refused")
