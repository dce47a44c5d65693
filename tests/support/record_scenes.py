"""Scenes of the page of one item or case: nothing yet, an item, one that was corrected, one with a letter, a case, and each question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.domain.kt1 import Payment
from kt1desk.services.reversal import ReversalReason
from tests.support.desk_fakes import ITEMS_COUNT, item_row, open_shift
from tests.support.desk_scenes import beside_others
from tests.support.desks import counter, ordinary
from tests.support.keys import press, type_text
from tests.support.record_fakes import (
    BAG,
    DOSSIER,
    EARLY,
    ENTERED,
    FREE,
    ITEM,
    LONG,
    OLD,
    SECRET,
    FakeRecords,
)
from tests.support.recording import AtRecords, clerk_with_records
from tests.support.shift_fakes import FakeShift
from tests.support.stage import Scene, desk, settle, shown

Act = Callable[[AtRecords], None]
CTRL = Qt.KeyboardModifier.ControlModifier


def _scene(number: str, act: Callable[[], None] = lambda: None) -> Scene:
    def show(jobs: Jobs) -> MainWindow:
        pages = beside_others(Place.RECORD, RecordPage(FakeRecords.full(), jobs))
        window = desk(jobs, pages, Place.RECORD)
        type_text(number)
        press(Qt.Key.Key_Return)
        settle(jobs)
        act()
        settle(jobs)
        return window

    return show


def _case(act: Callable[[], None] = lambda: None) -> Scene:
    """A case whose story is known."""

    def show(jobs: Jobs) -> MainWindow:
        needs = FakeRecords.full()
        needs.tells_story = True
        pages = beside_others(Place.RECORD, RecordPage(needs, jobs))
        window = desk(jobs, pages, Place.RECORD)
        type_text(DOSSIER)
        press(Qt.Key.Key_Return)
        settle(jobs)
        act()
        settle(jobs)
        return window

    return show


def _identity() -> None:
    press(Qt.Key.Key_O, CTRL)


def _withdraw() -> None:
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_1)


def _withdrawn() -> None:
    _withdraw()
    press(Qt.Key.Key_F8)


def _along() -> None:
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    for _ in range(4):
        press(Qt.Key.Key_Left)


def _void() -> None:
    press(Qt.Key.Key_H, CTRL)
    press(Qt.Key.Key_2)


def _reprint() -> None:
    press(Qt.Key.Key_P, CTRL)


def _refused() -> None:
    press(Qt.Key.Key_H, CTRL)


def _real(act: Act) -> Scene:
    """A clerk at a real desk; it goes when the window does."""

    def show(jobs: Jobs) -> MainWindow:
        things = ExitStack()
        root = things.enter_context(TemporaryDirectory())
        real = things.enter_context(counter(Path(root)))
        real.open_shift()
        made = clerk_with_records(real, "clerk", jobs)
        made.window.closing.connect(lambda: _end(jobs, things))
        shown(made.window, jobs)
        act(made)
        made.settle()
        return made.window

    return show


def _end(jobs: Jobs, things: ExitStack) -> None:
    jobs.close()
    things.close()


def _correct_item(clerk: AtRecords) -> None:
    clerk.look_up(clerk.desk.accept(replace(ordinary(), payment=Payment.CASH)).item)
    clerk.ctrl("E")


def _correct_case(clerk: AtRecords) -> None:
    clerk.look_up(clerk.desk.accept_dossier().dossier)
    clerk.ctrl("E")


def _list_with_gaps(clerk: AtRecords) -> None:
    items = [clerk.desk.accept().item for _ in range(4)]
    clerk.desk.reversals.withdraw_item(clerk.desk.session(), items[1], ReversalReason.WITHDRAWN)
    clerk.key(Qt.Key.Key_F3)
    clerk.key(Qt.Key.Key_F2)


def _shift_paid(jobs: Jobs) -> MainWindow:
    items = tuple(item_row(at, state="reversed" if at in {1, 4} else "accepted") for at in range(ITEMS_COUNT))
    row = replace(open_shift(), paid_dong=40_000, dossiers=6)
    return desk(jobs, {Place.SHIFT: ShiftPage(FakeShift(row, items=items), jobs)}, Place.SHIFT)


RECORD_SCENES: Mapping[str, Scene] = {
    "record-empty": _scene(""),
    "record-item": _scene(ITEM),
    "record-corrected": _scene(OLD),
    "record-entered-later": _scene(ENTERED),
    "record-secret": _scene(SECRET),
    "record-dossier": _scene(DOSSIER),
    "record-case": _case(),
    "record-case-identity": _case(_identity),
    "record-journey": _scene(LONG, _along),
    "record-early": _scene(EARLY),
    "record-bag": _scene(BAG),
    "record-free": _scene(FREE),
    "record-unknown": _scene("0912345678"),
    "record-withdraw": _scene(ITEM, _withdraw),
    "record-withdrawn": _scene(ITEM, _withdrawn),
    "record-dossier-withdraw": _scene(DOSSIER, _withdraw),
    "record-void": _scene(FREE, _void),
    "record-reprint": _scene(ITEM, _reprint),
    "record-refused": _scene(ITEM, _refused),
    "record-correct-item": _real(_correct_item),
    "record-correct-case": _real(_correct_case),
    "record-gaps": _real(_list_with_gaps),
    "record-shift": _shift_paid,
}
