"""Cases: the row that lists are made of, the numbers of their legs, and the words a case is found by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import bindparam, func, insert, literal_column, select

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Custody
from kt1desk.domain.events import Event
from kt1desk.store.projections import words
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import dossier, leg

_next = select(func.coalesce(func.max(dossier.c.id), literal_column("0")) + literal_column("1"))
_DOSSIER = Prepared(
    insert(dossier).values(
        {column.name: bindparam(column.name) for column in dossier.c if column.name != "id"}
        | {"id": _next.scalar_subquery()}
    )
)
_LEG = Prepared(insert(leg))


def dossier_accepted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The row of a case as accepted, the numbers of its legs, and its words; the numbers have been marked as used before."""
    sums = cast(Mapping[str, int], body["sums"])
    row = _DOSSIER.run(
        connection,
        {
            "dossier": body["dossier"],
            "device": event.id.device,
            "stream": event.id.stream.value,
            "incarnation": event.id.incarnation,
            "seq": event.id.seq,
            "form": body["form"],
            "procedure": cast(Mapping[str, Json], body["procedure"])["code"],
            "authority": cast(Mapping[str, Json], body["authority"])["id"],
            "official": body.get("official", ""),
            "accepted_ms": event.envelope.happened.utc_ms,
            "promised": body.get("promised", ""),
            "shift": body["shift"],
            "user": event.envelope.actor,
            "payment": body["pay"],
            "postage_dong": sums["postage"],
            "collected_dong": sums["collected"],
            "pass_on_dong": sums["pass_on"],
            "documents": body["documents"],
            "state": Custody.HERE,
        },
    ).lastrowid
    for each in cast(Sequence[Mapping[str, Json]], body["legs"]):
        _LEG.run(connection, {"item": each["item"], "dossier": row, "direction": each["way"]})
    words.dossier_added(connection, row)
