"""The head marker: newest heads, whatever happened to the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.store.marker import SLOT_BYTES, Head, HeadMarker, Heads


def heads(seq: int) -> Heads:
    """Heads that differ in every byte from those of another number."""
    return Heads(
        Head(Stream.KT1, 1, seq, bytes([seq]) * 32),
        Head(Stream.COUNTER, 1, 1000 + seq, bytes([seq ^ 255]) * 32),
    )


def _written(path: Path, count: int) -> bytes:
    marker = HeadMarker(path)
    for seq in range(1, count + 1):
        marker.write(heads(seq))
    marker.close()
    return path.read_bytes()


def test_a_marker_that_was_never_made_reads_as_none(tmp_path: Path) -> None:
    assert HeadMarker(tmp_path / "heads").read() is None


@pytest.mark.parametrize("count", [1, 2, 3, 4, 17])
def test_the_newest_heads_are_read_by_whoever_opens_the_file_next(tmp_path: Path, count: int) -> None:
    data = _written(tmp_path / "heads", count)

    read = HeadMarker(tmp_path / "heads").read()

    assert read == heads(count)
    assert len(data) == 2 * SLOT_BYTES


def test_a_marker_opened_again_goes_on_counting(tmp_path: Path) -> None:
    _written(tmp_path / "heads", 3)

    again = HeadMarker(tmp_path / "heads")
    again.write(heads(4))

    assert again.read() == HeadMarker(tmp_path / "heads").read() == heads(4)


def test_a_write_changes_one_slot_and_leaves_the_other(tmp_path: Path) -> None:
    marker = HeadMarker(tmp_path / "heads")
    marker.write(heads(1))
    marker.write(heads(2))
    before = (tmp_path / "heads").read_bytes()

    marker.write(heads(3))

    after = (tmp_path / "heads").read_bytes()
    same = [before[at : at + SLOT_BYTES] == after[at : at + SLOT_BYTES] for at in (0, SLOT_BYTES)]
    assert sorted(same) == [False, True]
    assert marker.read() == heads(3)


def test_heads_of_an_empty_desk_can_be_kept(tmp_path: Path) -> None:
    marker = HeadMarker(tmp_path / "heads")

    marker.write(Heads())

    assert marker.read() == Heads()
    assert Heads().of(Stream.COUNTER).seq == 0


@pytest.mark.parametrize("data", [b"", b"x", bytes(1024), bytes(SLOT_BYTES), b"\xff" * 1024])
def test_a_file_without_one_good_slot_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "heads").write_bytes(data)

    with pytest.raises(DeskError, match=r"store\.marker_damaged"):
        HeadMarker(tmp_path / "heads").read()


def test_a_folder_that_is_not_there_is_a_failure_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"disk\."):
        HeadMarker(tmp_path / "none" / "heads").write(heads(1))
