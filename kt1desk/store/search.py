"""One search for items, cases, procedures, agencies and points: words without marks, by their beginnings, in any order.

The full-text index answers which rows; this module says in what order. Reference rows and procedures (a few thousand) are ranked: call code
or initials first, then a name that begins so, one that has the words side by side, one that begins with the first of them, then how often
the agency is written to or from, then the shorter name (what was typed is more of it), then the alphabet. Cases and items (up to a million)
come newest first. Nothing a user types reaches the index as syntax: only folded letters and digits do, each word in quotation marks
(`kt1desk.store.search_terms`).

Each kind of row has a range of numbers in the index, so that none is looked through for another:

    procedures  < -2^20 <=  reference rows  < 0 <  items  < 2^40 <=  cases
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.text import fold, initials, sort_key
from kt1desk.services.rows import SearchHit
from kt1desk.store.case_tables import HAS_OFFICIAL
from kt1desk.store.projections.words import (
    CASE_TOLD,
    DOSSIERS,
    FIRST_DOSSIER,
    ITEMS,
    Indexed,
    all_begin,
    names_of,
    number_typed,
)
from kt1desk.store.search_terms import expression
from kt1desk.store.statements import Connection, Row
from kt1desk.store.tables import place_in

ITEM, DOSSIER, PROCEDURE = "item", "dossier", "procedure"
MAX_WORDS = 32
"""Whole names are pasted, and more procedures begin with the same eight words than a page shows; each word is one seek more."""
MAX_WORD = 32
_RANKED = 4_000
"""Rows of one range looked at for one answer; more only match a single letter."""
_LOWEST_REFERENCE = -(2**20)
_LOWEST = -(2**62)

_RANKED_ROWS = f"""
SELECT d.kind, d.ref, d.title, d.subtitle,
  CASE WHEN d.initials = :line OR lower(replace(d.ref, '-', ' ')) = :line
         OR instr(' ' || d.code || ' ', ' ' || :line || ' ') > 0 THEN 0
       WHEN substr(d.initials, 1, length(:line)) = :line THEN 1
       WHEN substr(d.words, 1, length(:line)) = :line THEN 2
       WHEN instr(' ' || d.words, ' ' || :line) > 0 THEN 3
       WHEN substr(d.words, 1, length(:first)) = :first THEN 4
       ELSE 5 END AS rank,
  CASE d.kind WHEN 'agency' THEN (SELECT coalesce(sum(count), 0) FROM pair WHERE sender = d.ref)
    + (SELECT coalesce(sum(count), 0) FROM pair WHERE receiver = d.ref) ELSE 0 END AS uses,
  length(d.title), d.sort
FROM (SELECT rowid AS found FROM search_fts WHERE search_fts MATCH :match AND rowid BETWEEN :low AND :high LIMIT {_RANKED})
JOIN search_doc d ON d.id = found
WHERE :kinds = '' OR instr(:kinds, ' ' || d.kind || ' ') > 0
ORDER BY rank, uses DESC, length(d.title), d.sort, d.ref LIMIT :most"""  # noqa: S608 - a number of our own
_NEWEST = "SELECT rowid FROM search_fts WHERE search_fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"
_ITEM = f"""
SELECT i.item, i.source, e.body, x.body FROM item i
LEFT JOIN event e ON e.id = {place_in("i")} AND e.device = i.device
LEFT JOIN received x ON x.device = i.device AND x.stream = i.stream AND x.incarnation = i.incarnation AND x.seq = i.seq
WHERE i.id = ?"""  # noqa: S608 - as above
_DOSSIER = f"""
SELECT r.dossier, coalesce(CAST(coalesce(p.row, b.row) AS TEXT) ->> '$.name', ''),
  CAST(coalesce(e.body, x.body) AS TEXT) ->> '$.procedure.name'
FROM {CASE_TOLD} WHERE r.id = ?"""  # noqa: S608 - as above
_ITS_NUMBER = f"""
SELECT id FROM dossier WHERE dossier = :number UNION ALL
SELECT id FROM dossier WHERE official = :number AND {HAS_OFFICIAL} ORDER BY id DESC"""  # noqa: S608 - words of our own
_STORED = "SELECT id, kind, ref, title, subtitle, code, initials, sort, words FROM search_doc WHERE id >= ? ORDER BY id DESC"
_PROCEDURES = "SELECT ref, id, words FROM search_doc WHERE id < ? ORDER BY id DESC"
_FORGET = "INSERT INTO search_fts (search_fts, rowid, words) VALUES ('delete', ?, ?)"
_DELETE = "DELETE FROM search_doc WHERE id = ?"
_ADD = "INSERT INTO search_doc (id, kind, ref, title, subtitle, code, initials, sort, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INDEX = "INSERT INTO search_fts (rowid, words) VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class ReferenceDoc:
    """A row of reference data as it is found. ``code`` is its call code, ``extra`` further words nobody sees (older names, a district)."""

    kind: str
    ref: str
    title: str
    subtitle: str = ""
    code: str = ""
    extra: str = ""


@dataclass(frozen=True, slots=True)
class _Ranked:
    """An answer from a ranked range, and its place among those of another."""

    hit: SearchHit
    rank: int
    order: tuple[int, int, int, str, str]


def find(connection: Connection, text: str, kinds: Sequence[str], limit: int) -> Sequence[SearchHit]:
    """The best answers. ``kinds`` empty asks for all.

    Ranked rows come before cases, and cases before items; but what can be a number is looked for among numbers first, after those rows
    alone whose code it is. Text without a letter or digit finds nothing.
    """
    words = [word[:MAX_WORD] for word in fold(text).split()[:MAX_WORDS]]
    if not words:
        return []
    ranked = _ranked(connection, words, kinds, limit)
    early = [each.hit for each in ranked if each.rank == 0 or not number_typed(words)]
    hits = early[:limit]
    if (DOSSIER in kinds or not kinds) and len(hits) < limit:
        hits += _cases(connection, text, words, limit - len(hits))
    if (ITEM in kinds or not kinds) and len(hits) < limit:
        hits += _items(connection, words, limit - len(hits))
    late = [each.hit for each in ranked[len(early) :]]
    return hits + late[: limit - len(hits)]


def replace_reference(connection: Connection, docs: Iterable[ReferenceDoc]) -> None:
    """Put ``docs`` in place of all reference rows, inside the caller's transaction. Nothing is written where they are there already.

    Procedures stay: they are put one by one (`put_procedures`).
    """
    rows = [_row(-place, doc) for place, doc in enumerate(docs, start=1)]
    stored = connection.execute(_STORED, (_LOWEST_REFERENCE,)).fetchall()
    if stored == rows:
        return
    for row in stored:
        _forget(connection, row[0], row[-1])
    for row in rows:
        _add(connection, row)


def put_procedures(connection: Connection, docs: Sequence[ReferenceDoc]) -> None:
    """Let procedures be found, inside the caller's transaction: a known one by its new words, a new one under the next number down."""
    if not docs:
        return  # as at every log-in but the first: the words of all that are there need not be read
    known = {
        ref: (doc_id, words) for ref, doc_id, words in connection.execute(_PROCEDURES, (_LOWEST_REFERENCE,))
    }
    lowest = min((doc_id for doc_id, _ in known.values()), default=_LOWEST_REFERENCE)
    for doc in docs:
        if doc.ref in known:
            doc_id, words = known[doc.ref]
            _forget(connection, doc_id, words)
        else:
            doc_id = lowest = lowest - 1
        _add(connection, _row(doc_id, doc))


def _forget(connection: Connection, doc_id: int, words: str) -> None:
    connection.execute(_FORGET, (doc_id, words))
    connection.execute(_DELETE, (doc_id,))


def _add(connection: Connection, row: Row) -> None:
    connection.execute(_ADD, row)
    connection.execute(_INDEX, (row[0], row[-1]))


def _row(doc_id: int, doc: ReferenceDoc) -> Row:
    short, code = initials(doc.title), fold(doc.code)
    named = " ".join((fold(doc.title), short, code, fold(doc.ref), fold(doc.extra)))
    words = " ".join(named.split())
    return (doc_id, doc.kind, doc.ref, doc.title, doc.subtitle, code, short, sort_key(doc.title), words)


def _ranked(connection: Connection, words: list[str], kinds: Sequence[str], limit: int) -> list[_Ranked]:
    """The best of both ranked ranges, each asked only where its kinds are."""
    found: list[_Ranked] = []
    reference = [kind for kind in kinds if kind not in {ITEM, DOSSIER, PROCEDURE}]
    if reference or not kinds:
        found += _range(connection, words, reference, limit, (_LOWEST_REFERENCE, -1))
    if PROCEDURE in kinds or not kinds:
        found += _range(connection, words, (), limit, (_LOWEST, _LOWEST_REFERENCE - 1))
    return sorted(found, key=lambda each: each.order)[:limit]


def _range(
    connection: Connection, words: list[str], kinds: Sequence[str], limit: int, span: tuple[int, int]
) -> list[_Ranked]:
    match = expression(connection, words)
    if not match:
        return []
    asked = {
        "line": " ".join(words),
        "first": words[0],
        "match": match,
        "kinds": f" {' '.join(kinds)} " if kinds else "",
        "most": limit,
        "low": span[0],
        "high": span[1],
    }
    return [
        _Ranked(SearchHit(kind, ref, title, subtitle), rank, (rank, -uses, length, alphabet, ref))
        for kind, ref, title, subtitle, rank, uses, length, alphabet in connection.execute(
            _RANKED_ROWS, asked
        )
    ]


def _items(connection: Connection, words: list[str], limit: int) -> list[SearchHit]:
    rows = _newest(connection, ITEMS, [number_typed(words) or words], (1, FIRST_DOSSIER - 1), limit)
    return [_item_hit(row) for at in rows for row in connection.execute(_ITEM, (at,))]


def _cases(connection: Connection, text: str, words: list[str], limit: int) -> list[SearchHit]:
    """The case whose own number or mã hồ sơ this is, then those found by words; a run of digits may be one number however grouped."""
    own = [row for (row,) in connection.execute(_ITS_NUMBER, {"number": normalise_number(text)})]
    ways = [words, *filter(None, [number_typed(words)])]
    found = _newest(connection, DOSSIERS, ways, (FIRST_DOSSIER, -_LOWEST), limit)
    rows = list(dict.fromkeys((*own, *found)))[:limit]
    return [_case_hit(row) for at in rows for row in connection.execute(_DOSSIER, (at,))]


def _newest(
    connection: Connection, table: Indexed, ways: Sequence[list[str]], span: tuple[int, int], limit: int
) -> list[int]:
    """Rows of a table that any of the ways finds, newest first: those that wait for their batch, then those in the index."""
    rows = [
        found.row
        for found in table.unindexed(connection)
        if any(all_begin(words, found.words) for words in ways)
    ][:limit]
    if len(rows) < limit:
        asked = [f"({match})" for words in ways if (match := expression(connection, words))]
        found = connection.execute(_NEWEST, (" OR ".join(asked), *span, limit - len(rows))) if asked else ()
        rows += [row - table.offset for (row,) in found]
    return rows


def _item_hit(row: Row) -> SearchHit:
    names = names_of(*row)
    return SearchHit(ITEM, row[0], row[0], " → ".join(name for name in names if name))


def _case_hit(row: Row) -> SearchHit:
    number, applicant, procedure = row
    return SearchHit(DOSSIER, number, number, " · ".join(text for text in (applicant, procedure) if text))
