"""The dossier page in the real window on a real desk: encrypted store, services, search and paper; only the clock is the test's.

`AtDossiers` says what a clerk sees and does, by keys alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget

from kt1desk.app.dossier_counter import DossierCounter
from kt1desk.app.gates import LockedScreen
from kt1desk.app.window_counter import WindowCounter
from kt1desk.desktop.dossier.paper_table import PaperTable
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.accept_dossier import AcceptDossierPage
from kt1desk.desktop.widgets import FieldEdit, NoteLabel, SegmentedChoice, WholeRowsTable
from kt1desk.services.rows import DossierRow
from kt1desk.services.set_up import DeskPlan
from kt1desk.store.keys import KeyRing
from tests.support.accepting import LabelPrinter, Scale, is_quiet, open_desk_of, wait_until
from tests.support.desks import Counter, counter
from tests.support.keys import focus_name, part, press, type_text
from tests.support.plain_desk import PlainPage

ENTER, SPACE, ESC, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Delete
F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CARD = (
    "020190000123|082123456|Lương Thị Mẫu|01011990|Nữ|Khối 5, Chi Lăng, Thành phố Lạng Sơn, Lạng Sơn|02032022"
)
"""The code of a made-up identity card, its seven fields."""


@dataclass
class Hand:
    """A clerk's hand at a window: keys and scans, and every answer to them."""

    desk: Counter
    window: MainWindow
    page: AcceptDossierPage
    jobs: Jobs
    scale: Scale
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

    def enter(self, *texts: str) -> None:
        """Each text and Enter."""
        for text in texts:
            if text:
                self.paste(text) if not text.isascii() else self.type(text)
            self.key(ENTER)

    def paste(self, text: str) -> None:
        """Ctrl+V of a text into what has the focus."""
        QApplication.clipboard().setText(text)
        self.key(Qt.Key.Key_V, CTRL)

    def scan(self, code: str) -> bool:
        """A scan, as the dispatcher hands it on."""
        taken = self.window.take_scan(code)
        self.settle()
        return taken


@dataclass
class HandAndEye(Hand):
    """The same clerk, who also reads the window and looks into the books."""

    def text(self, name: str) -> str:
        """What stands in an input."""
        return part(self.window, FieldEdit, name).text()

    def note(self, name: str) -> str:
        """What stands below an input."""
        return part(self.window, NoteLabel, f"{name}_note").text()

    def note_text(self, name: str) -> str:
        """The text of any line of notes."""
        return part(self.window, NoteLabel, name).text()

    def note_role(self, name: str) -> str:
        """How it stands there: `error`, `warn`, `muted`, `ok`."""
        return part(self.window, NoteLabel, f"{name}_note").role().value

    def chosen(self, name: str) -> str | None:
        """What is chosen of a few."""
        return part(self.window, SegmentedChoice, name).value()

    def card(self) -> str:
        """Which card is in front."""
        shown = part(self.window, QStackedWidget, "cards").currentWidget()
        return shown.objectName() if shown is not None else ""

    def rows(self, name: str) -> list[list[str]]:
        """The texts of a table."""
        kind = PaperTable if name == "paper_table" else WholeRowsTable
        model = part(self.window, kind, name).model()
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def focus(self) -> str:
        """Name of what has the keyboard."""
        return focus_name()

    def label(self, name: str) -> str:
        """The text of a label."""
        return part(self.window, QLabel, name).text()

    def cases(self) -> list[DossierRow]:
        """Everything that was accepted, newest first."""
        with self.desk.store.read() as reader:
            return list(reader.dossiers_here(50))


@dataclass
class AtDossiers(HandAndEye):
    """A clerk at the dossier page: the steps of a case."""

    def what(self, form: str = "3", procedure: str = "9.100001") -> None:
        """Form and procedure."""
        self.type(form)
        self.enter(procedure)

    def papers(self) -> None:
        """All papers are there, but for the one of another case."""
        self.type("  k")
        self.key(ENTER)

    def who(self) -> None:
        """A person by hand: number, name, telephone, address, ward; the result, where one comes back, goes to that address."""
        self.enter("020190000123", "Lương Thị Mẫu", "0912345678", "Số 1 đường Thử Nghiệm", "Lương Văn Tri")
        if self.focus() == "deliver":
            self.key(ENTER)

    def money(self, weight: str = "320") -> None:
        """Weight; no seal, no exemption, no fee, in cash."""
        self.enter(weight, "", "", "", "")

    def everything(self, form: str = "3") -> None:
        """A whole dossier up to the key that accepts."""
        self.what(form)
        self.papers()
        self.who()
        self.money()

    def park(self) -> None:
        """The draft on the form is laid aside."""
        self.key(Qt.Key.Key_G, CTRL)

    def show_parked(self) -> None:
        """The list of what lies aside."""
        self.key(Qt.Key.Key_L, CTRL)


@contextmanager
def at_dossiers(
    root: Path,
    *,
    plan: DeskPlan | None = None,
    shift: bool = True,
    prepare: Callable[[Counter], object] = lambda _: None,
    label_printer: LabelPrinter = lambda: None,
) -> Iterator[AtDossiers]:
    """A window at the dossier page, active, of a desk made for it."""
    with counter(root, plan) as desk:
        if shift:
            desk.open_shift()
        prepare(desk)
        with seen(desk, label_printer) as made:
            yield made


@contextmanager
def seen(desk: Counter, label_printer: LabelPrinter = lambda: None) -> Iterator[AtDossiers]:
    """A log-in at a desk that is there already: window and page are new."""
    jobs = Jobs()
    made = clerk_with_dossiers(desk, jobs, label_printer)
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


def clerk_with_dossiers(desk: Counter, jobs: Jobs, label_printer: LabelPrinter = lambda: None) -> AtDossiers:
    """The furnished window; not shown yet."""
    opened = open_desk_of(desk, "clerk")
    scale = Scale()
    page = AcceptDossierPage(DossierCounter(opened, lambda: None, scale, label_printer), jobs)
    window = MainWindow(jobs)
    lock = LockedScreen(KeyRing(desk.folder, desk.clock))
    point = f"{opened.session.desk.point} · bàn {opened.session.desk.device}"
    pages: dict[Place, Page] = {Place.DOSSIER: page, Place.SHIFT: PlainPage("shift")}
    window.furnish(opened.session, point, WindowCounter(opened, lock, lambda: ()), pages)
    made = AtDossiers(desk, window, page, jobs, scale)
    page.said.connect(made.said.append)
    return made
