"""A generated desk with a search index as wide as that of a fuller one: its items again and again, under numbers of their own.

python -m tests.bench.widened DESK ITEMS

The journal stays as it is, so nothing but searching may be measured on such a desk: each added item is found by its own number and by the
parties of the one that it repeats. It takes minutes where a desk of a million items takes an hour.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kt1desk.store.journal import DeskStore
from kt1desk.store.projections.words import BATCH, ITEMS, Found, number_words
from tests.bench.samples import open_store

_STEP = 10_000
_COLUMNS = "SELECT name FROM pragma_table_info('item') WHERE name NOT IN ('id', 'item') ORDER BY cid"
_ADD = "INSERT INTO item (id, item, {0}) SELECT ?, ?, {0} FROM item WHERE id = ?"
_INDEX = "INSERT INTO search_fts (rowid, words) VALUES (?, ?)"


def widen(store: DeskStore, items: int) -> None:
    """Add items until there are so many, in steps, so that none is too large for the log."""
    with store.transaction() as connection:
        (there,) = connection.execute("SELECT max(id) FROM item").fetchone() or (0,)
        rest = ", ".join(name for (name,) in connection.execute(_COLUMNS).fetchall())
        words = {found.row: _of_parties(found) for found in ITEMS.between(connection, 0, there)}
    for first in range(there - there % BATCH + BATCH, items + 1, _STEP):
        with store.transaction() as connection:
            for row in range(first, min(first + _STEP, items + 1)):
                like, number = row % there + 1, f"MX{row * 97 % 10**9:09d}VN"
                connection.execute(_ADD.format(rest), (row, number, like))
                spoken = (*number_words(number), *words.get(like, ()))
                connection.execute(_INDEX, (row, " ".join(spoken)))
            connection.execute("COMMIT")


def _of_parties(found: Found) -> tuple[str, ...]:
    return tuple(word for word in found.words if not any(letter.isdigit() for letter in word))


def main(desk: str, items: str) -> None:
    """See the module."""
    store = open_store(Path(desk))
    widen(store, int(items))
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
