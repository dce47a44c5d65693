"""The folder that backups lie in: names, room, and what a backup that was cut off left behind.

This module must not know what is in a backup.
"""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.store.failures import translated
from kt1desk.store.folder import DataFolder

NEW, OLD = ".new", ".old"
"""Behind the name of a backup that is being written, or taken away."""
NAME = re.compile(r"kt1desk-(\d{1,10})-(\d{8}-\d{6})")
"""Device and time of a backup, by the name of its folder."""
_SPARE_BYTES = 4 * 1024 * 1024
"""Room left beside a backup for what the file system itself needs."""
_MIB = 1 << 20


def require_place(place: Path) -> None:
    """Refuse a place that is not there.

    Raises:
        DeskError: ``backup.no_place``.
    """
    try:
        there = place.is_dir()
    except OSError:
        there = False
    if not there:
        raise DeskError("backup.no_place")


def require_room(folder: DataFolder, place: Path) -> None:
    """Refuse a place without room for the database and its log.

    Raises:
        DeskError: ``backup.no_room`` with ``mib``; ``disk.*``.
    """
    with translated():
        beside = folder.database.with_name(f"{folder.database.name}-wal")
        needed = folder.database.stat().st_size + (beside.stat().st_size if beside.exists() else 0)
        free = shutil.disk_usage(place).free
    if free < needed + _SPARE_BYTES:
        raise DeskError("backup.no_room", mib=(needed + _SPARE_BYTES - free + _MIB - 1) // _MIB)


def free_name(place: Path, device: int, at: Moment) -> Path:
    """The name of a backup of this moment, by the desk's own clock; a second later where there is one already."""
    when = datetime.fromtimestamp(at.utc_ms / 1000, tz=UTC) + timedelta(minutes=at.offset_min)
    while True:
        path = place / f"kt1desk-{device}-{when:%Y%m%d-%H%M%S}"
        if not path.exists():
            return path
        when += timedelta(seconds=1)


def clear_leftovers(place: Path, device: int) -> None:
    """What a backup of this desk that was cut off left behind; another desk that shares the place may be at one just now."""
    with translated():
        for each in place.iterdir():
            name = NAME.fullmatch(each.name.removesuffix(NEW).removesuffix(OLD))
            if each.suffix in {NEW, OLD} and name is not None and int(name[1]) == device:
                shutil.rmtree(each, ignore_errors=True)
