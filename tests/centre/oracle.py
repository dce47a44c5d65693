"""What must hold at the centre after any fault, once everything is healed and nobody does anything more.

(a) every event that a desk sealed is in the ledger, once, byte for byte; (b) of each device the ledger holds the beginning of its chain,
without a hole, each event hashed over the one before; (f) nothing is left: the gate has no frame that was not taken in, the ledger no
mail that the gate has not; and mailboxes are dense, chained and signed, the same in ledger and gate, with each event in them at most once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kt1desk.centre.ledger_values import ChainKey, EventKey
from kt1desk.domain.events import GENESIS, Event, EventId, event_hash
from kt1desk.exchange import wire
from kt1desk.exchange.mail_frames import MailRecord, RecordKind
from tests.support.integrating import AnyCentre, Reading, all_events, records_of


def violations(centre: AnyCentre, sealed: Iterable[Event], points: Sequence[str]) -> list[str]:
    """What does not hold; empty where all does.

    Args:
        centre: the centre, at rest.
        sealed: every event that desks ever sealed into a frame that they sent.
        points: whose mailboxes to look at.
    """
    found = [*_not_once(centre.reader, sealed), *_broken_chains(centre.reader)]
    for point in points:
        found.extend(_wrong_mail(centre, point))
    return found


def mailed_events(mail: Sequence[bytes]) -> list[EventId]:
    """The events in some mail frames, in their order."""
    return [wire.decode(record.body).id for record in _of_events(records_of(mail))]


def _of_events(records: Iterable[MailRecord]) -> list[MailRecord]:
    return [record for record in records if record.kind == RecordKind.EVENT]


def _not_once(reader: Reading, sealed: Iterable[Event]) -> list[str]:
    """(a): the key of a table cannot be there twice, so each is looked up, and all are counted."""
    here = all_events(reader)
    wanted = {key_of(event.id): event for event in sealed}
    found = [f"{key.text} is not at the centre" for key in wanted.keys() - here.keys()]
    found += [f"{key.text} is of nobody" for key in here.keys() - wanted.keys()]
    for key, event in wanted.items():
        if key in here:
            row, beside = here[key]
            told = (row.envelope, row.body, row.prev, row.hash, beside)
            rows = tuple(sorted(event.particulars, key=lambda each: each.slot))
            if told != (event.envelope_bytes, event.body_bytes, event.prev, event.hash, rows):
                found.append(f"{key.text} is another one at the centre")
    return found


def _broken_chains(reader: Reading) -> list[str]:
    """(b)."""
    found: list[str] = []
    for chain, mark in reader.marks().items():
        prev, seq = GENESIS, 0
        for row, _ in reader.events_after(chain, 0, 1_000_000):
            seq += 1
            whole = event_hash(prev, row.envelope, row.body) == row.hash
            if (row.seq, row.prev) != (seq, prev) or not whole:
                found.append(f"{row.key.text} does not follow")
            prev = row.hash
        if (mark.seq, mark.head) != (seq, prev):
            found.append(f"{chain.text} ends otherwise than its mark")
    return found


def _wrong_mail(centre: AnyCentre, point: str) -> list[str]:
    """(f), and the mailboxes."""
    kept, handed_out = centre.core_mail(point), centre.mail(point)
    found = [] if kept == handed_out else [f"the mail of {point} is another one at the gate"]
    records = _of_events(records_of(kept))
    found += [f"{point} got an event {count} times" for count in Counter(records).values() if count > 1]
    return found


def key_of(event: EventId) -> EventKey:
    """As the ledger has it."""
    return EventKey(event.device, int(event.stream), event.incarnation, event.seq)


def chain_of(event: EventId) -> ChainKey:
    """Its chain."""
    return key_of(event).chain
