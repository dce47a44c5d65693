"""A statement that takes long is broken off where its end was asked for: SQLite asks back every few thousand steps.

What was written in the same transaction is rolled back with it, as with any other refusal. This module must not know any table.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kt1desk.services.course import current

_STEPS = 20_000
"""Steps of SQLite's machine between two questions: a few milliseconds of work, so that asking costs nothing that could be measured."""


@contextmanager
def stoppable(connection: Any) -> Iterator[None]:
    """While the block lasts, statements on the driver's connection end with SQLITE_INTERRUPT once the course of this thread shall stop.

    Where nobody watches this thread, nothing is asked.
    """
    course = current()
    if course is None:
        yield
        return
    connection.set_progress_handler(lambda: course.is_stopping and course.can_stop, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)
