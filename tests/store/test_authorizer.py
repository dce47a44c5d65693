"""What SQL may not do on an open connection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from kt1desk.domain.errors import DeskError
from kt1desk.store.authorizer import PROTECTED, Purpose
from kt1desk.store.connection import open_engine
from kt1desk.store.failures import translated

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    engine = open_engine(tmp_path / "desk.db", KEY, Purpose.MIGRATION)
    with engine.begin() as work:
        for table in sorted(PROTECTED):
            work.execute(text(f"CREATE TABLE {table}(seq INTEGER PRIMARY KEY, body TEXT)"))
            work.execute(
                text(
                    f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'kept'); END"
                )
            )
            work.execute(text(f"CREATE INDEX {table}_by_body ON {table}(body)"))
            work.execute(text(f"INSERT INTO {table} VALUES (1, 'first')"))
        work.execute(text("CREATE TABLE item(number TEXT)"))
    engine.dispose()
    return tmp_path / "desk.db"


@pytest.fixture
def working(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def migrating(path: Path) -> Iterator[Engine]:
    engine = open_engine(path, KEY, Purpose.MIGRATION)
    yield engine
    engine.dispose()


ROW_CHANGES = [
    sql.format(table=table)
    for table in sorted(PROTECTED)
    for sql in (
        "UPDATE {table} SET body = 'x'",
        "update MAIN.{table} set body = 'x' where seq = 1",
        "DELETE FROM {table} WHERE seq = 1",
        "DELETE FROM {table}",
        "INSERT INTO {table} VALUES (1, 'x') ON CONFLICT DO UPDATE SET body = 'x'",
        "DROP TABLE {table}",
    )
]
SCHEMA_CHANGES = [
    sql.format(table=table)
    for table in sorted(PROTECTED)
    for sql in (
        "ALTER TABLE {table} RENAME TO other",
        "ALTER TABLE {table} ADD COLUMN more TEXT",
        "DROP TRIGGER {table}_kept",
        "DROP INDEX {table}_by_body",
        "CREATE TRIGGER t BEFORE INSERT ON {table} BEGIN SELECT RAISE(IGNORE); END",
        "CREATE TEMP TRIGGER t BEFORE INSERT ON {table} BEGIN SELECT RAISE(IGNORE); END",
    )
]
SHADOWS = [
    sql.format(table=table)
    for table in sorted(PROTECTED)
    for sql in ("CREATE TEMP TABLE {table}(a)", "CREATE TEMP VIEW {table} AS SELECT 1 AS seq")
]
ANYWHERE = [
    "ATTACH ':memory:' AS other",
    "PRAGMA temp_store = 1",
    "PRAGMA temp_store_directory = '/tmp'",
    "PRAGMA key = 'x'",
    "PRAGMA rekey = 'x'",
    "PRAGMA hexrekey = '00'",
    "PRAGMA cipher_migrate",
    "PRAGMA cipher_plaintext_header_size = 32",
    "PRAGMA cipher_memory_security = OFF",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = OFF",
    "PRAGMA main.synchronous = OFF",
    "PRAGMA writable_schema = ON",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA trusted_schema = ON",
    "PRAGMA foreign_keys = OFF",
    "PRAGMA ignore_check_constraints = ON",
    "PRAGMA mmap_size = 1000000",
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA case_sensitive_like = ON",
]


def _refusal(engine: Engine, sql: str) -> str:
    with pytest.raises(DeskError) as refused, translated(), engine.begin() as work:
        work.exec_driver_sql(sql)
    return refused.value.code


@pytest.mark.parametrize("sql", ROW_CHANGES + SCHEMA_CHANGES + SHADOWS + ANYWHERE)
def test_while_working_it_is_refused(working: Engine, sql: str) -> None:
    assert _refusal(working, sql) == "store.forbidden"

    with working.connect() as work:
        assert all(
            work.exec_driver_sql(f"SELECT body FROM {table}").scalars().all() == ["first"]
            for table in PROTECTED
        )


@pytest.mark.parametrize("sql", ROW_CHANGES + SHADOWS + ANYWHERE)
def test_even_a_migration_may_not(migrating: Engine, sql: str) -> None:
    assert _refusal(migrating, sql) == "store.forbidden"


@pytest.mark.parametrize("sql", [s for s in SCHEMA_CHANGES if "event" in s] + ["DROP TABLE item"])
def test_a_migration_may_change_the_schema(migrating: Engine, sql: str) -> None:
    with migrating.begin() as work:
        work.exec_driver_sql(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO event VALUES (2, 'second')",
        "UPDATE item SET number = 'x'",
        "DELETE FROM item",
        "DROP TABLE item",
        "CREATE TABLE more(a)",
        "CREATE TEMP TABLE scratch(a)",
        "CREATE VIRTUAL TABLE found USING fts5(a)",
        "PRAGMA quick_check",
        "PRAGMA cipher_integrity_check",
        "PRAGMA table_xinfo('event')",
    ],
)
def test_what_the_store_needs_is_let_through(working: Engine, sql: str) -> None:
    with working.connect() as work:
        work.exec_driver_sql(sql)
        work.commit()


@pytest.mark.parametrize(
    "function", ["load_extension('x')", "sqlcipher_export('main')", "fts3_tokenizer('x')"]
)
def test_a_function_that_reaches_outside_is_refused(working: Engine, function: str) -> None:
    with working.begin() as work, pytest.raises(Exception, match="not authorized to use function"):
        work.exec_driver_sql(f"SELECT {function}")


def test_a_checkpoint_empties_the_write_ahead_log(working: Engine, path: Path) -> None:
    with working.begin() as work:
        work.exec_driver_sql("INSERT INTO item VALUES ('x')")

    driver = working.raw_connection()
    driver.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    driver.close()

    assert path.with_name("desk.db-wal").stat().st_size == 0


def test_full_text_search_works_under_the_authorizer(working: Engine) -> None:
    with working.begin() as work:
        work.exec_driver_sql("CREATE VIRTUAL TABLE found USING fts5(words)")
        work.exec_driver_sql("INSERT INTO found VALUES ('toa an nhan dan')")
        work.exec_driver_sql("INSERT INTO found(found) VALUES ('optimize')")
        work.exec_driver_sql("DELETE FROM found WHERE words MATCH 'khong'")
        hits = work.exec_driver_sql("SELECT words FROM found WHERE found MATCH 'toa nha*'").scalars().all()

    assert hits == ["toa an nhan dan"]
