"""Only one upgrade at a time works on a root: the service and a technician may both be asked. The system lets go when a process dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.disk import refusals_translated

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NAME = "upgrade.lock"


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Hold the root for this process.

    Raises:
        DeskError: ``upgrade.at_work`` where another upgrade holds it; ``upgrade.not_allowed`` or ``disk`` where nothing may be written.
    """
    with refusals_translated():
        handle = os.open(root / _NAME, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DeskError("upgrade.at_work") from error
        yield
    finally:
        os.close(handle)
