"""The journal keeps itself: what any program with the key is refused as long as the triggers stand, and what the store's own connection
refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from kt1desk.domain.events import event_hash
from kt1desk.store.connection import open_raw
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.journals import DEK, accept, begin, make

COPY = "SELECT id + {plus}, device, stream, incarnation, seq + {plus}, type, envelope, body, {prev}, {hash} FROM event"
LAST = "WHERE stream = 1 ORDER BY id DESC LIMIT 1"


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    made = make(tmp_path)
    begin(made)
    for secret in (False, True, False):
        accept(made, secret=secret)
    return made


@pytest.fixture
def raw(store: DeskStore, tmp_path: Path) -> Iterator[Any]:
    """The same file for another program that has the key: triggers, but no authorizer and none of our settings."""
    store.close()
    connection = open_raw(DataFolder(tmp_path).database, DEK)
    yield connection
    connection.close()


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET body = zeroblob(2)",
        "UPDATE event SET seq = seq WHERE seq = 3",
        "DELETE FROM event WHERE seq = 3",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE stream = 1 AND seq = 2",
        "REPLACE INTO event SELECT id, device, stream, incarnation, seq, type, envelope, zeroblob(2), prev, hash FROM event",
        f"INSERT OR IGNORE INTO event {COPY.format(plus=1, prev='prev', hash='hash')} WHERE seq = 2",
        f"INSERT INTO event {COPY.format(plus=1, prev='prev', hash='hash')} {LAST}",
        f"INSERT INTO event {COPY.format(plus=2, prev='hash', hash='hash')} {LAST}",
        "UPDATE particulars SET salt = zeroblob(8)",
        "DELETE FROM particulars",
        "REPLACE INTO particulars SELECT device, stream, incarnation, seq, slot, zeroblob(8), \"row\" FROM particulars",
        "INSERT INTO particulars SELECT device, stream, incarnation, seq, 'new', salt, \"row\" FROM particulars WHERE seq < 3",
        "INSERT INTO particulars SELECT device, stream, incarnation, 77, slot, salt, \"row\" FROM particulars LIMIT 1",
    ],
)  # fmt: skip
def test_what_was_written_stays_whatever_a_program_with_the_key_says(
    raw: Any, statement: str, recursive: str
) -> None:
    raw.execute(f"PRAGMA recursive_triggers = {recursive}")
    before = raw.execute("SELECT * FROM event ORDER BY id").fetchall()
    beside = raw.execute("SELECT * FROM particulars").fetchall()

    with pytest.raises(dbapi2.IntegrityError):
        raw.execute(statement)

    assert raw.execute("SELECT * FROM event ORDER BY id").fetchall() == before
    assert raw.execute("SELECT * FROM particulars").fetchall() == beside


def test_an_event_of_another_device_is_refused(raw: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError, match="of this desk"):
        raw.execute(
            f"INSERT INTO event SELECT id + 1, 9, stream, incarnation, seq + 1, type, envelope, body, hash, hash FROM event {LAST}"
        )


def test_the_stores_own_connection_takes_an_event_with_its_true_hash_only(store: DeskStore) -> None:
    with store.transaction() as connection:
        row = connection.execute(
            f"SELECT id, device, stream, incarnation, seq, type, envelope, body, hash FROM event {LAST}"
        ).fetchone()
        assert row is not None
        place, device, stream, incarnation, seq, kind, envelope, body, head = row
        following = (place + 1, device, stream, incarnation, seq + 1, kind, envelope, body, head)
        insert = f"INSERT INTO event VALUES ({','.join('?' * 10)})"

        with pytest.raises(dbapi2.IntegrityError, match="hash of its bytes"):
            connection.execute(insert, (*following, bytes(32)))
        connection.execute(insert, (*following, event_hash(head, envelope, body)))

    assert verify(store).ok
