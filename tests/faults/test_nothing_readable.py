"""Nothing that was accepted can be read in any file: while the desk is worked at, after a kill, after the next start."""

from __future__ import annotations

import base64
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.faults.children.desk_worker import opened
from tests.support.desks import counter
from tests.support.furnished import DEK
from tests.support.planted import (
    Planted,
    Searched,
    files_below,
    files_held_by,
    forms_of,
    patterns,
    search_files,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a spooler and open files of POSIX")

PLANTED = Planted()
SPOOLER = """#!/bin/sh
printf '%s\\n' "$*" >> "$SPOOL/titles"
cat > /dev/null
"""
"""Stands where CUPS has ``lp``: takes the document, keeps what it was told about it, as a spooler does."""


@dataclass(frozen=True)
class Machine:
    """The folders of a machine that a program may write to without being asked, and a printer outside them."""

    root: Path

    @property
    def desk(self) -> Path:
        return self.root / "seen" / "desk"

    @property
    def seen(self) -> Path:
        return self.root / "seen"

    @property
    def printer(self) -> Path:
        return self.root / "printer"

    def environment(self) -> dict[str, str]:
        """Home, temporary files, caches, spool: all below ``seen``."""
        names = [
            *("HOME", "TMPDIR", "SQLITE_TMPDIR", "SPOOL"),
            *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"),
        ]
        folders = {name: self.seen / name.lower() for name in names}
        for folder in folders.values():
            folder.mkdir(exist_ok=True)
        path = f"{self.root / 'bin'}:{os.environ['PATH']}"
        return {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "PATH": path}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path)
    made.seen.mkdir()
    made.printer.touch()
    spooler = tmp_path / "bin" / "lp"
    spooler.parent.mkdir()
    spooler.write_text(SPOOLER)
    spooler.chmod(0o755)
    with counter(made.seen):
        pass
    return made


@contextmanager
def _worked_at(machine: Machine) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A desk in the middle of its work, and the numbers it gave out; killed where that has not happened yet."""
    words = [sys.executable, "-m", "tests.faults.children.busy_desk", str(machine.desk), str(machine.printer)]
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=machine.environment()
    ) as desk:
        assert desk.stdin is not None
        assert desk.stdout is not None
        desk.stdin.write(f"{DEK.hex()}\n{json.dumps(asdict(PLANTED))}\n")
        desk.stdin.flush()
        try:
            yield desk, json.loads(desk.stdout.readline())
        finally:
            desk.kill()


def _wanted(numbers: list[str]) -> dict[bytes, str]:
    return patterns([*PLANTED.texts(), *(form for number in numbers for form in forms_of(number))])


def test_no_name_agency_or_number_is_readable_during_use_after_a_kill_and_after_the_next_start(
    machine: Machine,
) -> None:
    looks: list[Searched] = []

    with _worked_at(machine) as (desk, numbers):
        wanted = _wanted(numbers)
        looks.append(search_files(files_below(machine.seen), wanted))
        looks.append(search_files(files_held_by(desk.pid, machine.seen), wanted))
        log = (machine.desk / "store" / "desk.db-wal").stat().st_size
        desk.send_signal(signal.SIGKILL)
        desk.wait()
        looks.append(search_files(files_below(machine.seen), wanted))
    again = opened(machine.desk, DEK)
    found = [again.finder.item(again.session(), number) for number in numbers]
    looks.append(search_files(files_below(machine.seen), wanted))
    again.store.close()
    looks.append(search_files(files_below(machine.seen), wanted))

    assert [look.hits for look in looks] == [()] * 5
    assert log > 100_000  # the rows were in the write-ahead log when it was looked at
    assert all(look.files >= 3 for look in looks)
    assert all(item is not None and item.item == number for item, number in zip(found, numbers, strict=True))
    assert machine.printer.stat().st_size > 5_000
    assert (machine.seen / "stick.kt1bundle").stat().st_size > 500
    assert (machine.seen / "desk" / "store" / "keys.json").exists()
    assert [path.name for path in (machine.root / "exports").iterdir()] == ["list.xlsx"]
    assert (machine.seen / "spool" / "titles").exists()
    assert "ValueError" in (machine.desk / "log" / "desk.log").read_text()


@pytest.mark.parametrize("place", ["tmpdir", "spool", "xdg_cache_home", "desk/log", "desk/store"])
@pytest.mark.parametrize("how", ["utf-8", "utf-16-le", "utf-16-be"])
def test_the_same_search_finds_a_planted_text_in_any_place_and_coding(
    machine: Machine, place: str, how: str
) -> None:
    machine.environment()
    wanted = patterns(PLANTED.texts())
    for text in PLANTED.texts():
        (machine.seen / place / "left").write_bytes(b"x" * 7 + text.encode(how) + b"y" * 5)

        found = search_files([machine.seen / place / "left"], wanted)

        assert len(found.hits) >= 1
        assert all(text in hit for hit in found.hits)


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("number", ["MX000000014VN", "MX 000 000 014 VN"])
def test_the_same_search_finds_base64_wherever_the_text_begins(
    machine: Machine, before: int, number: str
) -> None:
    record = b"-" * before + number.encode() + b"-" * 9
    (machine.seen / "left").write_bytes(base64.b64encode(record))

    hits = search_files(files_below(machine.seen), patterns(forms_of("MX000000014VN"))).hits

    assert len(hits) == 1


def test_the_same_search_finds_the_rows_of_a_plain_database_its_log_and_a_file_without_a_name(
    machine: Machine, tmp_path: Path
) -> None:
    plain = sqlite3.connect(machine.seen / "plain.db", isolation_level=None)
    plain.execute("PRAGMA journal_mode=WAL")
    plain.execute("CREATE TABLE item (sender TEXT)")
    plain.execute("INSERT INTO item VALUES (?)", (PLANTED.person,))
    nameless = (machine.seen / "gone").open("w+b")
    nameless.write(PLANTED.phone.encode())
    nameless.flush()
    (machine.seen / "gone").unlink()
    wanted = patterns(PLANTED.texts())

    named = search_files(files_below(machine.seen), wanted).hits
    held = search_files(files_held_by(os.getpid(), machine.seen), wanted).hits
    plain.close()
    nameless.close()

    assert any("plain.db-wal" in hit for hit in named)
    assert any(PLANTED.phone in hit for hit in held)
