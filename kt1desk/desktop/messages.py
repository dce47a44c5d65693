"""Messages: from an error to the sentence on the screen, and from a fault of the program to a code in the log.

The sentences themselves stand in `kt1desk.services.wording`; here is only what a screen needs around them. A log line names the kind of
fault and the places in the code, never a message or a local variable: those may name who sends what to whom.
"""

from __future__ import annotations

import logging
import sys
import traceback
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence

_log = logging.getLogger("kt1desk.desktop")
FAULT = "program.fault"
"""Code of the refusal that a fault becomes; its detail ``reference`` is the code in the log."""
STANDS = "store.marker_behind"
"""Code of the one refusal after which the work stands in the books: whoever did it again would do it twice."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure of the program itself: a short code for people, its kind and its places for the log."""

    code: str
    kind: str
    places: tuple[str, ...]

    def refusal(self) -> DeskError:
        """The fault as a page can show it."""
        return DeskError(FAULT, reference=self.code)


def fault_of(error: BaseException) -> Fault:
    """Describe a fault without anything that a person typed. The same fault at the same place has the same code."""
    frames = traceback.extract_tb(error.__traceback__)
    places = tuple(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    kind = type(error).__name__
    mark = f"{zlib.crc32('|'.join((kind, *places)).encode()):08X}"
    return Fault(f"{mark[:4]}-{mark[4:]}", kind, places)


def note_fault(error: BaseException) -> Fault:
    """Write a fault to the log and hand it back."""
    fault = fault_of(error)
    _log.error("fault %s %s at %s", fault.code, fault.kind, " > ".join(fault.places))
    return fault


def say(error: DeskError) -> str:
    """The Vietnamese sentence of an error, with the way out."""
    return sentence(error)


def catch_faults(show: Callable[[str], None]) -> None:
    """Last resort: an exception that nobody caught is logged and `show` is given a sentence. Once, at the start."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return  # ended from a terminal; Python's own words would be those of every error it came from
        show(say(note_fault(error.with_traceback(trace)).refusal()))

    sys.excepthook = hook
