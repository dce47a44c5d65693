"""The names of events, their versions and streams: frozen, whatever the classes are called."""

from __future__ import annotations

from kt1desk.domain import facts
from kt1desk.domain.events import Stream

FROZEN = {
    "approval.granted": (1, Stream.KT1),
    "block.granted": (1, Stream.KT1),
    "bundle.written": (1, Stream.KT1),
    "cash.paid": (1, Stream.COUNTER),
    "cash.received": (1, Stream.COUNTER),
    "checkpoint.made": (1, Stream.KT1),
    "desk.opened": (1, Stream.COUNTER),
    "dispatch.arrived": (1, Stream.KT1),
    "dispatch.recalled": (1, Stream.KT1),
    "dispatch.sent": (1, Stream.KT1),
    "dossier.accepted": (1, Stream.COUNTER),
    "dossier.listed": (1, Stream.COUNTER),
    "dossier.reversed": (1, Stream.COUNTER),
    "exception.reviewed": (1, Stream.KT1),
    "incident.closed": (1, Stream.KT1),
    "incident.opened": (1, Stream.KT1),
    "incident.remedied": (1, Stream.KT1),
    "incident.told": (1, Stream.KT1),
    "item.accepted": (1, Stream.KT1),
    "item.approved": (1, Stream.KT1),
    "item.arrived": (1, Stream.KT1),
    "item.attempted": (1, Stream.KT1),
    "item.brought_back": (1, Stream.KT1),
    "item.delivered": (1, Stream.KT1),
    "item.forwarded": (1, Stream.KT1),
    "item.handed": (1, Stream.KT1),
    "item.refused": (1, Stream.KT1),
    "item.rejected": (1, Stream.KT1),
    "item.returned": (1, Stream.KT1),
    "item.reversed": (1, Stream.KT1),
    "item.stored": (1, Stream.KT1),
    "item.unclaimed": (1, Stream.KT1),
    "key_slot.written": (1, Stream.COUNTER),
    "mail.taken": (1, Stream.KT1),
    "number.voided": (1, Stream.KT1),
    "paper.reprinted": (1, Stream.KT1),
    "receptacle.closed": (1, Stream.KT1),
    "receptacle.opened": (1, Stream.KT1),
    "receptacle.received": (1, Stream.KT1),
    "receptacle.undone": (1, Stream.KT1),
    "reference.imported": (1, Stream.COUNTER),
    "register.entered": (1, Stream.KT1),
    "register.opened": (1, Stream.KT1),
    "round.started": (1, Stream.KT1),
    "shift.closed": (1, Stream.COUNTER),
    "shift.opened": (1, Stream.COUNTER),
    "user.enrolled": (1, Stream.COUNTER),
}


def test_every_fact_has_a_frozen_name_and_a_version() -> None:
    names = {name: (fact.VERSION, fact.STREAM) for name, fact in facts.KNOWN.items()}

    assert names == FROZEN
