"""The steps of a transaction: each comes to its end, or nothing of the whole can be committed any more.

Half of what belongs together would be written else, even by a caller who caught the error. This module must not know what a step writes.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TypeVar

from sqlcipher3 import dbapi2

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.store.failures import translate
from kt1desk.store.reader import StoreReader
from kt1desk.store.statements import Connection

Result = TypeVar("Result")


class State(Enum):
    """Where a transaction is."""

    OPEN = "open"
    FAILED = "failed"
    OVER = "over"


class Steps(StoreReader):
    """A reader that may write in steps."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        super().__init__(connection, clock)
        self._state = State.OPEN

    def over(self) -> None:
        """The context is left: nothing more can be written through this object."""
        self._state = State.OVER

    def _done(self, write: Callable[[], Result]) -> Result:
        """Run one writing step; unless it comes to its end, nothing can be committed any more."""
        self._require_open()
        self._state = State.FAILED
        try:
            made = write()
        except dbapi2.Error as error:
            raise translate(error) from error
        self._state = State.OPEN
        return made

    def _require_open(self) -> None:
        if self._state is not State.OPEN:
            raise DeskError("store.work_over")
