"""Makes the Linux base: ``bases/<base>/`` with the program `kt1desk`, Python, the locked libraries and `base.json`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from installer.linux import collecting, rules
from installer.linux.collecting import NotReadyError
from installer.payload.base_id import base_id
from installer.payload.compiled import compiled
from installer.payload.files import MOMENT, PROGRAM_MODE, settle, write_file
from installer.payload.notes import write_base_note

CHECKOUT = Path(__file__).resolve().parents[2]
SYSTEM = "linux-x64"
PROGRAM = "kt1desk"
INSIDE = "_internal"
"""Where PyInstaller's starter looks for everything."""
LIBRARY = "base_library.zip"
LOCK = CHECKOUT / "requirements.txt"
_NAMED_BY = (
    *("requirements.txt", "installer/linux/requirements.txt", "installer/payload/start.py"),
    *(
        "installer/linux/rules.py",
        "installer/linux/collecting.py",
        "installer/linux/base.py",
        "installer/linux/base.spec",
    ),
)


def name_of_base() -> str:
    """The base that this checkout and this Python would make."""
    inputs = {name: (CHECKOUT / name).read_bytes() for name in _NAMED_BY}
    return base_id(inputs | {"python": collecting.sum_of_python()})


def write_base(root: Path) -> str:
    """Write ``bases/<base>`` into a program's root (half a minute).

    Returns:
        The base's name.

    Raises:
        NotReadyError: a library, PyInstaller or the shared Python is not here, or PyInstaller failed.
        FileExistsError: the base lies there already.
    """
    base = name_of_base()
    folder = root / "bases" / base
    folder.mkdir(parents=True)
    inside = folder / INSIDE
    found = collecting.parts(LOCK)
    with tempfile.TemporaryDirectory(prefix="kt1desk-base-") as work:
        made = _starter(Path(work))
        write_file(folder / PROGRAM, (made / PROGRAM).read_bytes(), PROGRAM_MODE)
        write_file(inside / LIBRARY, (made / INSIDE / LIBRARY).read_bytes())
        for name, file in _stripped(found.binaries, Path(work) / "stripped"):
            write_file(inside / name, Path(file).read_bytes())
    with zipfile.ZipFile(inside / LIBRARY) as library:
        there = set(library.namelist())
    for name, file in found.modules:
        if f"{name}c" not in there:
            write_file(inside / f"{name}c", compiled(Path(file).read_bytes(), name))
    note = f"{collecting.name_of_build_note()}.py"
    write_file(
        inside / f"{note}c", compiled(f"build_time_vars = {{'TZPATH': {rules.ZONES!r}}}\n".encode(), note)
    )
    for name, file in found.data:
        write_file(inside / name, Path(file).read_bytes())
    write_base_note(folder, base, SYSTEM)
    settle(folder)
    return base


def _starter(work: Path) -> Path:
    """PyInstaller's folder: the program that starts Python, and the modules that Python needs to begin."""
    words = (
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"),
        *("--distpath", str(work / "dist"), "--workpath", str(work / "build")),
        str(CHECKOUT / "installer/linux/base.spec"),
    )
    same = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(MOMENT), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    own = {
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "KT1DESK_BASE_WITHOUT": " ".join(rules.STANDARD_LIBRARY_WITHOUT),
    }
    done = subprocess.run(  # noqa: S603 - our own words
        words,
        cwd=CHECKOUT,
        env=os.environ | same | own,
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise NotReadyError(f"PyInstaller failed:\n{done.stderr[-4000:]}")
    return work / "dist" / "base"


def _stripped(binaries: tuple[tuple[str, str], ...], to: Path) -> list[tuple[str, str]]:
    """The shared objects without what only a debugger reads: some wheels are four times as large with it.

    Libraries that a wheel brings in ``….libs`` were rewritten by patchelf, and strip is known to break such files; they stay as they are.
    """
    tool = shutil.which("strip")
    if tool is None:
        raise NotReadyError("no strip: package binutils")
    kept = []
    for name, file in binaries:
        if ".libs/" in name or name.startswith("PySide6/Qt/"):
            kept.append((name, file))
            continue
        copy = to / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run([tool, "--strip-unneeded", "-o", str(copy), file], check=True)  # noqa: S603 - a file of a locked library
        kept.append((name, str(copy)))
    return kept
