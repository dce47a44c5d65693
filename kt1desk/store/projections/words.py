"""The words an item is found by, in SQLite's full-text index (FTS5).

Numbers are found by any run of their digits: every tail of the nine digits is a word, and every word is found by its beginning.

The index is fed a batch at a time. A single row costs five more encrypted pages in the commit of an acceptance, a third of all its cost;
so an acceptance only adds its row to ``item``, and each `BATCH`-th one indexes the whole batch. The newest rows, fewer than a batch, are
looked through one by one. Which they are follows from the last row's number alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from kt1desk.domain.text import fold
from kt1desk.store.statements import Connection

BATCH = 32
MIN_DIGITS = 3
"""Fewer digits would be found in a large part of all numbers."""

_UNINDEXED = """
SELECT i.id, i.item, e.body FROM item i
JOIN event e ON e.id = (i.stream << 48) | (i.incarnation << 32) | i.seq
WHERE i.id > ? AND i.id <= ? ORDER BY i.id DESC"""
_INDEX = "INSERT INTO search_fts (rowid, words) VALUES (?, ?)"
_LAST = "SELECT coalesce(max(id), 0) FROM item"


def item_added(connection: Connection, row: int) -> None:
    """An item has got the row of this number; the last of a batch takes the batch into the index."""
    if row % BATCH == 0:
        batch = sorted((number, words) for number, _, words in _words(connection, row - BATCH, row))
        for number, words in batch:
            connection.execute(_INDEX, (number, " ".join(words)))


def unindexed(connection: Connection) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Row, number and words of the items that are not in the index yet, newest first."""
    found = connection.execute(_LAST).fetchone()
    last = int(found[0]) if found is not None else 0
    return _words(connection, last - last % BATCH, last)


def number_words(number: str) -> tuple[str, ...]:
    """The whole number, and every tail of its digits that is long enough.

    ``ME473124829VN`` gives ``me473124829vn``, ``473124829``, ``73124829`` and so on down to ``829``.
    """
    digits = "".join(character for character in number if character.isdigit())
    return (fold(number), *(digits[start:] for start in range(len(digits) - MIN_DIGITS + 1)))


def _words(connection: Connection, after: int, last: int) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    for row, number, body_bytes in connection.execute(_UNINDEXED, (after, last)).fetchall():
        body = json.loads(body_bytes)
        names = " ".join(body.get(side, {}).get("name", "") for side in ("from", "to"))
        yield row, number, tuple(dict.fromkeys((*number_words(number), *fold(names).split())))
