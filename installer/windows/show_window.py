"""Show the desk's widgets on the Windows build of Python and Qt, and tell what was seen.

Run by ``show_under_wine.sh`` inside the staged folder; runs on a real Windows in the same way::

    python.exe show_window.py OUT_FOLDER -platform windows

Writes one picture of the window for each theme, one of the whole screen, and ``report.json``. Exit code 0 means:
the shipped fonts were found, the window was shown and painted, no text is clipped, overlapping or faint, and
VOID_CALLS calls that return nothing left the reference count of None where it was (PySide6 6.12.0 takes one
reference at each such call under Python 3.11 and aborts some hours later).
"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look import fonts
from kt1desk.desktop.look.theme import THEMES
from kt1desk.desktop.look.wear import wear
from tests.support.gallery import SCREEN, GalleryWindow
from tests.support.screen_audit import audit

VOID_CALLS = 20_000
MOST_REFERENCES = 10


def leaked_references(window: GalleryWindow) -> int:
    """By how much VOID_CALLS calls without a result changed the reference count of None."""
    before = sys.getrefcount(None)
    for _ in range(VOID_CALLS):
        window.update()
    return sys.getrefcount(None) - before


def main() -> int:
    """Show, picture, report; returns the exit code."""
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    app = QApplication(sys.argv)
    report: dict[str, object] = {
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": sys.platform,
        "plugin": QGuiApplication.platformName(),
        "dpi": app.primaryScreen().logicalDotsPerInch(),
        "screen": app.primaryScreen().size().toTuple(),
    }
    findings: list[str] = []
    kept: list[
        GalleryWindow
    ] = []  # a desk keeps its window too; docs/decisions/qt-on-windows.md tells what was seen otherwise
    for name, theme in THEMES.items():
        wear(app, theme)
        window = GalleryWindow()
        kept.append(window)
        window.show_sheet("acceptance")
        window.resize(*SCREEN)
        window.show()
        if not QTest.qWaitForWindowExposed(window):
            findings.append(f"{name}: the window was not shown")
        QTest.qWait(300)
        findings += [f"{name}: {finding}" for finding in audit(window)]
        if not window.grab().save(str(out / f"window-{name.value}.png")):
            findings.append(f"{name}: no picture could be saved")
        app.primaryScreen().grabWindow(0).save(str(out / f"screen-{name.value}.png"))
        if "window_shown_s" not in report:
            report["window_shown_s"] = round(time.perf_counter() - started, 2)
            report["font"] = QFontInfo(app.font()).family()
            report["references_to_none"] = leaked_references(window)
        window.close()
    report["findings"] = findings + _foreign_or_leaking(report)
    (out / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if report["findings"] else 0


def _foreign_or_leaking(report: Mapping[str, object]) -> list[str]:
    """What is wrong with the font, and with the references to None."""
    found = [] if report["font"] == fonts.FAMILY else [f"the font is {report['font']}"]
    if abs(int(str(report["references_to_none"]))) > MOST_REFERENCES:
        found.append(
            f"{VOID_CALLS} void calls changed the references to None by {report['references_to_none']}"
        )
    return found


if __name__ == "__main__":
    sys.exit(main())
