"""A clearance that ends while somebody works: the real window on a real desk, past midnight, while the shift of the day before is open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView

from kt1desk.app.counter import AcceptCounter
from kt1desk.app.day_counter import DayCounter
from kt1desk.app.gates import LockedScreen
from kt1desk.app.record_counter import RecordCounter
from kt1desk.app.shift_counter import ShiftCounter, ShiftMachines
from kt1desk.app.window_counter import WindowCounter
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.accept_item import AcceptItemPage
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.desktop.pages.today import TodayPage
from kt1desk.desktop.widgets import TileCard
from kt1desk.store.keys import KeyRing
from tests.support.accepting import is_quiet, open_desk_of, shown_below, wait_until
from tests.support.desks import Counter, counter
from tests.support.keys import press

DAY_MS = 24 * 3_600_000


@dataclass
class Night:
    """A clerk whose clearance ends tonight, at the window."""

    desk: Counter
    window: MainWindow
    jobs: Jobs
    item: str

    def key(self, key: Qt.Key) -> None:
        press(key)
        wait_until(lambda: is_quiet(self.window, self.jobs))

    def midnight(self) -> None:
        """The clearance ends; the status line reads."""
        self.desk.clock.pass_ms(DAY_MS)
        self.window.refresh_status()
        wait_until(lambda: is_quiet(self.window, self.jobs))

    def seen(self, *places: Place) -> str:
        """Everything that is to be read at these places, one after the other."""
        said: list[str] = []
        for place in places:
            self.window.go(place)
            wait_until(lambda: is_quiet(self.window, self.jobs))
            said += [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
            said += [one.text() for one in self.window.findChildren(QLineEdit) if one.isVisible()]
            for table in self.window.findChildren(QTableView):
                model = table.model()
                cells = [
                    (row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
                ]
                said += [str(model.index(*cell).data()) for cell in cells if table.isVisible()]
        return "\n".join(said)


@pytest.fixture
def night(worn: QApplication, jobs: Jobs, tmp_path: Path) -> Iterator[Night]:
    """An item was accepted, and the window stands open."""
    with counter(tmp_path) as desk:
        desk.open_shift()
        item = desk.accept().item
        opened = open_desk_of(desk, "clerk")
        actor = replace(opened.session.actor, clearance_until=desk.shifts.proposed_date())
        opened = replace(opened, session=replace(opened.session, actor=actor))
        window = MainWindow(jobs)
        pages = {
            Place.TODAY: TodayPage(DayCounter(opened), jobs),
            Place.ACCEPT: AcceptItemPage(AcceptCounter(opened, lambda: None, lambda: None), jobs),
            Place.RECORD: RecordPage(RecordCounter(opened, lambda: None), jobs),
            Place.SHIFT: ShiftPage(ShiftCounter(opened, ShiftMachines(lambda *_: None)), jobs),
        }
        lock = LockedScreen(KeyRing(desk.folder, desk.clock))
        window.furnish(opened.session, "240000", WindowCounter(opened, lock, lambda: ()), pages)
        made = Night(desk, window, jobs, item)
        window.show()
        window.activateWindow()
        wait_until(window.isActiveWindow)
        wait_until(lambda: is_quiet(window, jobs))
        yield made
        window.close()
        jobs.close()
        window.deleteLater()
        QApplication.sendPostedEvents()


def test_the_page_of_items_is_left_at_midnight_and_why_is_said(night: Night) -> None:
    night.key(Qt.Key.Key_F2)
    before = night.window.page()

    night.midnight()

    assert isinstance(before, AcceptItemPage)
    assert isinstance(night.window.page(), TodayPage)
    assert shown_below(night.window).startswith("Phân công làm KT1 đã hết hạn ngày 23/11/2026.")


def test_nothing_of_an_item_is_to_be_read_anywhere_after_midnight(night: Night) -> None:
    night.window.go(Place.RECORD, night.item)
    number = " ".join((night.item[:2], night.item[2:5], night.item[5:8], night.item[8:11], night.item[11:]))
    of_items = (number, night.item, "Văn Lãng", "Sở Nội vụ")
    before = night.seen(Place.RECORD, Place.TODAY, Place.ACCEPT, Place.SHIFT)

    night.midnight()

    after = night.seen(Place.RECORD, Place.TODAY, Place.ACCEPT, Place.SHIFT)
    assert {said for said in of_items if said not in before} <= {night.item}
    assert {said for said in of_items if said in after} == set()


def test_the_day_and_the_shift_tell_of_dossiers_alone_after_midnight(night: Night) -> None:
    night.desk.accept_dossier()

    night.midnight()

    day, shift = night.seen(Place.TODAY), night.seen(Place.SHIFT).replace("\u00a0", " ")
    (page,) = night.window.findChildren(TodayPage)
    tiles = [one.tile() for one in night.window.findChildren(TileCard) if one.isVisibleTo(page)]
    assert [(one.number, one.caption) for one in tiles][:1] == [("1", "hồ sơ")]
    assert not [one for one in tiles if "KT1" in one.caption]
    assert not re.search(r"\d bưu gửi", day)
    assert "1 hồ sơ" in shift
    assert not re.search(r"\d bưu gửi", shift)
