"""An event of the ledger as it travels: put together again from its rows. This module must not know where it goes."""

from __future__ import annotations

from kt1desk.centre.ledger_values import StoredEvent
from kt1desk.domain.events import Envelope, Event
from kt1desk.exchange import wire


def event_of(stored: StoredEvent) -> Event:
    """The event, as the desk wrote it but for rows that were erased.

    Raises:
        DeskError: ``event.*``, ``canonical.*`` where its envelope cannot be read.
    """
    row = stored.row
    envelope = Envelope.decode(row.envelope)
    return Event(envelope, row.prev, row.hash, row.envelope, row.body, stored.beside)


def record_of(stored: StoredEvent) -> bytes:
    """As it travels in mail.

    Raises:
        DeskError: as `event_of`; ``wire.too_large``.
    """
    return wire.encode(event_of(stored))
