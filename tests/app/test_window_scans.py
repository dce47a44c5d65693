"""Scans at the window of a real desk: what only shows an item, and what proves that its label was printed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from kt1desk.app.window_scans import WindowScans
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import PAPER_CODE, Page, Place
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.scanning.dispatcher import ScanDispatcher, ScanReport
from kt1desk.devices.scan_shapes import classify
from kt1desk.domain.print_job import JobTrigger
from kt1desk.services.rows import DossierRow
from kt1desk.services.sessions import Session
from tests.support.accepting import open_desk_of
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.plain_desk import NUMBER, PlainPage
from tests.support.recording import AtRecords, at_records
from tests.support.scan_answers import answer_to


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


class Loudspeaker:
    """What was heard, in order."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def good(self) -> None:
        self.heard.append("good")

    def bad(self) -> None:
        self.heard.append("bad")


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

    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), clerk.jobs, lambda: None)
    answer = answer_to(scans, replace(classify(taken.item), proves=proves), clerk.settle)

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

    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), clerk.jobs, lambda: None)
    answer = answer_to(scans, replace(classify(taken.item), proves=True), clerk.settle)

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

    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), clerk.jobs, page.papers_changed)
    answer_to(scans, replace(classify(scanned.item), proves=True), clerk.settle)

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
    scans = WindowScans(window, open_desk_of(clerk.desk, "clerk"), jobs_of, lambda: None)

    answer = answer_to(scans, replace(classify(taken.item), proves=True), clerk.settle)

    assert page.notes.scans == [taken.item]
    assert answer.accepted is (taken.item == NUMBER)
    assert _evidence(clerk, taken.label_job) == ""


def test_a_part_of_a_code_finds_the_page_that_reads_it(clerk: AtRecords, jobs_of: Jobs) -> None:
    page, window = Taking("DISPATCH"), MainWindow(jobs_of)
    pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), Place.DISPATCH: page}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
    scans = WindowScans(window, open_desk_of(clerk.desk, "clerk"), jobs_of, lambda: None)

    answer = scans.on_part(b"K1")

    assert answer.accepted
    assert window.page() is page
    assert page.notes.scans == ["K1"]


def test_a_part_of_a_code_is_refused_where_no_page_reads_it(clerk: AtRecords) -> None:
    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), clerk.jobs, lambda: None)

    assert not scans.on_part(b"K1").accepted


@pytest.mark.parametrize("place", [Place.TODAY, Place.ACCEPT])
def test_the_label_of_a_case_scanned_where_no_dossier_is_expected_leads_to_its_record(
    clerk: AtRecords, place: Place
) -> None:
    taken = clerk.desk.accept_dossier()
    clerk.window.go(place)
    scans = WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), clerk.jobs, lambda: None)

    answer = answer_to(scans, replace(classify(taken.legs[0].item), proves=False), clerk.settle)

    assert answer.accepted
    assert isinstance(clerk.window.page(), RecordPage)


def test_a_scan_that_came_while_the_store_is_asked_is_answered_second(clerk: AtRecords) -> None:
    first, second = clerk.desk.accept_dossier(), clerk.desk.accept_dossier()
    clerk.window.go(Place.TODAY)
    speaker, reports = Loudspeaker(), list[ScanReport]()
    dispatcher = ScanDispatcher(speaker)
    dispatcher.answered.connect(reports.append)
    dispatcher.set_page(
        WindowScans(clerk.window, open_desk_of(clerk.desk, "clerk"), clerk.jobs, lambda: None)
    )

    dispatcher.take(first.legs[0].item)
    dispatcher.take("no code at all")
    dispatcher.take(second.legs[0].item)
    at_once, heard_at_once = list(reports), list(speaker.heard)
    clerk.settle()

    assert (at_once, heard_at_once) == ([], [])
    assert speaker.heard == ["good", "good", "good"]
    assert [report.scanned == "mã lạ" for report in reports] == [False, True, False]
    assert isinstance(clerk.window.page(), RecordPage)
    assert clerk.text("number") == second.dossier


def test_the_store_is_asked_beside_the_screen_while_the_keys_of_the_page_sleep(clerk: AtRecords) -> None:
    clerk.window.go(Place.ACCEPT)
    clerk.settle()
    desk = open_desk_of(clerk.desk, "clerk")
    threads: list[threading.Thread] = []
    asked = desk.finder.dossier

    def noted(session: Session, number: str) -> DossierRow | None:
        threads.append(threading.current_thread())
        return asked(session, number)

    desk.finder.dossier = noted  # type: ignore[method-assign]
    slept: list[bool] = []
    f9 = next(each for each in clerk.window.findChildren(QShortcut) if each.key() == QKeySequence("F9"))

    def settle() -> None:
        slept.append(f9.isEnabled())
        clerk.settle()
        slept.append(f9.isEnabled())

    answer_to(WindowScans(clerk.window, desk, clerk.jobs, lambda: None), classify(NUMBER), settle)

    assert threads
    assert threading.main_thread() not in threads
    assert slept == [False, True]


def test_what_was_scanned_for_a_page_does_not_come_to_the_next_one(clerk: AtRecords, jobs_of: Jobs) -> None:
    asked, now = PlainPage("TODAY"), PlainPage("PRINTERS")
    window = MainWindow(jobs_of)
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.TODAY: asked, Place.PRINTERS: now})
    scans = WindowScans(window, open_desk_of(clerk.desk, "clerk"), jobs_of, lambda: None)

    def left() -> None:
        window.go(Place.PRINTERS)
        jobs_of.finish(5.0)

    answer = answer_to(scans, classify(NUMBER), left)

    assert not answer.accepted
    assert asked.notes.scans == now.notes.scans == []
