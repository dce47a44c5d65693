"""What is erased beside the rows that an erasure's trigger deletes: the words of persons in the index of the search, and their papers.

The queue of papers keeps what each says, so that it can come out once more: of a case that is erased none can, and lists that name many
persons go by their age. The index keeps no words itself (`kt1desk.store.schema_sql.FTS`), so it has to be told which go: they are read one
last time, before the event is written with which their rows go too. A replay finds neither.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, delete, func, literal_column, select

from kt1desk.domain.events import EventId
from kt1desk.domain.facts import PersonsErased
from kt1desk.domain.service import Service
from kt1desk.services.complaint_answer_paper import COMPLAINT_ANSWER
from kt1desk.services.result_book_paper import RESULT_BOOK
from kt1desk.services.visit_list_paper import VISIT_LIST
from kt1desk.store.case_tables import IDENTITY, cover, dossier
from kt1desk.store.local_tables import print_job
from kt1desk.store.projections.words import DOSSIERS
from kt1desk.store.received import asked
from kt1desk.store.statements import Connection, Prepared

_CASE = Prepared(
    select(dossier.c.id, dossier.c.dossier).where(
        *(dossier.c[name] == bindparam(f"of_{name}") for name in IDENTITY)
    )
)
_COVERS = Prepared(select(cover.c.item).where(cover.c.dossier == bindparam("of_dossier")))
_PAPERS = Prepared(
    delete(print_job).where(print_job.c.key > bindparam("low"), print_job.c.key < bindparam("high"))
)
_LISTS = (RESULT_BOOK, VISIT_LIST, COMPLAINT_ANSWER)
_lists = func.json_each(bindparam("lists")).table_valued("value")
_OLD_LISTS = Prepared(
    delete(print_job).where(
        print_job.c.created_ms < bindparam("before_ms"),
        print_job.c.template.in_(select(_lists.c.value))
        | (literal_column("paper_values ->> '$.service'") == bindparam("of_service")),
    )
)
_AHEAD = timedelta(hours=7)
"""Of the wall clock here."""


def words_of_persons(connection: Connection, fact: PersonsErased) -> None:
    """Let the cases whose acceptances are named be found by everything but who applied, and let their papers go."""
    for named in fact.events:
        row = _CASE.one(connection, asked(EventId.parse(named)))
        if row is not None:
            DOSSIERS.without_persons(connection, int(row[0]))
            for (item,) in _COVERS.all(connection, {"of_dossier": row[1]}):
                _PAPERS.run(connection, {"low": f"{item}/", "high": f"{item}0"})
    before = datetime.fromisoformat(fact.before_day).replace(tzinfo=UTC) - _AHEAD
    old = {"before_ms": int(before.timestamp()) * 1000, "of_service": Service.TTHC.value}
    _OLD_LISTS.run(connection, old | {"lists": json.dumps(_LISTS)})
