"""Scans at the window of a real desk: what only shows an item, and what proves that its label was printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.window_scans import WindowScans
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import PAPER_CODE, Page, Place
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.devices.scan_shapes import classify
from kt1desk.domain.print_job import JobTrigger
from tests.support.accepting import open_desk_of
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.plain_desk import NUMBER, PlainPage
from tests.support.recording import AtRecords, at_records


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[AtRecords]:
    """A clerk with an open shift."""
    with at_records(tmp_path) as made:
        yield made


@pytest.fixture
def jobs_of(qapp: QApplication) -> Iterator[Jobs]:
    """Jobs of a window of plain pages."""
    made = Jobs()
    yield made
    made.close()


def _evidence(clerk: AtRecords, job: int) -> str:
    return next(paper.evidence for paper in clerk.desk.papers_of() if paper.job == job)


@pytest.mark.parametrize("place", [Place.RECORD, Place.ACCEPT])
@pytest.mark.parametrize(("proves", "evidence"), [(True, "scanned"), (False, "")])
def test_only_what_no_hand_could_have_typed_proves_that_a_label_came_out(
    clerk: AtRecords, place: Place, proves: bool, evidence: str
) -> None:
    taken = clerk.desk.accept()
    with clerk.desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.DOUBT):
            work.change_paper(taken.label_job, trigger)
        work.commit()
    clerk.window.go(place)

    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), lambda: None)
    answer = scans.on_scan(replace(classify(taken.item), proves=proves))
    clerk.settle()

    assert _evidence(clerk, taken.label_job) == evidence
    assert ("Nhãn đã in đúng" in answer.sentence) is proves


@pytest.mark.parametrize("place", [Place.RECORD, Place.ACCEPT])
def test_a_scan_under_a_covered_screen_proves_nothing_and_shows_nothing(
    clerk: AtRecords, place: Place
) -> None:
    taken = clerk.desk.accept()
    with clerk.desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.DOUBT):
            work.change_paper(taken.label_job, trigger)
        work.commit()
    clerk.window.go(place)
    clerk.window.curtain.cover()

    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), lambda: None)
    answer = scans.on_scan(replace(classify(taken.item), proves=True))
    clerk.settle()

    assert not answer.accepted
    assert _evidence(clerk, taken.label_job) == ""


@pytest.mark.parametrize("before", [True, False], ids=["another in front", "none in front"])
def test_the_record_shows_at_once_that_a_scan_proved_its_label(clerk: AtRecords, before: bool) -> None:
    shown, scanned = clerk.desk.accept(), clerk.desk.accept()
    with clerk.desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.DOUBT):
            work.change_paper(scanned.label_job, trigger)
        work.commit()
    clerk.window.go(Place.RECORD)
    if before:
        clerk.look_up(shown.item)
    page = clerk.window.page()
    assert isinstance(page, RecordPage)

    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), page.papers_changed)
    scans.on_scan(replace(classify(scanned.item), proves=True))
    clerk.settle()

    assert clerk.text("number").replace(" ", "") == scanned.item
    assert dict(clerk.papers())["Nhãn"] == "Đã in, đã quét"


class Taking(PlainPage):
    """A page whose work is every scan."""

    takes = frozenset({PAPER_CODE})

    def works_with_scans(self) -> bool:
        return True

    def take_part(self, data: bytes) -> bool:
        self.notes.scans.append(data.decode())
        return True


def test_where_every_scan_is_work_nothing_else_is_made_of_it(clerk: AtRecords, jobs_of: Jobs) -> None:
    taken = clerk.desk.accept()
    with clerk.desk.store.work() as work:
        for trigger in (JobTrigger.START, JobTrigger.DOUBT):
            work.change_paper(taken.label_job, trigger)
        work.commit()
    page, window = Taking("DISPATCH"), MainWindow(jobs_of)
    pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), Place.DISPATCH: page}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
    window.go(Place.DISPATCH)
    scans = WindowScans(window, open_desk_of(clerk.desk, "clerk"), lambda: None)

    answer = scans.on_scan(replace(classify(taken.item), proves=True))

    assert page.notes.scans == [taken.item]
    assert answer.accepted is (taken.item == NUMBER)
    assert _evidence(clerk, taken.label_job) == ""


def test_a_part_of_a_code_finds_the_page_that_reads_it(clerk: AtRecords, jobs_of: Jobs) -> None:
    page, window = Taking("DISPATCH"), MainWindow(jobs_of)
    pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), Place.DISPATCH: page}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
    scans = WindowScans(window, open_desk_of(clerk.desk, "clerk"), lambda: None)

    answer = scans.on_part(b"K1")

    assert answer.accepted
    assert window.page() is page
    assert page.notes.scans == ["K1"]


def test_a_part_of_a_code_is_refused_where_no_page_reads_it(clerk: AtRecords) -> None:
    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), lambda: None)

    assert not scans.on_part(b"K1").accepted


@pytest.mark.parametrize("place", [Place.TODAY, Place.ACCEPT])
def test_the_label_of_a_case_scanned_where_no_dossier_is_expected_leads_to_its_record(
    clerk: AtRecords, place: Place
) -> None:
    taken = clerk.desk.accept_dossier()
    clerk.window.go(place)
    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), lambda: None)

    answer = scans.on_scan(replace(classify(taken.legs[0].item), proves=False))
    clerk.settle()

    assert answer.accepted
    assert isinstance(clerk.window.page(), RecordPage)
