"""A damaged desk's ``store`` under another name while a desk is laid out from a backup in its place, and its way back.

`set_aside` renames it; it stays so beside the desk that comes. Whatever stops the restore before there is a desk, a power cut among them,
`put_back` undoes it, at the latest when the program takes its folder again: else the desk would look as if there were none, and a new one
made there would forget which numbers were used. This module must not know what a restore does.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from kt1desk.store.disk import disk_translated
from kt1desk.store.durable import read_small, replace_file, sync_folder
from kt1desk.store.folder import DataFolder

_ASIDE = "store.damaged-"
_CUT_OFF = "store.cut-off"
_MOST_MARKER_BYTES = 65_536


def set_aside(folder: DataFolder, stamp: str) -> None:
    """Give the ``store`` another name; ``stamp`` tells when, and is made later than those of before where the clock was set back.

    Raises:
        DeskError: ``disk.*``; it has its name then.
    """
    names = [f"{_ASIDE}{stamp}", *(f"{each.name}+" for each in _set_aside(folder))]
    with disk_translated():
        folder.database.parent.rename(folder.root / max(names))
        sync_folder(folder.root)


def is_set_aside(folder: DataFolder) -> bool:
    """Whether there is no desk here but one that was set aside, with nothing whole in its place."""
    is_cut_off = folder.restoring.exists() or not folder.database.exists()
    return not folder.keys.exists() and is_cut_off and bool(_set_aside(folder))


def put_back(folder: DataFolder) -> None:
    """The desk that was set aside last has its name again where nothing whole took its place, and the head marker is as it was before.

    The caller holds the folder's lock. Killed at any call, the next one does the rest.

    Raises:
        DeskError: ``disk.*``.
    """
    cut_off, store = folder.root / _CUT_OFF, folder.database.parent
    with disk_translated():
        if is_set_aside(folder):
            shutil.rmtree(cut_off, ignore_errors=True)
            if folder.restoring.exists():
                _put_marker_back(folder)
            if store.exists():
                store.rename(cut_off)
            max(_set_aside(folder)).rename(store)
            sync_folder(folder.root)
        if cut_off.exists():
            shutil.rmtree(cut_off, ignore_errors=True)


def _put_marker_back(folder: DataFolder) -> None:
    """The restore's note holds the marker as it found it; it is empty where there was none."""
    if before := read_small(folder.restoring, _MOST_MARKER_BYTES):
        replace_file(folder.marker, before)
    else:
        folder.marker.unlink(missing_ok=True)


def _set_aside(folder: DataFolder) -> list[Path]:
    return [each for each in folder.root.glob(f"{_ASIDE}*") if (each / folder.keys.name).exists()]
