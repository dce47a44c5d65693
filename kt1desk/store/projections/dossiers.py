"""Cases: the row that lists are made of, and the words a case is found by; what follows from their events is in `case_fold`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from sqlalchemy import bindparam, func, insert, literal_column, select

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Custody
from kt1desk.domain.events import Event
from kt1desk.store.case_tables import dossier
from kt1desk.store.projections import words
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import NEAR, OWN, TOLD

_next = select(func.coalesce(func.max(dossier.c.id), literal_column("0")) + literal_column("1"))
_DOSSIER = Prepared(
    insert(dossier).values(
        {column.name: bindparam(column.name) for column in dossier.c if column.name != "id"}
        | {"id": _next.scalar_subquery()}
    )
)
_KNOWN = Prepared(select(dossier.c.id).where(dossier.c.dossier == bindparam("of_dossier")))
_EMPTY: Mapping[str, object] = {
    column.name: 0 if column.type.python_type is int else "" for column in dossier.c if column.name != "id"
}


def dossier_accepted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The row of a case as accepted here, and its words; the numbers of its legs have been marked as used before."""
    here = {"shift": body["shift"], "payment": body["pay"], "source": OWN}
    _add(connection, event, body, here)


def dossier_told(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The row of a case that another point accepted: of no shift and no drawer of ours. A number that is here already stays as it is."""
    if _KNOWN.one(connection, {"of_dossier": body["dossier"]}) is None:
        _add(connection, event, body, {"source": TOLD})


def dossier_near(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The row of a case that another desk of this point accepted: its shift and its drawer are over there."""
    if _KNOWN.one(connection, {"of_dossier": body["dossier"]}) is None:
        _add(connection, event, body, {"source": NEAR, "payment": body["pay"]})


def _add(connection: Connection, event: Event, body: Mapping[str, Json], here: Mapping[str, object]) -> None:
    sums = cast(Mapping[str, int], body["sums"])
    said = {
        "dossier": body["dossier"],
        "form": body["form"],
        "procedure": cast(Mapping[str, Json], body["procedure"])["code"],
        "authority": cast(Mapping[str, Json], body["authority"])["id"],
        "accepted_ms": event.envelope.happened.utc_ms,
        "promised": body.get("promised", ""),
        "user": event.envelope.actor,
        "postage_dong": sums["postage"],
        "pass_on_dong": sums["pass_on"],
        "documents": body["documents"],
        "state": Custody.HERE,
        "origin": body["point"],
    }
    row = _DOSSIER.run(connection, {**_EMPTY, **identity(event.id), **said, **here}).lastrowid
    words.dossier_added(connection, row)
