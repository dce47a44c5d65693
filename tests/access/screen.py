"""The real window of the desk, as it stands before somebody of one role: every place, work, key and button of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from kt1desk.app.clock import SystemClock
from kt1desk.app.leaving import LeavingTime
from kt1desk.app.office import Office
from kt1desk.app.options import Options
from kt1desk.app.place import DeskPlace
from kt1desk.app.works import Works, works_in
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.one_stop.turning import FIRST, SECOND, TurningWork
from kt1desk.desktop.pages.holding import HoldingPage
from kt1desk.desktop.sides import SidesPage
from kt1desk.desktop.widgets import ActionButton, RailButton
from kt1desk.desktop.works import WorksPage
from kt1desk.domain.permissions import Actor, Role
from kt1desk.domain.service import Service
from kt1desk.services.sessions import Session
from kt1desk.store.keys import KeyRing
from tests.support.accepting import open_desk_of
from tests.support.desks import Counter

_LOOK_MS = 20


@dataclass(frozen=True)
class Spot:
    """A page that has no other inside, and the way to it: ``DISPATCH/kt1/pack``."""

    path: str
    page: Page
    place: Place
    side: Service | None = None
    work: str = ""
    turned: bool = False


@dataclass
class Screen:
    """The window of one person."""

    window: MainWindow
    jobs: Jobs
    office: Office
    session: Session

    def become(self, role: Role, until: date | None) -> None:
        """Somebody of this role alone sits here from now on, cleared until that day: everything asks its session who that is."""
        actor = Actor(self.session.actor.user_id, frozenset({role}), until)
        object.__setattr__(self.session, "actor", actor)
        self.window.refresh_status()
        self.idle()

    def idle(self) -> None:
        """Every answer has come."""
        QApplication.processEvents()
        while self.jobs.running:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _LOOK_MS)
        QApplication.processEvents()

    def spots(self) -> Iterator[Spot]:
        """All of them, in the order of the rail."""
        for place, page in self.window._area.pages.items():
            yield from _spots(Spot(place.name, page, place))

    def rail(self) -> set[str]:
        """The places that are to be seen."""
        return {each.entry.place for each in self.window.findChildren(RailButton) if not each.isHidden()}

    def locked(self) -> Mapping[str, str]:
        """The places of the rail that are seen and may not be gone to, with the reason."""
        found = self.window.findChildren(RailButton)
        return {
            each.entry.place: each.toolTip() for each in found if not each.isHidden() and not each.isEnabled()
        }

    def titles(self, page: Page) -> set[str]:
        """The works of a page that are to be seen."""
        assert isinstance(page, (WorksPage, HoldingPage))
        return {each.value for line in (page._ui.works, page._ui.more_works) for each in line.choices()}

    def works(self) -> Iterator[tuple[str, Page]]:
        """The pages of several works, by their paths."""
        for place, page in self.window._area.pages.items():
            sides = page._sides.pages.items() if isinstance(page, SidesPage) else ()
            for path, inside in ((f"{place.name}/{side.value}", each) for side, each in sides):
                if isinstance(inside, (WorksPage, HoldingPage)):
                    yield path, inside
            if isinstance(page, WorksPage):
                yield place.name, page

    def bring(self, spot: Spot) -> None:
        """Come to a spot as its keys do; where it is barred, that is said instead."""
        self.window.go(spot.place)
        page = self.window.page()
        if spot.side is not None and isinstance(page, SidesPage):
            page._enter(spot.side)
        if spot.work and (key := self.key_of(spot)):
            self.press(key)
        if spot.turned and not spot.page.isVisible():
            self.press("Ctrl+L")
        self.idle()

    def key_of(self, spot: Spot) -> str:
        """The key that brings its work to the front, "" where there is none."""
        page: Page | None = self.window.page()
        if isinstance(page, SidesPage):
            page = page._sides.page()
        if isinstance(page, WorksPage):
            return f"Ctrl+{[*page._titles].index(spot.work) + page._first}"
        return f"Ctrl+{[*page._works].index(spot.work) + 1}" if isinstance(page, HoldingPage) else ""

    def press(self, key: str) -> None:
        """What is bound to this key now."""
        wanted = QKeySequence(key)
        for each in self.window.findChildren(QShortcut):
            if each.key() == wanted and each.isEnabled():
                each.activated.emit()
                return
        raise AssertionError(f"nothing is bound to {key}")

    def listed(self) -> set[str]:
        """The keys of the page in front that the list of keys shows and that act."""
        return {each.key for each in self.window._keys._page_keys if each.act is not None}

    def bound(self) -> set[str]:
        """Every key that something is bound to."""
        return {each.key().toString() for each in self.window.findChildren(QShortcut) if each.isEnabled()}


def seen_buttons(spot: Spot) -> Mapping[str, bool]:
    """Each key that a button of the spot says, and whether the button can be seen once its page wants it."""
    parts = [spot.page, *([side] if (side := spot.page.side()) is not None else [])]
    buttons = [each for part in parts for each in part.findChildren(ActionButton)]
    return {each._key: _would_be_seen(each) for each in buttons}


def _would_be_seen(button: ActionButton) -> bool:
    before = button._shown
    button.setVisible(True)
    seen = not button.isHidden()
    button.setVisible(before)
    return seen


def _spots(spot: Spot) -> Iterator[Spot]:
    page = spot.page
    if isinstance(page, SidesPage):
        for side, inside in page._sides.pages.items():
            path = f"{spot.path}/{side.value}"
            yield from _spots(replace(spot, path=path, page=inside, side=side))
    elif isinstance(page, WorksPage):
        for name, work in page._works.items():
            yield from _spots(replace(spot, path=f"{spot.path}/{name}", page=work, work=name))
    elif isinstance(page, TurningWork):
        for name, turn in zip((FIRST, SECOND), page._pages, strict=True):
            yield replace(spot, path=f"{spot.path}/{name}", page=turn, turned=name == SECOND)
    elif isinstance(page, HoldingPage):
        for name in page._works:
            yield replace(spot, path=f"{spot.path}/{name}", work=name)
    else:
        yield spot


@contextmanager
def screen_of(app: QApplication, desk: Counter) -> Iterator[Screen]:
    """The window as the program furnishes it, with nothing at work beside it. Making its pages takes long: once is enough."""
    opened = open_desk_of(desk, "clerk")
    jobs = Jobs()
    window = MainWindow(jobs)
    office = Office(app, _works(desk), opened, jobs, window)
    try:
        office.furnish()
        window.setUpdatesEnabled(False)  # nobody looks: painting would take most of the time
        window.show()
        screen = Screen(window, jobs, office, opened.session)
        screen.idle()
        yield screen
    finally:
        window.close()
        office.end(LeavingTime())
        jobs.close()
        window.deleteLater()
        QApplication.sendPostedEvents()


def _works(desk: Counter) -> Works:
    options = Options(desk.folder.root, desk.folder.root.parent / "papers")
    made = works_in(DeskPlace(options, desk.folder, desk.folder.lock()))
    made.place.lock.release()
    return replace(made, clock=cast("SystemClock", desk.clock), keys=KeyRing(desk.folder, desk.clock))
