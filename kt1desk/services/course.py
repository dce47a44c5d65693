"""A work that may take longer than a breath: how far it is, and whether it shall go on.

Whoever watches hands a `Course` to the thread that works (`watched`); whatever works there, however deep, says `step` where it could also
stop, and `closing` where it no longer can. Nobody has to pass anything on, and where nobody watches both do nothing. This module must not
know what is worked at, nor any screen.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from kt1desk.domain.errors import DeskError

STOPPED = "work.stopped"


class Course:
    """One work. The thread that works writes how far it is, any thread may read it and ask for its end.

    Args:
        title: what is done, as it stands on the screen: ``Đang lập báo cáo``.
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.stage = ""
        """Which part of it is under way, as whoever works calls it; "" where it has no parts."""
        self._stop = threading.Event()
        self._deciding = threading.Lock()
        self._through = (0, 0)
        self._closing = False

    @property
    def through(self) -> tuple[int, int]:
        """How many parts are through, and of how many; 0 of 0 where nobody can say."""
        return self._through

    @property
    def is_stopping(self) -> bool:
        """Whether its end was asked for."""
        return self._stop.is_set()

    @property
    def can_stop(self) -> bool:
        """Whether its end may still be asked for."""
        return not self._closing

    def stop(self) -> bool:
        """Ask for its end at the next step; False where it is too late, for what is done is being made whole."""
        with self._deciding:
            if self._closing:
                return False
            self._stop.set()
            return True

    def step(self, done: int = 0, of: int = 0) -> None:
        """So much is through.

        Raises:
            DeskError: ``work.stopped`` where its end was asked for.
        """
        if of:
            self._through = (done, of)
        if self._stop.is_set():
            raise DeskError(STOPPED)

    def enter(self, stage: str) -> None:
        """The next part begins, and nothing of it is through."""
        self.stage, self._through = stage, (0, 0)

    def close(self) -> None:
        """From here on it goes to its end: what comes next is written as one.

        Raises:
            DeskError: ``work.stopped`` where its end was asked for before.
        """
        with self._deciding:
            if self._stop.is_set():
                raise DeskError(STOPPED)
            self._closing = True

    def reopen(self) -> None:
        """A part of it is whole; before the next one begins it may be stopped again."""
        with self._deciding:
            self._closing = False


class _Here(threading.local):
    course: Course | None = None


_HERE = _Here()


@contextmanager
def watched(course: Course | None) -> Iterator[None]:
    """While the block lasts, what this thread does is the work of that course."""
    before, _HERE.course = _HERE.course, course
    try:
        yield
    finally:
        _HERE.course = before


def current() -> Course | None:
    """The course of this thread; None where nobody watches."""
    return _HERE.course


def step(done: int = 0, of: int = 0) -> None:
    """So much of what this thread works at is through.

    Raises:
        DeskError: ``work.stopped`` where its end was asked for: whoever works leaves nothing half done.
    """
    if _HERE.course is not None:
        _HERE.course.step(done, of)


def stage(name: str) -> None:
    """What this thread works at comes to a part with this name."""
    if _HERE.course is not None:
        _HERE.course.enter(name)


def closing() -> None:
    """What this thread works at is being made whole from here on, and cannot be stopped any more.

    Raises:
        DeskError: ``work.stopped`` where its end was asked for before.
    """
    if _HERE.course is not None:
        _HERE.course.close()


def part_done(done: int, of: int) -> None:
    """One of several parts that each stand for themselves is whole: the work may be stopped here again.

    Raises:
        DeskError: ``work.stopped``; the parts that are done stay.
    """
    if _HERE.course is not None:
        _HERE.course.reopen()
        _HERE.course.step(done, of)
