"""PDF files in a folder the clerk chose.

A file appears whole or not at all, and its name says nothing about who sends what to whom: folders end up on shared
disks and in "recently used" lists.
"""

import errno
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kt1desk.printing.ports.base import PortError, Progress

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_LAST_OF_A_SECOND = 9999
_NO_HARD_LINKS = {errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
"""What sticks and shares without hard links answer; there a plain rename does, which could only meet another writer."""


class PdfFolderPort:
    """Writes one PDF per job.

    Args:
        folder: an existing folder.
        local_now: local time for the name, from the desk's clock.
    """

    def __init__(self, folder: Path, local_now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._local_now = local_now

    def open(self) -> None:
        """Check the folder, so that a job for a read-only one stays queued."""
        if not self._folder.is_dir():
            raise PortError("printer.missing")
        try:
            handle, name = tempfile.mkstemp(prefix=".kt1-", suffix=".tmp", dir=self._folder)
            os.close(handle)
            Path(name).unlink()
        except OSError as error:
            raise PortError(_folder_code(error)) from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Write beside, flush to the disk, then give it its name; never over another file."""
        unnamed: Path | None = None
        try:
            handle, name = tempfile.mkstemp(prefix=".kt1-", suffix=".tmp", dir=self._folder)
            unnamed = Path(name)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            self._give_name(unnamed)
        except OSError as error:
            raise PortError(_folder_code(error)) from error
        finally:
            if unnamed is not None:
                unnamed.unlink(missing_ok=True)
        progress(len(data))
        return len(data)

    def close(self) -> None:
        """Nothing is held open between jobs."""

    def _give_name(self, unnamed: Path) -> None:
        stamp = self._local_now().strftime("%Y%m%d-%H%M%S")
        for number in range(1, _LAST_OF_A_SECOND + 1):
            target = self._folder / f"phieu-{stamp}-{number:04d}.pdf"
            try:
                os.link(unnamed, target)
            except FileExistsError:
                continue
            except OSError as error:
                if error.errno not in _NO_HARD_LINKS:
                    raise
                if target.exists():
                    continue
                unnamed.replace(target)
            return
        raise PortError("printer.folder_unwritable")


def _folder_code(error: OSError) -> str:
    return "disk.full" if error.errno in _NO_ROOM else "printer.folder_unwritable"
