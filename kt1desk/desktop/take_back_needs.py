"""What a page that accepts needs to take back the last acceptance of whoever works at it; `app` hands in what fulfils it."""

from __future__ import annotations

from typing import Protocol

from kt1desk.domain.events import Event
from kt1desk.services.last_accepted import LastAccepted
from kt1desk.services.records import Record
from kt1desk.services.reversal import ReversalReason


class TakeBackNeeds(Protocol):
    """Called through `Jobs`: both may be slow."""

    def last_accepted(self) -> LastAccepted:
        """What whoever works here accepted last in this shift, on this page.

        Raises:
            DeskError: ``reversal.none_of_yours``, ``shift.not_open``, rights.
        """

    def take_back(self, record: Record, reason: ReversalReason) -> Event:
        """Take it back for good; its slip is printed.

        Raises:
            DeskError: ``reversal.*``, ``shift.not_open``, rights, ``disk.*``.
        """
