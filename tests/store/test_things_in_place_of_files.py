"""A gigabyte, a pipe or a folder where the desk has a small file of its own: refused as damage, without reading it and without waiting."""

from __future__ import annotations

import os
import signal
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import device_secret
from kt1desk.store.attempts import FREE, Attempts
from kt1desk.store.backup_file import KEYS, MANIFEST, read_backup
from kt1desk.store.durable import read_small
from kt1desk.store.flight import flight_files
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import read_slots
from kt1desk.store.marker import HeadMarker
from tests.support.clocks import HandClock

GIGABYTE = 1 << 30
NEVER_S = 5
MOST_MEMORY = 1 << 20

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")


def gigabyte(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(GIGABYTE)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


every_thing = pytest.mark.parametrize("put", [gigabyte, pipe, folder])


@pytest.fixture(autouse=True)
def _nobody_waits() -> Iterator[None]:
    """Who waits at a pipe waits for ever: an alarm ends it."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError("somebody waits at a pipe")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(NEVER_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def said(act: Callable[[], object]) -> str:
    """The code of the refusal, or nothing; whatever it is, the memory holds no more than a short file."""
    tracemalloc.start()
    try:
        act()
    except DeskError as error:
        return error.code
    else:
        return ""
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MOST_MEMORY


def desk(root: Path) -> DataFolder:
    made = DataFolder(root)
    made.prepare()
    return made


@every_thing
def test_in_place_of_the_marker(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / "heads")

    assert said(HeadMarker(tmp_path / "heads").read) == "store.marker_damaged"


@every_thing
def test_in_place_of_the_keys(tmp_path: Path, put: Callable[[Path], None]) -> None:
    made = desk(tmp_path)
    put(made.keys)

    assert said(lambda: read_slots(made)) == "key.file_damaged"


@every_thing
def test_in_place_of_the_secret_of_the_machine(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / "secret")

    assert said(lambda: device_secret.read(tmp_path / "secret")) == "key.device_secret_foreign"


@every_thing
def test_in_place_of_the_count_of_wrong_passwords(tmp_path: Path, put: Callable[[Path], None]) -> None:
    put(tmp_path / "attempts.json")

    counters = Attempts(tmp_path / "attempts.json", b"key", HandClock())

    assert said(counters.refused) == ""
    assert counters.refused() == FREE


@pytest.mark.parametrize(("put", "code"), [(gigabyte, "backup.unreadable"), (pipe, "backup.none")])
def test_in_place_of_what_stands_on_a_backup(tmp_path: Path, put: Callable[[Path], None], code: str) -> None:
    put(tmp_path / MANIFEST)
    put(tmp_path / KEYS)

    assert said(lambda: read_backup(tmp_path)) == code


def test_in_place_of_a_file_of_the_recorder(tmp_path: Path) -> None:
    pipe(tmp_path / "kt1desk-7-20261123-170512.flight")

    assert flight_files(tmp_path, 7) == ()


def test_a_link_to_a_short_file_is_read_as_the_file(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"12345")
    (tmp_path / "here").symlink_to(tmp_path / "there")

    assert read_small(tmp_path / "here", 5) == b"12345"
    assert read_small(tmp_path / "here", 3) == b"1234"
