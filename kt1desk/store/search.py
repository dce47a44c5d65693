"""One search for items, agencies, points and actions: words without marks, by their beginnings, in any order.

The full-text index answers which rows; this module says in what order. Reference rows (a few thousand) are ranked: call code or initials
first, then a name that begins so, then one that has the words side by side, then how often the agency is written to or from, then the
shorter name (what was typed is more of it), then the alphabet. Items (up to a million) come newest first. Nothing a user types reaches the
index as syntax: only folded letters and digits do, each word in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kt1desk.domain.text import fold, initials, sort_key
from kt1desk.services.rows import SearchHit
from kt1desk.store.projections.words import MIN_DIGITS, unindexed
from kt1desk.store.statements import Connection, Row

ITEM = "item"
MAX_WORDS = 8
MAX_WORD = 32
_NUMBER = 13
_RANKED = 2_000
"""Reference rows looked at for one answer; more only match a single letter."""

_REFERENCE = f"""
SELECT d.kind, d.ref, d.title, d.subtitle,
  CASE WHEN d.initials = :line OR lower(replace(d.ref, '-', ' ')) = :line
         OR instr(' ' || d.code || ' ', ' ' || :line || ' ') > 0 THEN 0
       WHEN substr(d.initials, 1, length(:line)) = :line THEN 1
       WHEN substr(d.words, 1, length(:line)) = :line THEN 2
       WHEN substr(d.words, 1, length(:first)) = :first THEN 3
       WHEN instr(' ' || d.words, ' ' || :line) > 0 THEN 4
       ELSE 5 END AS rank,
  (SELECT coalesce(sum(count), 0) FROM pair WHERE sender = d.ref)
    + (SELECT coalesce(sum(count), 0) FROM pair WHERE receiver = d.ref) AS uses
FROM (SELECT rowid AS found FROM search_fts WHERE search_fts MATCH :match AND rowid < 0 LIMIT {_RANKED}) JOIN search_doc d ON d.id = found
WHERE instr(:kinds, ' ' || d.kind || ' ') > 0
ORDER BY rank, uses DESC, length(d.title), d.sort, d.ref LIMIT :most"""  # noqa: S608 - a number of our own
_ITEMS = "SELECT rowid FROM search_fts WHERE search_fts MATCH ? AND rowid > 0 ORDER BY rowid DESC LIMIT ?"
_ITEM = """
SELECT i.item, coalesce(CAST(e.body AS TEXT) ->> '$.from.name', ''), coalesce(CAST(e.body AS TEXT) ->> '$.to.name', '')
FROM item i JOIN event e ON e.id = (i.stream << 48) | (i.incarnation << 32) | i.seq WHERE i.id = ?"""
_STORED = (
    "SELECT id, kind, ref, title, subtitle, code, initials, sort, words FROM search_doc ORDER BY id DESC"
)
_OLD_REFERENCE = "SELECT id, words FROM search_doc"
_FORGET = "INSERT INTO search_fts (search_fts, rowid, words) VALUES ('delete', ?, ?)"
_DELETE = "DELETE FROM search_doc"
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


def find(connection: Connection, text: str, kinds: Sequence[str], limit: int) -> Sequence[SearchHit]:
    """The best answers, reference rows before items. ``kinds`` empty asks for all.

    Text without a letter or digit finds nothing.
    """
    words = [word[:MAX_WORD] for word in fold(text).split()[:MAX_WORDS]]
    if not words:
        return []
    hits: list[SearchHit] = []
    reference_kinds = [kind for kind in kinds if kind != ITEM]
    if reference_kinds or not kinds:
        hits += _reference(connection, words, reference_kinds, limit)
    if (ITEM in kinds or not kinds) and len(hits) < limit:
        hits += _items(connection, words, limit - len(hits))
    return hits


def replace_reference(connection: Connection, docs: Iterable[ReferenceDoc]) -> None:
    """Put ``docs`` in place of all reference rows, inside the caller's transaction. Nothing is written where they are there already."""
    rows = [_row(-place, doc) for place, doc in enumerate(docs, start=1)]
    if connection.execute(_STORED).fetchall() == rows:
        return
    for doc_id, words in connection.execute(_OLD_REFERENCE).fetchall():
        connection.execute(_FORGET, (doc_id, words))
    connection.execute(_DELETE)
    for row in rows:
        connection.execute(_ADD, row)
        connection.execute(_INDEX, (row[0], row[-1]))


def _row(doc_id: int, doc: ReferenceDoc) -> Row:
    short, code = initials(doc.title), fold(doc.code)
    named = " ".join((fold(doc.title), short, code, fold(doc.ref), fold(doc.extra)))
    words = " ".join(named.split())
    return (doc_id, doc.kind, doc.ref, doc.title, doc.subtitle, code, short, sort_key(doc.title), words)


def _reference(connection: Connection, words: list[str], kinds: Sequence[str], limit: int) -> list[SearchHit]:
    asked = {
        "line": " ".join(words),
        "first": words[0],
        "match": _match(words),
        "kinds": f" {' '.join(kinds)} ",
        "most": limit,
    }
    sql = _REFERENCE if kinds else _REFERENCE.replace("WHERE instr(:kinds, ' ' || d.kind || ' ') > 0", "")
    return [SearchHit(*row[:4]) for row in connection.execute(sql, asked)]


def _items(connection: Connection, words: list[str], limit: int) -> list[SearchHit]:
    asked = _number_typed(words) or words
    rows = [row for row, _, has in unindexed(connection) if _all_begin(asked, has)][:limit]
    if len(rows) < limit:
        found = connection.execute(_ITEMS, (_match(asked), limit - len(rows)))
        rows += [row for (row,) in found.fetchall()]
    return [_item_hit(row) for at in rows for row in connection.execute(_ITEM, (at,))]


def _all_begin(asked: Iterable[str], has: Sequence[str]) -> bool:
    """Whether each word asked for is the beginning of a word the item has: what the index answers for the others."""
    return all(any(word.startswith(start) for word in has) for start in asked)


def _number_typed(words: list[str]) -> list[str]:
    """The digits of a number, however they were grouped: ``ME 473 124``, ``473124829 VN``, ``124 829``; empty where it is none."""
    line = "".join(words)
    digits = line.strip("abcdefghijklmnopqrstuvwxyz")
    letters = len(line) - len(digits)
    if len(line) > _NUMBER or not digits.isdigit() or len(digits) < MIN_DIGITS or letters > 4:
        return []
    return [digits]


def _match(words: Iterable[str]) -> str:
    return " ".join(f'"{word}"*' for word in words)


def _item_hit(row: Row) -> SearchHit:
    item, sender, receiver = row
    return SearchHit(ITEM, item, item, " → ".join(name for name in (sender, receiver) if name))
