"""Who answers for what: the life of an item, of a receptacle and of a dispatch, as state tables, and who holds a thing.

The tables are the specification: what is not in them is refused before an event is written. They follow the life cycle that the carrier's
own KT1 system shows (đã chấp nhận, đã phê duyệt, đã đóng chuyến thư, đã xác nhận đến, giao cho bưu tá, phát thành công hay không).

At any time exactly one holder answers for a thing: a person, a place, a receptacle (whose own holder answers then), a trip, or, when the
post is done with it, a party. This module must not know who may do a step (`kt1desk.domain.permissions`) nor which event takes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from kt1desk.domain.errors import DeskError


class Custody(StrEnum):
    """What became of an accepted case at this desk (items have their `State`)."""

    HERE = "here"
    REVERSED = "reversed"


class ThingKind(StrEnum):
    """What custody is kept of."""

    ITEM = "item"
    RECEPTACLE = "receptacle"
    DISPATCH = "dispatch"


class State(StrEnum):
    """Where a thing stands. ``UNKNOWN`` is before the first event that is known of it, never where it stays."""

    UNKNOWN = "unknown"
    # items
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    REVERSED = "reversed"
    APPROVED = "approved"
    STORED = "stored"
    PACKED = "packed"
    DISPATCHED = "dispatched"
    ARRIVED = "arrived"
    OUT = "out"
    ATTEMPTED = "attempted"
    DELIVERED = "delivered"
    FORWARDED = "forwarded"
    RETURNING = "returning"
    RETURNED = "returned"
    UNCLAIMED = "unclaimed"
    # receptacles and dispatches
    CLOSED = "closed"
    SENT = "sent"
    RECEIVED = "received"
    OPENED = "opened"
    UNDONE = "undone"
    RECALLED = "recalled"


class Step(StrEnum):
    """What can happen to a thing."""

    ACCEPT = "accept"
    TAKE_ON = "take_on"
    """A cover of a dossier or a result begins its way."""
    REVERSE = "reverse"
    APPROVE = "approve"
    REJECT = "reject"
    STORE = "store"
    HAND = "hand"
    PACK = "pack"
    UNPACK = "unpack"
    SEND = "send"
    RECALL = "recall"
    ARRIVE = "arrive"
    GIVE = "give"
    ATTEMPT = "attempt"
    BRING_BACK = "bring_back"
    DELIVER = "deliver"
    HAND_BACK = "hand_back"
    """A result that could not be delivered is with its authority again, against a hand-over record."""
    FORWARD = "forward"
    RETURN = "return"
    SET_ASIDE = "set_aside"
    # receptacles and dispatches
    CLOSE = "close"
    UNDO = "undo"
    RECEIVE = "receive"
    OPEN = "open"


Table: TypeAlias = Mapping[tuple[State, Step], State]

_S, _T = State, Step
_IN_HAND = (
    _S.ACCEPTED,
    _S.APPROVED,
    _S.STORED,
    _S.ARRIVED,
    _S.ATTEMPTED,
    _S.FORWARDED,
    _S.RETURNING,
    _S.UNCLAIMED,
)
"""States in which an item is in somebody's hands or in a place at a point."""

ITEM: Table = MappingProxyType(
    {
        (_S.UNKNOWN, _T.ACCEPT): _S.ACCEPTED,
        (_S.UNKNOWN, _T.TAKE_ON): _S.STORED,  # covers of dossiers and results wait for nobody's approval
        (_S.UNKNOWN, _T.SEND): _S.DISPATCHED,  # at the taker's desk its data comes with the dispatch
        (_S.UNKNOWN, _T.ARRIVE): _S.ARRIVED,  # it came before its data
        # the second person, before it leaves
        (_S.ACCEPTED, _T.APPROVE): _S.APPROVED,
        (_S.ACCEPTED, _T.REJECT): _S.REJECTED,
        **{(state, _T.REVERSE): _S.REVERSED for state in (_S.ACCEPTED, _S.REJECTED, _S.APPROVED)},
        # kept and handed on within the point
        **{(state, _T.HAND): state for state in (*_IN_HAND, _S.REJECTED)},
        **{(state, _T.STORE): state for state in (*_IN_HAND, _S.REJECTED)},
        (_S.APPROVED, _T.STORE): _S.STORED,
        (_S.ARRIVED, _T.STORE): _S.STORED,
        (_S.STORED, _T.REVERSE): _S.REVERSED,
        # on the way: an item that no second person must look at goes as accepted
        **{
            (state, _T.PACK): _S.PACKED
            for state in (_S.ACCEPTED, _S.APPROVED, _S.STORED, _S.ARRIVED, _S.FORWARDED, _S.RETURNING)
        },
        (_S.PACKED, _T.UNPACK): _S.STORED,
        (_S.PACKED, _T.SEND): _S.DISPATCHED,
        (_S.DISPATCHED, _T.SEND): _S.DISPATCHED,  # passed on in its receptacle by a relay point
        (_S.DISPATCHED, _T.RECALL): _S.PACKED,
        (_S.DISPATCHED, _T.ARRIVE): _S.ARRIVED,
        # to the address
        **{
            (state, _T.GIVE): _S.OUT
            for state in (_S.ARRIVED, _S.STORED, _S.ATTEMPTED, _S.FORWARDED, _S.RETURNING)
        },
        (_S.APPROVED, _T.GIVE): _S.OUT,  # accepted and delivered by the same point
        (_S.ACCEPTED, _T.GIVE): _S.OUT,
        (_S.OUT, _T.DELIVER): _S.DELIVERED,
        (_S.OUT, _T.ATTEMPT): _S.ATTEMPTED,
        (_S.OUT, _T.BRING_BACK): _S.STORED,
        (_S.ATTEMPTED, _T.BRING_BACK): _S.ATTEMPTED,
        **{
            (state, _T.DELIVER): _S.DELIVERED for state in (_S.ARRIVED, _S.STORED, _S.ATTEMPTED)
        },  # fetched at the counter
        **{
            (state, _T.HAND_BACK): _S.RETURNED
            for state in (_S.ARRIVED, _S.STORED, _S.ATTEMPTED, _S.RETURNING)
        },  # at the authority's desk, without a round: only facts of dossiers do this
        # what cannot be delivered as written
        **{(state, _T.FORWARD): _S.FORWARDED for state in (_S.ARRIVED, _S.STORED, _S.ATTEMPTED)},
        **{
            (state, _T.RETURN): _S.RETURNING
            for state in (_S.ARRIVED, _S.STORED, _S.ATTEMPTED, _S.FORWARDED, _S.UNCLAIMED)
        },
        (_S.ATTEMPTED, _T.SET_ASIDE): _S.UNCLAIMED,
        (_S.RETURNING, _T.SET_ASIDE): _S.UNCLAIMED,
    }
)
"""The life of an item. Where it goes back to its sender, ``DELIVER`` with the party ``sender`` makes it RETURNED (see `after`)."""

RECEPTACLE: Table = MappingProxyType(
    {
        (_S.UNKNOWN, _T.CLOSE): _S.CLOSED,
        (_S.UNKNOWN, _T.SEND): _S.SENT,
        (_S.UNKNOWN, _T.RECEIVE): _S.RECEIVED,
        (_S.CLOSED, _T.UNDO): _S.UNDONE,
        (_S.CLOSED, _T.SEND): _S.SENT,
        (_S.SENT, _T.RECALL): _S.CLOSED,
        (_S.SENT, _T.RECEIVE): _S.RECEIVED,
        (_S.RECEIVED, _T.SEND): _S.SENT,  # a relay point passes it on unopened
        (_S.RECEIVED, _T.OPEN): _S.OPENED,
    }
)
"""The life of a closed receptacle; one that is filled is nobody's yet, and the same bag used again has a new number."""

DISPATCH: Table = MappingProxyType(
    {
        (_S.UNKNOWN, _T.SEND): _S.SENT,
        (_S.UNKNOWN, _T.ARRIVE): _S.ARRIVED,
        (_S.SENT, _T.RECALL): _S.RECALLED,
        (_S.SENT, _T.ARRIVE): _S.ARRIVED,
    }
)
"""The life of a dispatch: sent by the giver, its arrival closed by the taker."""

TABLES: Mapping[ThingKind, Table] = MappingProxyType(
    {ThingKind.ITEM: ITEM, ThingKind.RECEPTACLE: RECEPTACLE, ThingKind.DISPATCH: DISPATCH}
)

OVER = frozenset({_S.DELIVERED, _S.RETURNED, _S.REVERSED, _S.UNDONE, _S.OPENED, _S.RECALLED})
"""States after which the post holds nothing under this number any more (an opened receptacle is an empty bag)."""


class HolderKind(StrEnum):
    """What can answer for a thing."""

    PERSON = "person"
    PLACE = "place"
    RECEPTACLE = "receptacle"
    TRIP = "trip"
    PARTY = "party"


SENDER, RECEIVER = "sender", "receiver"
"""The parties a thing can end with."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who or what answers for a thing; on the wire and in tables it is its `text`."""

    kind: HolderKind
    ref: str

    @property
    def text(self) -> str:
        """``kind:ref``."""
        return f"{self.kind.value}:{self.ref}"

    @property
    def point(self) -> str:
        """Code of the point a person or place belongs to, else ""."""
        return self.ref.partition("/")[0] if self.kind in {HolderKind.PERSON, HolderKind.PLACE} else ""

    @property
    def name(self) -> str:
        """The user or the place within the point; for the other kinds the whole reference."""
        return self.ref.partition("/")[2] if self.point else self.ref

    @classmethod
    def parse(cls, text: str) -> Holder:
        """Read `text` back.

        Raises:
            DeskError: ``custody.holder``.
        """
        kind, _, ref = text.partition(":")
        known = next((each for each in HolderKind if each.value == kind), None)
        if known is None or not ref:
            raise DeskError("custody.holder")
        return cls(known, ref)


def person(point: str, user: str) -> str:
    """A user of a point as a holder."""
    return Holder(HolderKind.PERSON, f"{point}/{user}").text


def place(point: str, code: str) -> str:
    """A safe, cabinet or shelf of a point as a holder."""
    return Holder(HolderKind.PLACE, f"{point}/{code}").text


def receptacle(number: str) -> str:
    """A closed receptacle as a holder."""
    return Holder(HolderKind.RECEPTACLE, number).text


def trip(dispatch: str) -> str:
    """A dispatch on its way as a holder."""
    return Holder(HolderKind.TRIP, dispatch).text


def party(which: str) -> str:
    """The receiver or the sender as a holder: the post is done."""
    return Holder(HolderKind.PARTY, which).text


def after(kind: ThingKind, state: State, step: Step, holder: str = "") -> State | None:
    """The state after a step, None where the table does not have it. ``holder`` is who has it then, where the step says so."""
    following = TABLES[kind].get((state, step))
    if following is State.DELIVERED and holder == party(SENDER):
        return State.RETURNED
    return following


def require_step(kind: ThingKind, number: str, state: State, step: Step) -> None:
    """Refuse what the table does not have.

    Raises:
        DeskError: ``custody.step`` with ``thing``, ``number``, ``state`` and ``step``.
    """
    if after(kind, state, step) is None:
        raise DeskError(
            "custody.step", kind.value, thing=kind.value, number=number, state=state.value, step=step.value
        )
