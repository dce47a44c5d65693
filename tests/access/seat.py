"""A window of a real desk at which one role after the other sits down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Role
from tests.access.house import House
from tests.access.screen import Screen


@dataclass(frozen=True)
class Seat:
    """The window, and the desk that it works on."""

    home: House
    screen: Screen

    def sit(self, role: Role, *, cleared: bool = True) -> None:
        """Somebody of this role alone."""
        until = self.home.counter.shifts.proposed_date() + timedelta(days=9)
        self.screen.become(role, until if cleared else None)

    def refused(self) -> list[str]:
        """The rights that somebody was refused until now, as the journal has them."""
        with self.home.counter.store.read() as reader:
            events = reader.events_after(Stream.COUNTER, 0)
            return [str(each.body()["act"]) for each in events if each.envelope.type == "act.refused"]
