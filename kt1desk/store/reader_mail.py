"""Questions about what goes out to other points and what came from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from sqlalchemy import bindparam, select

from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import LineRow, MailRow
from kt1desk.store import device_key, entries, received
from kt1desk.store.mail_tables import line, mail_in, mail_out, mailbox
from kt1desk.store.reader_records import RecordRows
from kt1desk.store.start_checks import chain_of
from kt1desk.store.statements import Prepared

_MAIL = Prepared(
    select(mail_out.c.point, mail_out.c.number, mail_out.c.stream, mail_out.c.incarnation, mail_out.c.seq)
    .where(
        mail_out.c.point == bindparam("of_point"),
        mail_out.c.service == bindparam("of_service"),
        mail_out.c.number > bindparam("after"),
    )
    .order_by(mail_out.c.number)
    .limit(bindparam("most"))
)
_POINTS = Prepared(
    select(mailbox.c.point, mailbox.c.last)
    .where(mailbox.c.last > bindparam("none"), mailbox.c.service == bindparam("of_service"))
    .order_by(mailbox.c.point)
)
_BUNDLES = Prepared(
    select(mailbox.c.bundle, mailbox.c.upto).where(
        mailbox.c.point == bindparam("of_point"), mailbox.c.service == bindparam("of_service")
    )
)
_TAKEN_BY = Prepared(
    select(mail_in.c.own_stream, mail_in.c.own_incarnation, mail_in.c.own_seq).where(
        *(mail_in.c[name] == bindparam(f"of_{name}") for name in ("device", "stream", "incarnation", "seq"))
    )
)

_LINE = Prepared(
    select(line.c.allowed, line.c.approval, line.c.day, line.c.reason, line.c.since_ms).where(
        line.c.stream == bindparam("of_stream")
    )
)


class MailRows(RecordRows):
    """Implements `kt1desk.services.custody_ports.MailReader`."""

    def mail(
        self, point: str, after: int, limit: int = 500, *, service: Service = Service.KT1
    ) -> Sequence[MailRow]:
        """See `MailReader.mail`."""
        device = self._device()
        asked = {"of_point": point, "of_service": service, "after": after, "most": limit}
        return [
            MailRow(to, number, EventId(device, Stream(stream), incarnation, seq))
            for to, number, stream, incarnation, seq in _MAIL.all(self._connection, asked)
        ]

    def mail_points(self, *, service: Service = Service.KT1) -> Sequence[tuple[str, int]]:
        """See `MailReader.mail_points`."""
        return [
            (point, last) for point, last in _POINTS.all(self._connection, {"none": 0, "of_service": service})
        ]

    def bundles_to(self, point: str, *, service: Service = Service.KT1) -> tuple[int, int]:
        """See `MailReader.bundles_to`."""
        row = _BUNDLES.one(self._connection, {"of_point": point, "of_service": service})
        return (int(row[0]), int(row[1])) if row is not None else (0, 0)

    def events_after(
        self, stream: Stream, seq: int, limit: int = 250, *, incarnation: int = 0
    ) -> Sequence[Event]:
        """See `MailReader.events_after`."""
        chain = self._own_chain(stream, incarnation)
        walked = islice(entries.walk(self._connection, chain, seq + 1), limit)
        return [
            entries.whole(entry, entries.beside(self._connection, chain.id(entry.seq)))
            for entry in list(walked)
        ]

    def last_seq(self, stream: Stream, *, incarnation: int = 0) -> int:
        """See `MailReader.last_seq`."""
        return entries.head(self._connection, self._own_chain(stream, incarnation)).seq

    def received(self, event_id: EventId) -> Event | None:
        """See `MailReader.received`."""
        return received.read(self._connection, event_id)

    def any_event(self, event_id: EventId) -> Event | None:
        """See `MailReader.any_event`."""
        return received.read_any(self._connection, event_id)

    def mail_event(self, event_id: EventId) -> EventId | None:
        """See `MailReader.mail_event`."""
        row = _TAKEN_BY.one(self._connection, received.asked(event_id))
        if row is None:
            return None
        stream, incarnation, seq = row
        return EventId(self._device(), Stream(stream), incarnation, seq)

    def kt1_line(self) -> LineRow | None:
        """See `MailReader.kt1_line`."""
        row = _LINE.one(self._connection, {"of_stream": Stream.KT1.value})
        if row is None:
            return None
        allowed, approval, day, reason, since_ms = row
        return LineRow(allowed == 1, approval, day, reason, since_ms)

    def _own_chain(self, stream: Stream, incarnation: int) -> entries.Chain:
        chain = chain_of(device_key.load(self._connection), stream)
        return replace(chain, incarnation=incarnation or chain.incarnation)

    def _device(self) -> int:
        return device_key.load(self._connection).device
