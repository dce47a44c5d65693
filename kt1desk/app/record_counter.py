"""What the page of one item or case needs: its record, and what may be done with it.

This module must not know any screen; it implements what the page says it needs.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.desktop.needs import RecordView
from kt1desk.domain.events import Event
from kt1desk.services.numbers import Rolls, VoidReason, void_number
from kt1desk.services.papers import ReprintReason
from kt1desk.services.records import DossierRecord, Record, Records
from kt1desk.services.reversal import ReversalReason, Reversals


class RecordCounter:
    """Implements `kt1desk.desktop.needs.RecordNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Callable[[], None]) -> None:
        self._desk = desk
        self._wake = wake
        self._records = Records(desk.store, desk.reference, desk.clock)
        self._rolls = Rolls(desk.store, desk.reference, desk.clock)
        self._reversals = Reversals(desk.store, desk.reference, desk.clock, PaperFit())

    def find(self, text: str) -> RecordView:
        """See the port."""
        now = self._desk.clock.now()
        return RecordView(self._records.find(self._desk.session, text), now.utc_ms, now.offset_min)

    def withdraw(self, record: Record, reason: ReversalReason) -> Event:
        """See the port."""
        is_case = isinstance(record, DossierRecord)
        take_back = self._reversals.withdraw_dossier if is_case else self._reversals.withdraw_item
        event = take_back(self._desk.session, record.number, reason)
        self._wake()
        return event

    def void(self, number: str, reason: VoidReason) -> None:
        """See the port."""
        void_number(self._rolls, self._desk.session, number, reason)

    def print_again(self, job: int, reason: ReprintReason) -> None:
        """See the port."""
        self._desk.papers.reprint(self._desk.session, job, reason)
        self._wake()
