"""A clerk logs in at the real program; it writes how long that took, in milliseconds: the key derivation, and all of it.

python -m tests.bench.children.log_in DATA
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.app.gui import DeskProgram
from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.sampling.people import HEAD
from kt1desk.store.keys import KeyRing
from tests.bench.children.start_program import FirstPicture

PATIENCE_S = 60


def wait(condition: Callable[[], bool]) -> None:
    begun = time.perf_counter()
    while not condition():
        assert time.perf_counter() - begun < PATIENCE_S
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def log_in(program: DeskProgram) -> float:
    """Hand in what the head of the point typed; returns the seconds until the first page is painted and its keys are served.

    What is loaded behind the page is there by then: the clerk took his time to type.
    """
    wait(lambda: "kt1desk.app.office" in sys.modules and not program._loading._next.isActive())
    page = program.window.findChild(LoginPage)
    assert page is not None
    ended: list[float] = []

    def furnished() -> None:
        FirstPicture(program.window, lambda: ended.append(time.perf_counter()))
        program.window.update()

    page.logged_in.connect(furnished)
    page._ui.user.setText(HEAD)
    page._ui.password.setText(TRIAL_PASSWORD)
    begun = time.perf_counter()
    page._log_in()
    wait(lambda: bool(ended))
    return ended[0] - begun


def main(data: str) -> None:
    """One log-in, with the key derivation apart."""
    application = QApplication(sys.argv[:1])
    program = DeskProgram(application, take_place(Options(Path(data), Path(data).with_name("papers"))))
    program.show()
    derived: list[float] = []
    unlock = KeyRing.unlock

    def timed(self: KeyRing, user: str, password: str) -> bytes:
        begun = time.perf_counter()
        try:
            return unlock(self, user, password)
        finally:
            derived.append(time.perf_counter() - begun)

    KeyRing.unlock = timed  # type: ignore[method-assign]
    whole = log_in(program)
    print(json.dumps([sum(derived) * 1000, whole * 1000]), flush=True)
    program.window.close()
    application.exec()


if __name__ == "__main__":
    main(sys.argv[1])
