"""A desk goes on after its file was restored: in a later incarnation, with no name and no number given twice."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.store import incarnations
from kt1desk.store.folder import DataFolder
from kt1desk.store.incarnations import Begun, Renewal
from kt1desk.store.journal import DeskStore, open_unchecked
from kt1desk.store.verify import verify
from tests.support import journals
from tests.support.clocks import HandClock
from tests.support.journals import DEK

NOTHING_LOST = Renewal(Cause.COPIED, "lan", missing={})


def restored(root: Path, copy: Path) -> DataFolder:
    """The folder of a closed store with the database of an older copy; the marker stays."""
    folder = DataFolder(root)
    for rest in ("-wal", "-shm"):
        folder.database.with_name(folder.database.name + rest).unlink(missing_ok=True)
    shutil.copyfile(copy, folder.database)
    return folder


def reopened(folder: DataFolder, *, numbers: tuple[str, ...] = ()) -> tuple[DeskStore, Begun]:
    leave = Renewal(Cause.OLDER_COPY, "lan", last_numbers=numbers)
    return incarnations.open_restored(folder, DEK, (HandClock(), random.Random(9).randbytes), leave)


def number_of(store: DeskStore) -> str:
    return str(journals.accept(store).body()["item"])


def test_a_later_incarnation_begins_new_chains_that_name_the_end_of_the_old_ones(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    before = journals.accept(store)

    begun = incarnations.begin(store, NOTHING_LOST)

    with store.read() as reader:
        first = reader.event(EventId(0, Stream.KT1, 2, 1))
        desk = reader.desk()
    assert begun == Begun(2)
    assert first is not None
    assert first.body()["was"] == before.id.text
    assert first.body()["was_hash"] == before.hash.hex()
    assert (first.body()["reason"], first.body()["approved"]) == ("copied", "lan")
    assert desk is not None
    assert desk.incarnation == 2
    assert journals.accept(store).id == EventId(0, Stream.KT1, 2, 2)
    assert verify(store).ok
    store.close()


def test_the_shift_that_was_open_goes_on_in_the_later_incarnation(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    journals.accept(store)

    incarnations.begin(store, NOTHING_LOST)
    journals.accept(store)

    with store.read() as reader:
        shift = reader.open_shift()
        assert shift is not None
        assert (shift.items, shift.cash_dong) == (2, 108_000)
        assert sum(row.received_dong for row in reader.cash_of_shift(shift.shift)) == 108_000
    store.close()


def test_the_later_incarnation_is_the_desk_after_the_next_start(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    incarnations.begin(store, NOTHING_LOST)
    heads = store.heads()
    store.close()

    again = journals.reopen(tmp_path)

    assert again.heads() == heads
    assert journals.accept(again).id.incarnation == 2
    again.close()


def test_a_marker_that_stayed_behind_when_the_later_incarnation_began_is_brought_up(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    before = DataFolder(tmp_path).marker.read_bytes()
    incarnations.begin(store, NOTHING_LOST)
    store.close()
    DataFolder(tmp_path).marker.write_bytes(before)

    again = journals.reopen(tmp_path)

    assert again.marker().read() == again.heads()
    again.close()


def test_no_number_that_a_lost_record_may_have_given_is_given_again(tmp_path: Path) -> None:
    store = journals.make(tmp_path / "desk")
    journals.begin(store)
    journals.accept(store)
    store.backup(tmp_path / "copy")
    lost = {number_of(store) for _ in range(7)}
    store.close()

    again, begun = reopened(restored(tmp_path / "desk", tmp_path / "copy"))

    given = {number_of(again) for _ in range(20)}
    assert begun.incarnation == 2
    assert not given & lost
    assert verify(again).ok
    again.close()


def test_a_store_older_than_its_marker_opens_only_in_a_later_incarnation(tmp_path: Path) -> None:
    store = journals.make(tmp_path / "desk")
    journals.begin(store)
    store.backup(tmp_path / "copy")
    journals.accept(store)
    store.close()
    folder = restored(tmp_path / "desk", tmp_path / "copy")

    with pytest.raises(DeskError, match=r"store\.records_missing"):
        journals.reopen(tmp_path / "desk")
    again, _ = reopened(folder)
    again.close()

    journals.reopen(tmp_path / "desk").close()


def test_a_copy_restored_twice_never_writes_in_one_incarnation_twice(tmp_path: Path) -> None:
    store = journals.make(tmp_path / "desk")
    journals.begin(store)
    store.backup(tmp_path / "copy")
    journals.accept(store)
    store.close()
    second, _ = reopened(restored(tmp_path / "desk", tmp_path / "copy"))
    journals.accept(second)
    second.close()

    third, begun = reopened(restored(tmp_path / "desk", tmp_path / "copy"))

    assert begun.incarnation == 3
    assert verify(third).ok
    third.close()


def test_where_nobody_knows_how_much_is_lost_the_blocks_end(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    store.close()
    DataFolder(tmp_path).marker.unlink()

    again, begun = reopened(DataFolder(tmp_path))

    assert [(each.first, each.last) for each in begun.skipped] == [
        (journals.FIRST_SERIAL, journals.LAST_SERIAL)
    ]
    with pytest.raises(DeskError, match=r"number\.block_empty"):
        journals.accept(again)
    again.close()


def test_the_last_number_on_paper_says_where_a_block_goes_on(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    last = max([number_of(store) for _ in range(3)])
    store.close()
    DataFolder(tmp_path).marker.write_bytes(b"rot")

    again, begun = reopened(DataFolder(tmp_path), numbers=(last,))

    assert begun.skipped == ()
    assert number_of(again) > last
    again.close()


def test_a_marker_of_another_life_lets_nobody_count_what_is_lost(tmp_path: Path) -> None:
    store = journals.make(tmp_path / "desk")
    journals.begin(store)
    store.backup(tmp_path / "copy")
    journals.accept(store)
    heads = DataFolder(tmp_path / "desk").marker.read_bytes()
    store.close()
    other, _ = reopened(restored(tmp_path / "desk", tmp_path / "copy"))
    other.close()
    DataFolder(tmp_path / "desk").marker.write_bytes(heads)
    shutil.copyfile(tmp_path / "copy", tmp_path / "second")
    folder = restored(tmp_path / "desk", tmp_path / "second")

    behind = open_unchecked(folder, DEK, HandClock(), random.Random(1).randbytes)

    loss = incarnations.loss_of(behind)
    assert loss is not None
    assert (loss.cause, loss.missing) == (Cause.OLDER_COPY, {Stream.KT1: 1, Stream.COUNTER: 1})
    behind.close()


def test_a_store_that_fits_its_marker_is_not_opened_as_a_restored_one(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    store.close()

    with pytest.raises(DeskError, match=r"restore\.not_needed"):
        reopened(DataFolder(tmp_path))

    journals.reopen(tmp_path).close()


def test_a_barred_desk_reads_and_writes_nothing_until_a_later_incarnation_begins(tmp_path: Path) -> None:
    store = journals.make(tmp_path)
    journals.begin(store)
    incarnations.bar(store, "token")
    store.close()

    again = journals.reopen(tmp_path)
    with pytest.raises(DeskError, match=r"desk\.read_only"):
        journals.accept(again)
    with again.read() as reader:
        assert reader.open_shift() is not None
    incarnations.begin(again, NOTHING_LOST)

    assert journals.accept(again).id.incarnation == 2
    again.close()


def test_the_incarnation_of_a_file_only_rises_and_its_key_stays(tmp_path: Path) -> None:
    store = journals.make(tmp_path)

    for change in ("incarnation = 0", "incarnation = 1"):
        with pytest.raises(DeskError, match=r"store\.refused"), store.local() as connection:
            connection.execute(f"UPDATE device_key SET {change}")
    for change in ("private_key = zeroblob(32)", "device = 3, incarnation = 2"):
        with pytest.raises(DeskError, match=r"store\.forbidden"), store.local() as connection:
            connection.execute(f"UPDATE device_key SET {change}")

    store.close()
