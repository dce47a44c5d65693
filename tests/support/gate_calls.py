"""How tests call the gate's function themselves, and frames without a desk: nothing here is shared with the program's own line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.frames import FIRST_PREV, Mark
from kt1desk.exchange.gate_talk import Answer, Ask, OwnFrames, Place, Reason, Reply
from tests.support.postgres import Cluster, Connection, Desk

CALL = "SELECT * FROM gate.exchange(%b, %b, %s::int4, %s::int8, %b, %s::int8, %b, %b)"
NO_TOKEN = bytes(16)
_SIGNATURE = 64


def raw_frame(
    device: int,
    number: int,
    prev: bytes = FIRST_PREV,
    *,
    stream: int = 2,
    incarnation: int = 1,
    body: bytes = b"-",
) -> bytes:
    """Bytes with the head of a frame, put together from the format's description; unsigned, nothing packed in it."""
    head = (
        b"KF\1\1"
        + device.to_bytes(2, "big")
        + bytes([stream])
        + incarnation.to_bytes(2, "big")
        + number.to_bytes(4, "big")
    )
    times = (1_800_000_000_000).to_bytes(8, "big") + (420).to_bytes(2, "big")
    events = number.to_bytes(4, "big") + (1).to_bytes(2, "big")
    return head + times + events + prev + len(body).to_bytes(4, "big") + body + b"\5" * _SIGNATURE


def hash_of(frame: bytes) -> bytes:
    """What the next frame must name."""
    return hashlib.sha256(b"kt1desk/frame/1\0" + frame[:-_SIGNATURE]).digest()


def mail_hash(data: bytes) -> bytes:
    """Any hash will do at the gate; it does not read mail."""
    return hashlib.sha256(b"mail" + data).digest()


def arguments(ask: Ask) -> tuple[Any, ...]:
    """The question as the function takes it."""
    mail = (ask.mail.number, bytes.fromhex(ask.mail.hash)) if ask.mail else (None, None)
    own = None
    if ask.own:
        own = (
            bytes([ask.own.stream])
            + ask.own.incarnation.to_bytes(2, "big")
            + ask.own.number.to_bytes(4, "big")
        )
    return (ask.token, ask.hardware, ask.program, ask.now_ms, ask.frame, *mail, own)


def call(connection: Connection, ask: Ask) -> Reply:
    """One question over a connection that is open."""
    row = connection.execute(CALL, arguments(ask)).fetchone()
    assert row is not None
    answer, reason, places, token, now_ms, epoch, wanted, mail_last, mail, own = row
    return Reply(
        Answer(answer),
        Reason(reason),
        _places(places),
        token,
        now_ms,
        epoch,
        wanted,
        mail_last,
        tuple(mail),
        tuple(own),
    )


def _places(told: bytes) -> dict[Stream, Place]:
    width = len(told) // 2
    found: dict[Stream, Place] = {}
    for part in (told[:width], told[width:]):
        numbers = (int.from_bytes(part[1:3], "big"), int.from_bytes(part[3:7], "big"))
        found[Stream(part[0])] = Place(numbers[0], Mark(numbers[1], part[7:]))
    return found


@dataclass
class Caller:
    """A desk at the gate that does what a desk does: shows the last token, sends the next frame of its chain."""

    connection: Connection
    desk: Desk
    token: bytes = NO_TOKEN
    mark: Mark = field(default_factory=Mark)

    def ask(self, **others: Any) -> Ask:
        """A question that brings nothing; ``others`` replaces or adds."""
        return replace(Ask(self.token, self.desk.hardware, 7_001, 1_800_000_000_000), **others)

    def call(self, **others: Any) -> Reply:
        """Ask and keep the token."""
        reply = self.lose(**others)
        self.token = reply.token or self.token
        return reply

    def lose(self, **others: Any) -> Reply:
        """Ask, and forget the answer: the token stays the one before."""
        return call(self.connection, self.ask(**others))

    def send(self, body: bytes = b"-", **others: Any) -> Reply:
        """Send the next frame of the counter's chain."""
        frame = self.next_frame(body)
        reply = self.call(frame=frame, **others)
        if reply.answer is Answer.OK:
            self.mark = Mark(self.mark.number + 1, hash_of(frame))
        return reply

    def next_frame(self, body: bytes = b"-") -> bytes:
        """The frame that would be next."""
        return raw_frame(self.desk.number, self.mark.number + 1, self.mark.hash, body=body)


def own(stream: int = 2, incarnation: int = 1, number: int = 1) -> OwnFrames:
    """A wish for own frames."""
    return OwnFrames(Stream(stream), incarnation, number)


def post(cluster: Cluster, point: str, *letters: bytes) -> list[MailMark]:
    """Put mail for a point out as the integrator does, after what is there."""
    marks: list[MailMark] = []
    with cluster.admin("gate") as admin:
        row = admin.execute("SELECT number FROM gate.mailbox WHERE point = %s", (point,)).fetchone()
        last = int(row[0]) if row else 0
        for number, data in enumerate(letters, last + 1):
            marks.append(MailMark(number, mail_hash(data).hex()))
            admin.execute(
                "INSERT INTO gate.mail_out VALUES (%s, %s, %s, %s, 0)", (point, number, mail_hash(data), data)
            )
            admin.execute(
                "INSERT INTO gate.mailbox VALUES (%s, %s, %s) ON CONFLICT (point) DO UPDATE SET number = excluded.number,"
                " hash = excluded.hash",
                (point, number, mail_hash(data)),
            )
    return marks


def audited(cluster: Cluster) -> dict[tuple[str, str], int]:
    """How often the gate wrote down what, for each role."""
    with cluster.admin("gate") as admin:
        rows = admin.execute(
            "SELECT role, what, sum(times)::int FROM gate.audit GROUP BY role, what"
        ).fetchall()
    return {(role, what): times for role, what, times in rows}
