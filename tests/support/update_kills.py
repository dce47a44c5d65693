"""An upgrade whose process is gone at each of its steps; the next run completes it. For any Python, pytest or not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from kt1desk.upgrade.applying import apply
from kt1desk.upgrade.layout import ProgramRoot
from kt1desk.upgrade.source import FolderSource
from tests.support.held_against_notes import differences
from tests.support.releases import OTHER_BASE, Workshop, started, ways

KILLED = 137
POINTS = (
    *("proved", "remembered"),
    *(f"fetched bases/{OTHER_BASE}", f"unpacked bases/{OTHER_BASE}", f"moved bases/{OTHER_BASE}"),
    *("fetched versions/2.0", "unpacked versions/2.0", "moved versions/2.0"),
    *("tested", "previous", "current", "cleared"),
)
"""All points at which an upgrade says where it is, in their order."""
_NEW_FROM = POINTS.index("current")
_CHILD = "import json, sys; sys.path[:0] = json.loads(sys.argv[1]); from tests.support import update_kills; update_kills.child()"


def killed_at(point: str) -> Callable[[str], None]:
    """The power goes at this point: nothing is tidied up."""
    return lambda name: os._exit(KILLED) if name == point else None


def starts_at(point: str) -> str:
    """The version that must start after the power went at a point."""
    return "2.0" if POINTS.index(point) >= _NEW_FROM else "1.0"


def assert_sound(root: ProgramRoot) -> None:
    """Every file of what starts, and of what is gone back to, is what its note says."""
    for version in filter(None, (root.current(), root.previous())):
        base = root.base_of(version)
        assert base is not None
        assert differences(root.version_folder(version), "version.json") == []
        assert differences(root.base_folder(base), "base.json") == []


def run_kill(point: str, folder: Path) -> str:
    """Cut an upgrade from 1.0 to 2.0 off at a point, in a process of its own, and complete it.

    Returns:
        The version that started in between.

    Raises:
        AssertionError: it was another one, or anything was not whole.
    """
    workshop = Workshop(folder)
    root = workshop.installed("1.0")
    workshop.release("2.0", base=OTHER_BASE)
    stick = workshop.stick()
    words = (sys.executable, "-B", "-c", _CHILD, json.dumps(sys.path), str(root.path), str(stick), point)
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert done.returncode == KILLED, done.stdout.decode(errors="replace")
    assert_sound(root)
    between = started(root)
    assert between == starts_at(point)
    apply(root, FolderSource(stick), ways())
    assert (started(root), root.previous(), root.versions()) == ("2.0", "1.0", ("1.0", "2.0"))
    assert_sound(root)
    assert not list(root.path.rglob("*.part"))
    return between


def child() -> None:
    """What the process does that is gone at the end."""
    _paths, program, stick, point = sys.argv[1:]
    apply(ProgramRoot(Path(program)), FolderSource(Path(stick)), ways(killed_at(point)))
