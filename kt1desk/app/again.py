"""The program begun anew, because no program in Python can wipe a password from its memory: at a log-off and at a change of users.

Linux replaces the process, so whoever started it waits on. Windows cannot: its ``execv`` quotes no word and begins a second process while
the first one ends. There a new process is started with no handle of this one but the pipe that the next user's password waits in, after
the folder's lock was let go, and this one ends. Whoever has to stay until the desk is closed for good (`kt1desk.app.training`) says so
with ``--starter-waits`` and starts it again himself.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from kt1desk.app.options import NEXT_FROM
from kt1desk.config import program_words

AGAIN = 75
"""Exit code of a desk that wants to be started again by whoever started it."""


def begin_again(words: Sequence[str]) -> int:
    """Begin the program anew with these words; returns this one's exit code where it could not be replaced.

    The lock of the data folder must have been released.
    """
    _begin([*program_words(), *words])
    return 0


def handles_for_the_next(words: Sequence[str]) -> list[int]:
    """The pipe that is told on the command line, as the list of what the next process may inherit; each was made inheritable."""
    told = [word.removeprefix(f"{NEXT_FROM}=") for word in words if word.startswith(f"{NEXT_FROM}=")]
    return [int(number) for number in told if number.isascii() and number.isdigit() and int(number)]


def _begin(program: list[str]) -> None:
    if sys.platform == "win32":
        about = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles_for_the_next(program)})
        subprocess.Popen(program, startupinfo=about)  # noqa: S603  the same program again
    else:
        os.execv(program[0], program)  # noqa: S606  the same program again
