"""What happens before the first picture, what does not, and that nothing typed into it is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.app.centre_commands import run_centre_command
from kt1desk.app.commands import run_command
from kt1desk.app.gui import DeskProgram
from kt1desk.app.options import Options
from kt1desk.app.place import DeskPlace, take_place
from kt1desk.app.works import works_in
from kt1desk.desktop.help.view import HelpView
from kt1desk.desktop.pages.login import LoginPage
from kt1desk.desktop.pages.restore import RestorePage
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.services.sentences import SENTENCES
from tests.support.tree import ROOT

NOT_BEFORE_THE_FIRST_PICTURE = {
    *("PIL", "alembic", "argon2", "barcode", "cryptography", "ppf", "reportlab", "serial", "sqlalchemy"),
    *("sqlcipher3", "zxingcpp"),
    *("kt1desk.app.office", "kt1desk.app.works", "kt1desk.desktop.main_window", "kt1desk.domain.reference"),
    *("kt1desk.exchange", "kt1desk.printing", "kt1desk.services.acceptance", "kt1desk.store.journal"),
}

OF_A_DESK = {"kt1desk.app.desk", "kt1desk.printing", "kt1desk.store.journal", "openpyxl", "reportlab"}

PAINTED = """
import json, os, sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from kt1desk.desktop import frame

class Watched(frame.Frame):
    def event(self, event):
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            os.write(1, json.dumps(sorted(sys.modules)).encode())
            os._exit(0)
        return done

frame.Frame = Watched
from kt1desk.__main__ import main
main(["--data-dir", sys.argv[1]])
"""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[DeskPlace]:
    taken = take_place(Options(tmp_path / "data", tmp_path / "papers", trial=True))
    works_in(taken).make_sample()
    yield taken
    taken.leave()


@pytest.fixture
def program(place: DeskPlace, qapp: QApplication, qtbot: QtBot) -> Iterator[DeskProgram]:
    """The program with its gate, before anything is loaded behind it."""
    hook = sys.excepthook
    made = DeskProgram(qapp, place)
    made.show()
    made.window.activateWindow()
    yield made
    made.window.close()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sys.excepthook = hook


def _python(*words: str, screen: str = "") -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    if screen:
        env["DISPLAY"] = screen
    return subprocess.run(
        [sys.executable, *words], env=env, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_log_in_page_is_painted_before_database_cipher_and_papers_are_loaded(
    display: str, place: DeskPlace
) -> None:
    place.lock.release()

    painted = _python("-c", PAINTED, str(place.folder.root), screen=display)

    loaded = json.loads(painted.stdout)
    assert "kt1desk.desktop.pages.login" in loaded, painted.stderr
    assert sorted(NOT_BEFORE_THE_FIRST_PICTURE.intersection(loaded)) == []


def test_a_command_loads_no_screen(tmp_path: Path) -> None:
    asked = (
        "import sys; from kt1desk.__main__ import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"
    )
    words = ("province", "fingerprint", "--folder", str(tmp_path))

    done = _python("-c", asked, *words)

    assert done.stderr.strip() == SENTENCES["province.no_key"]
    assert done.stdout.split() == ["False"]


def test_a_command_of_the_centre_loads_nothing_of_a_desk(tmp_path: Path) -> None:
    asked = (
        "import sys; from kt1desk.__main__ import main; main(sys.argv[1:]);"
        f"print(sorted({OF_A_DESK} & sys.modules.keys()))"
    )

    done = _python("-c", asked, "centre", "status", "--folder", str(tmp_path / "nowhere"))

    assert done.stderr.strip() == SENTENCES["centre.no_place"]
    assert done.stdout.split() == ["[]"]


@pytest.mark.parametrize("words", [("--help",), ("integrate", "--help"), ("status", "--what"), ()])
def test_help_and_mistakes_of_the_centre_read_as_those_of_the_whole_program(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for run in (run_centre_command, run_command):
        with pytest.raises(SystemExit) as ended:
            run(["centre", *words])
        told.append((ended.value.code, capsys.readouterr()))

    assert told[0] == told[1]


def test_a_second_copy_is_refused_before_any_screen_is_asked_for(place: DeskPlace) -> None:
    second = _python("-m", "kt1desk", "--data-dir", str(place.folder.root))

    assert second.returncode == 1
    assert second.stderr.strip() == SENTENCES["desk.already_running"]


def _open_help(program: DeskProgram) -> HelpView | None:
    helped = program.window.findChild(HelpView)
    return helped if helped is not None and helped.is_open() else None


def test_what_is_typed_into_the_first_picture_stays_with_the_keyboard_when_the_window_is_completed(
    program: DeskProgram, qtbot: QtBot
) -> None:
    page = program.window.findChild(LoginPage)
    assert page is not None
    user, password = page.findChild(FieldEdit, "user"), page.findChild(FieldEdit, "password")
    assert user is not None
    assert password is not None
    user.setText("ha.hoang")
    password.setText("ban-d")
    password.setFocus()
    QTest.keyClick(password, Qt.Key.Key_F1)  # heard nowhere yet
    assert program.window.findChild(HelpView) is None

    qtbot.waitUntil(lambda: program.jobs.running == 0 and "kt1desk.app.office" in sys.modules, timeout=20_000)
    qtbot.waitUntil(lambda: _open_help(program) is not None, timeout=20_000)
    helped = _open_help(program)
    assert helped is not None
    helped.shut()
    qtbot.waitUntil(password.hasFocus, timeout=20_000)
    qtbot.waitUntil(lambda: bool(user.note_text()), timeout=20_000)

    assert (user.text(), password.text()) == ("ha.hoang", "ban-d")
    assert password.window() is program.window
    assert user.note_text().startswith("Người dùng của bàn: ")


def test_a_window_closed_at_once_loads_nothing_more_and_ends(program: DeskProgram, qtbot: QtBot) -> None:
    program.window.close()

    qtbot.waitUntil(lambda: program.jobs.running == 0, timeout=20_000)

    assert program.office is None
    assert not program.window.isVisible()


def test_the_window_does_not_go_while_a_desk_is_laid_out_from_a_backup(
    program: DeskProgram, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: program.jobs.running == 0 and "kt1desk.app.office" in sys.modules, timeout=20_000)
    login = program.window.findChild(LoginPage)
    assert login is not None
    login.restore_wanted.emit()
    page = program.window.findChild(RestorePage)
    assert page is not None
    qtbot.waitUntil(lambda: program.jobs.running == 0, timeout=20_000)

    page.is_making = True
    went = program.window.close()
    page.is_making = False

    assert not went
    assert program.jobs.is_open
    assert program.window.close()
