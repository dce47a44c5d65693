"""The printers' page on the queue of a real desk: a fresh label that is scanned answers its question, where it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.app.paper_counter import PaperCounter
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.window_scans import WindowScans
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.widgets import Card, WholeRowsTable
from kt1desk.devices.scan_shapes import classify
from kt1desk.domain.print_job import Evidence, JobTrigger
from kt1desk.printing.slots import PrinterSlot
from tests.support.accepting import open_desk_of
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import part
from tests.support.printer_fakes import FakePrinters
from tests.support.recording import AtRecords, at_records
from tests.support.scan_answers import answer_to
from tests.support.stage import settle, shown


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[AtRecords]:
    """A clerk with an open shift."""
    with at_records(tmp_path) as made:
        yield made


@pytest.fixture
def jobs_of(qapp: QApplication) -> Iterator[Jobs]:
    """Jobs of the window with the printers' page."""
    made = Jobs()
    yield made
    made.close()


@pytest.mark.parametrize("doubted", [True, False], ids=["in doubt", "confirmed by the printer"])
def test_a_fresh_label_scanned_at_the_printers_page_is_printed_beyond_doubt(
    clerk: AtRecords, jobs_of: Jobs, doubted: bool
) -> None:
    taken = clerk.desk.accept()
    with clerk.desk.store.work() as work:
        work.change_paper(taken.label_job, JobTrigger.START)
        if doubted:
            work.change_paper(taken.label_job, JobTrigger.DOUBT, "print.unconfirmed")
        else:
            for trigger in (JobTrigger.ALL_SENT, JobTrigger.FINISH):
                work.change_paper(taken.label_job, trigger)
        work.commit()
    desk = open_desk_of(clerk.desk, "clerk")
    window = MainWindow(jobs_of)
    papers = PaperCounter(desk, lambda: None, lambda: [PrinterCondition(slot, None) for slot in PrinterSlot])
    page = PrintersPage(papers, FakePrinters(), jobs_of)
    window.furnish(SESSION, "Kỳ Lừa", FakeWindow(), {Place.PRINTERS: page})
    shown(window, jobs_of)
    window.go(Place.PRINTERS)
    settle(jobs_of)
    asked_before = part(window, Card, "question_card").isVisible()

    scans = WindowScans(window, desk, jobs_of, page.papers_changed)
    answer = answer_to(scans, replace(classify(taken.item), proves=True), lambda: settle(jobs_of))

    assert asked_before is doubted
    assert answer.accepted
    evidence = next(paper.evidence for paper in clerk.desk.papers_of() if paper.job == taken.label_job)
    assert evidence == Evidence.SCANNED.value
    model = part(window, WholeRowsTable, "papers").model()
    assert "Đã in, đã quét" in [model.index(row, 3).data() for row in range(model.rowCount())]
    assert not part(window, Card, "question_card").isVisible()
    assert part(window, QLabel, "papers_title").text() == "Giấy in"
    window.close()
