"""The words an item is found by. The full-text index itself is SQLite's (FTS5), the rows it indexes are a projection like any other.

Numbers are found by any run of their digits: every tail of the nine digits is a word, and every word is found by its beginning.
"""

from __future__ import annotations

from kt1desk.domain.text import fold
from kt1desk.store.statements import Connection

ITEM = "item"
MIN_DIGITS = 3
"""Fewer digits would be found in a large part of all numbers."""

_DOC = (
    "INSERT INTO search_doc (id, kind, ref, words) "
    "VALUES ((SELECT max(coalesce(max(id), 0), 0) + 1 FROM search_doc), ?, ?, ?)"
)
_INDEX = "INSERT INTO search_fts (rowid, words) VALUES (?, ?)"


def add_item(connection: Connection, number: str, names: tuple[str, ...]) -> None:
    """Make an item findable by its number and by ``names``."""
    words = " ".join((*number_words(number), *dict.fromkeys(fold(" ".join(names)).split())))
    doc = connection.execute(_DOC, (ITEM, number, words)).lastrowid
    connection.execute(_INDEX, (doc, words))


def number_words(number: str) -> tuple[str, ...]:
    """The whole number, and every tail of its digits that is long enough.

    ``ME473124829VN`` gives ``me473124829vn``, ``473124829``, ``73124829`` and so on down to ``829``.
    """
    digits = "".join(character for character in number if character.isdigit())
    return (fold(number), *(digits[start:] for start in range(len(digits) - MIN_DIGITS + 1)))
