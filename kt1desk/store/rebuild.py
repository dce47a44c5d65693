"""The projections made again from the journal in an empty database in memory, and compared with those in the file.

The database in memory is never written to a disk. The words of the items are compared as the index has them, word by word.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterator, Set
from itertools import islice, zip_longest
from typing import Any

from sqlalchemy import Table
from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import JournalSetAside
from kt1desk.domain.facts.restored import SetAside
from kt1desk.store import entries, laid, projections, schema
from kt1desk.store.entries import Chain
from kt1desk.store.failures import translated
from kt1desk.store.projections import words
from kt1desk.store.schema_sql import FTS
from kt1desk.store.statements import Connection, Row
from kt1desk.store.tables import JOURNAL, PROJECTIONS

_SET_ASIDE = f"SELECT body FROM event WHERE type = '{JournalSetAside.TYPE}'"  # noqa: S608 - a word of our own
_CHAINS = "SELECT DISTINCT device, stream, incarnation FROM event"
_RECEIVED = "SELECT device, stream, incarnation, seq FROM received ORDER BY id"
_TAKEN = "SELECT 1 FROM mail_in WHERE device = ? AND stream = ? AND incarnation = ? AND seq = ?"
_VOCABULARY = "CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search_fts, instance)"
_WORDS = "SELECT term, doc FROM temp.search_words ORDER BY term, doc"
_CHECK_INDEX = "INSERT INTO search_fts (search_fts) VALUES ('integrity-check')"
_FORGET_INDEX = "INSERT INTO search_fts (search_fts) VALUES ('delete-all')"
_REFERENCE = "SELECT id, words FROM search_doc"
_INDEX = "INSERT INTO search_fts (rowid, words) VALUES (?, ?)"
_PAGE = 500
"""Events read at a time."""


def differences(connection: Connection, *, reads_only: bool = False) -> tuple[str, ...]:
    """Table and key of the first row that differs, for each table; nothing where all are equal.

    Where it ``reads_only``, the index of words is compared word by word and not asked to check itself, which would lock out who writes.
    """
    fresh: Any = dbapi2.connect(":memory:", isolation_level=None)
    try:
        _make_tables(fresh)
        try:
            _replay(connection, fresh)
        except DeskError as error:
            return (f"replay {error.code}",)
        found = [_first_difference(connection, fresh, table) for table in PROJECTIONS]
        found += [
            _never_taken(connection, fresh),
            (not reads_only and _index_damaged(connection)) or _words_differ(connection, fresh),
        ]
    finally:
        fresh.close()
    return tuple(difference for difference in found if difference)


def again(connection: Connection, check: Callable[[], None] = lambda: None) -> None:
    """Make all projections of a file anew, inside the caller's transaction: what a change of their tables needs after it.

    ``check`` is called before each event, and ends it by raising.

    Raises:
        DeskError: what a replay raises; nothing may be committed then.
    """
    _empty(connection)
    for each in _ordered(connection):
        check()
        projections.apply(connection, each, each.body())


def again_without_strangers(connection: Connection) -> tuple[SetAside, ...]:
    """As `again`, where events came back that may not fit what was done without them: such a one is told, and nothing follows from it.

    Whoever asks writes down which (`JournalSetAside`), in the same transaction; a later replay passes them over.

    Raises:
        DeskError: ``disk.*``; nothing may be committed then.
    """
    _empty(connection)
    aside: list[SetAside] = []
    for each in _ordered(connection):
        why = follow(connection, each)
        if why:
            aside.append(SetAside(each.id.text, why))
    return tuple(aside)


def follow(connection: Connection, event: Event, *, is_new: bool = False) -> str:
    """Let the projections follow one event wholly or not at all; the code of what stood against it, or nothing.

    A new one is written first, and not written at all where something stands against it.

    Raises:
        DeskError: ``disk.*``, ``store.damaged``, ``store.failed``, which speak of the file and not of the event.
    """
    connection.execute("SAVEPOINT follow")
    try:
        with translated():
            if is_new:
                entries.write(connection, event)
            projections.apply(connection, event, event.body())
    except DeskError as error:
        if error.code.startswith("disk.") or error.code in {"store.damaged", "store.failed", "store.busy"}:
            raise
        connection.execute("ROLLBACK TO follow")
        connection.execute("RELEASE follow")
        return error.code
    connection.execute("RELEASE follow")
    return ""


def _empty(connection: Connection) -> None:
    for table in reversed(PROJECTIONS):
        connection.execute(f'DELETE FROM "{table.name}"')  # noqa: S608 - names of our own tables
    connection.execute(_FORGET_INDEX)
    for row in connection.execute(_REFERENCE).fetchall():
        connection.execute(_INDEX, row)


def _make_tables(fresh: Connection) -> None:
    for statement in (*schema.of_tables((*PROJECTIONS, *JOURNAL)), FTS):
        fresh.execute(statement)


def _replay(connection: Connection, fresh: Connection) -> None:
    with translated():
        fresh.execute("BEGIN")
        for number, each in enumerate(_ordered(connection), start=1):
            laid.before(connection, fresh, each)
            entries.write(fresh, each)  # the words of a batch are read from its events
            projections.apply(fresh, each, each.body())
            if number % words.BATCH == 0:
                laid.forget(fresh)
        fresh.execute("COMMIT")


def _ordered(connection: Connection) -> Iterator[Event]:
    """Every event in the order in which the desk wrote them: by incarnation, then by hybrid time; those set aside are left out.

    A restored desk may write with a clock behind that of the records it lost: what comes back of them was still written before.
    """
    aside = _set_aside(connection)
    chains = [
        Chain(device, Stream(stream), incarnation)
        for device, stream, incarnation in connection.execute(_CHAINS).fetchall()
    ]
    merged = heapq.merge(
        *(_events(connection, chain) for chain in chains),
        key=lambda each: (each.id.incarnation, each.envelope.hlc),
    )
    return (each for each in merged if each.id.text not in aside)


def _set_aside(connection: Connection) -> Set[str]:
    """The events that the journal says nothing follows from."""
    named = set[str]()
    for (body,) in connection.execute(_SET_ASIDE):
        named.update(str(row[0]) for row in json.loads(body)["rows"])
    return named


def _events(connection: Connection, chain: Chain) -> Iterator[Event]:
    """A chain by pages, so that nothing is being read while an event is followed.

    Where the transaction has changed the schema, as one that makes the guards anew, taking an event back ends every read under way.
    """
    seq = 1
    while page := list(islice(entries.walk(connection, chain, seq), _PAGE)):
        for entry in page:
            kept = entry.type in projections.KEEP_BESIDE
            yield entries.whole(entry, entries.beside(connection, chain.id(entry.seq)) if kept else ())
        seq = page[-1].seq + 1


def _first_difference(connection: Connection, fresh: Connection, table: Table) -> str:
    keys = ", ".join(f'"{column.name}"' for column in table.primary_key.columns)
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    query = f'SELECT {columns} FROM "{table.name}" ORDER BY {keys}'  # noqa: S608 - names of our own tables
    places = [list(table.columns).index(column) for column in table.primary_key.columns]
    for stored, made in zip_longest(connection.execute(query), fresh.execute(query)):
        if stored != made:
            row: Row = min(
                (row for row in (stored, made) if row is not None),
                key=lambda row: tuple(row[place] for place in places),
            )
            return f"{table.name} {' '.join(str(row[place]) for place in places)}"
    return ""


def _never_taken(connection: Connection, fresh: Connection) -> str:
    """The first event of another desk that lies here although no event of ours took it in."""
    for identity in connection.execute(_RECEIVED):
        if fresh.execute(_TAKEN, identity).fetchone() is None:
            return f"received {' '.join(map(str, identity))}"
    return ""


def _index_damaged(connection: Connection) -> str:
    try:
        connection.execute(_CHECK_INDEX)
    except dbapi2.DatabaseError:
        return "search_fts damaged"
    return ""


def _words_differ(connection: Connection, fresh: Connection) -> str:
    for doc, doc_words in connection.execute(_REFERENCE).fetchall():
        fresh.execute(_INDEX, (doc, doc_words))
    for side in (connection, fresh):
        side.execute(_VOCABULARY)
    try:
        for stored, made in zip_longest(connection.execute(_WORDS), fresh.execute(_WORDS)):
            if stored != made:
                return f"search_fts {(stored or made)[1]}"
    finally:
        connection.execute("DROP TABLE temp.search_words")
    return ""
