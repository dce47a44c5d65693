"""Kill a real process at its N-th system call on given paths, for every kind of call and every N, until it runs to its end.

The signal is SIGKILL and arrives as the call begins, so the call itself does not happen: together the kills cover every state that the
disk can be left in by the program's own steps.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from tests.support.tree import ROOT

STRACE = shutil.which("strace")
CALLS = ("openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "unlink", "close")
KILLED = 128 + 9
MOST_CALLS = 500


@dataclass(frozen=True)
class Death:
    """Which call a run was killed at; ``number`` 0 for the run that reached its end."""

    call: str
    number: int


@dataclass
class Forks:
    """A program that has loaded what a script needs (`tests.support.killed_forks`); each run of the script is a fork of it."""

    process: subprocess.Popen[str]
    faults: IO[str]

    def killed_at(self, call: str, number: int, paths: Sequence[Path]) -> bool:
        """Run the script, killed at its N-th call of this kind on one of the paths; returns whether it was killed.

        Raises:
            AssertionError: where it ended in any other way than by the signal or well.
        """
        assert STRACE is not None
        watched = [word for path in paths for word in ("-P", str(path))]
        pid = self._asked("ready")
        words = [STRACE, "-f", "-p", str(pid), "-o", "/dev/null", "-e", f"trace={call}", *watched]
        words += ["-e", f"inject={call}:signal=SIGKILL:when={number}"]
        with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as watcher:
            assert watcher.stderr is not None
            attached = watcher.stderr.readline()
            assert "attached" in attached, attached
            status = os.waitstatus_to_exitcode(self._asked("ended"))
            watcher.stderr.read()
        killed = status == -signal.SIGKILL
        self.faults.seek(0)
        assert killed or status == 0, self.faults.read()
        return killed

    def _asked(self, word: str) -> int:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline().split()
        assert said[:1] == [word], (said, self.faults.seek(0), self.faults.read())
        return int(said[1])


@contextmanager
def forks_of(script: str, arguments: Sequence[str]) -> Iterator[Forks]:
    """The loaded program; it has ended when the context has."""
    words = [sys.executable, "-m", "tests.support.killed_forks"]
    with (
        TemporaryFile("w+", encoding="utf-8") as faults,
        subprocess.Popen(
            words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=faults, text=True
        ) as process,
    ):
        assert process.stdin is not None
        process.stdin.write(json.dumps([script, list(arguments)]) + "\n")
        yield Forks(process, faults)


def kill_everywhere(
    script: str, arguments: Sequence[str], paths: Sequence[Path], calls: Sequence[str] = CALLS
) -> Iterator[Death]:
    """Run the script again and again, killed one call later each time; yields after every run, also the whole ones.

    The caller puts back the files before it asks for the next. ``strace`` counts each kind of call by itself, so each gets its own round.
    """
    with forks_of(script, arguments) as forks:
        for call in calls:
            for number in range(1, MOST_CALLS):
                if not forks.killed_at(call, number, paths):
                    yield Death(call, 0)
                    break
                yield Death(call, number)
            else:
                raise AssertionError(f"still killed at {call} {MOST_CALLS}")
