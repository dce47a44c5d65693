"""No program that ships can change or delete an event: the source says so nowhere, and each desk's file and connection refuse it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kt1desk.domain.facts.known import KNOWN
from kt1desk.store.authorizer import PROTECTED, Purpose, authorizer_for
from tests.support.desks import Counter, counter
from tests.support.tree import source_files

CHANGES = re.compile(
    r"\b(?:UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+(?:event|particulars)\b|\b(?:update|delete)\(\s*(?:events?|particulars)\s*\)",
    re.IGNORECASE,
)
ELSEWHERE = {
    "schema_sql.py": "the trigger that erases persons when the event of an erasure is added",
    "laid.py": "the empty database in memory in which a replay is compared",
    "rewriting.py": "a copy of the file, brought together with the centre after a restore; events of its own tell of it",
}
"""Modules that say so of something else than a desk's journal at work."""
REVERSES = {
    "item.reversed",
    "dossier.reversed",
    "dossier.fee_corrected",
    "dispatch.recalled",
    "receptacle.undone",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        yield made


def test_no_module_of_the_program_says_to_change_or_delete_an_event() -> None:
    found = {
        path.name for path in source_files("kt1desk") if CHANGES.search(path.read_text(encoding="utf-8"))
    }

    assert CHANGES.search("UPDATE event SET x = 1")
    assert CHANGES.search("delete(particulars)")
    assert found <= set(ELSEWHERE)


@pytest.mark.parametrize("table", ["event", "particulars", "received", "received_beside"])
def test_the_file_of_each_desk_has_a_trigger_against_changing_and_one_against_deleting(
    desk: Counter, table: str
) -> None:
    with desk.store.look() as connection:
        rows = connection.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall()

    said = [sql for (sql,) in rows]
    assert any(f"BEFORE UPDATE ON {table}" in sql and "RAISE" in sql for sql in said)
    assert any(f"BEFORE DELETE ON {table}" in sql and "RAISE" in sql for sql in said)


@pytest.mark.parametrize("purpose", list(Purpose))
@pytest.mark.parametrize("table", sorted(PROTECTED - {"device_key"}))
@pytest.mark.parametrize("action", [dbapi2.SQLITE_UPDATE, dbapi2.SQLITE_DELETE])
def test_no_connection_is_let_change_or_delete_what_is_written_once(
    purpose: Purpose, table: str, action: int
) -> None:
    answer = authorizer_for(purpose)(action, table, "body", "main", None)

    assert answer == dbapi2.SQLITE_DENY


def test_a_correction_is_an_event_of_its_own() -> None:
    assert {"item.reversed", "dossier.reversed", "dispatch.recalled", "receptacle.undone"} <= set(KNOWN)
