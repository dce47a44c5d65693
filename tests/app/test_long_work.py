"""Work that takes long, ended in the middle, on a real encrypted store: nothing half done stays, and it can be done again."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app.backup_counter import BackupCounter
from kt1desk.app.flight_room import FlightCondition
from kt1desk.app.report_output import save_report
from kt1desk.domain.facts import BackupFailed, BackupMade
from kt1desk.services.course import STOPPED, Course, closing, part_done, step, watched
from kt1desk.services.report_values import Shown, shown
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.accepting import open_desk_of
from tests.support.backups import PASSWORD
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter, ordinary
from tests.support.furnished import DEK
from tests.support.report_fakes import some_issued
from tests.support.reversals import refusal

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"


class EndedAt(Course):
    """A work whose end is asked for when so many of its parts are through."""

    def __init__(self, part: int) -> None:
        super().__init__("Đang làm")
        self._part = part
        self.told: list[tuple[int, int]] = []

    def step(self, done: int = 0, of: int = 0) -> None:
        if of:
            self.told.append((done, of))
        if of and done >= self._part:
            self.stop()
        super().step(done, of)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        yield made


def counted(desk: Counter, *types: str) -> int:
    with desk.store.look() as connection:
        rows = connection.execute("SELECT type FROM event").fetchall()
    return sum(1 for (kind,) in rows if not types or kind in types)


def a_report() -> Shown:
    reports = some_issued()
    issued = reports.issued_reports()[0].issued
    return shown(reports.read_report(issued.number, issued.version))


def test_a_reading_that_would_never_end_ends_when_it_is_asked_to_and_the_store_goes_on(desk: Counter) -> None:
    course = Course("Đang đọc")

    def read() -> None:
        with desk.store.read(), desk.store.look() as connection:
            connection.execute(ENDLESS).fetchone()

    threading.Timer(0.1, course.stop).start()
    with watched(course):
        refused = refusal(read)

    assert refused.code == STOPPED
    assert counted(desk) > 0


def test_an_acceptance_ended_before_it_is_written_leaves_nothing_and_can_be_done_again(desk: Counter) -> None:
    desk.open_shift()
    before, course = counted(desk), Course("Đang nhận")
    course.stop()

    with watched(course):
        refused = refusal(lambda: desk.accept(ordinary()))
    after = counted(desk)
    desk.accept(ordinary())

    assert (refused.code, after) == (STOPPED, before)
    assert counted(desk) > before


def test_a_backup_ended_among_its_pages_leaves_no_file_and_no_record_and_the_next_one_is_made(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kt1desk.store.backup._PAGES", 20)
    KeyRing(desk.folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB)).create(0, DEK, {"chief": PASSWORD})
    place, course = tmp_path / "disk", EndedAt(part=40)
    place.mkdir()
    chief = BackupCounter(open_desk_of(desk, "chief"), desk.folder, FlightCondition)
    chief.use_folder("disk", str(place))

    with watched(course):
        refused = refusal(chief.back_up)

    assert refused.code == STOPPED
    assert course.told[-1][0] < course.told[-1][1]
    assert list(place.iterdir()) == []
    assert counted(desk, BackupMade.TYPE, BackupFailed.TYPE) == 0
    assert [each.failed for each in chief.back_up()] == [""]
    assert len(list(place.iterdir())) == 1


def test_a_report_ended_among_its_lines_writes_no_file_and_does_not_say_that_one_left_the_desk(
    desk: Counter, tmp_path: Path
) -> None:
    file, chief, before = tmp_path / "report.xlsx", open_desk_of(desk, "chief"), counted(desk)
    report = a_report()

    with watched(EndedAt(part=1)):
        refused = refusal(lambda: save_report(chief, report, str(file)))

    assert refused.code == STOPPED
    assert not file.exists()
    assert counted(desk) == before
    assert save_report(chief, report, str(file)) == file


def test_what_is_being_made_whole_cannot_be_ended_until_that_part_is_done() -> None:
    course = Course("Đang ghi")

    with watched(course):
        step(1, 3)
        closing()
        too_late = course.stop()
        step(2, 3)
        part_done(2, 3)
        in_time = course.stop()
        refused = refusal(step)

    assert (too_late, in_time, refused.code, course.through) == (False, True, STOPPED, (2, 3))
