"""What is said where nobody caught a fault: its kind, its places in the code and the code made of both, on every way out of a program.

Python's own last words are the message of the exception, those of all it came from, and a warning's text: they may name who sends what to
whom, and they go to a terminal, a service's journal or a file that somebody set up. So they are not said. What a crash of the interpreter
leaves (`faulthandler`) are names of functions and lines, never a value.

This module must not know who is working.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import warnings
from types import TracebackType
from typing import TYPE_CHECKING

from kt1desk.desktop.messages import note_fault, say

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from typing import TextIO


def catch_everything() -> None:
    """From now on, until the desk on the screen takes faults over, no last word of this process holds what somebody typed."""
    sys.excepthook = _uncaught
    sys.unraisablehook = _unraisable
    threading.excepthook = _in_thread
    warnings.showwarning = _warned
    # A library without a handler of its own would have its warnings printed with all they say (`logging.lastResort`).
    logging.getLogger().addHandler(logging.NullHandler())
    if sys.stderr is not None:  # a program without a console has none
        faulthandler.enable()


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _tell(error.with_traceback(trace))


def _in_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None and not isinstance(told.exc_value, SystemExit):
        _tell(told.exc_value.with_traceback(told.exc_traceback))


def _unraisable(told: UnraisableHookArgs) -> None:
    if told.exc_value is not None:
        _tell(told.exc_value)


def _tell(error: BaseException) -> None:
    fault = note_fault(error)
    if sys.stderr is not None:
        print(say(fault.refusal()), fault.kind, " > ".join(fault.places), file=sys.stderr)


def _warned(
    message: Warning | str,  # noqa: ARG001 - never shown: it may quote a value
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,  # noqa: ARG001
) -> None:
    place = file or sys.stderr
    if place is not None:
        print(f"{category.__name__}: {filename}:{lineno}", file=place)
