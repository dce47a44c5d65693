"""What the first picture does not need, and the only module that imports late.

The log-in page must be painted before the clerk's hand is at the keyboard, and it needs Qt, the look and one form. Database, cipher,
printing and the other pages take four times as long to load as all of that; they are loaded while the user types: what knows no screen in
the thread of the store, the main window and its pages one by one in the thread of the screen, because Qt's types are made there.

Each import is written as an import, so that the contract between the layers sees it. None of the modules named here imports one that
imports this one, so no circle hides behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from kt1desk.app.desk import OpenDesk
    from kt1desk.app.first_gate import FirstGate
    from kt1desk.app.login import LoginDoor
    from kt1desk.app.office import Office
    from kt1desk.app.place import DeskPlace
    from kt1desk.app.recovery_gate import RecoveryGate
    from kt1desk.app.restore_gate import RestoreGate
    from kt1desk.app.works import Works
    from kt1desk.desktop.jobs import Jobs
    from kt1desk.desktop.main_window import MainWindow
    from kt1desk.desktop.needs.centre import CentreNeeds
    from kt1desk.desktop.needs.upgrades import UpgradeBegun
    from kt1desk.desktop.pages.own_password import OwnPasswordPage

_SCREENS = (
    "kt1desk.desktop.pages.today",
    "kt1desk.desktop.pages.accept_item",
    "kt1desk.desktop.pages.accept_dossier",
    "kt1desk.desktop.pages.record",
    "kt1desk.desktop.pages.lists",
    "kt1desk.desktop.pages.line",
    "kt1desk.desktop.pages.shift",
    "kt1desk.desktop.pages.printers",
    "kt1desk.desktop.pages.devices",
    "kt1desk.app.office",
)
"""The last one imports all the others; they stand here so that the screen answers between two of them."""


def main_window(jobs: Jobs) -> MainWindow:
    """What fills the frame; in the GUI thread."""
    from kt1desk.desktop.main_window import MainWindow

    return MainWindow(jobs)


def users_in(place: DeskPlace) -> list[str]:
    """Who has a key slot in a place; read without any cipher, so that the log-in page can name them at once."""
    from kt1desk.store.key_format import read_slots

    return read_slots(place.folder).users


def works_in(place: DeskPlace) -> Works:
    """What works in a place: the store, keys, printing, reference data. Slow the first time (0.8 s); knows no screen."""
    from kt1desk.app import works

    return works.works_in(place)


def first_gate(works: Works, jobs: Jobs) -> FirstGate:
    """The first run's gate. It happens once in the life of a desk, so all of it is loaded before it is shown; in the GUI thread."""
    from kt1desk.app.first_gate import FirstGate

    return FirstGate(works, jobs)


def recovery_gate(login: LoginDoor, jobs: Jobs) -> RecoveryGate:
    """The gate of whoever has lost his password; in the GUI thread."""
    from kt1desk.app.recovery_gate import RecoveryGate

    return RecoveryGate(login, jobs)


def restore_gate(login: LoginDoor, jobs: Jobs) -> RestoreGate:
    """The gate of a backup; in the GUI thread."""
    from kt1desk.app.restore_gate import RestoreGate

    return RestoreGate(login, jobs)


def own_password_page(login: LoginDoor, jobs: Jobs, given: tuple[str, str]) -> OwnPasswordPage:
    """The gate of whoever was given his password by somebody else; in the GUI thread."""
    from kt1desk.desktop.pages.own_password import OwnPasswordPage

    return OwnPasswordPage(login, jobs, given)


def office_class() -> type[Office]:
    """The open desk with all its pages; in the GUI thread. Quick once `load_screens` is through."""
    from kt1desk.app.office import Office

    return Office


def run_centre_window(needs: CentreNeeds) -> int:
    """The centre's window until it is closed: the other commands of the centre run where no screen and no Qt need be."""
    from kt1desk.app.centre_screen import run_window

    return run_window(needs)


def run_upgrade_window(asked: Namespace) -> int:
    """The small window between two starts of the desk: the other commands of an upgrade are a service's, and need no screen."""
    from kt1desk.app.upgrade_screen import run_window

    return run_window(asked)


def upgrading(
    window: MainWindow, jobs: Jobs, opened: OpenDesk, leave: Callable[[UpgradeBegun], None]
) -> None:
    """What the furnished desk says and does about upgrades of the program; in the GUI thread."""
    from kt1desk.app.upgrade_hints import UpgradeHints

    UpgradeHints(window, jobs, opened, leave)


def report_from_centre(asked: Namespace) -> int:
    """A report over all points: the other commands of the centre run without what makes and prints one."""
    from kt1desk.app import bureau_reports

    return bureau_reports.report_from_centre(asked)


def clear_away(around: Path) -> None:
    """Overwrite and delete a temporary desk, and those that were killed; there is none but in trials."""
    from kt1desk.app import temporary

    temporary.clear_away(around)


def show_where_nobody_reads(sentence: str) -> None:
    """Why no desk opens, in a window where the program was started by its icon; nothing else is shown then."""
    from kt1desk.app.refused import nobody_reads_print, show_refusal

    if nobody_reads_print():
        show_refusal(sentence)


def load_screens() -> Iterator[None]:
    """Load the pages of the open desk, one at each step, then rehearse their forms; in the GUI thread."""
    for name in _SCREENS:
        import_module(name)
        yield
    from kt1desk.desktop.rehearsal import rehearse

    yield from rehearse()
