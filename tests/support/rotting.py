"""A desk with a day in it, its files, and what rots in them: bits, pages of another day, rows written past all guards."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.services.record_check import CheckState, Finding, RecordCheck
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.reader import StoreReader
from kt1desk.store.record_check import CheckNote, RecordFiles
from tests.support.clocks import NOON_MS, HandClock
from tests.support.desks import Counter, counter, sample_reference
from tests.support.journals import DEK

PAGE = 4_096
WAL_HEADER, FRAME = 32, 24 + PAGE
USER, PASSWORD = "clerk", "mật khẩu của tôi"


def day(root: Path, items: int = 3) -> DataFolder:
    """The folder of a closed desk with key slots and a shift of so many items and a dossier."""
    with counter(root) as desk:
        KeyRing(desk.folder, desk.clock, Cost(memory_kib=LEAST_MEMORY_KIB)).create(0, DEK, {USER: PASSWORD})
        desk.open_shift()
        for _ in range(items):
            desk.accept()
        desk.accept_secret()
        desk.accept_dossier()
    return desk.folder


def copied(folder: DataFolder, to: Path) -> DataFolder:
    """All files of a folder at another place; what was there is gone."""
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder.root, to)
    return DataFolder(to)


def flip(path: Path, bit: int) -> None:
    """Turn one bit of a file round."""
    with path.open("r+b") as file:
        file.seek(bit // 8)
        byte = file.read(1)[0]
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def put_page(source: Path, target: Path, page: int) -> None:
    """Copy one page, counted from 0, to its place in another file."""
    with source.open("rb") as file:
        file.seek(page * PAGE)
        data = file.read(PAGE)
    with target.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(data)


@dataclass(frozen=True)
class Checked:
    """An open desk whose records can be checked."""

    folder: DataFolder
    store: DeskStore
    clock: HandClock
    check: RecordCheck

    def whole(self) -> tuple[Finding, ...]:
        """Every step of one check; what is known after it."""
        while self.check.step():
            pass
        return self.check.state().known

    def codes(self) -> set[str]:
        """The codes of what a whole check finds."""
        return {each.code for each in self.whole()}

    @property
    def state(self) -> CheckState:
        return self.check.state()


@contextmanager
def opened(folder: DataFolder, seed: int = 3) -> Iterator[Checked]:
    """The desk of a folder, opened as at a log-in."""
    clock = HandClock(NOON_MS + 3_600_000)
    store = DeskStore.open(folder, DEK, clock, random.Random(seed).randbytes)
    try:
        yield Checked(
            folder, store, clock, RecordCheck(store, RecordFiles(store, folder), CheckNote(store), clock)
        )
    finally:
        store.close()


@dataclass(frozen=True)
class Figures:
    """What screens show of a day: money, counts, items, registers."""

    shift: object
    cash: object
    kept: object
    items: object
    registers: object


def figures(reader: StoreReader) -> Figures:
    """The figures of the shift that was opened last.

    Raises:
        DeskError: where something of it cannot be read, or is doubted.
    """
    if reader.doubted_at():
        raise DeskError("record.doubted")
    shift = reader.last_shift()
    name = shift.shift if shift is not None else ""
    return Figures(
        shift,
        tuple(reader.cash_of_shift(name)),
        tuple(reader.accepted_on(shift.business_date if shift is not None else "", 420)),
        tuple(reader.items_of_shift(name, 50)),
        tuple(reader.register_rows("people")),
    )


def noticed(folder: DataFolder, right: Figures) -> tuple[str, bool]:
    """How rot comes to light: ``start``, ``reading``, ``check`` or ``nobody``, and whether a figure read before or after was wrong."""
    by, wrong = "", False
    try:
        with opened(folder) as desk:
            for _ in range(2):
                try:
                    with desk.store.read() as reader:
                        wrong = wrong or figures(reader) != right
                except DeskError:
                    by = by or "reading"
                if not by and desk.whole():
                    by = "check"
    except DeskError:
        by = by or "start"
    return by or "nobody", wrong


@dataclass(frozen=True)
class Days:
    """The files of a desk as they were, as they are, and the true figures of now."""

    older: DataFolder
    now: DataFolder
    right: Figures

    def changed(self) -> list[int]:
        """The pages that both have, and that are not the same."""
        old, new = (each.database.read_bytes() for each in (self.older, self.now))
        both = range(min(len(old), len(new)) // PAGE)
        return [at for at in both if old[at * PAGE :][:PAGE] != new[at * PAGE :][:PAGE]]


def two_days(root: Path) -> Days:
    """A desk that went on after its files were copied."""
    now = day(root)
    older = copied(now, root / "older")
    with opened(now) as desk:
        at_work = Counter(now, desk.store, desk.clock, sample_reference())
        for _ in range(3):
            at_work.accept()
        at_work.accept_dossier()
    with opened(copied(now, root / "right")) as desk, desk.store.read() as reader:
        return Days(older, now, figures(reader))
