"""What services ask about what was entered later. Part of `kt1desk.services.ports`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from kt1desk.domain.events import EventId


@dataclass(frozen=True, slots=True)
class LaterRow:
    """That something was entered later: the event that says so, of which number, why, from which sheet, by whom and when."""

    event: EventId
    number: str
    reason: str
    sheet: str
    user: str
    entered_ms: int


class LaterReader(Protocol):
    """Reading of what was entered later."""

    def later_of(self, number: str) -> LaterRow | None:
        """The first thing that was entered later of an item or a case; None where all of it was entered at once."""
