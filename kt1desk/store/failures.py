"""What disk and database refuse, as errors of the domain: one table, used by everything in the store.

Whatever a library says goes no further than here: its texts may carry parameters, and those may carry names. This module must not know
what was being written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.services.course import STOPPED
from kt1desk.store.disk import disk_refusal

# Extended names first: SQLite's manual says of SHMSIZE that it mostly means a full volume (sqlite.org/rescode.html).
_BY_NAME = (
    ("SQLITE_IOERR_SHMSIZE", "disk.full"),
    ("SQLITE_FULL", "disk.full"),
    ("SQLITE_READONLY", "disk.read_only"),
    ("SQLITE_CANTOPEN", "disk.read_only"),
    ("SQLITE_PERM", "disk.read_only"),
    ("SQLITE_IOERR", "disk.failed"),
    ("SQLITE_BUSY", "store.busy"),
    ("SQLITE_LOCKED", "store.busy"),
    ("SQLITE_CORRUPT", "store.damaged"),
    ("SQLITE_NOTADB", "store.key_or_damaged"),
    ("SQLITE_AUTH", "store.forbidden"),
    ("SQLITE_CONSTRAINT", "store.refused"),
    ("SQLITE_INTERRUPT", STOPPED),
)


def translate(error: BaseException) -> DeskError:
    """The refusal that ``error`` means: an `OSError`, one of the driver's errors, or SQLAlchemy's wrapping of one.

    Returns:
        A `DeskError` with one of the codes ``disk.full``, ``disk.read_only``, ``disk.failed``, ``store.busy``, ``store.damaged``,
        ``store.key_or_damaged``, ``store.forbidden``, ``store.refused``, ``work.stopped``,
        ``store.failed``; a `DeskError` stays what it is.
    """
    if isinstance(error, DeskError):
        return error
    if isinstance(error, OSError):
        return disk_refusal(error)
    origin = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    name = str(getattr(origin, "sqlite_errorname", ""))
    for start, code in _BY_NAME:
        if name.startswith(start):
            return DeskError(code)
    return DeskError("store.failed", name=name or type(origin).__name__)


@contextmanager
def translated() -> Iterator[None]:
    """Turn what disk and database refuse inside the block into a `DeskError`; every other exception passes unchanged."""
    try:
        yield
    except (OSError, DBAPIError, dbapi2.Error) as error:
        raise translate(error) from error


def stored(data: bytes | None) -> bytes:
    """What the journal has of a row that follows from it.

    Raises:
        DeskError: ``store.damaged`` where it has nothing: the file is of two moments, and no row of it may be shown.
    """
    if data is None:
        raise DeskError("store.damaged")
    return data
