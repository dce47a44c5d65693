"""The window of the centre on the screen, from its first picture to its closing. It knows no desk and no session."""

from __future__ import annotations

import sys

from kt1desk.desktop.centre_window import CentreWindow
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import application, wear
from kt1desk.desktop.needs.centre import CentreNeeds


def run_window(needs: CentreNeeds) -> int:
    """Show the window until it is closed; returns the exit code."""
    app = application(sys.argv[0])
    wear(app, LIGHT)
    window = CentreWindow(needs, Jobs())
    window.showMaximized()
    window.begin()
    return app.exec()
