"""The main window: rail, header with the one field, work area, right column, status line; gates before anybody has logged in.

It brings pages to the front and carries keys, scans and answers to the one in front. It knows no page by name and no service: `app` makes
pages and adds them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from kt1desk.desktop.command_field import PLACE, CommandField
from kt1desk.desktop.forms.main_window import Ui_MainWindow
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import THEMES, active_theme
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.messages import FAULT, say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import PAPER_CODE, Page, PageKey, Place
from kt1desk.desktop.needs import WindowNeeds
from kt1desk.desktop.offered import Offered
from kt1desk.desktop.scanning.dispatcher import ScanAnswer
from kt1desk.desktop.screens import Curtain, KeysOverlay
from kt1desk.desktop.status_feed import StatusFeed
from kt1desk.desktop.widgets import Hint
from kt1desk.desktop.widgets import Place as RailPlace
from kt1desk.domain.errors import DeskError
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
        self._jobs = jobs
        self._pages: dict[Place, Page] = {}
        self._sides: dict[Place, QWidget] = {}
        self._place: Place | None = None
        self._before: list[Place] = []
        self._ui = Ui_MainWindow()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.status.hide()
        self._gate: Page | None = None
        self._offered = Offered(self._ui.rail)
        self._field = CommandField(self._ui.search, self._ui.search_note, self, jobs)
        self._field.found.connect(self._take_found)
        # A number typed by hand does what its scan would do.
        self._field.number_typed.connect(
            lambda number: _as_scan(number, self.take_scan, self._take_found, self._field.warn)
        )
        self._status = StatusFeed(self._ui.status, jobs, self._field.warn)
        self._status.told.connect(lambda status: self.bar(status.barred))
        self.curtain = Curtain(self, jobs)
        self._overlay = KeysOverlay(self)
        self._own_keys = (
            PageKey("Ctrl+K", "quét và tìm", self._field.begin),
            PageKey("Esc", "lùi một bước", self._step_back),
            PageKey("F12", "che màn hình ngay", self.curtain.cover),
            PageKey("Shift+F12", "đăng xuất", self.log_off_wanted.emit),
            PageKey(
                "Ctrl+F12", "giao diện sáng, tối, tương phản cao", lambda: self.theme_chosen.emit(wear_next())
            ),
            PageKey("Shift+F1", "các phím này", self._list_keys),
        )
        self._keys = _Keys(self, self._own_keys)
        _let_act(self._keys, self.curtain, self._overlay)
        jobs.faulted.connect(lambda code: self.tell_fault(say(DeskError(FAULT, reference=code))))

    # --- what app calls ------------------------------------------------------------------------------------------

    def show_gate(self, page: Page) -> None:
        """Fill the window with a page that stands before the desk: log-in, first run. The one before is thrown away."""
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
        self._pages = {place: pages[place] for place in Place if place in pages}
        self._ui.rail.set_identity(_TITLE, point)
        self._ui.rail.set_places([RailPlace(p.name, p.title, p.key, p.icon) for p in self._pages])
        self._offered.show()
        self._ui.rail.set_hints((Hint("Các phím", "Shift+F1"), Hint("Che màn hình", "F12")))
        self._ui.rail.place_chosen.connect(lambda name: self.go(Place[name]))
        self._ui.trial.setVisible(session.desk.trial)
        self.setWindowTitle(f"{_TITLE} · DÙNG THỬ" if session.desk.trial else _TITLE)
        for place, page in self._pages.items():
            self._add(place, page)
        self._keys.add_places({place.key: partial(self.go, place) for place in self._pages})
        self._field.serve(needs, lambda: self._offered.of(self._pages))
        self.curtain.guard(needs, session.actor.user_id, session.name)
        self._ui.status.show()
        self._ui.whole.setCurrentWidget(self._ui.desk)
        self.go(self._first_place())
        self._status.start(needs, session.name)

    def bar(self, barred: Mapping[str, str]) -> None:
        """These places, by name, are not offered from now on, each for its reason; a page that stands there is left with it."""
        lost = self._offered.bar(barred)
        if not lost or not self._pages:
            return
        self._before = list(self._offered.of(self._before))
        self._field.forget()
        for page in self._pages.values():
            page.forget()
        if self._place in lost:
            left, self._place = self._place, None
            self.go(self._first_place())
            self._field.warn(self._offered.why_not(left))

    def go(self, place: Place, ref: str = "") -> None:
        """Bring a place to the front; nothing happens where this desk has no such place, and why it is not offered is said."""
        page = self._pages.get(place)
        if page is None:
            return
        if why := self._offered.why_not(place):
            self._field.warn(why)
            return
        if self._place is not None and self._place is not place:
            self._before.append(self._place)
        self._place = place
        self._ui.rail.set_current(place.name)
        self._ui.page_title.setText(place.title)
        self._ui.work.setCurrentWidget(page)
        side = self._sides.get(place)
        self._ui.side_column.setVisible(side is not None)
        if side is not None:
            self._ui.sides.setCurrentWidget(side)
        self._keys.show_page(page.keys())
        page.entered(ref)

    def page(self) -> Page | None:
        """The page in front."""
        return self._pages[self._place] if self._place is not None else None

    def take_scan(self, code: str) -> bool:
        """Hand a code to the page in front; False where it was refused. A covered screen takes nothing."""
        page = self.page()
        return page is not None and not self.curtain.is_covering() and page.take_scan(code)

    def take_part(self, data: bytes) -> bool:
        """Hand a part of a 2D code to the page in front, or else to the first that reads such codes, which comes to the front."""
        if self.curtain.is_covering() or self.page() is None:
            return False
        place = next((place for place, page in self._pages.items() if page.takes(PAPER_CODE)), None)
        if place is not None and self._place is not place:
            self.go(place)
        page = self.page()
        return page is not None and page.take_part(data)

    def tell_scan(self, scanned: str, answer: ScanAnswer) -> None:
        """Say what was scanned and what became of it, below the search field."""
        words = f"Đã quét {scanned}. {answer.sentence}" if scanned else answer.sentence
        (self._field.say if answer.accepted else self._field.warn)(words.strip())

    def tell_fault(self, sentence: str) -> None:
        """Say that the program itself failed."""
        self._field.warn(sentence)

    def refresh_status(self) -> None:
        """Read the status line again."""
        self._status.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so; whoever owns the jobs waits for them."""
        self._status.stop()
        self.closing.emit()
        super().closeEvent(event)

    # --- inside --------------------------------------------------------------------------------------------------

    def _add(self, place: Place, page: Page) -> None:
        self._ui.work.addWidget(page)
        side = page.side()
        if side is not None:
            self._sides[place] = side
            self._ui.sides.addWidget(side)
        page.changed.connect(self.refresh_status)
        page.said.connect(self._field.say)
        page.going.connect(lambda going: self.go(going.place, going.ref))
        page.keys_changed.connect(lambda: self._keys.show_page(page.keys()) if page is self.page() else None)
        page.scan_failed.connect(self.scan_failed)

    def _step_back(self) -> None:
        """One step: list, field, page, the place before."""
        page = self.page()
        if page is None:
            if self._gate is not None:
                self._gate.step_back()
        elif self._field.has_focus():
            if not self._field.step_back():
                page.setFocus()
                page.entered()
        elif not page.step_back() and self._before:
            place = self._before.pop()
            self.go(place)
            self._before.pop()

    def _first_place(self) -> Place:
        """The first that is offered; where none is, the first there is."""
        return next(iter((*self._offered.of(self._pages), *self._pages)))

    def _list_keys(self) -> None:
        self._keys.set_enabled(enabled=False)
        places = tuple(PageKey(place.key, place.title) for place in self._offered.of(self._pages))
        here = self._place.title if self._place is not None else "Trang này"
        groups = (("Ở đâu cũng dùng được", (*places, *self._own_keys)), (here, self._keys.of_page))
        self._overlay.show_keys([(title, keys) for title, keys in groups if keys])

    def _take_found(self, hit: SearchHit) -> None:
        page = self.page()
        if hit.kind == PLACE:
            self.go(Place[hit.ref])
        elif page is not None and page.take_found(hit):
            return
        elif (
            taker := next((p for p, other in self._pages.items() if other.takes(hit.kind)), None)
        ) is not None:
            self.go(taker, hit.ref)
        else:
            self._field.say(f"{hit.title} · {hit.subtitle}")


def wear_next() -> str:
    """Put the next theme on the application; returns its name."""
    names = list(THEMES)
    following = names[(names.index(active_theme().name) + 1) % len(names)]
    app = QApplication.instance()
    if isinstance(app, QApplication):
        wear(app, THEMES[following])
    return following.value


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


def _let_act(keys: _Keys, curtain: Curtain, overlay: KeysOverlay) -> None:
    """Keys act whenever nothing covers the desk."""

    def settle() -> None:
        keys.set_enabled(enabled=not (curtain.is_covering() or overlay.isVisible()))

    for over in (curtain.covered, curtain.opened, overlay.closed):
        over.connect(settle)


def _as_hit(number: str) -> SearchHit:
    return SearchHit("item", number, item_number(number), "")


class _Keys:
    """The window's shortcuts: its own, those of the places, and those of the page in front."""

    def __init__(self, window: QWidget, own: tuple[PageKey, ...]) -> None:
        self._window = window
        self._shortcuts = [self._bind(key.key, key.act) for key in own if key.act]
        self._of_page: list[QShortcut] = []
        self._enabled = True
        self.of_page: tuple[PageKey, ...] = ()

    def add_places(self, places: Mapping[str, Callable[[], None]]) -> None:
        """Keys of the rail."""
        self._shortcuts += [self._bind(key, act) for key, act in places.items()]

    def show_page(self, keys: Sequence[PageKey]) -> None:
        """Keys of the page in front; those of the one before act no more."""
        for shortcut in self._of_page:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self.of_page = tuple(keys)
        self._of_page = [self._bind(key.key, key.act) for key in keys if key.act]
        self.set_enabled(enabled=self._enabled)  # a page may come to the front below a covered screen

    def set_enabled(self, *, enabled: bool) -> None:
        """Nothing acts below a covered screen."""
        self._enabled = enabled
        for shortcut in (*self._shortcuts, *self._of_page):
            shortcut.setEnabled(enabled)

    def _bind(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(act)
        return shortcut
