"""Writing a bundle: the mail for a point from where its desks said they have it, whatever was written before.

This module must not know the form of the file, nor where it is put.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import BundleWritten, DossierBundleWritten
from kt1desk.domain.service import Service
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

_WRITTEN: Mapping[Service, type[BundleWritten]] = MappingProxyType(
    {Service.KT1: BundleWritten, Service.TTHC: DossierBundleWritten}
)


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
    known = [peer(room.notes, desk.device, room.service) for desk in desks]
    acks = tuple(
        (desk.device, each.taken) for desk, each in zip(desks, known, strict=True) if each.taken.number
    )
    previous = last_bundle(room.notes, to, room.service)
    with room.journal.work() as work:
        room.check(work, session, Transport.BUNDLE)
        after = _sure(work, room, to, min(each.acked for each in known))
        events = _mail(work, room, to, after)
        number = work.bundles_to(to, service=room.service)[0] + 1
        head = BundleHead(room.own.device, opening(work).id.incarnation, number, made, to, room.service)
        letter = Letter(room.own.point, after, acks[:MAX_ACKS], previous)
        data = seal_bundle(events, head, letter, desks, room.own, room.entropy)
        upto, digest = after.number + len(events), hashlib.sha256(data).hexdigest()
        work.append(_WRITTEN[room.service](to, number, upto, digest), Appending(session.actor.user_id))
        work.commit()
    note_bundle(room.notes, to, digest, room.service)
    return WrittenBundle(to, number, after.number + 1, upto, data)


def _sure(reader: Reader, room: Mailroom, to: str, said: MailMark) -> MailMark:
    """How far every desk of the point has our mail, as each said itself; from the beginning where one never said so.

    What was said counts only where the number stands for the same event here: after a restored copy it may stand for another one.
    """
    if said.number == 0:
        return NOTHING
    rows = reader.mail(to, said.number - 1, 1, service=room.service)
    event = reader.event(rows[0].event) if rows else None
    return said if event is not None and event.hash.hex() == said.hash else NOTHING


def _mail(reader: Reader, room: Mailroom, to: str, after: MailMark) -> tuple[Event, ...]:
    """The mail for a point, as much as one bundle takes."""
    events: list[Event] = []
    size = 0
    for row in reader.mail(to, after.number, MAX_EVENTS, service=room.service):
        event = reader.event(row.event)
        if event is None:
            raise DeskError("store.refused")
        size += len(encode(event)) + 4
        if size > MAX_INFLATED_BYTES:
            break
        events.append(event)
    return tuple(events)
