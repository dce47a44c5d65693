"""What the pages that accept need to take back the last acceptance, on an open desk. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.app.desk import OpenDesk
from kt1desk.app.record_counter import RecordCounter
from kt1desk.domain.events import Event
from kt1desk.services.last_accepted import LastAcceptances, LastAccepted
from kt1desk.services.records import Record
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.sessions import Session


class TakingBack:
    """Implements `kt1desk.desktop.take_back_needs.TakeBackNeeds`; taken back is as on the page of the record."""

    def __init__(
        self,
        desk: OpenDesk,
        wake: Callable[[], None],
        newest: Callable[[LastAcceptances, Session], LastAccepted],
    ) -> None:
        self._desk, self._newest = desk, newest
        self._last = LastAcceptances(desk.store, desk.reference, desk.clock)
        self._records = RecordCounter(desk, wake)

    def last_accepted(self) -> LastAccepted:
        """See the port."""
        return self._newest(self._last, self._desk.session)

    def take_back(self, record: Record, reason: ReversalReason) -> Event:
        """See the port."""
        return self._records.withdraw(record, reason)
