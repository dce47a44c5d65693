"""What is erased beside the rows that an erasure's trigger deletes: the words of persons in the index of the search.

The index keeps no words itself (`kt1desk.store.schema_sql.FTS`), so it has to be told which go: they are read one last time, before the
event is written with which their rows go too. A replay finds neither.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select

from kt1desk.domain.events import EventId
from kt1desk.domain.facts import PersonsErased
from kt1desk.store.case_tables import IDENTITY, dossier
from kt1desk.store.projections.words import DOSSIERS
from kt1desk.store.received import asked
from kt1desk.store.statements import Connection, Prepared

_CASE = Prepared(
    select(dossier.c.id).where(*(dossier.c[name] == bindparam(f"of_{name}") for name in IDENTITY))
)


def words_of_persons(connection: Connection, fact: PersonsErased) -> None:
    """Let the cases whose acceptances are named be found by everything but who applied."""
    for named in fact.events:
        row = _CASE.one(connection, asked(EventId.parse(named)))
        if row is not None:
            DOSSIERS.without_persons(connection, int(row[0]))
