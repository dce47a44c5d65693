"""A desk that cannot be opened says so on the screen where nobody reads what a program prints: an installed one, started by its icon."""

from __future__ import annotations

import sys

from kt1desk.app.self_test_machine import screen_is_there
from kt1desk.config import program_root
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import application, wear
from kt1desk.desktop.refusal_window import RefusalWindow


def nobody_reads_print() -> bool:
    """Whether the program was started by its icon: installed, with a screen and without a console."""
    if program_root() is None or (sys.stderr is not None and sys.stderr.isatty()):
        return False
    return screen_is_there()


def show_refusal(sentence: str) -> None:
    """Show the sentence until its window is closed."""
    app = application(sys.argv[0])
    wear(app, LIGHT)
    window = RefusalWindow(sentence)
    window.show()
    window.activateWindow()
    app.exec()
