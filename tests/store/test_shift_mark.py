"""The mark of an open shift: it may stand without a shift, never the other way round, and says nothing but that it is there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import shift_mark
from kt1desk.store.folder import DataFolder
from kt1desk.store.shift_mark import ShiftMark


@pytest.fixture
def mark(tmp_path: Path) -> ShiftMark:
    return ShiftMark(DataFolder(tmp_path).open_shift)


def test_it_lies_in_the_data_folder_and_says_nothing_of_who_or_what(mark: ShiftMark, tmp_path: Path) -> None:
    mark.put()
    mark.put()

    assert [path.name for path in tmp_path.iterdir()] == ["open-shift"]
    assert (tmp_path / "open-shift").read_bytes() == b"ca dang mo\n"
    mark.remove()
    mark.remove()
    assert list(tmp_path.iterdir()) == []


def test_both_its_ways_are_on_the_disk_when_they_return(
    mark: ShiftMark, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)

    mark.put()
    put, synced[:] = len(synced), []
    mark.remove()

    assert (put, len(synced)) == (2, 1)  # the file and its name; the name that is gone


def test_it_stands_before_the_shift_opens_and_until_it_is_closed(mark: ShiftMark) -> None:
    is_open = False
    with mark.changing(lambda: is_open):
        assert mark.is_there()
        is_open = True
    assert mark.is_there()
    with mark.changing(lambda: is_open):
        assert mark.is_there()
        is_open = False
    assert not mark.is_there()


def test_a_shift_that_was_refused_leaves_none(mark: ShiftMark) -> None:
    with pytest.raises(DeskError, match=r"shift\.date_far"), mark.changing(lambda: False):
        raise DeskError("shift.date_far")

    assert not mark.is_there()


def test_no_shift_is_opened_where_it_cannot_be_written(
    mark: ShiftMark, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shift_mark, "replace_file", full)

    with pytest.raises(DeskError, match=r"disk\.full"), mark.changing(lambda: False):
        raise AssertionError("it went on")
    mark.follow(is_open=True)  # at the log-in nobody is kept out

    assert not mark.is_there()
