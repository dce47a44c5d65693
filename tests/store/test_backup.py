"""A backup is whole, encrypted and checked before it counts as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.connection import open_raw
from tests.support.journals import DEK, accept, begin, make

OTHER_KEY = bytes(32)


def test_a_backup_opens_with_its_own_key_alone_and_holds_every_row(tmp_path: Path) -> None:
    store = make(tmp_path / "data")
    begin(store)
    accept(store, secret=True)
    target = tmp_path / "backup.db"

    store.backup(target, OTHER_KEY)
    accept(store)

    raw = open_raw(target, OTHER_KEY)
    assert raw.execute("SELECT count(*) FROM event").fetchone() == (8,)
    assert raw.execute("SELECT count(*) FROM particulars").fetchone() == (4,)
    raw.close()
    with pytest.raises(DeskError, match=r"store\.key_or_damaged"):
        open_raw(target, DEK)
    assert "Lý Thị Lan".encode() not in target.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["backup.db"]


def test_a_backup_that_cannot_be_written_leaves_the_older_one(tmp_path: Path) -> None:
    store = make(tmp_path / "data")
    begin(store)
    target = tmp_path / "backup.db"
    store.backup(target)
    before = target.read_bytes()
    (tmp_path / "backup.db.new").mkdir()

    with pytest.raises(DeskError, match=r"disk\."):
        store.backup(target)

    assert target.read_bytes() == before
