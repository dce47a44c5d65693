"""Small files: whole old content or whole new content."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from kt1desk.store.durable import replace_file


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    replace_file(path, b"old")

    replace_file(path, b"new" * 100_000)

    assert path.read_bytes() == b"new" * 100_000
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.json"]
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
def test_where_a_step_fails_the_old_content_stands_and_the_next_try_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "keys.json"
    replace_file(path, b"old")

    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(OSError, match="full"):
            replace_file(path, b"new")
    found = path.read_bytes()
    replace_file(path, b"newer")

    assert found == b"old"
    assert path.read_bytes() == b"newer"


def test_a_disk_that_takes_only_some_bytes_at_a_time_still_gets_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write

    def three_at_most(handle: int, data: bytes) -> int:
        return whole(handle, bytes(data[:3]))

    monkeypatch.setattr(os, "write", three_at_most)
    replace_file(tmp_path / "keys.json", b"0123456789")

    assert (tmp_path / "keys.json").read_bytes() == b"0123456789"
