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
