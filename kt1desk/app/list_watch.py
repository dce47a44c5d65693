"""A taker that tells the screen how far it is, stops between two lines, and lets others have the store after each.

This module must not know what kind of work a list holds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from kt1desk.desktop.needs import ListWatch
from kt1desk.domain.errors import DeskError
from kt1desk.services.batches import ReadLine, Taker, Told
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, SheetLine

Draft = TypeVar("Draft")
TellLine = Callable[[str, str, DeskError | None], None]
"""Told of each line that was tried: its key, the number that it got or "", why it was refused or None."""

_GIVE_WAY_S = 0.001
_GIVE_WAY_EVERY = 4
"""Lines. The lock of the store is not fair, nor is Python's own: without a pause a search beside a list of 1,000 lines took 16 ms at the
95th percentile instead of 2, and with one after each line the list took twice as long."""


class WatchedTaker(Generic[Draft]):
    """Implements `kt1desk.services.batches.Taker` with another taker."""

    def __init__(self, taker: Taker[Draft], watch: ListWatch, of: int, tell: TellLine) -> None:
        self._taker = taker
        self._watch = watch
        self._of = of
        self._tell = tell
        self._done = 0

    @property
    def layout(self) -> Layout:
        """See `Taker.layout`."""
        return self._taker.layout

    def lines(self, session: Session) -> ReadLine[Draft]:
        """See `Taker.lines`. Nothing more is read once the watch says so."""
        read = self._taker.lines(session)

        def watched(line: SheetLine) -> Draft:
            if self._watch.stopped:
                raise DeskError("batch.stopped")
            self._done += 1
            self._watch.step(self._done, self._of)
            return read(line)

        return watched

    def numbers(self, draft: Draft) -> tuple[str, ...]:
        """See `Taker.numbers`."""
        return self._taker.numbers(draft)

    def quote(self, session: Session, draft: Draft) -> Told:
        """See `Taker.quote`."""
        if self._done % _GIVE_WAY_EVERY == 0:
            time.sleep(_GIVE_WAY_S)
        return self._taker.quote(session, draft)

    def take(self, session: Session, draft: Draft, key: str) -> str:
        """See `Taker.take`."""
        try:
            number = self._taker.take(session, draft, key)
        except DeskError as error:
            self._tell(key, "", error)
            raise
        self._tell(key, number, None)
        time.sleep(_GIVE_WAY_S)
        return number
