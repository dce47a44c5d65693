"""A program that does one thing at a desk and dies when it is told to: everything is loaded once, and each task runs in a fork of it.

    python -m tests.faults.children.desk_worker < a line with the key in hex, then one line (JSON) for each task

A fork opens the desk, says ``ready PID`` and waits for ``go``, so that whoever watches can attach ``strace`` before the first call that
matters. What a clerk would hold in his hand is written as a line to the file of receipts, once the service has returned. When the fork has
ended, the program says ``ended STATUS`` (as `os.waitpid` gives it).
"""

from __future__ import annotations

import ctypes
import json
import os
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kt1desk.app.first_run import DeskMaker, Person, trial_plan
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment
from kt1desk.services.papers import ReprintReason
from kt1desk.services.parking import Aside
from kt1desk.store.drafts import ParkedDrafts
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from tests.support.clocks import HandClock
from tests.support.desks import Counter, ordinary, sample_reference
from tests.support.furnished import STAFF

PASSWORD = "mật khẩu của tôi"
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1


@dataclass(frozen=True)
class Task:
    """What one fork does, and where."""

    name: str
    root: Path
    receipts: Path

    def say(self, text: str) -> None:
        """The clerk holds the paper: one line, one call of the system."""
        handle = os.open(self.receipts, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(handle, text.encode() + b"\n")
        os.close(handle)


def opened(root: Path, dek: bytes) -> Counter:
    """The desk of a folder, opened as the program opens it, with the clock of all these tests."""
    clock = HandClock()
    store = DeskStore.open(DataFolder(root), dek, clock, random.Random(2).randbytes)
    return Counter(DataFolder(root), store, clock, sample_reference())


def _accept_for_cash(desk: Counter, task: Task) -> None:
    task.say(desk.accept(replace(ordinary(), payment=Payment.CASH)).item)


def _accept_secret(desk: Counter, task: Task) -> None:
    task.say(desk.accept_secret().item)


def _accept_three_and_end(desk: Counter, task: Task) -> None:
    for _ in range(3):
        task.say(desk.accept().item)
    desk.store.close()


def _receipt_before_commit(desk: Counter, task: Task) -> None:
    """The mistake that the sweep is there to find: paper starts while the event is not on the disk yet."""
    commit = desk.store._commit

    def paper_first(tail: Any) -> None:
        task.say("MX000000014VN")
        commit(tail)

    desk.store._commit = paper_first  # type: ignore[method-assign]
    desk.accept(replace(ordinary(), payment=Payment.CASH))


def _accept_again_when_refused(desk: Counter, task: Task) -> None:
    """Two acceptances of a clerk who does it again where the desk refuses: what was refused is said too."""
    for _ in range(2):
        try:
            task.say(desk.accept(replace(ordinary(), payment=Payment.CASH)).item)
        except DeskError as error:
            task.say(error.code)
            task.say(desk.accept(replace(ordinary(), payment=Payment.CASH)).item)


def _open_shift(desk: Counter, task: Task) -> None:
    desk.open_shift()
    task.say("shift")


def _reprint(desk: Counter, task: Task) -> None:
    clerk = desk.session()
    (label,) = [paper for paper in desk.papers_of() if paper.role == "label"]
    task.say(str(desk.papers.reprint(clerk, label.job, ReprintReason.DAMAGED)))


def _first_run(root: Path, task: Task) -> None:
    """Not at a desk yet: the set-up that makes one."""
    clock, folder = HandClock(), DataFolder(root)
    maker = DeskMaker(
        folder,
        KeyRing(folder, clock, Cost(memory_kib=LEAST_MEMORY_KIB)),
        clock,
        random.Random(3).randbytes,
    )
    maker.make(trial_plan(sample_reference()), (Person(STAFF[-1], PASSWORD),))
    task.say("recovery code")


def _accept_what_lies_aside(desk: Counter, task: Task) -> None:
    """The draft that was laid aside first, as whoever resumes it accepts it."""
    aside, clerk = Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock), desk.session()
    parked = aside.dossiers(clerk)[-1].parked
    task.say(desk.dossiers.accept(clerk, aside.dossier(clerk, parked), aside=parked).dossier)


TASKS: dict[str, Callable[[Counter, Task], None]] = {
    "accept for cash": _accept_for_cash,
    "accept a C item": _accept_secret,
    "accept three and end": _accept_three_and_end,
    "receipt before commit": _receipt_before_commit,
    "accept again when refused": _accept_again_when_refused,
    "open a shift": _open_shift,
    "reprint": _reprint,
    "accept what lies aside": _accept_what_lies_aside,
}
FIRST_RUN = "first run"


def _let_anybody_trace() -> None:
    """Where only parents may trace (Yama), the watcher is none: it is a sister."""
    ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_ulong(_ANYBODY), 0, 0, 0)


def wait_for_go() -> None:
    """Whoever watches attaches now; what is done after this is what is watched."""
    _let_anybody_trace()
    os.write(1, f"ready {os.getpid()}\n".encode())
    os.read(0, 64)


def _work(task: Task, dek: bytes) -> None:
    if task.name == FIRST_RUN:
        wait_for_go()
        _first_run(task.root, task)
        return
    desk = opened(task.root, dek)
    wait_for_go()
    TASKS[task.name](desk, task)


def _lines() -> Callable[[], str]:
    """Lines of standard input without a buffer: what is not read yet belongs to the fork."""

    def line() -> str:
        read = b""
        while not read.endswith(b"\n"):
            byte = os.read(0, 1)
            if not byte:
                break
            read += byte
        return read.decode().strip()

    return line


def serve(work: Callable[[Task, bytes], None]) -> None:
    """One fork after the other, until standard input ends."""
    line = _lines()
    dek = bytes.fromhex(line())
    while words := line():
        asked: dict[str, str] = json.loads(words)
        task = Task(asked["name"], Path(asked["root"]), Path(asked["receipts"]))
        child = os.fork()
        if child == 0:
            code = 1
            try:
                work(task, dek)
                code = 0
            finally:
                sys.stderr.flush()
                if code:
                    sys.excepthook(*sys.exc_info())
                os._exit(code)
        _, status = os.waitpid(child, 0)
        os.write(1, f"ended {status}\n".encode())


if __name__ == "__main__":
    sample_reference()
    serve(_work)
