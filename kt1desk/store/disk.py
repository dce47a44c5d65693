"""What a disk refuses, as errors of the domain.

It stands apart from `failures` because taking the data folder needs no database: the library for that is loaded later, behind the log-in
page.

This module must not know what was being written.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from kt1desk.domain.errors import DeskError

_BY_ERRNO = {
    errno.ENOSPC: "disk.full",
    errno.EDQUOT: "disk.full",
    errno.EROFS: "disk.read_only",
    errno.EACCES: "disk.read_only",
    errno.EPERM: "disk.read_only",
}


def disk_refusal(error: OSError) -> DeskError:
    """The refusal that the system's number means: ``disk.full``, ``disk.read_only`` or ``disk.failed``."""
    return DeskError(_BY_ERRNO.get(error.errno or 0, "disk.failed"))


@contextmanager
def disk_translated() -> Iterator[None]:
    """Turn what the disk refuses inside the block into a `DeskError`; every other exception passes unchanged."""
    try:
        yield
    except OSError as error:
        raise disk_refusal(error) from error
