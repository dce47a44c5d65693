"""Taking many events in at once: all of them in one transaction, but for those that cannot be; these are left out and told.

This module must not know how events travel, nor what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.taking import Outcome, Taken, is_of_the_machine, refused, take_event

Judge = Callable[[Event], None]
"""Raises the reason why an event may not be taken in."""


def take_all(
    room: Mailroom, events: Sequence[Event | DeskError], way: str, actor: str, judged: Judge
) -> tuple[Taken, ...]:
    """What came of each event, in their order.

    Raises:
        DeskError: ``disk.*``, ``store.*``: of the machine, so that nothing was taken in.
    """
    reasons: dict[int, DeskError] = {}
    for at, event in enumerate(events):
        try:
            if isinstance(event, DeskError):
                raise event
            judged(event)
        except DeskError as error:
            reasons[at] = error
    while True:
        rows = _try(room, events, (way, actor), reasons)
        if rows is not None:
            return rows


def _try(
    room: Mailroom, events: Sequence[Event | DeskError], how: tuple[str, str], reasons: dict[int, DeskError]
) -> tuple[Taken, ...] | None:
    """One attempt; None where one more event has to be left out, which is in ``reasons`` then."""
    rows: list[Taken] = []
    with room.journal.work() as work:
        for at, event in enumerate(events):
            if at in reasons or isinstance(event, DeskError):
                rows.append(refused(event, reasons[at]))
                continue
            try:
                outcome = take_event(work, room, event, *how)
            except DeskError as error:
                if is_of_the_machine(error):
                    raise
                reasons[at] = error
                return None
            rows.append(Taken(event.id, event.envelope.type, outcome))
        if any(row.outcome is Outcome.NEW for row in rows):
            work.commit()
    return tuple(rows)
