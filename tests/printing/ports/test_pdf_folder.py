"""Papers as files in a folder: whole or not there, once, and on the disk."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import signal
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.printing.ports.base import PortError
from kt1desk.printing.ports.pdf_folder import PdfFolderPort

_AT = datetime(2026, 11, 22, 14, 32, 5)  # noqa: DTZ001 - the counter's local time


def _nothing(_sent: int) -> None:
    """Nobody watches."""


def _error(action: Callable[[], object]) -> PortError:
    with pytest.raises(PortError) as refusal:
        action()
    return refusal.value


def test_a_pdf_appears_whole_under_a_name_that_says_nothing_and_over_no_other_file(tmp_path: Path) -> None:
    port = PdfFolderPort(tmp_path, lambda: _AT)

    port.open()
    for document in (b"%PDF first", b"%PDF second"):
        port.send(document, _nothing)
    port.close()

    found = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert found == {
        "phieu-20261122-143205-0001.pdf": b"%PDF first",
        "phieu-20261122-143205-0002.pdf": b"%PDF second",
    }
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_on_a_stick_without_hard_links_a_pdf_still_appears_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "a FAT file system")

    monkeypatch.setattr(os, "link", no_links)
    port = PdfFolderPort(tmp_path, lambda: _AT)

    for document in (b"%PDF first", b"%PDF second"):
        port.send(document, _nothing)

    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"%PDF first", b"%PDF second"]


def test_a_pdf_and_its_name_are_on_the_disk_before_it_counts_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    to_the_disk = os.fsync

    def noted(handle: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        to_the_disk(handle)

    monkeypatch.setattr(os, "fsync", noted)

    PdfFolderPort(tmp_path, lambda: _AT).send(b"%PDF", _nothing)

    assert len(flushed) == 2
    assert flushed[0].startswith(".kt1-")
    assert flushed[1] == tmp_path.name


@pytest.mark.parametrize(("number", "doubt"), [(errno.EIO, True), (errno.EINVAL, False)])
def test_a_folder_that_cannot_be_flushed_is_a_doubt_about_a_paper_that_stands_there_and_no_reason_for_a_second(
    number: int, doubt: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_the_disk = os.fsync

    def failing_for_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "a share")
        to_the_disk(handle)

    monkeypatch.setattr(os, "fsync", failing_for_folders)
    port = PdfFolderPort(tmp_path, lambda: _AT)

    sent = _error(lambda: port.send(b"%PDF", _nothing)).sent if doubt else port.send(b"%PDF", _nothing)

    assert sent == 4
    assert [path.name for path in tmp_path.iterdir()] == ["phieu-20261122-143205-0001.pdf"]


def test_what_a_killed_desk_left_half_written_is_gone_after_the_next_paper_but_not_what_another_writes_now(
    tmp_path: Path,
) -> None:
    left, written_now = tmp_path / ".kt1-abandoned.tmp", tmp_path / ".kt1-fresh.tmp"
    for half in (left, written_now):
        half.write_bytes(b"%PDF half")

    with written_now.open("rb") as another_desk:
        fcntl.flock(another_desk, fcntl.LOCK_EX)
        port = PdfFolderPort(tmp_path, lambda: _AT)
        port.open()
        port.send(b"%PDF whole", _nothing)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".kt1-fresh.tmp",
        "phieu-20261122-143205-0001.pdf",
    ]


def test_what_was_half_written_is_overwritten_before_it_is_deleted(tmp_path: Path) -> None:
    left = tmp_path / ".kt1-abandoned.tmp"
    left.write_bytes(b"%PDF half")

    with left.open("rb") as kept_open:
        PdfFolderPort(tmp_path, lambda: _AT).open()
        still_there = kept_open.read()

    assert not left.exists()
    assert len(still_there) == 9
    assert still_there != b"%PDF half"


def test_a_paper_whose_first_name_a_killed_desk_could_not_take_away_stays_as_it_is(tmp_path: Path) -> None:
    half, paper = tmp_path / ".kt1-abandoned.tmp", tmp_path / "phieu-20261122-143205-0001.pdf"
    paper.write_bytes(b"%PDF whole")
    os.link(paper, half)

    PdfFolderPort(tmp_path, lambda: _AT).open()

    assert [path.name for path in tmp_path.iterdir()] == [paper.name]
    assert paper.read_bytes() == b"%PDF whole"


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a folder nobody may write to")
def test_a_folder_that_cannot_be_written_is_refused_before_anything_is_sent() -> None:
    port = PdfFolderPort(Path("/proc/self"), lambda: _AT)

    error = _error(port.open)

    assert (error.code, error.sent) == ("printer.folder_unwritable", 0)


def test_a_full_disk_is_named_and_leaves_nothing_behind(tmp_path: Path) -> None:
    port = PdfFolderPort(tmp_path, lambda: _AT)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))

    try:
        error = _error(lambda: port.send(b"%PDF" * 1000, _nothing))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)

    assert (error.code, error.sent) == ("disk.full", 0)
    assert list(tmp_path.iterdir()) == []
