"""Whether the KT1 register may go over the network: the last word counts, and none outlives the incarnation it was said in."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, insert

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts.line import LineAllowed, LineClosed
from kt1desk.store.mail_tables import line
from kt1desk.store.statements import Connection, Prepared

_DROP = Prepared(delete(line).where(line.c.stream == bindparam("of_stream")))
_PUT = Prepared(insert(line))


def line_allowed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """On this approval."""
    fact = LineAllowed.of(body)
    _say(connection, event, {"allowed": 1, "approval": fact.approval, "day": fact.day, "reason": ""})


def line_closed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """For this reason; no approval holds any more."""
    fact = LineClosed.of(body)
    _say(connection, event, {"allowed": 0, "approval": "", "day": "", "reason": fact.reason})


def register_opened(connection: Connection, event: Event, _body: Mapping[str, Json]) -> None:
    """A desk that was restored does not know whether its approval was taken back meanwhile: an administrator enters it once more."""
    if event.id.incarnation > 1:
        _DROP.run(connection, {"of_stream": event.id.stream.value})


def _say(connection: Connection, event: Event, row: Mapping[str, str | int]) -> None:
    stream = event.id.stream.value
    _DROP.run(connection, {"of_stream": stream})
    _PUT.run(connection, {**row, "stream": stream, "since_ms": event.envelope.happened.utc_ms})
