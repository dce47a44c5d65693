"""One flipped bit anywhere in what a desk keeps comes to light, and no figure is ever shown that is not the one that was written.

Pages of the file, frames of the log that were not laid into it yet, the head marker, the key slots. What the start does not notice, reading
refuses or the daily check finds (docs/decisions/integrity.md).
"""

from __future__ import annotations

import random
import shutil
from collections import Counter as Tally
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.services.record_check import Step
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import SLOT_BYTES, Head, HeadMarker, Heads
from kt1desk.store.record_check import RecordFiles
from tests.support.clocks import HandClock
from tests.support.journals import DEK, accept, begin, make
from tests.support.rotting import (
    FRAME,
    PAGE,
    WAL_HEADER,
    Checked,
    Figures,
    copied,
    day,
    figures,
    flip,
    noticed,
    opened,
)

SEED = 20_261_123
CHECK_PAGES = 16


@dataclass(frozen=True)
class Day:
    """A closed desk with a day in it, and its true figures."""

    folder: DataFolder
    right: Figures

    @property
    def pages(self) -> int:
        return self.folder.database.stat().st_size // PAGE


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder = day(tmp_path_factory.mktemp("day"))
    with (
        opened(copied(folder, tmp_path_factory.mktemp("right") / "desk")) as desk,
        desk.store.read() as reader,
    ):
        return Day(folder, figures(reader))


def _pages_flipped(whole: Day, pages: list[int], at: Path) -> Tally[str]:
    rng, ends = random.Random(SEED), Tally[str]()
    for page in pages:
        folder = copied(whole.folder, at)
        flip(folder.database, page * PAGE * 8 + rng.randrange(PAGE * 8))
        by, wrong = noticed(folder, whole.right)
        assert not wrong, page
        ends[by] += 1
    return ends


def test_a_flipped_bit_in_a_page_is_noticed_and_no_wrong_figure_is_shown(whole: Day, tmp_path: Path) -> None:
    read_at_start = list(range(4))
    others = random.Random(SEED).sample(range(4, whole.pages), CHECK_PAGES - 4)

    ends = _pages_flipped(whole, [*read_at_start, *others], tmp_path / "flipped")

    assert ends["nobody"] == 0
    assert ends["start"] + ends["reading"] > 0
    assert ends["check"] > 0


@pytest.mark.soak
def test_a_flipped_bit_in_each_page_is_noticed_and_no_wrong_figure_is_shown(
    whole: Day, tmp_path: Path
) -> None:
    ends = _pages_flipped(whole, list(range(whole.pages)), tmp_path / "flipped")

    assert ends["nobody"] == 0


# --- the log of an open desk; what a start notices of it stands in test_bit_flips -------------------------------------


def _frames(folder: DataFolder) -> int:
    return (_log(folder).stat().st_size - WAL_HEADER) // FRAME


def _log(folder: DataFolder) -> Path:
    return folder.database.with_name("desk.db-wal")


def _start(folder: DataFolder) -> str:
    try:
        DeskStore.open(folder, DEK, HandClock(), random.Random(2).randbytes).close()
    except DeskError as error:
        return error.code
    return "opened"


def test_a_frame_that_rots_under_an_open_desk_is_found_by_the_check_before_it_is_gone(
    whole: Day, tmp_path: Path
) -> None:
    """The program reads such a frame by its list in memory: nothing is missing, until the power goes."""
    for at in (3, 17, 24 + 100):
        folder = copied(whole.folder, tmp_path / "open")
        with opened(folder) as desk:
            _write_something(desk)
            frames = _frames(folder)
            for frame in range(frames):
                flip(_log(folder), (WAL_HEADER + frame * FRAME + at) * 8)

            found = desk.codes()

        assert frames > 0
        assert "record.log_damaged" in found, at


def _write_something(desk: Checked) -> None:
    with desk.store.local() as connection:
        connection.execute("INSERT INTO draft (page, value, saved_ms) VALUES ('x', '{}', 0)")


@pytest.fixture
def laid_into_the_file(tmp_path: Path) -> DataFolder:
    """A desk killed when all frames had been laid into the file, and none written over yet."""
    store = make(tmp_path / "desk")
    begin(store)
    with store.beside(DataFolder(tmp_path / "desk").database) as beside:
        beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        for _ in range(4):
            accept(store)
        beside.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    shutil.copytree(tmp_path / "desk", tmp_path / "killed")
    store.close()
    return DataFolder(tmp_path / "killed")


@pytest.mark.parametrize("at", [8, 16, 40], ids=["salt", "sum", "page"])
def test_a_log_that_rotted_anywhere_lets_no_start_go_on_as_if_nothing_were(
    laid_into_the_file: DataFolder, tmp_path: Path, at: int
) -> None:
    """SQLite takes over the frames before the bad one, which are older than the file: the pages are then of two moments."""
    assert _doubted(copied(laid_into_the_file, tmp_path / "flipped")) == ""
    frames, ends = _frames(laid_into_the_file), Tally[str]()

    for frame in range(0, frames, 3) if at != 8 else [frames - 1]:
        folder = copied(laid_into_the_file, tmp_path / "flipped")
        flip(_log(folder), (WAL_HEADER + frame * FRAME + at) * 8)
        ends[_doubted(folder)] += 1

    assert ends[""] == 0
    assert ends.keys() <= {"log", "store.records_missing", "store.damaged", "store.chain_broken"}


def _doubted(folder: DataFolder) -> str:
    """What a start says of the log, or where sums are doubted after it."""
    try:
        with opened(folder) as desk, desk.store.read() as reader:
            return reader.doubted_at()
    except DeskError as error:
        return error.code


# --- marker and key slots ---------------------------------------------------------------------------------------------


def test_a_flipped_bit_in_each_byte_of_the_marker_is_noticed_and_written_again(
    whole: Day, tmp_path: Path
) -> None:
    folder = copied(whole.folder, tmp_path / "desk")
    with opened(folder) as desk:
        records = RecordFiles(desk.store, folder)
        for at in range(0, 2 * SLOT_BYTES, 11):
            flip(folder.marker, at * 8 + at % 8)

            found = records.look(Step.MARKER, {})

            assert {each.code for each in found} == {"record.marker_damaged"}, at
            assert records.mend(Step.MARKER)
            assert records.look(Step.MARKER, {}) == (), at

    assert _start(folder) == "opened"


@pytest.mark.parametrize("gone", ["unlinked", "both slots", "of another desk"])
def test_a_marker_that_is_gone_is_written_again_by_the_desk_that_knows_its_own_heads(
    whole: Day, tmp_path: Path, gone: str
) -> None:
    folder = copied(whole.folder, tmp_path / "desk")
    with opened(folder) as desk:
        if gone == "unlinked":
            folder.marker.unlink()
        elif gone == "both slots":
            folder.marker.write_bytes(bytes(2 * SLOT_BYTES))
        else:
            HeadMarker(tmp_path / "other").write(Heads(Head(Stream.KT1, 1, 9, bytes(32))))
            shutil.copy(tmp_path / "other", folder.marker)

        (found,) = [each for each in desk.whole() if each.code.startswith("record.marker")]

        assert found.mended

    assert _start(folder) == "opened"


def test_a_flipped_bit_in_each_byte_of_the_key_slots_is_noticed(whole: Day, tmp_path: Path) -> None:
    """A box that rotted looks like any other: that it is another one than the day before is all there is to see."""
    folder = copied(whole.folder, tmp_path / "desk")
    with opened(folder) as desk:
        assert desk.whole() == ()
        records, slots = RecordFiles(desk.store, folder), desk.state.slots
        size = folder.keys.stat().st_size
        for at in range(size):
            flip(folder.keys, at * 8)
            found = records.look(Step.KEYS, slots)
            flip(folder.keys, at * 8)
            assert found, at

        assert size > 300
        assert records.look(Step.KEYS, slots) == ()
