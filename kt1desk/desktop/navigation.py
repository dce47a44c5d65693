"""Navigation: the places of the program, what a page must be able to do, and the way of Enter through a form.

A page is made with what it needs and `Jobs`, and knows neither the window nor another page: it says in signals what happened or where it
wants to go. This module must not know any page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop import page_keys
from kt1desk.desktop.bars import FREE, NOTHING, Bars
from kt1desk.desktop.look.icons import Icon
from kt1desk.domain.service import Service

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.services.rows import SearchHit


class Place(Enum):
    """A place of the left rail: its title, its key, its icon. Their order is the order of the rail."""

    TODAY = ("Hôm nay", "Alt+Home", Icon.LAYOUT_DASHBOARD)
    ACCEPT = ("Chấp nhận KT1", "F2", Icon.MAIL_CHECK)
    DOSSIER = ("Hồ sơ TTHC", "F3", Icon.FILE_TEXT)
    DISPATCH = ("Chuyến thư", "F4", Icon.TRUCK)
    DELIVERY = ("Phát", "F5", Icon.SEND)
    ONE_STOP = ("Một cửa", "F7", Icon.BUILDING_BANK)
    HOLDING = ("Đang giữ", "Ctrl+I", Icon.LOCK)
    RECORD = ("Tra cứu", "Ctrl+T", Icon.SEARCH)
    INCIDENTS = ("Sự vụ", "Ctrl+S", Icon.ALERT_TRIANGLE)
    REGISTERS = ("Sổ nghiệp vụ", "Ctrl+J", Icon.ID_BADGE_2)
    REPORTS = ("Báo cáo", "Ctrl+F", Icon.CHART_BAR)
    LISTS = ("Danh sách", "Ctrl+D", Icon.LIST_DETAILS)
    LINE = ("Liên lạc", "Ctrl+W", Icon.CLOUD_UP)
    SHIFT = ("Ca & quỹ", "F6", Icon.CASH)
    PRINTERS = ("Máy in", "F10", Icon.PRINTER)
    DEVICES = ("Thiết bị", "F11", Icon.DEVICE_USB)
    ADMIN = ("Quản trị", "Ctrl+Q", Icon.SHIELD_LOCK)

    def __init__(self, title: str, key: str, icon: Icon) -> None:
        self.title = title
        self.key = key
        self.icon = icon


PageKey = page_keys.PageKey
reading = page_keys.reading
PAPER_CODE = "paper_code"
"""What `Page.takes` says of a page that reads parts of 2D codes."""
TASKS = "tasks"
"""The work of the one-stop place that lists what must be done next."""
CORRECTION_STAYS = "Đang sửa, đã có thay đổi: F9 nhận bản sửa, Ctrl+Delete thôi sửa."
"""Said where Esc finds no step to go back in a correction: it must not be left with what was changed in it."""
_CORRECTING = "correct:"
_LAID_ASIDE = "aside:"
_ABOUT = "about:"


@dataclass(frozen=True, slots=True)
class Going:
    """Where a page wants to go: to a place, with the item or job it is about (empty for none)."""

    place: Place
    ref: str = ""


@dataclass(frozen=True, slots=True)
class OtherSide:
    """What turned out to be of the other service of a place, with what its page is entered for there."""

    side: Service
    ref: str = ""


def correction_of(number: str) -> str:
    """The `Going.ref` to a page that accepts, to correct an acceptance there."""
    return f"{_CORRECTING}{number}"


def corrected_in(ref: str) -> str:
    """The number that a `Going.ref` wants corrected, "" where it wants something else."""
    return ref.removeprefix(_CORRECTING) if ref.startswith(_CORRECTING) else ""


def laid_aside(ref: str) -> str:
    """The `Going.ref` to the page that accepts dossiers, to go on with a draft that lies aside there."""
    return f"{_LAID_ASIDE}{ref}"


def laid_aside_in(ref: str) -> str:
    """What the draft that a `Going.ref` wants is found by, "" where it wants something else."""
    return ref.removeprefix(_LAID_ASIDE) if ref.startswith(_LAID_ASIDE) else ""


def tasks_about(dossier: str) -> str:
    """The `Going.ref` to the one-stop place, to do what must be done next with a case."""
    return f"{TASKS}:{dossier}"


def incident_about(thing: str, number: str) -> str:
    """The `Going.ref` to the page of incidents, to open a record there about a thing of that kind."""
    return f"{_ABOUT}{thing}:{number}"


def about_in(ref: str) -> tuple[str, str]:
    """Kind and number of what a `Going.ref` wants a record about, two empty texts where it wants something else."""
    thing, _, number = ref.removeprefix(_ABOUT).partition(":") if ref.startswith(_ABOUT) else ("", "", "")
    return thing, number


class Page(QWidget):
    """What fills the work area at a place, or the whole window before anybody has logged in.

    Signals are facts: `changed` when something was stored (the status line reads again), `said` with a sentence for the line below the
    search field, `going` with a `Going`, `keys_changed` when other keys act now, `scan_failed` with a sentence when a scan that was taken
    turned out wrong later, `other_side` with an `OtherSide` when what was read here is for the other side of the place.
    """

    changed = Signal()
    said = Signal(str)
    going = Signal(object)
    keys_changed = Signal()
    scan_failed = Signal(str)
    other_side = Signal(object)
    bars: Bars = FREE
    """What whoever works here may not do on this page; `bar` tells."""
    state: Callable[[], str] = staticmethod(str)
    """Which of its states is in front, as the help calls it; "" for the usual one."""
    parts: Mapping[str, Page] = MappingProxyType({})
    """The pages inside this one, by what they are called in a path of `kt1desk.desktop.bars`."""
    takes: Set[str] = frozenset()
    """The kinds of things (`item`, `agency`) that this page shows when it is entered with one's `ref`."""

    def entered(self, ref: str = "") -> None:
        """The page was brought to the front, perhaps for one thing: read what it shows and put the focus where work begins."""

    def forget(self) -> None:
        """Whoever works here may see no KT1 item any more: drop what is shown of them, and read again what is left to see."""

    def half_done(self) -> Callable[[], None] | None:
        """The session ends: the work that lays aside what is half typed here, for its owner; None where nothing is."""
        return None

    def bar_sides(self, barred: Mapping[Service, str]) -> None:
        """The sides of this place that whoever works here may not work at now, each with the sentence that says why."""

    def bar(self, bars: Bars) -> None:
        """What whoever works here may not do on this page from now on: its buttons go or are locked, its keys only say why."""
        if bars != self.bars:
            self.bars = bars
            for name, part in self.parts.items():
                part.bar(bars.at(name))
            if not self.parts:
                barred = bars.of_keys()
                page_keys.bar_buttons((self, self.side()), barred)
                page_keys.bar_hints(self, {*barred, *(page_keys.WORKING if bars.why(NOTHING) else ())})
            self.keys_changed.emit()

    def offered(self) -> Sequence[PageKey]:
        """The keys that act on this page now, those that are barred with the reason."""
        return page_keys.offered(self.keys(), self.bars.of_keys())

    def ways(self) -> Sequence[page_keys.Way]:
        """Every key that whoever works here may use on this page or inside it, whatever is in front now, each with how to come to it."""
        return page_keys.ways_of(self.offered())

    def head(self) -> QWidget | None:
        """What stands beside the title of the place. Asked once; None for nothing."""
        return None

    def step_back(self) -> bool:
        """Esc: go one step back inside the page without throwing anything away; False when there is no step to go."""
        return False

    def keys(self) -> Sequence[PageKey]:
        """The keys that act on this page now; asked when it comes to the front and after `keys_changed`."""
        return ()

    def side(self) -> QWidget | None:
        """What stands at the right over the whole height (328 px wide): what belongs to the thing at hand. Asked once; None for nothing."""
        return None

    def take_scan(self, code: str) -> bool:  # noqa: ARG002  for pages that use it
        """A scan came in while this page is in front; False where the page has no use for it.

        Raises:
            DeskError: it is refused, for a reason that the page knows.
        """
        return False

    def works_with_scans(self) -> bool:
        """Whether each scan of an item is a step of the work here: nothing else is made of it, and nothing is looked up beside it."""
        return False

    def take_part(self, data: bytes) -> bool:  # noqa: ARG002  for pages that use it
        """One part of a 2D code was scanned; False where the page has no use for it."""
        return False

    def take_found(self, hit: SearchHit) -> bool:  # noqa: ARG002  for pages that use it
        """The clerk chose this answer of the search while this page is in front; False where the page has no use for it."""
        return False


@dataclass(frozen=True, slots=True)
class Step:
    """One input on the way of Enter: ``needs`` says whether it still needs something, ``commit`` what Enter does before going on.

    ``commit`` answers False where the input is not good yet: the focus stays.
    """

    widget: QWidget
    needs: Callable[[], bool]
    commit: Callable[[], bool] = lambda: True


class EnterWay(QObject):
    """Enter goes on to the next input that still needs something, from the top again after the last; when none is left, `finished`.

    Tab keeps its own order. The widget of a step is watched, and so are its children (a spin box keeps its line edit inside).
    """

    finished = Signal()

    def __init__(self, parent: QWidget, steps: Sequence[Step]) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        for step in self._steps:
            step.widget.installEventFilter(self)
            for child in step.widget.findChildren(QWidget):
                child.installEventFilter(self)

    def start(self) -> None:
        """Put the focus on the first input that needs something, or on the first."""
        following = next((step for step in self._steps if _is_open(step)), self._steps[0])
        following.widget.setFocus(Qt.FocusReason.TabFocusReason)

    def missing(self) -> Sequence[QWidget]:
        """The inputs that still need something."""
        return [step.widget for step in self._steps if _is_open(step)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter from the watched inputs."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return False
        at = next((i for i, step in enumerate(self._steps) if _belongs(watched, step.widget)), None)
        if at is None:
            return False
        self._go_on(at)
        return True

    def _go_on(self, at: int) -> None:
        if not self._steps[at].commit():
            return
        order = (*self._steps[at + 1 :], *self._steps[: at + 1])
        following = next((step for step in order if _is_open(step)), None)
        if following is None:
            self.finished.emit()
        else:
            following.widget.setFocus(Qt.FocusReason.TabFocusReason)


class Visited:
    """Makes steps through choices that always have a value: each is stopped at once, whatever it says."""

    def __init__(self) -> None:
        self._seen: set[QWidget] = set()

    def step(self, widget: QWidget) -> Step:
        """A step that needs something until Enter was pressed there."""
        return Step(widget, lambda: widget not in self._seen, lambda: self._see(widget))

    def forget(self) -> None:
        """Begin anew."""
        self._seen.clear()

    def _see(self, widget: QWidget) -> bool:
        self._seen.add(widget)
        return True


def _is_open(step: Step) -> bool:
    return step.widget.isVisibleTo(step.widget.window()) and step.widget.isEnabled() and step.needs()


def _belongs(watched: QObject, widget: QWidget) -> bool:
    return watched is widget or (isinstance(watched, QWidget) and widget.isAncestorOf(watched))
