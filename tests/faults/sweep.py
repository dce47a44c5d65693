"""Kill a task of a desk at each of its calls to the system, one call later each time, until it runs to its end.

The signal is SIGKILL and comes as the call begins, so the call does not happen: together the kills cover every state in which the
program's own steps can leave the disk. Only the calls of the task count; opening the desk is over by then.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.furnished import DEK
from tests.support.killing import KILLED, MOST_CALLS, STRACE, Death

CALLS = (
    *("write", "pwrite64", "writev", "pwritev", "pwritev2", "fallocate", "ftruncate", "truncate"),
    *(
        "fsync",
        "fdatasync",
        "sync_file_range",
        "msync",
        "rename",
        "renameat",
        "renameat2",
        "unlink",
        "unlinkat",
    ),
)
"""Every call by which a program changes a file or asks for it to be on the disk; writes through memory go to no file that is kept."""


@dataclass(frozen=True)
class Run:
    """One run of a task: where it was to be killed, and what the clerk held in his hand by then."""

    death: Death
    receipts: tuple[str, ...]

    @property
    def killed(self) -> bool:
        """Whether it did not reach its end."""
        return self.death.number > 0


@dataclass
class Worker:
    """A loaded program (`tests.faults.children`); tasks run in forks of it."""

    process: subprocess.Popen[str]

    def run(self, name: str, root: Path, *strace: str) -> tuple[bool, tuple[str, ...]]:
        """Do one task in a folder, watched by ``strace`` with these options; whether it was killed, and its receipts.

        Raises:
            AssertionError: where it ended in any other way than by the signal or well.
        """
        return self.watched(self.ready(name, root), root, *strace)

    def watched(self, pid: int, root: Path, *strace: str) -> tuple[bool, tuple[str, ...]]:
        """Let a fork that is ready begin, watched from its first call; as `run`."""
        assert STRACE is not None
        words = [STRACE, "-f", "-p", str(pid), *strace]
        with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as watcher:
            assert watcher.stderr is not None
            attached = watcher.stderr.readline()
            assert "attached" in attached, attached
            self.go()
            killed, said = self.ended(root)
            watcher.stderr.read()
        return killed, said

    def ready(self, name: str, root: Path) -> int:
        """A fork with its folder open that waits for `go`; its process id."""
        receipts = root.with_name("receipts")
        receipts.unlink(missing_ok=True)
        self._tell(json.dumps({"name": name, "root": str(root), "receipts": str(receipts)}))
        return self._heard("ready")

    def go(self) -> None:
        """It begins."""
        self._tell("go")

    def ended(self, root: Path) -> tuple[bool, tuple[str, ...]]:
        """Wait for its end; as `run`."""
        receipts = root.with_name("receipts")
        status = os.waitstatus_to_exitcode(self._heard("ended"))
        assert status in {0, -9, KILLED}, status
        said = tuple(receipts.read_text().split()) if receipts.exists() else ()
        return status != 0, said

    def _tell(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _heard(self, word: str) -> int:
        assert self.process.stdout is not None
        said, number = self.process.stdout.readline().split()
        assert said == word, said
        return int(number)


@contextmanager
def worker(program: str = "desk_worker") -> Iterator[Worker]:
    """Load a program of `tests.faults.children`; its errors go to the test's own standard error."""
    words = [sys.executable, "-m", f"tests.faults.children.{program}"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        made = Worker(process)
        made._tell(DEK.hex())
        yield made
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


def calls_made(worker: Worker, name: str, root: Path, watched: tuple[str, ...] = CALLS) -> dict[str, int]:
    """How often a task makes each of the calls, from a run that is left alone."""
    trace = root.with_name("trace")
    killed, _ = worker.run(name, root, "-o", str(trace), "-e", f"trace={','.join(watched)}")
    assert not killed
    names = [line.split(None, 1)[1].split("(")[0] for line in trace.read_text().splitlines() if "(" in line]
    return {call: names.count(call) for call in watched if call in names}


def killed_at_each(
    worker: Worker, name: str, root: Path, calls: tuple[str, ...], stride: int = 1
) -> Iterator[Run]:
    """Run the task again and again, killed one call later each time; the caller puts the folder back before he asks for the next.

    ``strace`` counts each kind of call by itself, so each has its own round, which ends with the run that survives. With a ``stride``
    only every n-th call is died at.
    """
    for call in calls:
        for number in range(1, MOST_CALLS, stride):
            inject = (
                "-o",
                "/dev/null",
                "-e",
                f"trace={call}",
                "-e",
                f"inject={call}:signal=SIGKILL:when={number}",
            )
            killed, receipts = worker.run(name, root, *inject)
            yield Run(Death(call, number if killed else 0), receipts)
            if not killed:
                break
        else:
            raise AssertionError(f"still killed at {call} {MOST_CALLS}")
