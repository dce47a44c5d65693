"""Covers that wait at this point for their applicants, found by whatever an applicant can say of his case.

A number is looked up as it is; words are looked for in the index of cases, and only what waits of those is shown. Where less waits than the
index could have to be walked through, the few that wait are read instead.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from kt1desk.domain.custody import State
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.text import fold
from kt1desk.services.case_rows import WaitingResult
from kt1desk.store.projections.words import (
    DOSSIERS,
    FIRST_DOSSIER,
    TOLD_BY,
    all_begin,
    number_typed,
    number_words,
)
from kt1desk.store.search_terms import expression
from kt1desk.store.statements import Connection, Row
from kt1desk.store.tables import AWAITS_APPLICANT

_FEW = 200
"""So many that wait are read one by one faster than thousands of cases of one family name are asked whether they wait."""
_CHUNK, _MOST = 60, 2_000
"""So many cases are asked first whether anything of them waits, and twice as many each time after it."""
_LIES_HERE = (State.STORED, State.ARRIVED, State.ATTEMPTED, State.FORWARDED, State.UNCLAIMED)
# the sign keeps SQLite to the index of what waits: by state alone it would sort tens of thousands of rows
_STATES = ", ".join(f"'{state.value}'" for state in _LIES_HERE)
_WAITS = f"i.{AWAITS_APPLICANT.replace(' AND ', ' AND i.')} AND +i.state IN ({_STATES})"
_ROWS = f"""
SELECT i.item, coalesce(c.dossier, ''), i.product, coalesce(r.official, ''), i.keeper, coalesce(s.since_ms, i.accepted_ms),
  coalesce(r.id, 0), coalesce(e.body, x.body), coalesce(p.row, b.row)
FROM {{0}} LEFT JOIN standing s ON s.number = i.item AND s.kind = 'item' {TOLD_BY}"""  # noqa: S608 - words of our own
_ITEMS = "item i LEFT JOIN cover c ON c.item = i.item LEFT JOIN dossier r ON r.dossier = c.dossier"
_BY_TIME = _ITEMS.replace("item i", "item i INDEXED BY item_awaited", 1)
_OLDEST = f"{_ROWS.format(_BY_TIME)} WHERE {_WAITS} ORDER BY i.accepted_ms, +i.id LIMIT :most"
_SINCE = f"""{_ROWS.format(_BY_TIME)} WHERE {_WAITS} AND i.accepted_ms < :before
  AND coalesce(s.since_ms, i.accepted_ms) < :before ORDER BY i.accepted_ms, +i.id LIMIT :most"""
_COUNT = (
    f"SELECT count(*) FROM (SELECT 1 FROM item i INDEXED BY item_awaited WHERE {_WAITS} LIMIT {_FEW + 1})"  # noqa: S608 - as above
)
_OF_CASES = """json_each(:ids) w CROSS JOIN dossier r ON r.id = w.value CROSS JOIN cover c ON c.dossier = r.dossier
  CROSS JOIN item i ON i.item = c.item"""
_AMONG = f"""{_ROWS.format(_OF_CASES)}
WHERE {_WAITS} ORDER BY r.id, c.hlc_ms, c.hlc_count"""
_BY_NUMBER = f"{_ROWS.format(_ITEMS)} WHERE i.item = :number AND {_WAITS}"
_NAMED = """SELECT id FROM dossier WHERE dossier = :number
UNION SELECT id FROM dossier WHERE official = :number AND official <> ''
UNION SELECT r.id FROM cover c JOIN dossier r ON r.dossier = c.dossier WHERE c.item = :number"""
_BEGUN = """SELECT id FROM dossier WHERE official >= :number AND official < :number || '~' AND official <> '' LIMIT 200"""
_INDEXED = """SELECT rowid FROM search_fts WHERE search_fts MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"""


def find(connection: Connection, text: str, limit: int) -> list[WaitingResult]:
    """See `Reader.waiting_results`."""
    words = fold(text).split()
    if not words:
        return [_result(row) for row in connection.execute(_OLDEST, {"most": limit})]
    rows = _named(connection, normalise_number(text))
    if rows is None:
        (waiting,) = connection.execute(_COUNT).fetchone() or (0,)
        rows = _few(connection, words) if waiting <= _FEW else _many(connection, text, words)
    return [_result(row) for row in islice(rows, limit)]


def since(connection: Connection, before_ms: int, limit: int) -> list[WaitingResult]:
    """See `Reader.waiting_since`. Nothing lies somewhere before it was taken, so the index of what waits ends the search."""
    asked = {"before": before_ms, "most": limit}
    return [_result(row) for row in connection.execute(_SINCE, asked)]


def _named(connection: Connection, number: str) -> Iterator[Row] | None:
    """What waits of the one case or cover that has this very number; None where it is no number of any."""
    cases = [row for (row,) in connection.execute(_NAMED, {"number": number})]
    found = connection.execute(_BY_NUMBER, {"number": number}).fetchall()
    if not cases and not found:
        return None
    among = connection.execute(_AMONG, {"ids": json.dumps(cases)}).fetchall()
    return iter(dict.fromkeys((*found, *among)))


def _few(connection: Connection, words: Sequence[str]) -> Iterator[Row]:
    """Those that wait, read one by one."""
    digits = number_typed(words)
    for row in connection.execute(_OLDEST, {"most": _FEW}).fetchall():
        has = tuple(_words(row))
        if all_begin(words, has) or (digits and all_begin(digits, has)):
            yield row


def _words(row: Row) -> Iterator[str]:
    """What a cover is found by: its number, and the words of its case."""
    number, of_case, _, official, _, _, at, body, applicant = row
    yield from number_words(number)
    yield from fold(official).split()
    if at:
        yield from DOSSIERS.words((at, of_case, body, applicant))


def _many(connection: Connection, text: str, words: Sequence[str]) -> Iterator[Row]:
    """Those whose mã hồ sơ begins so, then those that have the words."""
    begun = [row for (row,) in connection.execute(_BEGUN, {"number": normalise_number(text)})]
    seen = set[str]()
    for rows in _waiting(connection, chain([begun], _by_words(connection, words))):
        for row in rows:
            if row[0] not in seen:
                seen.add(row[0])
                yield row


def _waiting(connection: Connection, batches: Iterable[list[int]]) -> Iterator[list[Row]]:
    """The covers that wait of some cases after others."""
    for ids in batches:
        yield connection.execute(_AMONG, {"ids": json.dumps(ids)}).fetchall() if ids else []


def _by_words(connection: Connection, words: Sequence[str]) -> Iterator[list[int]]:
    """Rows of the cases that have the words, the oldest first; those that are not in the index yet come last."""
    ways = [list(words), *filter(None, [number_typed(words)])]
    asked = [f"({match})" for way in ways if (match := expression(connection, way))]
    last, chunk = FIRST_DOSSIER, _CHUNK
    while asked:
        found = connection.execute(_INDEXED, (" OR ".join(asked), last, chunk)).fetchall()
        yield [row - FIRST_DOSSIER for (row,) in found]
        if len(found) < chunk:
            break
        last, chunk = found[-1][0], min(2 * chunk, _MOST)
    fresh = [
        each.row for each in DOSSIERS.unindexed(connection) if any(all_begin(way, each.words) for way in ways)
    ]
    yield sorted(fresh)


def _result(row: Row) -> WaitingResult:
    number, of_case, way, official, holder, since_ms, _, body, applicant_row = row
    applicant = json.loads(applicant_row) if applicant_row else {}
    procedure_name = json.loads(body)["procedure"]["name"] if body else ""
    said = (number, of_case, way, official, procedure_name, holder, since_ms)
    return WaitingResult(*said, applicant.get("name", ""), applicant.get("phone", ""))
