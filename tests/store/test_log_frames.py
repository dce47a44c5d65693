"""The log beside the file: what a transaction that was taken back left in it is no rot, a commit behind a bad frame is."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from kt1desk.app.nightly import is_due
from kt1desk.app.record_words import finding_words
from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from kt1desk.store import doubts, log_frames
from kt1desk.store.folder import DataFolder
from kt1desk.store.log_frames import first_bad, is_cut_by_rot, is_long, log_of
from tests.support.journals import accept, begin, make
from tests.support.rotting import opened

PAGE, HEADER, FRAME = 4_096, 32, 24


@pytest.fixture
def log(tmp_path: Path) -> bytes:
    """A log with a commit, over the remains of a transaction that was larger than the cache and was taken back."""
    at = tmp_path / "some.db"
    connection = sqlite3.connect(at, isolation_level=None)
    connection.execute(f"PRAGMA page_size={PAGE}")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA cache_size=4")
    connection.execute("CREATE TABLE t (x BLOB)")
    connection.execute("BEGIN")
    for _ in range(60):
        connection.execute("INSERT INTO t VALUES (zeroblob(3000))")
    connection.execute("ROLLBACK")
    for _ in range(3):
        connection.execute("INSERT INTO t VALUES (zeroblob(10))")
    data = log_of(at).read_bytes()
    connection.close()
    return data


def _committed(log: bytes) -> int:
    """How many frames count, by hand: up to the last one that commits before the remains begin."""
    sizes = [
        int.from_bytes(log[at + 4 : at + 8], "big") for at in range(HEADER, len(log) - FRAME, FRAME + PAGE)
    ]
    return max(at for at, size in enumerate(sizes, start=1) if size)


def test_what_a_transaction_left_that_was_taken_back_is_no_rot(log: bytes) -> None:
    frames = (len(log) - HEADER) // (FRAME + PAGE)

    assert frames > _committed(log) + 10
    assert first_bad(log, _committed(log)) == 0
    assert not is_cut_by_rot(log)


@pytest.mark.parametrize("at", [8, 16, 40], ids=["salt", "sum", "page"])
def test_each_commit_that_rotted_is_rot_all_the_same(log: bytes, at: int) -> None:
    for frame in range(_committed(log)):
        bent = bytearray(log)
        bent[HEADER + frame * (FRAME + PAGE) + at] ^= 1

        assert is_cut_by_rot(bytes(bent)), frame


def test_a_log_that_is_long_is_not_summed_before_the_log_in_and_the_check_begins_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make(tmp_path / "desk")
    begin(store)
    accept(store)
    shutil.copytree(tmp_path / "desk", tmp_path / "killed")
    store.close()
    folder = DataFolder(tmp_path / "killed")
    monkeypatch.setattr(log_frames, "MOST_AT_START", 3)
    monkeypatch.setattr(log_frames, "is_cut_by_rot", lambda _: pytest.fail("summed"))

    assert is_long(log_of(folder.database).read_bytes())
    with opened(folder) as desk:
        with desk.store.look() as connection:
            state = doubts.read(connection)
        with desk.store.read() as reader:
            doubted = reader.doubted_at()
        now = desk.clock.now()

    assert [each.code for each in state.known] == ["record.log_long"]
    assert doubted == ""
    assert finding_words(state, now) == ""
    assert is_due(state, now.utc_ms, now.utc_ms, 0)
    assert sentence(DeskError("record.log_long", since="08:00 23/11"))


def test_frames_of_a_log_before_do_not_make_it_long(log: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_frames, "MOST_AT_START", _committed(log))
    bent = bytearray(log)
    for at in range(HEADER + _committed(log) * (FRAME + PAGE), len(log), FRAME + PAGE):
        bent[at + 8] ^= 1  # another salt: SQLite has begun the log anew since

    assert is_long(log)
    assert not is_long(bytes(bent))
