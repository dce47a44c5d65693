"""Scans at the window of a real desk: what only shows an item, and what proves that its label was printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kt1desk.app.window_scans import WindowScans
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.devices.scan_shapes import classify
from kt1desk.domain.print_job import JobTrigger
from tests.support.accepting import open_desk_of
from tests.support.recording import AtRecords, at_records


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path) -> Iterator[AtRecords]:
    """A clerk with an open shift."""
    with at_records(tmp_path) as made:
        yield made


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
