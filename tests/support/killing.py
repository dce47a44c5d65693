"""Kill a real process at its N-th system call on given paths, for every kind of call and every N, until it runs to its end.

The signal is SIGKILL and arrives as the call begins, so the call itself does not happen: together the kills cover every state that the
disk can be left in by the program's own steps.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

STRACE = shutil.which("strace")
CALLS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "close")
KILLED = 128 + 9
MOST_CALLS = 500


@dataclass(frozen=True)
class Death:
    """Which call a run was killed at; ``number`` 0 for the run that reached its end."""

    call: str
    number: int


def run_killed_at(
    call: str, number: int, script: str, arguments: Sequence[str], paths: Sequence[Path]
) -> bool:
    """Run a Python script, killed at its N-th call of this kind on one of the paths; returns whether it was killed.

    Raises:
        AssertionError: where it ended in any other way than by the signal or well.
    """
    assert STRACE is not None
    watched = [word for path in paths for word in ("-P", str(path))]
    words = [STRACE, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", *watched]
    words += ["-e", f"inject={call}:signal=SIGKILL:when={number}", sys.executable, "-c", script, *arguments]
    done = subprocess.run(words, check=False, capture_output=True, timeout=60)
    killed = done.returncode in {KILLED, -9}
    assert killed or done.returncode == 0, done.stderr.decode()
    return killed


def kill_everywhere(
    script: str, arguments: Sequence[str], paths: Sequence[Path], calls: Sequence[str] = CALLS
) -> Iterator[Death]:
    """Run the script again and again, killed one call later each time; yields after every run, also the whole ones.

    The caller puts back the files before it asks for the next. ``strace`` counts each kind of call by itself, so each gets its own round.
    """
    for call in calls:
        for number in range(1, MOST_CALLS):
            if not run_killed_at(call, number, script, arguments, paths):
                yield Death(call, 0)
                break
            yield Death(call, number)
        else:
            raise AssertionError(f"still killed at {call} {MOST_CALLS}")
