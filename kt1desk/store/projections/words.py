"""The words an item or a case is found by, in SQLite's full-text index (FTS5).

Numbers are found by any run of their digits: every tail of the nine digits is a word, and every word is found by its beginning.

The index is fed a batch at a time. A single row costs five more encrypted pages in the commit of an acceptance, a third of all its cost;
so an acceptance only adds its row to ``item`` or ``dossier``, and each `BATCH`-th one indexes the whole batch. The newest rows, fewer than
a batch of each, are looked through one by one. Which they are follows from the last row's number alone.

Of a case the applicant's name, phone and personal number are words too: that is how people ask for it. Whoever erases them must take the
words out of the index first, while they can still be told (`kt1desk.store.schema_sql.FTS` keeps none itself).

The centre has no such index: who searches there is not in a hurry, and names are not copied where nobody asks for them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kt1desk.domain.facts.dossiers import APPLICANT
from kt1desk.domain.service import Service
from kt1desk.domain.text import fold
from kt1desk.store.statements import Connection, Elsewhere, Row
from kt1desk.store.tables import NEAR, OWN, TOLD, place_in

BATCH = 32
MIN_DIGITS = 3
"""Fewer digits would be found in a large part of all numbers."""
_NUMBER = 13
"""Characters of the number of an item."""
FIRST_DOSSIER = 2**40
"""Rows of the index: reference data below zero, items from 1 up, cases from here up."""

_APPLICANT_TEXTS = ("name", "phone", "identity", "tax_code")
_INDEX = "INSERT INTO search_fts (rowid, words) VALUES (?, ?)"
_FORGET = "INSERT INTO search_fts (search_fts, rowid, words) VALUES ('delete', ?, ?)"
_FOR_GOOD = "INSERT INTO search_fts (search_fts, rank) VALUES ('secure-delete', 1)"
"""By itself FTS5 only notes that a row is gone; its words stay in the pages until they are merged, which may be never
(sqlite.org/fts5.html, "The 'secure-delete' Configuration Option"). The setting is kept in the file."""
_PLACE = place_in("r")
_SAME = (
    "{0}.device = r.device AND {0}.stream = r.stream AND {0}.incarnation = r.incarnation AND {0}.seq = r.seq"
)
TOLD_BY = (
    f"LEFT JOIN event e ON e.id = {_PLACE} AND e.device = r.device "
    f"LEFT JOIN received x ON e.id IS NULL AND {_SAME.format('x')} "
    f"LEFT JOIN particulars p ON {_SAME.format('p')} AND p.slot = '{APPLICANT}' "
    f"LEFT JOIN received_beside b ON e.id IS NULL AND {_SAME.format('b')} AND b.slot = '{APPLICANT}'"
)
"""The acceptance of a case ``r``, ours or another point's, and who applied."""
CASE_TOLD = f"dossier r {TOLD_BY}"


@dataclass(frozen=True, slots=True)
class Found:
    """One row that is not in the index yet: its number in its table and its words."""

    row: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A table whose rows are found by words: how the rows after one number up to another are read, and what each row's words are."""

    rows: str
    last: str
    words: Callable[[Row], Iterable[str]]
    offset: int = 0

    def added(self, connection: Connection, row: int) -> None:
        """The row of this number is there; the last of a batch takes the batch into the index."""
        if row % BATCH == 0:
            for found in sorted(self.between(connection, row - BATCH, row), key=lambda each: each.row):
                if found.words:
                    connection.execute(_INDEX, (self.offset + found.row, " ".join(found.words)))

    def without_persons(self, connection: Connection, row: int) -> None:
        """A row that is in the index is found from now on by what stands in its body alone."""
        found = connection.execute(self.last).fetchone()
        last = int(found[0]) if found is not None else 0
        if row > last - last % BATCH:
            return  # it comes into the index when its persons are gone
        connection.execute(_FOR_GOOD)
        for entry in connection.execute(self.rows, (row - 1, row)).fetchall():
            for command, kept in ((_FORGET, entry), (_INDEX, (*entry[:-1], None))):
                spoken = " ".join(dict.fromkeys(self.words(kept)))
                connection.execute(command, (self.offset + row, spoken))

    def named(self, connection: Connection, row: int) -> None:
        """A row that is in the index by its number alone is found by all its words from now on."""
        found = connection.execute(self.last).fetchone()
        last = int(found[0]) if found is not None else 0
        if row > last - last % BATCH:
            return  # it comes into the index with all its words
        for entry in connection.execute(self.rows, (row - 1, row)).fetchall():
            before = " ".join(dict.fromkeys(number_words(entry[1])))
            connection.execute(_FORGET, (self.offset + row, before))
            connection.execute(_INDEX, (self.offset + row, " ".join(dict.fromkeys(self.words(entry)))))

    def unindexed(self, connection: Connection) -> Iterator[Found]:
        """Rows that are not in the index yet, newest first."""
        found = connection.execute(self.last).fetchone()
        last = int(found[0]) if found is not None else 0
        return self.between(connection, last - last % BATCH, last)

    def between(self, connection: Connection, after: int, last: int) -> Iterator[Found]:
        """Rows after one number up to another, newest first."""
        for row in connection.execute(self.rows, (after, last)).fetchall():
            yield Found(row[0], tuple(dict.fromkeys(self.words(row))))


def number_words(number: str) -> tuple[str, ...]:
    """The whole number, and every tail of its digits that is long enough.

    ``ME473124829VN`` gives ``me473124829vn``, ``473124829``, ``73124829`` and so on down to ``829``.
    """
    digits = _digits(number)
    return (fold(number), *(digits[start:] for start in range(len(digits) - MIN_DIGITS + 1)))


def number_typed(words: Sequence[str]) -> list[str]:
    """The digits of a number, however they were grouped: ``ME 473 124``, ``473124829 VN``, ``124 829``; empty where it is none."""
    line = "".join(words)
    digits = line.strip("abcdefghijklmnopqrstuvwxyz")
    letters = len(line) - len(digits)
    if len(line) > _NUMBER or not digits.isdigit() or len(digits) < MIN_DIGITS or letters > 4:
        return []
    return [digits]


def all_begin(asked: Iterable[str], has: Sequence[str]) -> bool:
    """Whether each word asked for is the beginning of a word the item has: what the index answers for the others."""
    return all(any(word.startswith(start) for word in has) for start in asked)


def item_added(connection: Connection, row: int) -> None:
    """An item has got the row of this number."""
    if not isinstance(connection, Elsewhere):
        ITEMS.added(connection, row)


def item_named(connection: Connection, row: int) -> None:
    """An item that was known by its label alone is found by its names too from now on."""
    if not isinstance(connection, Elsewhere):
        ITEMS.named(connection, row)


def dossier_added(connection: Connection, row: int) -> None:
    """A case has got the row of this number."""
    if not isinstance(connection, Elsewhere):
        DOSSIERS.added(connection, row)


def _item_words(row: Row) -> Iterator[str]:
    _, number, service, source, own, told = row
    if service != Service.KT1:
        return  # covers are found by their case
    yield from number_words(number)
    for name in names_of(number, source, own, told):
        yield from fold(name).split()


def names_of(number: str, source: int, own: bytes | None, told: bytes | None) -> tuple[str, str]:
    """Sender and receiver of an item as its acceptance or its dispatch has them in its body: "" for A, B and C items."""
    if source == OWN and own:
        body = json.loads(own)
        parties = body.get("from"), body.get("to")
    elif source == NEAR:
        body = json.loads(told or b"{}")
        parties = body.get("from"), body.get("to")
    elif source == TOLD:
        parties = told_parties(own or told or b"{}").get(number, (None, None))
    else:
        parties = None, None
    sender, receiver = (str(party["name"]) if party and "name" in party else "" for party in parties)
    return sender, receiver


@lru_cache(maxsize=2)  # the items of one dispatch come one after the other
def told_parties(body: bytes) -> Mapping[str, tuple[Any, Any]]:
    """The parties of each item that a dispatch writes out, by number."""
    bags = json.loads(body).get("bags", [])
    return {line[0]: (line[12] or None, line[13] or None) for bag in bags for line in bag[6]}


def _dossier_words(row: Row) -> Iterator[str]:
    _, number, body_bytes, applicant_bytes = row
    body: Mapping[str, Any] = json.loads(body_bytes)
    applicant: Mapping[str, str] = json.loads(applicant_bytes) if applicant_bytes else {}
    yield from fold(number).split()
    for leg in body["legs"]:
        yield from number_words(leg["item"])
    code = body["procedure"]["code"]
    told = (code, body["procedure"]["name"], body.get("official", ""))
    for text in (*told, *(applicant.get(name, "") for name in _APPLICANT_TEXTS)):
        yield from fold(text).split()
    for run in (code, applicant.get("phone", "")):
        yield from filter(None, [_digits(run)])


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


ITEMS = Indexed(
    "SELECT r.id, r.item, r.service, r.source, e.body, x.body FROM item r "  # noqa: S608 - words of our own
    f"LEFT JOIN event e ON e.id = {_PLACE} AND e.device = r.device "
    "LEFT JOIN received x ON x.device = r.device AND x.stream = r.stream AND x.incarnation = r.incarnation "
    "AND x.seq = r.seq WHERE r.id > ? AND r.id <= ? ORDER BY r.id DESC",
    "SELECT coalesce(max(id), 0) FROM item",
    _item_words,
)
DOSSIERS = Indexed(
    f"SELECT r.id, r.dossier, coalesce(e.body, x.body), coalesce(p.row, b.row) FROM {CASE_TOLD} "  # noqa: S608 - as above
    "WHERE r.id > ? AND r.id <= ? ORDER BY r.id DESC",
    "SELECT coalesce(max(id), 0) FROM dossier",
    _dossier_words,
    FIRST_DOSSIER,
)
