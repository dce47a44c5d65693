"""The database is encrypted with the raw key or is not opened at all."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import event_hash
from kt1desk.store import connection
from kt1desk.store.connection import SNAPSHOT, open_engine, open_raw

KEY = bytes(range(32))
SECRET = "Tòa án nhân dân khu vực 1"


def _filled(path: Path) -> Path:
    engine = open_engine(path, KEY)
    with engine.begin() as work:
        work.execute(text("CREATE TABLE paper(words TEXT)"))
        work.execute(text("INSERT INTO paper VALUES (:words)"), {"words": SECRET})
    engine.dispose()
    return path


def _plain_driver(path: Path, key_pragma: str) -> list[Any]:
    """What another program with SQLCipher sees."""
    other = dbapi2.connect(str(path))
    try:
        other.execute("PRAGMA cipher_log_level=NONE")
        other.execute(f"PRAGMA key = {key_pragma}")
        return list(other.execute("SELECT words FROM paper"))
    finally:
        other.close()


def test_the_file_opens_with_the_raw_key_and_not_with_the_key_as_a_passphrase(tmp_path: Path) -> None:
    path = _filled(tmp_path / "desk.db")

    rows = _plain_driver(path, f"\"x'{KEY.hex()}'\"")

    assert rows == [(SECRET,)]
    with pytest.raises(dbapi2.DatabaseError):
        _plain_driver(path, f"'{KEY.hex()}'")
    with pytest.raises(dbapi2.DatabaseError):
        _plain_driver(path, "''")


def test_nothing_written_is_readable_in_the_file_or_beside_it(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "desk.db", KEY)
    with engine.begin() as work:
        work.execute(text("CREATE TABLE paper(words TEXT)"))
        work.execute(text("INSERT INTO paper VALUES (:words)"), {"words": SECRET})

    files = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    engine.dispose()

    assert set(files) >= {"desk.db", "desk.db-wal"}
    assert not any(SECRET.encode() in data or b"CREATE TABLE" in data for data in files.values())
    assert not files["desk.db"].startswith(b"SQLite format 3")


def test_another_key_is_refused_without_saying_that_it_was_the_key(tmp_path: Path) -> None:
    path = _filled(tmp_path / "desk.db")

    with pytest.raises(DeskError, match=r"store\.key_or_damaged"):
        open_engine(path, bytes(32))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_key_that_is_not_32_bytes_is_refused(tmp_path: Path, length: int) -> None:
    with pytest.raises(DeskError, match=r"store\.key_or_damaged"):
        open_engine(tmp_path / "desk.db", bytes(length))

    assert not (tmp_path / "desk.db").exists()


def test_a_plain_database_in_its_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE event(seq INTEGER)")
    plain.close()

    with pytest.raises(DeskError, match=r"store\.not_encrypted"):
        open_engine(path, KEY)


def test_a_driver_that_cannot_encrypt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # sqlite3 is the real library without encryption; it takes `PRAGMA key` in silence.
    monkeypatch.setattr(connection, "dbapi2", sqlite3)

    with pytest.raises(DeskError, match=r"store\.no_cipher"):
        open_engine(tmp_path / "desk.db", KEY)


def test_a_library_with_the_write_ahead_log_bug_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_OLDEST_SQLITE", (4, 0, 0))

    with pytest.raises(DeskError, match=r"store\.sqlite_too_old") as refused:
        open_engine(tmp_path / "desk.db", KEY)

    assert refused.value.details["found"] == dbapi2.sqlite_version


def test_a_build_that_sorts_in_plain_temporary_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_TEMP_IN_MEMORY", {"TEMP_STORE=9"})

    with pytest.raises(DeskError, match=r"store\.temp_store"):
        open_engine(tmp_path / "desk.db", KEY)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("recursive_triggers", 1),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("cipher_memory_security", "0"),
        ("temp_store", 0),
        ("mmap_size", 0),
    ],
)
def test_every_setting_of_the_recipe_is_in_force(tmp_path: Path, setting: str, value: object) -> None:
    engine = open_engine(tmp_path / "desk.db", KEY)

    with engine.connect() as work:
        found = work.exec_driver_sql(f"PRAGMA {setting}").scalar()
    engine.dispose()

    assert found in {value, None}, found
    assert found is not None or setting == "mmap_size"  # the build has no memory mapping at all


def test_a_setting_that_was_not_taken_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_SETTINGS", (("synchronous", "OFF", "2"),))

    with pytest.raises(DeskError, match=r"store\.setting_refused"):
        open_engine(tmp_path / "desk.db", KEY)


def _second(path: Path) -> Any:
    other = open_raw(path, KEY)
    other.set_busy_timeout(0.0)
    return other


def test_a_transaction_takes_the_write_lock_when_it_begins(tmp_path: Path) -> None:
    path = _filled(tmp_path / "desk.db")
    engine, other = open_engine(path, KEY), _second(path)

    with engine.begin(), pytest.raises(dbapi2.OperationalError) as refused:
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()
    engine.dispose()

    assert refused.value.sqlite_errorname == "SQLITE_BUSY"


def test_a_snapshot_lets_another_connection_write(tmp_path: Path) -> None:
    path = _filled(tmp_path / "desk.db")
    engine, other = open_engine(path, KEY), _second(path)

    with engine.execution_options(**{SNAPSHOT: True}).begin() as read:
        before = read.execute(text("SELECT count(*) FROM paper")).scalar()
        other.execute("INSERT INTO paper VALUES ('x')")
        after = read.execute(text("SELECT count(*) FROM paper")).scalar()
    other.close()
    engine.dispose()

    assert (before, after) == (1, 1)


def test_the_driver_never_begins_a_transaction_by_itself(tmp_path: Path) -> None:
    raw = open_raw(_filled(tmp_path / "desk.db"), KEY)

    raw.execute("INSERT INTO paper VALUES ('x')")

    assert not raw.in_transaction
    raw.close()


def test_leaving_a_transaction_by_an_error_undoes_all_of_it_the_schema_too(tmp_path: Path) -> None:
    engine = open_engine(_filled(tmp_path / "desk.db"), KEY)

    def half_done() -> None:
        with engine.begin() as work:
            work.execute(text("CREATE TABLE other(a)"))
            work.execute(text("INSERT INTO paper VALUES ('x')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()

    with engine.connect() as work:
        tables = work.execute(text("SELECT name FROM sqlite_master")).scalars().all()
        count = work.execute(text("SELECT count(*) FROM paper")).scalar()
    engine.dispose()
    assert (tables, count) == (["paper"], 1)


def test_an_error_of_a_statement_does_not_show_its_values(tmp_path: Path) -> None:
    engine = open_engine(_filled(tmp_path / "desk.db"), KEY)

    with pytest.raises(Exception, match="no such table") as refused, engine.begin() as work:
        work.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": SECRET})
    engine.dispose()

    assert SECRET not in str(refused.value)
    assert KEY.hex() not in f"{engine!r}{engine.url}"


def test_a_guard_may_hash_while_a_trigger_in_the_file_may_not(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    engine = open_engine(path, KEY)
    with engine.begin() as work:
        work.execute(text("CREATE TABLE entry(prev BLOB, envelope BLOB, body BLOB, hash BLOB)"))
    engine.dispose()
    guard = (
        "CREATE TEMP TRIGGER hashed BEFORE INSERT ON main.entry "
        "WHEN NEW.hash <> event_hash(NEW.prev, NEW.envelope, NEW.body) BEGIN SELECT RAISE(ABORT, 'hash'); END"
    )
    engine = open_engine(path, KEY, guards=[guard])
    insert = text("INSERT INTO entry VALUES (:prev, :envelope, :body, :hash)")
    row = {"prev": bytes(32), "envelope": b"{}", "body": b"{}"}

    with engine.begin() as work:
        work.execute(insert, row | {"hash": event_hash(bytes(32), b"{}", b"{}")})
    with pytest.raises(Exception, match="hash"), engine.begin() as work:
        work.execute(insert, row | {"hash": bytes(32)})
    with engine.begin() as work:
        work.execute(text("CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT sha256(NEW.body); END"))
    with pytest.raises(Exception, match="unsafe use"), engine.begin() as work:
        work.execute(insert, row | {"hash": event_hash(bytes(32), b"{}", b"{}")})

    engine.dispose()


def test_one_connection_serves_every_thread(tmp_path: Path) -> None:
    engine = open_engine(_filled(tmp_path / "desk.db"), KEY)
    seen: list[object] = []

    def read(source: Engine) -> None:
        with source.connect() as work:
            seen.append(work.execute(text("SELECT words FROM paper")).scalar())

    thread = threading.Thread(target=read, args=(engine,))
    thread.start()
    thread.join()
    engine.dispose()

    assert seen == [SECRET]


def test_a_backup_with_the_same_key_is_encrypted_and_whole(tmp_path: Path) -> None:
    source, target = open_raw(_filled(tmp_path / "desk.db"), KEY), open_raw(tmp_path / "copy.db", KEY)

    source.backup(target)
    source.close()
    target.close()

    assert _plain_driver(tmp_path / "copy.db", f"\"x'{KEY.hex()}'\"") == [(SECRET,)]
    assert SECRET.encode() not in (tmp_path / "copy.db").read_bytes()
