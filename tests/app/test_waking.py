"""A laptop that was shut and opened: covered at once, and what is known of the world is asked anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.app.covering import Covering, read_again
from kt1desk.desktop.incidents.forms import Mode
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.incidents import IncidentsPage
from tests.support.accepting import open_desk_of
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.desks import Counter, counter
from tests.support.incident_fakes import FakeIncidents
from tests.support.plain_desk import PlainPage

HOUR_MS = 3_600_000
BEAT_MS = 1_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as made:
        yield made


def test_after_a_sleep_the_screen_is_covered_the_world_asked_and_the_page_in_front_read_again(
    desk: Counter, qapp: QApplication, qtbot: QtBot
) -> None:
    jobs, page = Jobs(), PlainPage("TODAY")
    window = MainWindow(jobs)
    qtbot.addWidget(window)
    window.furnish(SESSION, "Bưu cục", FakeWindow(), {Place.TODAY: page})
    window.show()
    asked: list[str] = []

    def woken() -> None:
        asked.append("line and printers")
        read_again(window)

    covering = Covering(qapp, open_desk_of(desk, "clerk"), window, woken)
    covering.absence._beat.stop()
    desk.clock.pass_ms(BEAT_MS)
    covering.absence.look()
    before = (window.curtain.is_covering(), len(asked), len(page.notes.entered))

    desk.clock.pass_ms(HOUR_MS)
    covering.absence.look()
    covering._system.woke.emit()  # the system tells of the same waking up

    assert before == (False, 0, 1)
    assert (window.curtain.is_covering(), len(asked), len(page.notes.entered)) == (True, 1, 2)
    covering.end()
    jobs.close()


def test_an_incident_half_written_down_outlives_a_sleep(qtbot: QtBot) -> None:
    jobs, needs = Jobs(), FakeIncidents()
    window = MainWindow(jobs)
    qtbot.addWidget(window)
    window.furnish(SESSION, "Bưu cục", FakeWindow(), {Place.INCIDENTS: IncidentsPage(needs, jobs)})
    window.show()
    qtbot.waitUntil(lambda: jobs.running == 0)
    page = window.page()
    assert isinstance(page, IncidentsPage)
    page._acts.begin()
    qtbot.waitUntil(lambda: jobs.running == 0)
    begun = page._forms.mode

    read_again(window)
    qtbot.waitUntil(lambda: jobs.running == 0)

    assert (begun, page._forms.mode) == (Mode.NEW, Mode.NEW)
    jobs.close()
