"""Scenes: each page in the states that people meet, with examples behind it. Pictures and the audit are taken of them.

    python -m tests.support.page_scenes FOLDER SCREEN [WISH…]

On the X server that is there. A wish is how the names of scenes begin, or `=name`; `@theme` behind it takes one theme of the three.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
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
from tests.support.focus_audit import unseen_focus
from tests.support.gate_scenes import GATE_SCENES
from tests.support.incident_scenes import INCIDENT_SCENES
from tests.support.line_scenes import LINE_SCENES
from tests.support.looks import BUREAU, Look, Screen, screen_named
from tests.support.one_stop_scenes import ONE_STOP_SCENES
from tests.support.password_scenes import PASSWORD_SCENES
from tests.support.record_scenes import RECORD_SCENES
from tests.support.register_scenes import REGISTER_SCENES
from tests.support.report_scenes import REPORT_SCENES
from tests.support.restore_scenes import RESTORE_SCENES
from tests.support.role_scenes import ROLE_SCENES
from tests.support.row_audit import short_lists
from tests.support.screen_audit import audit
from tests.support.screen_walk import walk
from tests.support.shift_scenes import SHIFT_SCENES
from tests.support.side_scenes import SIDE_SCENES
from tests.support.stage import Scene
from tests.support.system_scenes import SYSTEM_SCENES
from tests.support.upgrade_scenes import UPGRADE_SCENES
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
    **UPGRADE_SCENES,
}

SOMETHING_FOUND = 2
"""How the process ends then; a scene that breaks ends it with 1, as Python does, and is no scene without findings."""


def take(name: str, look: Look, folder: Path | None) -> list[str]:
    """What the audit finds in one scene in one look; its picture where a folder is given."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, THEMES[look.theme])
    jobs = Jobs()
    window = SCENES[name](jobs)
    # What was answered last may still have to be laid out: the layout follows a text two events later, its card's and its column's.
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    if folder is not None:
        window.grab().save(str(folder / f"{name}-{look.name}.png"))
    findings = [*audit(window), *unseen_focus(window)]
    findings += walk(window) if look.theme is ThemeName.LIGHT else []  # Tab goes the same way in every theme
    if look.screen is not BUREAU:  # at 150 % the screen is only 720 high
        findings += short_lists(name, window)
    window.close()
    jobs.close()
    window.deleteLater()
    # Without a loop that runs nothing is deleted by itself, and each further scene would be styled together with all before it.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    return [f"{name}, {look.name}: {each}" for each in findings]


def wanted(wishes: Sequence[str]) -> Iterator[tuple[ThemeName, str]]:
    """Theme and scene, theme by theme; a wish is how a scene's name begins, or `=` and its name, and `@theme` for one theme only."""
    for theme in ThemeName:
        mine = [wish.partition("@")[0] for wish in wishes if wish.partition("@")[2] in {"", theme.value}]
        begins = tuple(wish for wish in mine if not wish.startswith("="))
        exact = {wish[1:] for wish in mine if wish.startswith("=")}
        yield from ((theme, name) for name in SCENES if name in exact or name.startswith(begins))


def main(folder: Path | None, screen: Screen, wishes: Sequence[str]) -> int:
    """Take the pictures of the scenes that are wanted, on the screen that is there; say what the audit finds."""
    rounding = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(rounding)
    app = QApplication([])
    app.setCursorFlashTime(0)
    found = [each for theme, name in wanted(wishes) for each in take(name, Look(theme, screen), folder)]
    sys.stdout.write("".join(f"{each}\n" for each in found))
    return SOMETHING_FOUND if found else 0


if __name__ == "__main__":
    sys.exit(
        main(Path(sys.argv[1]) if sys.argv[1] else None, screen_named(sys.argv[2]), sys.argv[3:] or [""])
    )
