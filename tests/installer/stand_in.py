"""A small stage that stands for the real one where only the setup is tried: its programs are one of our own making."""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
from pathlib import Path

from installer.payload.notes import write_base_note, write_version_note
from installer.windows.setup_files import LAUNCHERS, Stage

_SOURCE = Path(__file__).with_name("stand_in_launcher.c")


@functools.cache
def stand_in_program() -> bytes:
    """A Windows program that passes for the launchers and for Python."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "program.exe"
        subprocess.run(
            [
                "x86_64-w64-mingw32-gcc",
                "-O1",
                "-municode",
                "-Wl,--no-insert-timestamp",
                "-o",
                str(made),
                str(_SOURCE),
            ],
            check=True,
        )
        return made.read_bytes()


def stand_in_stage(
    root: Path, version: str, base: str, *, fails: bool = False, program: bytes | None = None
) -> Stage:
    """Write a stage.

    Args:
        root: its folder; emptied before.
        version: its only version.
        base: its only base.
        fails: its self-test fails.
        program: the bytes of its programs; our own where none are given.
    """
    shutil.rmtree(root, ignore_errors=True)
    data = stand_in_program() if program is None else program
    folder = root / "bases" / base
    (folder / "runtime").mkdir(parents=True)
    (folder / "runtime" / "python.exe").write_bytes(data)
    (folder / "start.py").write_text("", encoding="utf-8")
    write_base_note(folder, base, "windows-x64")
    app = root / "versions" / version / "app"
    (app / "kt1desk").mkdir(parents=True)
    (app / "kt1desk" / "__init__.pyc").write_text(version, encoding="utf-8")
    if fails:
        (app / "fails").write_text("", encoding="utf-8")
    write_version_note(app.parent, version, {"windows-x64": base, "linux-x64": "f" * 12}, "0012")
    for name in LAUNCHERS:
        (root / name).write_bytes(data)
    return Stage.at(root)
