"""What is asked of the full-text index for the words typed: an expression that touches only the rows of the range it is asked for.

The index knows beginnings of one, two and three letters. For a longer one FTS5 would merge the rows of every word that begins so, of all
ranges, before it looks at the first: 200 ms for «nhân dân» among a million items. So the few words that begin so are looked up first, one
seek each, and asked for by name: their rows are read from where the range begins and no further than the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kt1desk.store.statements import Connection

_INDEXED_LETTERS = 3
_MANY = 40
"""More words than this with the same four letters are numbers; each of those has few rows."""
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_term USING fts5vocab(main, search_fts, instance)"
)
_NEXT = "SELECT term FROM temp.search_term WHERE term >= ? LIMIT 1"


def expression(connection: Connection, words: Sequence[str]) -> str:
    """All of the words, each by its beginning; empty where one of them begins no word of the index.

    Args:
        connection: whose index is asked; a table of its vocabulary is made beside it, in memory.
        words: folded letters and digits only, so that none can be syntax; at least one. The same word twice asks for no more.
    """
    parts = [_one(connection, word) for word in dict.fromkeys(words)]
    return " AND ".join(parts) if all(parts) else ""


def _one(connection: Connection, word: str) -> str:
    if len(word) <= _INDEXED_LETTERS or word.isdigit():
        return f'"{word}"*'
    terms = []
    for term in _beginning(connection, word):
        terms.append(f'"{term}"')
        if len(terms) > _MANY:
            return f'"{word}"*'
    return f"({' OR '.join(terms)})" if terms else ""


def _beginning(connection: Connection, word: str) -> Iterator[str]:
    """The words of the index that begin so, in their order; from one to the next the index is sought anew, never walked through."""
    connection.execute(_VOCABULARY)
    row = connection.execute(_NEXT, (word,)).fetchone()
    while row is not None and row[0].startswith(word):
        yield row[0]
        row = connection.execute(_NEXT, (f"{row[0]}\x01",)).fetchone()
