"""Facts of custody: what happens to an item between its acceptance and the hands it ends in.

``n`` is the custody number: one more than that of the event before, which the envelope names as parent. ``point`` is where it happened,
``shift`` whose drawer was open. Who else confirmed (approver, giver, taker) is the envelope's second person; names of people who are no
users here stand beside the event.

This module must not know the tables of states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ItemApproved(PlainFact):
    """A second person let the item go.

    Attributes:
        manner: ``spot`` (the envelope's second person), ``remote`` (over the telephone), ``exception`` (nobody: to be reviewed).
        reason: coded, for an exception.
        question: the eight digits that were read out, for a remote approval.
    """

    TYPE: ClassVar[str] = "item.approved"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    manner: str
    reason: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class ItemRejected(PlainFact):
    """A second person did not let the item go; ``reason`` is coded."""

    TYPE: ClassVar[str] = "item.rejected"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemStored(PlainFact):
    """Put into a safe, cabinet or shelf: ``place`` is its code in the register of places."""

    TYPE: ClassVar[str] = "item.stored"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    place: str
    scan: bool = False


@dataclass(frozen=True, slots=True)
class ItemHanded(PlainFact):
    """Handed to another user of the point, ``to``; giver and taker both confirmed (one acts, the other is the second person)."""

    TYPE: ClassVar[str] = "item.handed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    to: str
    scan: bool = False


@dataclass(frozen=True, slots=True)
class RoundStarted(PlainFact):
    """A delivery list: ``items`` (number and custody number) go to the postman, who confirmed as second person.

    The first parents are the last events of the items, in their order.
    """

    TYPE: ClassVar[str] = "round.started"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    round: str
    postman: str
    items: tuple[tuple[str, int], ...]
    point: str
    shift: str


@dataclass(frozen=True, slots=True)
class ItemDelivered(PlainFact):
    """Given to the receiver, or back to the sender: the post is done. Who took it stands beside, slot ``taker`` (name, position).

    Attributes:
        round: the delivery list, "" when fetched at the counter.
        party: ``receiver`` or ``sender``.
        reference: where the signature is: delivery list and line, or the number of the paper signed.
        named: it was for a named person only, and that person took it.
        origin: the point that accepted it, so that it is told.
    """

    TYPE: ClassVar[str] = "item.delivered"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    party: str
    reference: str
    round: str = ""
    origin: str = ""
    named: bool = False
    scan: bool = False


@dataclass(frozen=True, slots=True)
class ItemAttempted(PlainFact):
    """Offered at the address in vain; ``reason`` is coded (Luật Bưu chính 2010, Điều 17), ``attempt`` counts from 1."""

    TYPE: ClassVar[str] = "item.attempted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    round: str
    reason: str
    attempt: int
    origin: str = ""
    scan: bool = False


@dataclass(frozen=True, slots=True)
class ItemBroughtBack(PlainFact):
    """The postman (second person) gave it back at the end of the round, offered or not."""

    TYPE: ClassVar[str] = "item.brought_back"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    round: str
    scan: bool = False


@dataclass(frozen=True, slots=True)
class ItemForwarded(PlainFact):
    """To go to another address, with the approval of a second person. The new receiver stands beside, slot ``receiver``.

    Attributes:
        reason: coded.
        to: the point that delivers to the new receiver, "" where the list of agencies does not say.
        manner: as in `ItemApproved`, "" on the spot.
        question: the eight digits that were read out, for a remote approval.
    """

    TYPE: ClassVar[str] = "item.forwarded"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    reason: str
    to: str = ""
    origin: str = ""
    manner: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class ItemReturned(PlainFact):
    """To go back to its sender, with the approval of a second person; ``manner`` and ``question`` as in `ItemForwarded`."""

    TYPE: ClassVar[str] = "item.returned"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    reason: str
    origin: str = ""
    manner: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class ItemUnclaimed(PlainFact):
    """Nobody takes it, neither receiver nor sender: kept apart until it is decided on; approved as `ItemForwarded` is."""

    TYPE: ClassVar[str] = "item.unclaimed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    n: int
    point: str
    shift: str
    reason: str
    origin: str = ""
    manner: str = ""
    question: str = ""


@dataclass(frozen=True, slots=True)
class RemoteGranted(PlainFact):
    """At the approver's desk: he answered a question of eight digits over the telephone.

    Attributes:
        device: who asked.
        question: the digits he was told.
        act: what for, as he was told: ``item`` or ``dispatch``.
        things: how many, as he was told.
    """

    TYPE: ClassVar[str] = "approval.granted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    device: int
    question: str
    act: str
    things: int
    point: str


@dataclass(frozen=True, slots=True)
class ExceptionReviewed(PlainFact):
    """Another person looked at what was done without a second one. Its parent is the event that was done so."""

    TYPE: ClassVar[str] = "exception.reviewed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    event: str
    outcome: str
    point: str
