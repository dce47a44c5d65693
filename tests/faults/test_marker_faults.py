"""The head marker under torn writes, flipped bits and a disk that fails."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store.marker import SLOT_BYTES, HeadMarker, Heads
from tests.store.test_marker import heads


def _before_and_after(path: Path, seq: int) -> tuple[bytes, bytes]:
    """The file before and after the write of ``heads(seq)``."""
    marker = HeadMarker(path)
    for earlier in range(1, seq):
        marker.write(heads(earlier))
    before = path.read_bytes()
    marker.write(heads(seq))
    marker.close()
    return before, path.read_bytes()


def _read(path: Path, data: bytes) -> Heads | None:
    path.write_bytes(data)
    return HeadMarker(path).read()


@pytest.mark.parametrize("seq", [3, 4])
@pytest.mark.parametrize("order", ["from the front", "from the back"])
def test_a_write_torn_at_any_byte_leaves_the_heads_before_it_and_says_so(
    tmp_path: Path, seq: int, order: str
) -> None:
    before, after = _before_and_after(tmp_path / "heads", seq)
    start = next(at for at in (0, SLOT_BYTES) if before[at : at + SLOT_BYTES] != after[at : at + SLOT_BYTES])
    assert before[SLOT_BYTES - start :][:SLOT_BYTES] == after[SLOT_BYTES - start :][:SLOT_BYTES]

    for cut in range(1, SLOT_BYTES):
        middle = start + cut
        torn = (
            after[:middle] + before[middle:]
            if order == "from the front"
            else before[:middle] + after[middle:]
        )
        read = _read(tmp_path / "torn", torn)

        if torn == after:
            assert read == heads(seq)
        elif torn == before:
            assert read == heads(seq - 1)
        else:
            earlier = heads(seq - 1)
            assert read == Heads(earlier.kt1, earlier.counter, damaged=True), cut


def test_every_flipped_bit_is_noticed_and_no_wrong_head_is_ever_read(tmp_path: Path) -> None:
    _, data = _before_and_after(tmp_path / "heads", 4)
    newest, earlier = heads(4), heads(3)
    allowed = {Heads(h.kt1, h.counter, damaged=True) for h in (newest, earlier)}

    for at in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[at // 8] ^= 1 << at % 8
        assert _read(tmp_path / "flipped", bytes(flipped)) in allowed, at


@pytest.mark.parametrize("length", [0, 1, SLOT_BYTES - 1])
def test_a_file_cut_within_its_first_slot_is_refused(tmp_path: Path, length: int) -> None:
    _, data = _before_and_after(tmp_path / "heads", 4)

    with pytest.raises(DeskError, match=r"store\.marker_damaged"):
        _read(tmp_path / "cut", data[:length])


@pytest.mark.parametrize("length", [SLOT_BYTES, SLOT_BYTES + 1, 2 * SLOT_BYTES - 1])
def test_a_file_cut_within_its_second_slot_is_noticed(tmp_path: Path, length: int) -> None:
    _, data = _before_and_after(tmp_path / "heads", 4)

    read = _read(tmp_path / "cut", data[:length])

    assert read is not None
    assert read.damaged


@pytest.mark.skipif(sys.platform == "win32", reason="replaces a system call of POSIX")
@pytest.mark.parametrize(
    ("call", "number", "code"),
    [
        ("pwrite", errno.ENOSPC, "disk.full"),
        ("fdatasync", errno.EIO, "disk.failed"),
        ("pwrite", errno.EROFS, "disk.read_only"),
    ],
)
def test_after_a_failed_write_the_last_heads_still_stand_and_the_next_write_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, code: str
) -> None:
    marker = HeadMarker(tmp_path / "heads")
    for seq in (1, 2, 3):
        marker.write(heads(seq))

    def fail(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        for _ in range(3):
            with pytest.raises(DeskError, match=code.replace(".", r"\.")):
                marker.write(heads(4))
    found = HeadMarker(tmp_path / "heads").read()
    marker.write(heads(5))

    assert found in {heads(3), heads(4)}
    assert HeadMarker(tmp_path / "heads").read() == heads(5)
