"""The repository as its tests read it: where it is, and which files are part of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "kt1desk" / "desktop" / "forms"


def tracked_files() -> list[Path]:
    """Every file under version control that still exists, as git names it: what a clone would hold."""
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def source_files(*folders: str) -> list[Path]:
    """Python files written by hand below these folders of the repository; generated forms are not."""
    return sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob("*.py")
        if FORMS not in path.parents and "__pycache__" not in path.parts
    )
