"""Each way a disk or the database refuses becomes one code."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.store.connection import open_engine, open_raw
from kt1desk.store.failures import translate, translated

KEY = bytes(range(32))


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk.full"),
        (errno.EDQUOT, "disk.full"),
        (errno.EROFS, "disk.read_only"),
        (errno.EACCES, "disk.read_only"),
        (errno.EIO, "disk.failed"),
        (errno.ENOENT, "disk.failed"),
    ],
)
def test_a_failure_of_the_system_is_told_by_its_number(number: int, code: str) -> None:
    assert translate(OSError(number, os.strerror(number))).code == code


def test_a_full_database_is_a_full_disk_and_the_transaction_is_undone(tmp_path: Path) -> None:
    raw = open_raw(tmp_path / "desk.db", KEY)
    raw.execute("CREATE TABLE paper(words BLOB)")
    raw.execute("PRAGMA max_page_count = 10")

    with pytest.raises(DeskError, match=r"disk\.full"), translated():
        raw.execute("INSERT INTO paper VALUES (zeroblob(1000000))")

    assert raw.execute("SELECT count(*) FROM paper").fetchone() == (0,)
    raw.close()


def test_a_database_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    raw = open_raw(tmp_path / "desk.db", KEY)
    raw.execute("CREATE TABLE paper(words TEXT)")
    raw.execute("PRAGMA query_only = ON")

    with pytest.raises(DeskError, match=r"disk\.read_only"), translated():
        raw.execute("INSERT INTO paper VALUES ('x')")
    raw.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"disk\.read_only"):
        open_raw(tmp_path / "none" / "desk.db", KEY)


def test_a_lock_held_by_another_is_busy(tmp_path: Path) -> None:
    engine, other = open_engine(tmp_path / "desk.db", KEY), open_raw(tmp_path / "desk.db", KEY)
    other.set_busy_timeout(0.0)

    with engine.begin(), pytest.raises(DeskError, match=r"store\.busy"), translated():
        other.execute("BEGIN IMMEDIATE")
    other.close()
    engine.dispose()


@pytest.mark.parametrize(
    ("sql", "code"),
    [("INSERT INTO paper VALUES (NULL)", "store.refused"), ("SELECT * FROM nowhere", "store.failed")],
)
def test_a_broken_rule_and_a_broken_statement_are_told_apart_through_sqlalchemy_too(
    tmp_path: Path, sql: str, code: str
) -> None:
    engine = open_engine(tmp_path / "desk.db", KEY)
    with engine.begin() as work:
        work.execute(text("CREATE TABLE paper(words TEXT NOT NULL)"))

    with pytest.raises(DeskError, match=code.replace(".", r"\.")), translated(), engine.begin() as work:
        work.execute(text(sql))
    engine.dispose()


def test_a_refusal_stays_the_refusal_it_is_and_a_mistake_a_mistake() -> None:
    refusal = DeskError("item.weight_zero", "weight")

    assert translate(refusal) is refusal
    with pytest.raises(DeskError, match=r"item\.weight_zero \[weight\]"), translated():
        raise refusal
    with pytest.raises(ZeroDivisionError), translated():
        raise ZeroDivisionError


def test_an_error_without_a_number_names_its_kind_only() -> None:
    error = translate(dbapi2.ProgrammingError("INSERT INTO item VALUES ('ME473124829VN')"))

    assert (error.code, dict(error.details)) == ("store.failed", {"name": "ProgrammingError"})
    assert "ME4" not in f"{error}{error!r}"
