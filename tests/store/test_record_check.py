"""The check of all records: what it finds, what it puts right, and that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kt1desk.domain.facts import RecordsChecked
from kt1desk.services.record_check import Step, Stopped
from kt1desk.services.rows import UserRow
from kt1desk.services.users import Why, write_enrolled, write_revoked
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import DEAD_BOX, Cost, Slot, read_slots
from kt1desk.store.record_check import Mending, RecordFiles
from tests.support.desks import Counter, sample_reference
from tests.support.journals import past_all_guards
from tests.support.rotting import PAGE, copied, day, flip, opened


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return day(tmp_path_factory.mktemp("day"))


@pytest.fixture
def folder(whole: DataFolder, tmp_path: Path) -> DataFolder:
    return copied(whole, tmp_path / "desk")


def told(store: DeskStore) -> list[tuple[str, str]]:
    """What the journal says of checks, in its order."""
    with store.look() as connection:
        rows = connection.execute(
            "SELECT json_extract(body, '$.found'), json_extract(body, '$.at') FROM event WHERE type = ? ORDER BY id",
            (RecordsChecked.TYPE,),
        ).fetchall()
    return [(found or "", at or "") for found, at in rows]


def test_where_all_is_as_it_was_written_nothing_is_found_and_the_journal_says_so(folder: DataFolder) -> None:
    with opened(folder) as desk:
        found = desk.whole()

        assert found == ()
        assert told(desk.store) == [("", "")]
        assert desk.state.ended_ms == desk.clock.now().utc_ms


def test_a_check_that_was_left_off_goes_on_where_it_was_when_the_desk_is_opened_again(
    folder: DataFolder,
) -> None:
    with opened(folder) as desk:
        for _ in range(4):
            desk.check.step()

    with opened(folder) as desk:
        before = desk.state.done
        desk.check.step()
        after = desk.state.done

    assert before == (Step.LOG, Step.PAGES, Step.TREES, Step.MARKER)
    assert after == (*before, Step.KEYS)


def test_a_check_that_was_stopped_after_its_last_look_is_told_of_the_next_time(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breath(_: RecordFiles) -> None:
        raise Stopped

    with opened(folder) as desk, monkeypatch.context() as closing:
        closing.setattr(RecordFiles, "count", breath)
        for _ in range(len(Step) - 1):
            desk.check.step()
        with pytest.raises(Stopped):
            desk.check.step()
        left = len(desk.state.done)

    with opened(folder) as desk:
        more = desk.check.step()
        assert told(desk.store) == [("", "")]
        ended = desk.state.ended_ms

    assert (left, more, ended > 0) == (len(Step), False, True)


def sql(statement: str) -> Callable[[DataFolder], None]:
    def run(folder: DataFolder) -> None:
        with past_all_guards(folder.root) as raw:
            raw.execute(statement)

    return run


def test_a_sum_that_differs_is_made_again_from_the_journal_and_the_journal_says_where(
    folder: DataFolder,
) -> None:
    sql("UPDATE shift SET cash_dong = cash_dong + 1000")(folder)

    with opened(folder) as desk:
        with desk.store.read() as reader:
            wrong = reader.last_shift()
        (found,) = desk.whole()
        with desk.store.read() as reader:
            right = reader.last_shift()
            doubted = reader.doubted_at()
        again = desk.whole()

        assert (found.code, found.at, found.mended) == ("record.projection_differs", "shift", True)
        assert wrong is not None
        assert right is not None
        assert wrong.cash_dong - right.cash_dong == 1000
        assert doubted == ""
        assert again == ()
        assert told(desk.store) == [("record.projection_differs", "shift"), ("", "")]


def test_a_page_that_rotted_under_an_open_desk_is_named_although_nothing_reads_it(folder: DataFolder) -> None:
    """What the desk has read before stays in its memory; the file is read again by another connection."""
    with opened(folder) as desk:
        page = folder.database.stat().st_size // PAGE
        flip(folder.database, ((page - 1) * PAGE + 2_000) * 8)

        found = RecordFiles(desk.store, folder).look(Step.PAGES, {})

    assert [(each.code, each.at) for each in found] == [("record.page_damaged", f"page {page}")]


def test_a_clerk_who_accepts_does_not_wait_for_a_check_under_way(folder: DataFolder) -> None:
    """In the middle of the longest step the store is free: an item is accepted between two rows that the check reads."""
    accepted: list[int] = []

    with opened(folder) as desk:
        at_work = Counter(folder, desk.store, desk.clock, sample_reference())

        def breath() -> None:
            if not accepted:
                accepted.append(1)
                at_work.accept()

        found = RecordFiles(desk.store, folder, breath).look(Step.PROJECTIONS, {})
        again = desk.whole()

    assert accepted == [1]
    assert found == ()
    assert again == ()


@pytest.mark.parametrize("step", [Step.TREES, Step.CHAINS, Step.PROJECTIONS])
def test_a_step_that_is_told_to_stop_stops_within_its_statement_and_finds_nothing(
    folder: DataFolder, step: Step
) -> None:
    def breath() -> None:
        raise Stopped

    with opened(folder) as desk, pytest.raises(Stopped):
        RecordFiles(desk.store, folder, breath).look(step, {})


def test_tables_being_made_anew_stop_when_the_program_ends_and_are_as_before(folder: DataFolder) -> None:
    sql("UPDATE shift SET cash_dong = cash_dong + 1000")(folder)
    begun: list[str] = []
    left: list[int] = []

    def check() -> None:
        left.append(1)
        if len(left) > 5:
            raise Stopped

    with opened(folder) as desk:
        with desk.store.read() as reader:
            before = reader.last_shift()
        mending = Mending(check, lambda: begun.append("told"))
        with pytest.raises(Stopped):
            RecordFiles(desk.store, folder, mending=mending).mend(Step.PROJECTIONS)
        with desk.store.read() as reader:
            after = reader.last_shift()
        (found,) = desk.whole()

    assert begun == ["told"]
    assert before == after
    assert found.mended


@pytest.mark.parametrize("gone", [True, False], ids=["of one who left", "of one who is a user"])
def test_a_slot_that_made_room_is_missed_only_where_its_owner_is_still_a_user(
    gone: bool, folder: DataFolder
) -> None:
    left = Slot("di", 2, Cost(), DEAD_BOX, out=True)
    file = read_slots(folder)
    folder.keys.write_bytes(file.with_slot(left).encode())
    with opened(folder) as desk:
        with desk.store.work() as work:
            write_enrolled(work, "chief", UserRow("di", "Nông Văn Di", ("clerk",), ""))
            if gone:
                write_revoked(work, "chief", "di", Why.LEFT, 2)
            work.commit()
        before = desk.whole()
        folder.keys.write_bytes(file.encode())

        after = [(each.code, each.at) for each in desk.whole()]

    assert before == ()
    assert after == ([] if gone else [("record.keys_changed", "di")])
