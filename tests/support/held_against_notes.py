"""What lies in a folder of an installation, held against its note by what the installed program itself compares with."""

from __future__ import annotations

from pathlib import Path

from kt1desk.app.installed import compared


def differences(folder: Path, note: str) -> list[str]:
    """``changed: x``, ``missing: x``, ``too many: x``; nothing where every file is as the note says."""
    found = compared(folder, note)
    told = (("changed", found.changed), ("missing", found.missing), ("too many", found.surplus))
    return [f"{what}: {name}" for what, names in told for name in names]
