"""A printed receipt found by the twelve digits of its event's hash, also where that event goes on under another name.

Asked for rarely, and by nobody who waits: the journal has no index by hash, and is walked. This module must not know what a receipt says.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import JournalReissued, JournalSetAside
from kt1desk.store.statements import Connection

DIGITS = 12
_BY_HASH = "SELECT device, stream, incarnation, seq FROM event WHERE substr(hash, 1, 6) = ?"
_RENAMED = f"SELECT body FROM event WHERE type = '{JournalReissued.TYPE}'"  # noqa: S608 - a word of our own

_LEFT = f"""SELECT type, body FROM event WHERE type IN ('{JournalReissued.TYPE}', '{JournalSetAside.TYPE}')
ORDER BY incarnation, id"""  # noqa: S608 - words of our own


@dataclass(frozen=True, slots=True)
class FoundReceipt:
    """What became of the event of a receipt.

    Attributes:
        was: its identity as printed.
        now: the identity it has in the journal; empty where it lies in the archived file alone.
        why: then the code of what stood against it.
    """

    was: str
    now: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """An event that a supervisor has to look at, and the code of what stood against it.

    Attributes:
        is_here: whether it stands in this journal and nothing follows from it; otherwise it lies in the archived file alone.
    """

    event: str
    why: str
    is_here: bool


def left(connection: Connection) -> Iterator[Left]:
    """What a restore could not write again or had to set aside, in the order in which it was found."""
    for told, body in connection.execute(_LEFT).fetchall():
        rows = json.loads(body)["rows"]
        if told == JournalSetAside.TYPE:
            yield from (Left(event, why, is_here=True) for event, why in rows)
        else:
            yield from (Left(was, why, is_here=False) for was, _hash, now, why in rows if not now)


def by_proof(connection: Connection, digits: str) -> Iterator[FoundReceipt]:
    """The events with these digits; 48 bits are one event, but for a forger's.

    Raises:
        DeskError: ``restore.digits`` where they are not twelve.
    """
    plain = "".join(digits.split()).lower()
    if len(plain) != DIGITS or set(plain) - set("0123456789abcdef"):
        raise DeskError("restore.digits")
    for device, stream, incarnation, seq in connection.execute(_BY_HASH, (bytes.fromhex(plain),)).fetchall():
        identity = EventId(device, Stream(stream), incarnation, seq).text
        yield FoundReceipt(identity, identity)
    for (body,) in connection.execute(_RENAMED).fetchall():
        for was, was_hash, now, why in json.loads(body)["rows"]:
            if was_hash.startswith(plain):
                yield FoundReceipt(was, now, why)
