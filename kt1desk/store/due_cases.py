"""Cases by the day their result is due: the authority's own, else the provisional one; asked place by place, in the order of an index.

Of tens of thousands of open cases those that are due are few, and the oldest of them may be the oldest of all: nothing here looks at the
newest cases first. This module must not know what a day means to a clerk.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from itertools import chain, islice
from operator import itemgetter

from sqlalchemy import ColumnClause, bindparam, func, literal_column, or_, select, text

from kt1desk.domain.case import CaseState
from kt1desk.domain.dossier import Form
from kt1desk.services.case_rows import DueDay, DueQuery
from kt1desk.store.case_tables import DUE, SLIP_HERE, case_count, dossier
from kt1desk.store.statements import Connection, Prepared

_LAST_DAY = "9999-12-31"
_due: ColumnClause[str] = literal_column(DUE)
_place = (dossier.c.stage == bindparam("of_stage"), dossier.c.authority == bindparam("of_authority"))
_comes_back = dossier.c.form != literal_column(f"'{Form.SEND.value}'")
_wanted = or_(bindparam("all_forms") == literal_column("1"), _comes_back)
_placed = select(_due, dossier.c.id)
DATED = Prepared(
    _placed.where(*_place, _wanted, _due > literal_column("''"), _due <= bindparam("until"))
    .order_by(_due)
    .limit(bindparam("most"))
)
UNDATED = Prepared(
    _placed.where(*_place, _wanted, _due == literal_column("''")).order_by(_due).limit(bindparam("most"))
)
_DAY = Prepared(
    select(
        dossier.c.dossier,
        dossier.c.official,
        dossier.c.authority,
        _due,
        dossier.c.official_day != literal_column("''"),
    ).where(dossier.c.id == bindparam("of_row"))
)
COUNT = Prepared(select(func.count()).where(*_place, _comes_back).select_from(dossier))
_PLACES = Prepared(select(case_count.c.authority, case_count.c.stage))
SLIPS = Prepared(
    select(dossier.c.id).where(text(SLIP_HERE)).order_by(dossier.c.since_ms).limit(bindparam("most"))
)


def rows(connection: Connection, query: DueQuery) -> list[int]:
    """Rows of the cases, those whose day comes first in front; those without a day come last, and only where any day is asked for."""
    asked = {
        "until": query.until or _LAST_DAY,
        "all_forms": int(not query.only_returning),
        "most": query.limit,
    }
    places = [{**place, **asked} for place in _places(connection, query.states, query.authority)]
    dated = heapq.merge(*(DATED.all(connection, place) for place in places), key=itemgetter(0))
    last = () if query.until else (row for place in places for row in UNDATED.all(connection, place))
    return [at for _, at in islice(chain(dated, last), query.limit)]


def days(connection: Connection, query: DueQuery) -> list[DueDay]:
    """The same cases, of each its day and what it is found by."""
    found = (_DAY.one(connection, {"of_row": at}) for at in rows(connection, query))
    return [DueDay(*(*row[:4], bool(row[4]))) for row in found if row is not None]


def returning(connection: Connection, states: Sequence[CaseState]) -> dict[str, int]:
    """How many cases with a way back stand in the states, by authority; counted in the index."""
    found: dict[str, int] = {}
    for place in _places(connection, states, ""):
        (count,) = COUNT.one(connection, place) or (0,)
        found[place["of_authority"]] = found.get(place["of_authority"], 0) + int(count)
    return {authority: count for authority, count in found.items() if count}


def slips(connection: Connection, limit: int) -> list[int]:
    """Rows of cases whose giấy hẹn is in our hands and was not handed on, the longest first."""
    return [row for (row,) in SLIPS.all(connection, {"most": limit})]


def _places(connection: Connection, states: Sequence[CaseState], authority: str) -> list[dict[str, str]]:
    """Where there are any: an authority and a state, as they are counted along."""
    return [
        {"of_authority": whose, "of_stage": stage}
        for whose, stage in _PLACES.all(connection)
        if stage in states and authority in {"", whose}
    ]
