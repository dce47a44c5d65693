"""Jobs: the only threads of the program.

A page hands in work and two callbacks; the work runs beside the screen and the callbacks run in the GUI thread. All work on the encrypted
store goes through one thread, in the order it was asked for, because the store has one writer; what waits for devices and files goes
through a small pool. A refusal (`DeskError`) comes back to the page. Anything else is a fault of the program: it is logged without
personal data, and the page gets a refusal with the code that stands in the log, so that nothing is ever swallowed and no page hangs.

This module must not know what the work is about.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from enum import Enum
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.messages import Fault, note_fault
from kt1desk.domain.errors import DeskError
from kt1desk.services.course import Course, watched

T = TypeVar("T")


class Lane(Enum):
    """Which threads do the work."""

    DATABASE = "database"
    """One thread: first come, first served. Everything that touches the store."""
    OUTSIDE = "outside"
    """A few threads: ports, printers, files."""


_LONG_S = 3_600.0
_THREADS = {Lane.DATABASE: 1, Lane.OUTSIDE: 3}


class _Workers:
    """The threads of one lane, begun with the first job. Not `concurrent.futures`: to load it takes longer than these lines."""

    def __init__(self, lane: Lane) -> None:
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        # A program that ends without `finish`, by a fault, is not held up by a thread that waits for work.
        self._threads = [
            threading.Thread(target=self._work, name=f"{lane.value}-{at}", daemon=True)
            for at in range(_THREADS[lane])
        ]
        self._begun = False

    def submit(self, job: Callable[[], None]) -> None:
        """Do this after what was asked for before."""
        self._waiting.put(job)
        if not self._begun:
            self._begun = True
            for thread in self._threads:
                thread.start()

    def finish(self) -> None:
        """Wait until everything that was asked for is done."""
        if self._begun:
            for _ in self._threads:
                self._waiting.put(None)
            for thread in self._threads:
                thread.join()

    def _work(self) -> None:
        while (job := self._waiting.get()) is not None:
            job()


class Jobs(QObject):
    """Runs work beside the screen and brings the results back into the GUI thread."""

    faulted = Signal(str)
    """The program itself failed; the code that stands in the log."""
    long_changed = Signal()
    """A work that may take long was asked for, or one came to its end; `long` are those under way."""
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = {lane: _Workers(lane) for lane in Lane}
        # The results wait in a Python queue and the signal carries nothing: no Python object ever travels through Qt's event queue.
        self._results: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._open = True
        self._running = 0
        self._long: list[Course] = []
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether work is still taken: a signal from a printer's thread may come in while the program is closing."""
        return self._open

    @property
    def running(self) -> int:
        """How many jobs were asked for and have not been delivered yet."""
        return self._running

    @property
    def long(self) -> Sequence[Course]:
        """The works under way that may take long, the oldest first."""
        return tuple(self._long)

    def run_long(
        self,
        title: str,
        work: Callable[[], T],
        answers: tuple[Callable[[T], None], Callable[[DeskError], None]],
        lane: Lane = Lane.DATABASE,
    ) -> Course:
        """As `run`, for work that may take longer than a breath: whoever shows it sees how far it is, and may end it.

        Args:
            title: what is done, for the screen: ``Đang lập báo cáo``.
            work: says `kt1desk.services.course.step` where it can stop; what reads or writes the store stops by itself.
            answers: as `run` has them; what was stopped is a refusal with the code ``work.stopped``.
            lane: as in `run`.

        Returns:
            By which it may be ended.
        """
        course = Course(title)

        def watched_work() -> T:
            with watched(course):
                course.step()
                return work()

        def ended() -> None:
            self._long.remove(course)
            self.long_changed.emit()

        self.run(watched_work, _after(ended, answers[0]), _after(ended, answers[1]), lane)
        self._long.append(course)
        self.long_changed.emit()
        return course

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[DeskError], None],
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """Do `work` in its lane, then call one of the two in the GUI thread, in the order in which jobs finish.

        Raises:
            RuntimeError: called from another thread, or after `close`.
        """
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("jobs are asked for in the GUI thread only")
        if not self._open:
            raise RuntimeError("the program is closing: no more jobs")
        self._running += 1
        self._workers[lane].submit(lambda: self._do(work, on_done, on_failed))

    def close(self) -> None:
        """Wait until all that was asked for has finished, deliver what they bring, do what the answers ask for; then take no more."""
        while self._running:
            self.finish(_LONG_S)
        self._open = False
        for workers in self._workers.values():
            workers.finish()

    def finish(self, patience_s: float) -> bool:
        """Wait so long for what was asked for and deliver what it brings; whether all of it has come."""
        until_s = monotonic() + patience_s
        while self._running:
            try:
                outcome = self._results.get(timeout=max(0.0, until_s - monotonic()))
            except Empty:
                return False
            self._running -= 1
            outcome()
        return True

    def abandon(self) -> None:
        """Take no more, and wait for nothing: what is still under way ends with the program."""
        self._open = False

    def _do(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Callable[[DeskError], None]
    ) -> None:
        """In the worker's thread."""
        try:
            result = work()
        except DeskError as refusal:
            self._bring(_calling(on_failed, refusal))
        except BaseException as error:  # noqa: BLE001  a fault must reach log and screen, whatever it is
            fault = note_fault(error)
            self._bring(lambda: self._tell_fault(fault, on_failed))
        else:
            self._bring(_calling(on_done, result))

    def _bring(self, outcome: Callable[[], None]) -> None:
        self._results.put(outcome)
        self._arrived.emit()

    def _deliver(self) -> None:
        """In the GUI thread: one result for each signal."""
        try:
            outcome = self._results.get_nowait()
        except Empty:
            return  # `close` has delivered it already
        self._running -= 1
        outcome()

    def _tell_fault(self, fault: Fault, on_failed: Callable[[DeskError], None]) -> None:
        self.faulted.emit(fault.code)
        on_failed(fault.refusal())


class Newest:
    """For answers of which only the newest counts, as in a search while typing: older ones are dropped when they come."""

    def __init__(self, jobs: Jobs, lane: Lane = Lane.DATABASE, long: str = "") -> None:
        """``long``: the title of what may take longer than a breath, see `Jobs.run_long`."""
        self._jobs = jobs
        self._lane = lane
        self._long = long
        self._asked = 0
        self._course: Course | None = None

    def run(
        self, work: Callable[[], T], on_done: Callable[[T], None], on_failed: Callable[[DeskError], None]
    ) -> None:
        """As `Jobs.run`; neither callback is called once a newer question was asked, and work whose turn comes too late is not done."""
        if not self._jobs.is_open:
            return
        self.forget()
        mine = self._asked

        def only_while_newest() -> T:
            if mine != self._asked:
                raise DeskError(
                    "program.outdated"
                )  # nobody hears it: both callbacks are of an older question
            return work()

        def only_if_newest(callback: Callable[[T], None]) -> Callable[[T], None]:
            return lambda value: callback(value) if mine == self._asked else None

        def failed_if_newest(error: DeskError) -> None:
            if mine == self._asked:
                on_failed(error)

        if self._long:
            answers = (only_if_newest(on_done), failed_if_newest)
            self._course = self._jobs.run_long(self._long, only_while_newest, answers, self._lane)
        else:
            self._jobs.run(only_while_newest, only_if_newest(on_done), failed_if_newest, self._lane)

    def forget(self) -> None:
        """Drop whatever is still under way; what may take long is ended, or the next answer would wait for one that nobody hears."""
        self._asked += 1
        if self._course is not None:
            self._course.stop()


def _calling(callback: Callable[[T], None], value: T) -> Callable[[], None]:
    return lambda: callback(value)


def _after(ended: Callable[[], None], callback: Callable[[T], None]) -> Callable[[T], None]:
    def both(value: T) -> None:
        ended()
        callback(value)

    return both
