"""Scenes: each page in the states that people meet, with examples behind it. Pictures and the audit are taken of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import THEMES, ThemeName
from kt1desk.desktop.look.wear import wear
from tests.support.accept_scenes import ACCEPT_SCENES
from tests.support.audit_scenes import AUDIT_SCENES
from tests.support.backup_scenes import BACKUP_SCENES
from tests.support.delivery_scenes import DELIVERY_SCENES
from tests.support.desk_scenes import DESK_SCENES
from tests.support.dispatch_scenes import DISPATCH_SCENES
from tests.support.dossier_scenes import DOSSIER_SCENES
from tests.support.duty_scenes import DUTY_SCENES
from tests.support.gate_scenes import GATE_SCENES
from tests.support.incident_scenes import INCIDENT_SCENES
from tests.support.line_scenes import LINE_SCENES
from tests.support.one_stop_scenes import ONE_STOP_SCENES
from tests.support.password_scenes import PASSWORD_SCENES
from tests.support.record_scenes import RECORD_SCENES
from tests.support.register_scenes import REGISTER_SCENES
from tests.support.report_scenes import REPORT_SCENES
from tests.support.restore_scenes import RESTORE_SCENES
from tests.support.role_scenes import ROLE_SCENES
from tests.support.screen_audit import audit
from tests.support.shift_scenes import SHIFT_SCENES
from tests.support.side_scenes import SIDE_SCENES
from tests.support.stage import Scene
from tests.support.system_scenes import SYSTEM_SCENES
from tests.support.user_scenes import USER_SCENES

SCENES: Mapping[str, Scene] = {
    **GATE_SCENES,
    **DESK_SCENES,
    **SHIFT_SCENES,
    **ACCEPT_SCENES,
    **DOSSIER_SCENES,
    **RECORD_SCENES,
    **INCIDENT_SCENES,
    **REGISTER_SCENES,
    **REPORT_SCENES,
    **DELIVERY_SCENES,
    **DISPATCH_SCENES,
    **ONE_STOP_SCENES,
    **DUTY_SCENES,
    **SIDE_SCENES,
    **LINE_SCENES,
    **PASSWORD_SCENES,
    **RESTORE_SCENES,
    **USER_SCENES,
    **AUDIT_SCENES,
    **BACKUP_SCENES,
    **ROLE_SCENES,
    **SYSTEM_SCENES,
}
THEMES_OF_A_SCREEN = {"1366": ThemeName.LIGHT, "1920-150": ThemeName.DARK}
"""Each screen is audited in one theme, to save time; pictures for people are taken in both."""


def take(name: str, screen: str, folder: Path | None) -> list[str]:
    """What the audit finds in one scene; pictures in both themes where a folder is given."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = []
    audited = THEMES_OF_A_SCREEN[screen]
    for theme in (audited,) if folder is None else (ThemeName.LIGHT, ThemeName.DARK):
        wear(app, THEMES[theme])
        jobs = Jobs()
        window = SCENES[name](jobs)
        if folder is not None:
            window.grab().save(str(folder / f"{name}-{theme.value}-{screen}.png"))
        if theme is audited:
            found += [f"{name}, {theme.value}, {screen}: {each}" for each in audit(window)]
        window.close()
        jobs.close()
        window.deleteLater()
        # Without a loop that runs nothing is deleted by itself, and each further scene would be styled together with all before it.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    return found


def main(folder: Path | None, screen: str, only: tuple[str, ...]) -> int:
    """Take the pictures of all scenes, or of those whose names begin so or are `=so`; say what the audit finds."""
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    app = QApplication([])
    app.setCursorFlashTime(0)
    wanted = [name for name in SCENES if name.startswith(only) or f"={name}" in only]
    found = [each for name in wanted for each in take(name, screen, folder)]
    sys.stdout.write("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1] else None, sys.argv[2], tuple(sys.argv[3:]) or ("",)))
