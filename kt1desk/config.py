"""Where things lie: what ships with the program, and where a desk keeps its data when nobody says otherwise.

This module must not know what is in any of the folders.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROGRAM = "kt1desk"

_ROOT = Path(__file__).resolve().parent.parent
"""The checkout, or the folder that an installation puts ``kt1desk``, ``resources`` and ``alembic`` into side by side."""


def resources() -> Path:
    """Fonts, icons, stylesheet, reference and sample data."""
    return _ROOT / "resources"


def reference_folder() -> Path:
    """Dated facts: laws, prices, codes, names."""
    return resources() / "reference"


def sample_folder() -> Path:
    """Invented data to try the program with."""
    return resources() / "sample"


def default_data_folder() -> Path:
    """One desk per machine: ProgramData on Windows, the user's data folder (XDG) elsewhere."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "KT1 Desk"
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / PROGRAM


def default_paper_folder() -> Path:
    """Where papers go as PDF files when the clerk chooses a folder instead of a printer: outside the data folder, on purpose."""
    return Path.home() / "KT1Desk-giay"


def program_folder() -> Path:
    """The folder of the program itself: the checkout, or ``app`` of an installed version."""
    return _ROOT


def program_root() -> Path | None:
    """Where an installed program lies with its launchers and all its versions (docs/decisions/installed.md); None for a checkout."""
    if not (_ROOT.parent / "version.json").is_file():
        return None
    return _ROOT.parent.parent.parent


def program_words(module: str = PROGRAM) -> tuple[str, ...]:
    """The words that start a program of this one: the desk, or the simulated printer.

    An installed one is started by its launcher, which chooses the version; only a checkout may ask the Python that runs it.

    Args:
        module: `kt1desk` or `kt1desk.simprinter`.
    """
    root = program_root()
    if root is None:
        return sys.executable, "-m", module
    launcher = str(root / ("KT1Desk.exe" if sys.platform == "win32" else PROGRAM))
    return (launcher,) if module == PROGRAM else (launcher, f"--program={module}")


def keep_libraries_to_ourselves() -> None:
    """From now on no program that this one starts is lent our libraries: ``lp`` with our libcrypto would not print.

    PyInstaller's starter sets ``LD_LIBRARY_PATH`` and keeps what was there in ``LD_LIBRARY_PATH_ORIG`` (its manual: "LD_LIBRARY_PATH
    / LIBPATH considerations"). The loader has read it when the process began, so this process does not need it any more.
    """
    if getattr(sys, "frozen", False):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before
