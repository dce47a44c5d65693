"""The acceptance page in the real window on a real desk: encrypted store, services, search and paper; only the clock is the test's.

`AtCounter` says what a clerk sees and does, by keys alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QWidget

from kt1desk.app.counter import AcceptCounter
from kt1desk.app.desk import OpenDesk
from kt1desk.app.gates import LockedScreen
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.window_counter import WindowCounter
from kt1desk.desktop.accept_needs import LabelPicture
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import Weighing
from kt1desk.desktop.pages.accept_item import AcceptItemPage
from kt1desk.desktop.widgets import FieldEdit, NoteLabel, SegmentedChoice
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts import ItemAccepted, read_item_accepted
from kt1desk.services.acceptance import Accepted
from kt1desk.services.board import Board
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.parking import Aside
from kt1desk.services.session_book import SessionBook
from kt1desk.services.set_up import DeskPlan
from kt1desk.store.drafts import ParkedDrafts
from kt1desk.store.keys import KeyRing
from tests.support.desks import Counter, counter
from tests.support.keys import focus_name, part, press, type_text

ENTER, F8, F9, ESC, SPACE = (
    Qt.Key.Key_Return,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_PATIENCE_MS = 30_000


@dataclass
class Scale:
    """A scale as the page sees it: what it says is what the test puts there; None says that there is none."""

    says: Weighing | None = None

    def __call__(self) -> Callable[[], Weighing] | None:
        weighing = self.says
        return None if weighing is None else lambda: weighing


LabelPrinter = Callable[[], PrinterCondition | None]
"""What is known of the printer for labels."""


class SeenCounter(AcceptCounter):
    """The counter itself; it keeps the pictures of labels that it gave to the page, and its disk is as slow as a test wants."""

    def __init__(
        self, desk: OpenDesk, wake: Callable[[], None], scale: Scale, label_printer: LabelPrinter
    ) -> None:
        super().__init__(desk, wake, scale, label_printer)
        self.pictures: list[LabelPicture] = []
        self.before_writing: Callable[[], object] = lambda: None

    def accept(self, draft: AcceptanceDraft, replaces: str = "", aside: int = 0) -> Accepted:
        self.before_writing()
        return super().accept(draft, replaces, aside)

    def label(self, draft: AcceptanceDraft) -> LabelPicture | None:
        picture = super().label(draft)
        if picture is not None:
            self.pictures.append(picture)
        return picture


@dataclass
class AtCounter:
    """A clerk at the acceptance page."""

    desk: Counter
    window: MainWindow
    page: AcceptItemPage
    jobs: Jobs
    scale: Scale
    needs: SeenCounter
    woken: list[None]
    said: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until every answer has come and is shown."""
        wait_until(lambda: is_quiet(self.window, self.jobs))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, and every answer to it."""
        press(key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Letters, and every answer to them."""
        type_text(text)
        self.settle()

    def paste(self, text: str) -> None:
        """Ctrl+V of a text into what has the focus."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)

    def parties(self, sender: str = "snv", receiver: str = "ubvl") -> None:
        """Both agencies by their call codes."""
        for typed in (sender, receiver):
            self.type(typed)
            self.key(ENTER)

    def ordinary(self, letter: str = "0", urgency: str = "1", weight: str = "340") -> None:
        """Everything up to the weight."""
        self.parties()
        for typed in (letter, urgency, weight):
            self.type(typed)

    def text(self, name: str) -> str:
        """What stands in an input."""
        return part(self.window, FieldEdit, name).text()

    def note(self, name: str) -> str:
        """What stands below an input."""
        return part(self.window, NoteLabel, f"{name}_note").text()

    def note_role(self, name: str) -> str:
        """How it stands there: `error`, `warn`, `muted`, `ok`."""
        return part(self.window, NoteLabel, f"{name}_note").role().value

    def chosen(self, name: str) -> str | None:
        """What is chosen of a few."""
        return part(self.window, SegmentedChoice, name).value()

    def label(self, name: str) -> str:
        """The text of a label."""
        return part(self.window, QLabel, name).text()

    def card(self) -> str:
        """Which card is shown below the form."""
        shown = part(self.window, QStackedWidget, "below").currentWidget()
        return shown.objectName() if shown is not None else ""

    def focus(self) -> str:
        """Name of what has the keyboard."""
        return focus_name()

    def items(self) -> list[ItemAccepted]:
        """Everything that was accepted, oldest first."""
        return [read_item_accepted(event) for event in self.events("item.accepted")]

    def events(self, kind: str) -> list[Event]:
        """The KT1 events of a type, oldest first."""
        found, at, device = [], 1, self.desk.session().desk.device
        with self.desk.store.read() as reader:
            while (event := reader.event(EventId(device, Stream.KT1, 1, at))) is not None:
                found.append(event)
                at += 1
        return [event for event in found if event.envelope.type == kind]


@contextmanager
def at_counter(
    root: Path,
    *,
    user: str = "clerk",
    shift: bool = True,
    plan: DeskPlan | None = None,
    prepare: Callable[[Counter], None] = lambda _: None,
    label_printer: LabelPrinter = lambda: None,
) -> Iterator[AtCounter]:
    """A window at the acceptance page, active, of a desk made for it."""
    with counter(root, plan) as desk:
        if shift:
            desk.open_shift()
        prepare(desk)
        jobs = Jobs()
        made = clerk_at(desk, user, jobs, label_printer)
        try:
            made.window.resize(1366, 768)
            made.window.show()
            made.window.activateWindow()
            wait_until(made.window.isActiveWindow)
            made.settle()
            yield made
        finally:
            made.window.close()
            jobs.close()
            made.window.deleteLater()
            QApplication.sendPostedEvents()


def open_desk_of(desk: Counter, user: str) -> OpenDesk:
    """The open desk of a user, as `app` wires it."""
    return OpenDesk(
        store=desk.store,
        session=desk.session(user),
        reference=desk.reference,
        acceptance=desk.acceptance,
        dossiers=desk.dossiers,
        aside=Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock),
        shifts=desk.shifts,
        papers=desk.papers,
        finder=desk.finder,
        board=Board(desk.store, desk.reference, desk.clock),
        clock=desk.clock,
        book=SessionBook(desk.store, user),
    )


def wait_until(condition: Callable[[], bool]) -> None:
    """Run the event loop until it holds; worker threads get their turn."""
    loop, late, came = QEventLoop(), QTimer(), list[bool]()
    late.setSingleShot(True)
    late.timeout.connect(loop.quit)
    late.start(_PATIENCE_MS)

    def look() -> None:
        if condition():
            came.append(True)
            loop.quit()

    ask = QTimer()
    ask.timeout.connect(look)
    ask.start(2)
    loop.exec()
    ask.stop()
    assert came, "it did not come to be"


def clerk_at(desk: Counter, user: str, jobs: Jobs, label_printer: LabelPrinter = lambda: None) -> AtCounter:
    """The furnished window of a user; not shown yet."""
    opened = open_desk_of(desk, user)
    scale, woken = Scale(), list[None]()
    needs = SeenCounter(opened, lambda: woken.append(None), scale, label_printer)
    page = AcceptItemPage(needs, jobs)
    window = MainWindow(jobs)
    lock = LockedScreen(KeyRing(desk.folder, desk.clock))
    point = f"{opened.session.desk.point} · bàn {opened.session.desk.device}"
    window.furnish(opened.session, point, WindowCounter(opened, lock, lambda: ()), {Place.ACCEPT: page})
    made = AtCounter(desk, window, page, jobs, scale, needs, woken)
    page.said.connect(made.said.append)
    return made


def shown_below(window: QWidget) -> str:
    """The sentence under the search field."""
    return part(window, NoteLabel, "search_note").text()


def is_quiet(window: QWidget, jobs: Jobs) -> bool:
    return not jobs.running and not any(t.isActive() for t in window.findChildren(QTimer) if t.isSingleShot())
