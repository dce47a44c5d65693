"""Writing a bundle: the mail for a point from where its desks said they have it, whatever was written before.

This module must not know the form of the file, nor where it is put.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import BundleWritten
from kt1desk.exchange.bundle import (
    MAX_ACKS,
    MAX_EVENTS,
    MAX_INFLATED_BYTES,
    NOTHING,
    BundleHead,
    Letter,
    MailMark,
    seal_bundle,
)
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.peers import last_bundle, note_bundle, peer
from kt1desk.exchange.policy import opening
from kt1desk.exchange.trust import local_day
from kt1desk.exchange.wire import encode
from kt1desk.services.ports import Appending, Reader
from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class WrittenBundle:
    """A bundle that stands in the journal and may go: mail ``first`` to ``last`` (``first`` is above ``last`` where there is none)."""

    to: str
    number: int
    first: int
    last: int
    data: bytes = field(repr=False)


def write_bundle(room: Mailroom, session: Session, to: str) -> WrittenBundle:
    """Write the next bundle for a point. Without new mail it still says how far theirs was taken.

    Raises:
        DeskError: as `Mailroom.check`; ``bundle.to_self``, ``trust.unknown_point`` with ``point``, ``sealing.*``, ``store.*``, ``disk.*``.
    """
    with room.journal.read() as reader:
        room.check(reader, session, Transport.BUNDLE)
    if to == room.own.point:
        raise DeskError("bundle.to_self")
    made = room.clock.now()
    desks = room.keys.of_point(to, local_day(made))
    known = [peer(room.notes, desk.device) for desk in desks]
    acks = tuple(
        (desk.device, each.taken) for desk, each in zip(desks, known, strict=True) if each.taken.number
    )
    previous = last_bundle(room.notes, to)
    with room.journal.work() as work:
        room.check(work, session, Transport.BUNDLE)
        after = _sure(work, to, min(each.acked for each in known))
        events = _mail(work, to, after)
        number = work.bundles_to(to)[0] + 1
        head = BundleHead(room.own.device, opening(work).id.incarnation, number, made, to)
        letter = Letter(room.own.point, after, acks[:MAX_ACKS], previous)
        data = seal_bundle(events, head, letter, desks, room.own, room.entropy)
        upto, digest = after.number + len(events), hashlib.sha256(data).hexdigest()
        work.append(BundleWritten(to, number, upto, digest), Appending(session.actor.user_id))
        work.commit()
    note_bundle(room.notes, to, digest)
    return WrittenBundle(to, number, after.number + 1, upto, data)


def _sure(reader: Reader, to: str, said: MailMark) -> MailMark:
    """How far every desk of the point has our mail, as each said itself; from the beginning where one never said so.

    What was said counts only where the number stands for the same event here: after a restored copy it may stand for another one.
    """
    if said.number == 0:
        return NOTHING
    rows = reader.mail(to, said.number - 1, 1)
    event = reader.event(rows[0].event) if rows else None
    return said if event is not None and event.hash.hex() == said.hash else NOTHING


def _mail(reader: Reader, to: str, after: MailMark) -> tuple[Event, ...]:
    """The mail for a point, as much as one bundle takes."""
    events: list[Event] = []
    size = 0
    for row in reader.mail(to, after.number, MAX_EVENTS):
        event = reader.event(row.event)
        if event is None:
            raise DeskError("store.refused")
        size += len(encode(event)) + 4
        if size > MAX_INFLATED_BYTES:
            break
        events.append(event)
    return tuple(events)
