"""Projections: the tables that screens read, each a pure consequence of the journal.

`apply` runs in the transaction that appends the event, and again, from the first event to the last, when `kt1desk.store.verify` makes the
tables anew and compares them row for row. So nothing here may look at a clock, a setting or a local table, and nothing may depend on what
was not in an event. A change of a projection needs no migration of data: drop it and replay.

SQLAlchemy Core only (the same code is meant for the centre's database); the full-text index alone is SQLite's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    KNOWN,
    BlockGranted,
    CashPaid,
    CashReceived,
    DeskOpened,
    DossierAccepted,
    DossierListed,
    DossierReversed,
    ItemAccepted,
    ItemRefused,
    ItemReversed,
    KeySlotWritten,
    NumberVoided,
    PaperReprinted,
    ReferenceImported,
    RegisterOpened,
    ShiftClosed,
    ShiftOpened,
    UserEnrolled,
)
from kt1desk.store.projections import dossiers, items, lines, numbers, people, reversals, shifts
from kt1desk.store.statements import Connection

Body = Mapping[str, Json]
Projection = Callable[[Connection, Event, Body], None]

_BY_TYPE: Mapping[str, tuple[Projection, ...]] = {
    DeskOpened.TYPE: (people.desk_opened,),
    RegisterOpened.TYPE: (),  # says whose the KT1 chain is; the desk's row comes from the other stream
    UserEnrolled.TYPE: (people.user_enrolled,),
    KeySlotWritten.TYPE: (people.key_slot_written,),
    BlockGranted.TYPE: (numbers.block_granted,),
    ShiftOpened.TYPE: (shifts.shift_opened,),
    ShiftClosed.TYPE: (shifts.shift_closed,),
    CashReceived.TYPE: (shifts.cash_received,),
    CashPaid.TYPE: (shifts.cash_paid,),
    ItemAccepted.TYPE: (
        numbers.item_accepted,
        items.item_accepted,
        items.pair_met,
        lines.accepted,
        shifts.item_accepted,
    ),
    ItemReversed.TYPE: (reversals.item_reversed,),
    ItemRefused.TYPE: (),  # no item of the post, so no row; the event is the record of the reason
    NumberVoided.TYPE: (numbers.number_voided,),
    DossierAccepted.TYPE: (
        numbers.dossier_accepted,
        dossiers.dossier_accepted,
        lines.accepted,
        shifts.dossier_accepted,
    ),
    DossierListed.TYPE: (),  # its place follows from the acceptance's; nobody asks for papers across cases
    DossierReversed.TYPE: (reversals.dossier_reversed,),
    ReferenceImported.TYPE: (),  # the rows lie beside the journal; the event is the proof of who brought them
    PaperReprinted.TYPE: (),  # the print queue shows it; the event is the proof of who and why
}


LOOK_BACK = frozenset({ItemReversed.TYPE, DossierReversed.TYPE})
"""Types whose projections read the event's parents."""

KEEP_BESIDE = frozenset({DossierAccepted.TYPE})
"""Types whose projections read what stands beside the event: the words a case is found by."""


def followed() -> set[str]:
    """The types of events that have their place here."""
    return set(_BY_TYPE)


def apply(connection: Connection, event: Event, body: Body) -> None:
    """Let every projection follow one event. ``body`` is the event's body, as written or as read back: both are equal.

    Raises:
        DeskError: ``event.unknown_type`` for a type or version this program does not know; ``number.used``; ``store.refused``.
    """
    kind = event.envelope.type
    known = KNOWN.get(kind)
    if known is None or event.envelope.version != known.VERSION:
        raise DeskError("event.unknown_type", type=kind, version=event.envelope.version)
    for projection in _BY_TYPE[kind]:
        projection(connection, event, body)
