"""Taking one event in, and telling what came of it: the same for whatever way it came.

The same event once more changes nothing; another event under the same identity is refused, for one of the two was made by somebody else.
This module must not know how events travel, nor what they mean.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.exchange import wire
from kt1desk.exchange.judging import LATER, REFUSED_BY_STORE
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.told import check_told
from kt1desk.services.ports import Work

_NOT_THE_EVENT = ("disk.", "store.")
"""Refusals of the machine: nothing is wrong with the mail, and it is taken in another time."""


class Outcome(StrEnum):
    """What came of one event."""

    NEW = "new"
    ALREADY = "already"
    LATER = "later"
    """It may be taken in by a newer program or with a newer key list; it will come again."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """One event of an input.

    Attributes:
        event: its identity, None where it could not even be read.
        type: its type, "" likewise.
        outcome: what came of it.
        reason: why not, None where it is here.
    """

    event: EventId | None
    type: str
    outcome: Outcome
    reason: DeskError | None = None


def take_event(work: Work, room: Mailroom, event: Event, way: str, actor: str) -> Outcome:
    """Take an event in that was proved.

    Raises:
        DeskError: ``inbox.fork`` with ``event``; as `check_told` and `Work.take_mail`.
    """
    known = work.any_event(event.id)
    if known is None:
        check_told(work, room, event)
        return Outcome.NEW if work.take_mail(event, way, actor) else Outcome.ALREADY
    if known.hash != event.hash:
        raise DeskError("inbox.fork", event=event.id.text)
    return Outcome.ALREADY


def is_of_the_machine(error: DeskError) -> bool:
    """Whether a refusal says nothing about the event: the whole input is taken in another time."""
    return error.code.startswith(_NOT_THE_EVENT) and error.code != REFUSED_BY_STORE


def readable(record: bytes) -> Event | DeskError:
    """The event of a record, or why there is none."""
    try:
        return wire.decode(record)
    except DeskError as error:
        return error


def refused(event: Event | DeskError, reason: DeskError, later: Collection[str] = LATER) -> Taken:
    """What is told of an event that was not taken in; ``later`` are the codes that do not last."""
    outcome = Outcome.LATER if reason.code in later else Outcome.REFUSED
    if isinstance(event, DeskError):
        return Taken(None, "", outcome, reason)
    return Taken(event.id, event.envelope.type, outcome, reason)
