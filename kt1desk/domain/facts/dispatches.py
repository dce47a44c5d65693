"""Facts of dispatches: receptacles sent on a route with all that their taker must know, and the arrival closed.

Data follows custody: a dispatch carries what its taker must know of each item, so that a point without a link can work from the paper it
came with. Names of escort and driver, and both parties of A, B and C items, stand beside the event.

This module must not know who signs, nor how an event travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts.items import Party
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item as its dispatch tells it. Parties are None where they stand beside the event (slots ``from.<item>``, ``to.<item>``).

    ``n`` is the custody number the item has with this dispatch, ``origin`` the point that accepted it, ``returning`` that it goes back.
    """

    item: str
    product: str
    urgency: str
    secrecy: str
    scope: str
    weight_g: int
    accepted_ms: int
    deadline_ms: int
    agreed_ms: int
    origin: str
    n: int
    named_person: bool = False
    returning: bool = False
    sender: Party | None = field(default=None, repr=False)
    receiver: Party | None = field(default=None, repr=False)

    def body(self) -> list[Json]:
        """As a row; other times as milliseconds after the acceptance, to be short on paper."""
        sender = self.sender.fields() if self.sender else ""
        receiver = self.receiver.fields() if self.receiver else ""
        flags = int(self.named_person) + 2 * int(self.returning)
        return [
            self.item,
            self.product,
            self.urgency,
            self.secrecy,
            self.scope,
            self.weight_g,
            self.accepted_ms,
            _after(self.deadline_ms, self.accepted_ms),
            _after(self.agreed_ms, self.accepted_ms),
            self.origin,
            self.n,
            flags,
            sender,
            receiver,
        ]

    @classmethod
    def of(cls, row: Json) -> ItemLine:
        """Read `body` back."""
        parts = cast(list[Json], row)
        item, product, urgency, secrecy, scope = map(str, parts[:5])
        weight, accepted, deadline, agreed = map(_whole, parts[5:9])
        flags = _whole(parts[11])
        return cls(
            item,
            product,
            urgency,
            secrecy,
            scope,
            weight,
            accepted,
            _at(deadline, accepted),
            _at(agreed, accepted),
            str(parts[9]),
            _whole(parts[10]),
            bool(flags & 1),
            bool(flags & 2),
            _party(parts[12]),
            _party(parts[13]),
        )


_WITHOUT_POINT = 7


@dataclass(frozen=True, slots=True)
class ReceptacleLine:
    """A receptacle as its dispatch tells it, with the event that closed it (identity and hash, so that it can be held against it).

    ``to`` is the point it was closed for, which opens it: not always the one the dispatch goes to.
    """

    receptacle: str
    seal: str
    weight_g: int
    n: int
    closed: EventId
    closed_hash: str
    items: tuple[ItemLine, ...]
    to: str

    def body(self) -> list[Json]:
        """As a row."""
        return [
            self.receptacle,
            self.seal,
            self.weight_g,
            self.n,
            self.closed.text,
            self.closed_hash,
            [line.body() for line in self.items],
            self.to,
        ]

    @classmethod
    def of(cls, row: Json, sent_to: str) -> ReceptacleLine:
        """Read `body` back; desks of the fourth schema did not write ``to``, theirs were closed for where the dispatch went."""
        parts = cast(list[Json], row)
        whole = [*parts, sent_to] if len(parts) == _WITHOUT_POINT else parts
        number, seal, weight, n, closed, hashed, items, to = whole
        return cls(
            str(number),
            str(seal),
            _whole(weight),
            _whole(n),
            EventId.parse(str(closed)),
            str(hashed),
            tuple(ItemLine.of(line) for line in cast(list[Json], items)),
            str(to),
        )


@dataclass(frozen=True, slots=True)
class DispatchSent:
    """A dispatch leaves: its receptacles with all that stands in them go on a trip. Its parents are their last events.

    The envelope's second person approved it; where ``manner`` is not ``spot`` as in `ItemApproved`. Escort and driver stand beside, slots
    ``escort`` and ``driver`` (name).

    Attributes:
        agencies: version of the list of agencies where parties are given by their number only, "" where they are written out.
    """

    TYPE: ClassVar[str] = "dispatch.sent"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    dispatch: str
    point: str
    to: str
    route: str
    vehicle: str
    dedicated: bool
    manner: str
    receptacles: tuple[ReceptacleLine, ...]
    shift: str
    reason: str = ""
    question: str = ""
    agencies: str = ""

    @property
    def items(self) -> tuple[ItemLine, ...]:
        """All items in all receptacles."""
        return tuple(line for each in self.receptacles for line in each.items)

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "bags": [each.body() for each in self.receptacles],
            "dispatch": self.dispatch,
            "manner": self.manner,
            "point": self.point,
            "route": self.route,
            "shift": self.shift,
            "to": self.to,
            "vehicle": self.vehicle,
        }
        more: dict[str, Json] = {
            "agencies": self.agencies,
            "dedicated": int(self.dedicated),
            "question": self.question,
            "reason": self.reason,
        }
        return made | {name: value for name, value in more.items() if value}

    @classmethod
    def of(cls, body: Mapping[str, Json]) -> DispatchSent:
        """Read `body` back.

        Raises:
            DeskError: ``event.body`` where a part is missing or of the wrong kind.
        """
        try:
            return cls(
                dispatch=str(body["dispatch"]),
                point=str(body["point"]),
                to=str(body["to"]),
                route=str(body["route"]),
                vehicle=str(body["vehicle"]),
                dedicated=body.get("dedicated", 0) == 1,
                manner=str(body["manner"]),
                receptacles=tuple(
                    ReceptacleLine.of(row, str(body["to"])) for row in cast(list[Json], body["bags"])
                ),
                shift=str(body["shift"]),
                reason=str(body.get("reason", "")),
                question=str(body.get("question", "")),
                agencies=str(body.get("agencies", "")),
            )
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise DeskError("event.body", type=cls.TYPE) from error


@dataclass(frozen=True, slots=True)
class DispatchRecalled(PlainFact):
    """Taken back by its sender before it was received; receptacles with their custody numbers. ``reason`` is coded."""

    TYPE: ClassVar[str] = "dispatch.recalled"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    dispatch: str
    n: int
    receptacles: tuple[tuple[str, int], ...]
    items: tuple[tuple[str, int], ...]
    to: str
    reason: str
    point: str
    shift: str


@dataclass(frozen=True, slots=True)
class DispatchArrived(PlainFact):
    """The taker closes an arrival: what he expected, what he has, what is missing or too many, and the incident records made of it."""

    TYPE: ClassVar[str] = "dispatch.arrived"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    dispatch: str
    n: int
    from_point: str
    expected: int
    arrived: int
    point: str
    shift: str
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()
    incidents: tuple[str, ...] = ()


def read_dispatch_sent(event: Event) -> DispatchSent:
    """The dispatch an event records; parties of A, B and C items come back from beside it where they are still kept."""
    from_body = DispatchSent.of(event.body())
    beside = {each.slot: each.fields() for each in event.particulars}
    return _replaced(from_body, beside)


def _replaced(fact: DispatchSent, beside: Mapping[str, Mapping[str, str]]) -> DispatchSent:
    def whole(line: ItemLine) -> ItemLine:
        sender, receiver = beside.get(f"from.{line.item}"), beside.get(f"to.{line.item}")
        return replace(
            line,
            sender=line.sender or (Party.of(sender) if sender else None),
            receiver=line.receiver or (Party.of(receiver) if receiver else None),
        )

    bags = tuple(replace(each, items=tuple(map(whole, each.items))) for each in fact.receptacles)
    return replace(fact, receptacles=bags)


def _after(at_ms: int, accepted_ms: int) -> int:
    """Milliseconds after the acceptance, 0 for none."""
    return at_ms - accepted_ms if at_ms else 0


def _at(after_ms: int, accepted_ms: int) -> int:
    return accepted_ms + after_ms if after_ms else 0


def _whole(value: Json) -> int:
    """A number that is one: what another desk wrote goes into columns of numbers."""
    if not isinstance(value, int):
        raise TypeError
    return value


def _party(value: Json) -> Party | None:
    return Party.of(cast(Mapping[str, Json], value)) if value else None
