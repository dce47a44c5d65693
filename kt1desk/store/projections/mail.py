"""What goes out to other points, numbered for each of them without a gap, and which event of ours took in which of theirs."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, insert, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts.mail import BundleWritten, MailTaken
from kt1desk.domain.mail import audience
from kt1desk.domain.service import service_of
from kt1desk.store.mail_tables import mail_in, mail_out, mailbox
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared

_box = (mailbox.c.point == bindparam("of_point"), mailbox.c.service == bindparam("of_service"))
_BOX = Prepared(select(mailbox.c.last).where(*_box))
_NEW_BOX = Prepared(insert(mailbox))
_ONE_MORE = Prepared(update(mailbox).where(*_box).values(last=bindparam("last")))
_OUT = Prepared(insert(mail_out))
_BUNDLED = Prepared(update(mailbox).where(*_box).values(bundle=bindparam("bundle"), upto=bindparam("upto")))
_IN = Prepared(insert(mail_in))


def addressed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """An event of ours goes to each point that it concerns, with that point's next number of its service."""
    service = service_of(event.envelope.type)
    for point in audience(event.envelope.type, body):
        row = _BOX.one(connection, {"of_point": point, "of_service": service})
        last = (int(row[0]) if row is not None else 0) + 1
        if row is None:
            box = {"point": point, "service": service}
            _NEW_BOX.run(connection, box | {"last": last, "bundle": 0, "upto": 0})
        else:
            _ONE_MORE.run(connection, {"of_point": point, "of_service": service, "last": last})
        where = {name: value for name, value in identity(event.id).items() if name != "device"}
        _OUT.run(connection, where | {"point": point, "service": service, "number": last})


def bundle_written(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The last bundle for a point."""
    fact = BundleWritten.of(body)
    service = service_of(event.envelope.type)
    row = {"of_point": fact.to, "of_service": service, "bundle": fact.number, "upto": fact.upto}
    if _BUNDLED.run(connection, row).rowcount == 0:
        box = {"point": fact.to, "service": service}
        _NEW_BOX.run(connection, box | {"last": 0, "bundle": fact.number, "upto": fact.upto})


def taken(connection: Connection, event: Event, fact: MailTaken) -> None:
    """Which event of ours took in one of another desk, and when."""
    _IN.run(
        connection,
        identity(fact.event_id)
        | {
            "own_stream": event.id.stream.value,
            "own_incarnation": event.id.incarnation,
            "own_seq": event.id.seq,
            "way": fact.way,
            "received_ms": event.envelope.happened.utc_ms,
        },
    )
