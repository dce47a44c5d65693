"""The log of a desk: faults of the program by code, kind and place, so that somebody far away can mend them.

Nothing that a person typed is ever written here (`kt1desk.desktop.messages.note_fault` sees to it), and no library's words either: only
loggers of the program itself are kept.
"""

from __future__ import annotations

import faulthandler
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler

from kt1desk.store.folder import DataFolder

_NAME = "desk.log"
_CRASHES = "crash.log"
_MAX_BYTES = 1_000_000
_KEPT = 3
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def begin_log(folder: DataFolder) -> None:
    """Write the program's log into the data folder from now on. Where that fails the desk works on without a log."""
    program = logging.getLogger("kt1desk")
    end_log()
    logging.raiseExceptions = False  # a full disk must not print a line's arguments to the shell
    with suppress(OSError):
        handler = RotatingFileHandler(
            folder.log / _NAME, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter(_FORMAT))
        program.addHandler(handler)
    program.setLevel(logging.INFO)
    program.propagate = False


def end_log() -> None:
    """Let the file go."""
    program = logging.getLogger("kt1desk")
    for handler in list(program.handlers):
        program.removeHandler(handler)
        handler.close()
    program.propagate = True


@contextmanager
def crash_log(folder: DataFolder) -> Iterator[None]:
    """While this lasts, a crash of the interpreter itself leaves the names of the functions it was in, and no value, in the log's folder.

    The names stand there for whoever mends the program; of the memory nothing is kept (`kt1desk.app.hardening`).
    """
    try:
        file = (folder.log / _CRASHES).open("a", encoding="utf-8")
    except OSError:  # the desk works on without
        yield
        return
    with file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
