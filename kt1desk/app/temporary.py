"""What temporary desks leave: their papers lie beside them as readable files, so they are overwritten before they are deleted.

This module must not know what is in a desk.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from kt1desk.app.options import TEMPORARY
from kt1desk.domain.errors import DeskError
from kt1desk.printing.wiping import wipe_folder
from kt1desk.store.folder import DataFolder


def clear_away(own: Path) -> None:
    """The folder around a temporary desk whose lock was let go, and those beside it whose program was killed: nobody holds their locks.

    Args:
        own: as `kt1desk.app.options` made it.
    """
    wipe_folder(own)
    for around in own.parent.glob(f"{TEMPORARY}*"):
        if (around / "desk" / "lock").is_file() and _is_ours(around):
            with suppress(DeskError):  # somebody works in it
                DataFolder(around / "desk").lock().release()
                wipe_folder(around)


def _is_ours(folder: Path) -> bool:
    return os.name == "nt" or (not folder.is_symlink() and folder.stat().st_uid == os.geteuid())
