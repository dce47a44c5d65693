"""The main window: rail, header with the one field, work area, right column, status line; gates before anybody has logged in.

It brings pages to the front and carries keys, scans and answers to the one in front. It knows no page by name and no service: `app` makes
pages and adds them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from kt1desk.desktop.bars import FREE, Bars
from kt1desk.desktop.command_field import CommandField
from kt1desk.desktop.command_hits import PLACE
from kt1desk.desktop.errands import Errands
from kt1desk.desktop.forms.main_window import Ui_MainWindow
from kt1desk.desktop.help.key import HelpKey
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.wear import wear_next
from kt1desk.desktop.looks import look_keys
from kt1desk.desktop.messages import FAULT, say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import PAPER_CODE, Page, PageKey, Place
from kt1desk.desktop.needs import WindowNeeds
from kt1desk.desktop.offered import Offered
from kt1desk.desktop.screens import Curtain
from kt1desk.desktop.status_feed import StatusFeed
from kt1desk.desktop.widgets import BusyLine, Hint
from kt1desk.desktop.widgets import Place as RailPlace
from kt1desk.desktop.widgets.trial_stripe import mark_trial
from kt1desk.desktop.window_keys import WindowKeys
from kt1desk.desktop.work_area import WorkArea
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service
from kt1desk.services.rows import SearchHit
from kt1desk.services.sessions import Session

_TITLE = "Bàn KT1"


class MainWindow(QMainWindow):
    """The one window.

    `log_off_wanted`: the clerk wants to leave (the program restarts, so that no key stays in memory). `theme_chosen(name)`: to be kept.
    `closing`: the window goes; jobs must be waited for. `scan_failed(sentence)`: as a page says it, to be heard.
    """

    log_off_wanted = Signal()
    theme_chosen = Signal(str)
    closing = Signal()
    scan_failed = Signal(str)

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._ui = Ui_MainWindow()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.status.hide()
        self._ui.banner_room.hide()
        self._gate: Page | None = None
        self._barred_sides: Mapping[str, Mapping[Service, str]] = {}
        self._bars = FREE
        self._area = WorkArea(self._ui)
        self._offered = Offered(self._ui.rail)
        self._field = CommandField(self._ui.search, self._ui.search_note, self, jobs)
        self._field.found.connect(self._take_found)
        # A number typed by hand does what its scan would do.
        self._field.number_typed.connect(
            lambda number: _as_scan(number, self.take_scan, self._take_found, self._field.warn)
        )
        self._status = StatusFeed(self._ui.status, jobs, self._field.warn)
        self.tell_waiting = self._status.tell_waiting
        self._status.told.connect(lambda status: self.bar(status.barred, status.barred_sides, status.bars))
        self._status.told.connect(lambda status: _tell(self._ui.banner, self._ui.banner_room, status.banner))
        self.curtain = Curtain(self, jobs)
        theme = "giao diện sáng, tối, tương phản cao"
        own = (
            PageKey("Ctrl+K", "quét và tìm", self._search),
            PageKey("Esc", "lùi một bước", self._step_back),
            PageKey("F12", "che màn hình ngay", self.curtain.cover),
            PageKey("Shift+F12", "đăng xuất", self.log_off_wanted.emit),
            PageKey("Ctrl+F12", theme, lambda: self.theme_chosen.emit(wear_next())),
            PageKey("F1", "trợ giúp: mở, đóng", lambda: self._help.turn(self._gate)),
        )
        self._errands = Errands(
            (*own, *look_keys(self.theme_chosen.emit)), self._area, self._offered, self.go, self._field.say
        )
        self._field.action_chosen.connect(self._errands.run)
        self._keys = WindowKeys(self, own, self.curtain, self._field.warn)
        self.press, self.hold_page_keys = self._keys.press, self._keys.hold_page
        self._help = HelpKey(self._ui, self._area, self._keys, self._offered)
        self._busy = BusyLine(self._ui.work)
        jobs.long_changed.connect(lambda: self._busy.show_works(jobs.long))
        jobs.faulted.connect(lambda code: self._field.warn(say(DeskError(FAULT, reference=code))))

    # --- what app calls ------------------------------------------------------------------------------------------

    def show_gate(self, page: Page) -> None:
        """Fill the window with a page that stands before the desk: log-in, first run. The one before is thrown away."""
        self._help.view.shut()
        if self._gate is not None:
            self._ui.gate_body.removeWidget(self._gate)
            self._gate.hide()
            self._gate.deleteLater()
        self._gate = page
        self._ui.gate_body.addWidget(page)
        page.show()  # a layout shows it an event later: until then its inputs count as hidden, and Enter would skip them
        self._ui.whole.setCurrentWidget(self._ui.gate)
        self._keys.show_page(page.keys())
        page.entered()

    def furnish(self, session: Session, point: str, needs: WindowNeeds, pages: Mapping[Place, Page]) -> None:
        """Open the desk for a session: its pages in the order of the places, the first of them in front. Once."""
        self._area.furnish(pages)
        _bar(self._area.pages, self._barred_sides, self._bars)
        pages = self._area.pages
        self._ui.rail.set_identity(_TITLE, point)
        self._ui.rail.set_places([RailPlace(p.name, p.title, p.key, p.icon) for p in pages])
        self._offered.show()
        self._ui.rail.set_hints((Hint("Trợ giúp", "F1"), Hint("Che màn hình", "F12")))
        self._ui.rail.place_chosen.connect(lambda name: self.go(Place[name]))
        mark_trial(self, self._ui.trial, session.desk.trial)
        self.setWindowTitle(f"{_TITLE} · DÙNG THỬ" if session.desk.trial else _TITLE)
        for page in pages.values():
            self._hear(page)
        self._keys.add_places({place.key: partial(self.go, place) for place in pages})
        self._field.serve(needs, lambda: self._offered.of(pages), self._errands)
        self.curtain.guard(needs, session.actor.user_id, session.name)
        self._ui.status.show()
        self._ui.whole.setCurrentWidget(self._ui.desk)
        self.go(self._area.first(self._offered))
        self._status.start(needs, session.name)

    def bar(
        self, barred: Mapping[str, str], sides: Mapping[str, Mapping[Service, str]], bars: Bars = FREE
    ) -> None:
        """These places, by name, are not offered from now on, each for its reason; a page that stands there is left with it.

        ``sides`` are those of places with two services, by place; ``bars`` what is barred within pages, too.
        """
        self._barred_sides, self._bars = sides, bars
        _bar(self._area.pages, sides, bars)
        lost = self._offered.bar(barred, bars)
        if not lost or not self._area.pages:
            return
        self._area.keep(self._offered)
        self._field.forget()
        for page in self._area.pages.values():
            page.forget()
        left = self._area.place
        if left in lost:
            self._area.leave()
            self.go(self._area.first(self._offered))
            self._field.warn(self._offered.why_not(left))

    def go(self, place: Place, ref: str = "", *, led: bool = False) -> None:
        """Bring a place to the front; nothing happens where this desk has no such place, and why it is not offered is said.

        ``led``: a page leads there, and what it said goes along.
        """
        if place not in self._area.pages:
            return
        if why := self._offered.why_not(place):
            self._field.warn(why)
            return
        self._help.view.shut()
        if not led and place is not self._area.place:
            self._field.say("")  # what another page said last would read as said by this one
        page = self._area.bring(place)
        self._keys.show_page(page.offered())
        page.entered(ref)

    def page(self) -> Page | None:
        """The page in front."""
        return self._area.page

    def take_scan(self, code: str) -> bool:
        """Hand a code to the page in front; False where it was refused. A covered screen takes nothing; help that is read goes away."""
        page = self.page()
        if page is None or self.curtain.is_covering():
            return False
        self._help.view.shut()
        return page.take_scan(code)

    def take_part(self, data: bytes) -> bool:
        """Hand a part of a 2D code to the page in front, or else to the first that reads such codes, which comes to the front."""
        if self.curtain.is_covering() or self.page() is None:
            return False
        self._help.view.shut()
        place = self._area.taker(PAPER_CODE, self._offered)
        if place is not None and self._area.place is not place:
            self.go(place)
        page = self.page()
        return page is not None and page.take_part(data)

    def tell(self, sentence: str, *, is_good: bool) -> None:
        """A sentence below the search field; one that is not good is to be noticed."""
        (self._field.say if is_good else self._field.warn)(sentence)

    def refresh_status(self) -> None:
        """Read the status line again."""
        self._status.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so; whoever owns the jobs waits for them."""
        self._status.stop()
        self.closing.emit()
        super().closeEvent(event)

    # --- inside --------------------------------------------------------------------------------------------------

    def _hear(self, page: Page) -> None:
        page.changed.connect(self.refresh_status)
        page.said.connect(self._field.say)
        page.going.connect(lambda going: self.go(going.place, going.ref, led=True))
        page.keys_changed.connect(
            lambda: self._keys.show_page(page.offered()) if page is self.page() else None
        )
        page.scan_failed.connect(self.scan_failed)

    def _step_back(self) -> None:
        """One step: help, a work that takes long, list, field, page, the place before."""
        page = self.page()
        if self._help.view.is_open():
            self._help.view.step_back()
        elif self._busy.stop():
            return
        elif page is None:
            if self._gate is not None:
                self._gate.step_back()
        elif self._field.has_focus():
            if not self._field.step_back():
                page.setFocus()
                page.entered()
        elif not page.step_back() and (before := self._area.before()) is not None:
            self._area.leave()
            self.go(before)

    def _search(self) -> None:
        self._help.view.shut()
        self._field.begin()

    def _take_found(self, hit: SearchHit) -> None:
        self._help.view.shut()
        page = self.page()
        if hit.kind == PLACE:
            self.go(Place[hit.ref])
        elif page is not None and page.take_found(hit):
            return
        elif (taker := self._area.taker(hit.kind, self._offered)) is not None:
            self.go(taker, hit.ref)
        else:
            self._field.say(f"{hit.title} · {hit.subtitle}")


def _tell(label: QLabel, room: QWidget, sentence: str) -> None:
    label.setText(sentence)
    room.setVisible(bool(sentence))


def _bar(pages: Mapping[Place, Page], barred: Mapping[str, Mapping[Service, str]], bars: Bars) -> None:
    for place, page in pages.items():
        page.bar_sides(barred.get(place.name, {}))
        page.bar(bars.at(place.name))


def _as_scan(
    number: str,
    take: Callable[[str], bool],
    show: Callable[[SearchHit], None],
    warn: Callable[[str], None],
) -> None:
    """A number typed by hand: taken as its scan would be, or else shown."""
    try:
        if not take(number):
            show(_as_hit(number))
    except DeskError as error:
        warn(say(error))


def _as_hit(number: str) -> SearchHit:
    return SearchHit("item", number, item_number(number), "")
