"""Flipped bits in the database, in its write-ahead log and in the key slots: noticed, or without any effect on a figure."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.connection import open_raw
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.desks import counter
from tests.support.furnished import DEK

PASSWORD = "mật khẩu của tôi"
PAGE = 4_096
WAL_HEADER, FRAME = 32, 24 + PAGE


@dataclass(frozen=True)
class Desk:
    """A desk's files: one state with everything in the database, one with three acceptances still in the log."""

    checkpointed: DataFolder
    in_the_log: DataFolder
    items: int


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("flips")
    with counter(root) as made:
        made.open_shift()
        other = open_raw(made.folder.database, DEK)
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        other.close()
        for _ in range(3):
            made.accept()
        shutil.copytree(made.folder.root, root / "in_the_log")
    return Desk(made.folder, DataFolder(root / "in_the_log"), 3)


def _copy(folder: DataFolder, to: Path) -> DataFolder:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder.root, to)
    return DataFolder(to)


def _flip(path: Path, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def _open(folder: DataFolder) -> DeskStore:
    return DeskStore.open(folder, DEK, HandClock(), random.Random(2).randbytes)


def _start(folder: DataFolder) -> str:
    """How a start ends: the code of the refusal, or ``opened``."""
    try:
        _open(folder).close()
    except DeskError as error:
        return error.code
    return "opened"


def _rows(connection: Any, table: str) -> list[Any] | None:
    """All rows of a table, or None where the store refuses to read them."""
    try:
        with translated():
            return list(connection.execute(f'SELECT * FROM "{table}"'))
    except DeskError as error:
        if error.code != "store.damaged":
            raise
        return None


def _tables(folder: DataFolder) -> dict[str, list[Any] | None]:
    connection = open_raw(folder.database, DEK)
    try:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            )
        ]
        return {name: _rows(connection, name) for name in names}
    finally:
        connection.close()


def _integrity_faults(folder: DataFolder) -> int:
    connection = open_raw(folder.database, DEK)
    try:
        return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    finally:
        connection.close()


def test_a_flipped_bit_in_any_page_is_noticed_and_no_row_is_ever_read_wrong(
    desk: Desk, tmp_path: Path
) -> None:
    original = _tables(desk.checkpointed)
    pages = desk.checkpointed.database.stat().st_size // PAGE
    rng = random.Random(20_261_123)
    refused: Tally[str] = Tally()

    for page in range(pages):
        folder = _copy(desk.checkpointed, tmp_path / "flipped")
        _flip(folder.database, page * PAGE * 8 + rng.randrange(PAGE * 8))
        try:
            assert _integrity_faults(folder) == 1, page
            found = _tables(folder)
        except DeskError as error:
            refused[error.code] += 1
            continue
        wrong = [name for name, rows in found.items() if rows not in (None, original[name])]
        # SQLCipher hands out zeros for a page in the middle of a long value, and refuses only what is read after it. Long enough for that
        # are the blocks of the search index alone: a search that finds nothing, never a figure; the rest of the file is refused at once.
        assert all(name.startswith("search_fts") for name in wrong), page
        assert not wrong or None in found.values(), page
        refused["while reading" if None in found.values() else "by the integrity check alone"] += 1

    assert pages > 30
    assert sum(refused.values()) == pages
    assert refused["store.key_or_damaged"] >= 1  # the first page: a wrong key looks the same
    assert refused["while reading"] > pages // 4


def test_a_start_on_a_damaged_database_says_what_it_is_and_never_breaks_down(
    desk: Desk, tmp_path: Path
) -> None:
    pages = desk.checkpointed.database.stat().st_size // PAGE
    ends: Tally[str] = Tally()

    for page in range(pages):
        folder = _copy(desk.checkpointed, tmp_path / "flipped")
        _flip(folder.database, (page * PAGE + 100) * 8)
        ends[_start(folder)] += 1

    assert ends.keys() <= {"opened", "store.damaged", "store.key_or_damaged"}
    assert ends["store.damaged"] > 0


def test_a_flipped_bit_in_any_frame_of_the_log_is_noticed_at_the_start(desk: Desk, tmp_path: Path) -> None:
    log = "desk.db-wal"
    frames = (desk.in_the_log.database.with_name(log).stat().st_size - WAL_HEADER) // FRAME
    rng = random.Random(7)
    assert _start(_copy(desk.in_the_log, tmp_path / "whole")) == "opened"

    ends: Tally[str] = Tally()
    for frame in range(frames):
        for part in (rng.randrange(24 * 8), 24 * 8 + rng.randrange(PAGE * 8)):
            folder = _copy(desk.in_the_log, tmp_path / "flipped")
            _flip(folder.database.with_name(log), (WAL_HEADER + frame * FRAME) * 8 + part)
            ends[_start(folder)] += 1

    assert frames >= 10
    assert ends == {"store.records_missing": 2 * frames}


def test_without_the_marker_the_same_flips_lose_receipted_items_without_a_word(
    desk: Desk, tmp_path: Path
) -> None:
    """Why the marker exists: the database alone opens clean, and an item is gone."""
    folder = _copy(desk.in_the_log, tmp_path / "flipped")
    log = folder.database.with_name("desk.db-wal")
    _flip(log, (WAL_HEADER + 10) * 8)

    whole, left = (_tables(where)["item"] for where in (_copy(desk.in_the_log, tmp_path / "whole"), folder))

    assert whole is not None
    assert left is not None
    assert (len(whole), len(left)) == (desk.items, 0)


@pytest.mark.parametrize("gone", ["desk.db-wal", "the last third of desk.db-wal", "an older database"])
def test_a_log_that_is_gone_or_cut_or_a_whole_older_copy_is_noticed(
    desk: Desk, tmp_path: Path, gone: str
) -> None:
    folder = _copy(desk.in_the_log, tmp_path / "cut")
    log = folder.database.with_name("desk.db-wal")

    if gone == "desk.db-wal":
        log.unlink()
    elif gone == "an older database":
        newer = _copy(desk.checkpointed, tmp_path / "newer")
        log.unlink()
        shutil.copy(folder.database, newer.database)
        folder = newer
    else:
        with log.open("r+b") as file:
            file.truncate(log.stat().st_size * 2 // 3)

    assert _start(folder) == "store.records_missing"


def test_a_marker_that_was_deleted_is_noticed(desk: Desk, tmp_path: Path) -> None:
    folder = _copy(desk.checkpointed, tmp_path / "unmarked")

    folder.marker.unlink()

    assert _start(folder) == "store.marker_missing"


def _slots(root: Path) -> tuple[KeyRing, DataFolder, HandClock, str]:
    folder, clock = DataFolder(root / "data"), HandClock()
    folder.prepare()
    ring = KeyRing(folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB))
    return ring, folder, clock, ring.create(7, DEK, {"an": PASSWORD})


def _key_or_refusal(use: Callable[[str], bytes], secret: str) -> str:
    try:
        assert use(secret) == DEK
    except DeskError as error:
        return error.code
    return "the key"


def _flipped(data: bytes, bit: int) -> bytes:
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_every_flipped_bit_of_the_slot_file_keeps_shut_or_changes_nothing(tmp_path: Path) -> None:
    ring, folder, _, code = _slots(tmp_path)
    data = folder.keys.read_bytes()
    ends: Tally[str] = Tally()

    for bit in range(len(data) * 8):
        folder.keys.write_bytes(_flipped(data, bit))
        ends[_key_or_refusal(ring.unlock_recovery, code)] += 1

    assert ends.keys() == {"the key", "key.file_damaged", "key.file_newer", "key.recovery_code_wrong"}
    assert (
        ends["key.recovery_code_wrong"] >= 76 * 2 * 2
    )  # each hex digit of the slot stays a digit in at least two ways


def test_a_password_meets_a_flipped_bit_of_the_slot_file_with_a_refusal_or_with_the_key(
    tmp_path: Path,
) -> None:
    """A seeded sample: each try costs a quarter of a second by design."""
    ring, folder, clock, _ = _slots(tmp_path)
    data = folder.keys.read_bytes()
    ends: Tally[str] = Tally()

    # The lowest bit of a decimal digit leaves a digit: such a flip in a sealed key is still a whole file.
    sealed = [
        next(i for i in range(*run.span()) if data[i : i + 1].isdigit()) * 8
        for run in re.finditer(rb"[0-9a-f]{152}", data)
    ]
    for bit in [*sealed, *random.Random(3).sample(range(len(data) * 8), 40)]:
        folder.keys.write_bytes(_flipped(data, bit))
        ends[_key_or_refusal(lambda password: ring.unlock("an", password), PASSWORD)] += 1
        clock.pass_ms(15 * 60_000)

    assert ends.keys() <= {"the key", "key.file_damaged", "key.file_newer", "login.wrong_password"}
    assert ends["key.file_damaged"]
    assert ends["login.wrong_password"]
