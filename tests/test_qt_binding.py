"""The binding of Qt this program stands on: one version everywhere, and no reference lost at each call.

PySide6 6.12.0 takes one reference of `None` away at every call without a result under Python 3.11, and the process
aborts after a few thousand of them: in the middle of a receipt. See `docs/decisions/qt-version.md`.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QObject, qVersion

ROOT = Path(__file__).parents[1]
VOID_CALLS = 1_000
TOLERATED = 10


def test_a_thousand_void_calls_leave_the_references_of_none_as_they_were() -> None:
    receiver = QObject()
    receiver.setObjectName("warm")

    before = sys.getrefcount(None)
    for _ in range(VOID_CALLS):
        receiver.setObjectName("desk")
    change = sys.getrefcount(None) - before

    assert receiver.objectName() == "desk"
    assert abs(change) <= TOLERATED


def test_the_binding_the_library_and_the_project_name_the_same_version_of_qt() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [entry for entry in project["dependencies"] if entry.startswith("PySide6")]

    assert pins == [f"PySide6-Essentials=={PySide6.__version__}"]
    assert shiboken6.__version__ == PySide6.__version__ == qVersion() == "6.11.3"
