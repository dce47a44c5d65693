"""What every act of custody has in common: in which shift, by whom, and whether the thing may take the step.

All of it is asked inside the transaction that writes the event: another desk program, or mail that came meanwhile, may have moved the
thing. This module must not know any use case.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain import custody
from kt1desk.domain.custody import Holder, HolderKind, Step, ThingKind, require_step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Moment
from kt1desk.domain.identifiers import LocalKind, local_number, normalise_number
from kt1desk.domain.permissions import Act, Role
from kt1desk.services.custody_rows import HeldItem, StandingRow
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, needed_shift


@dataclass(frozen=True, slots=True)
class Occasion:
    """In whose session, in which shift and when something is done; ``on`` is the day that rights and rules are judged on."""

    session: Session
    shift: ShiftRow
    on: date
    now: Moment

    @property
    def point(self) -> str:
        """Code of the point where it is done."""
        return self.session.desk.point

    @property
    def user(self) -> str:
        """Who does it."""
        return self.session.actor.user_id

    @property
    def me(self) -> str:
        """Who does it, as a holder."""
        return custody.person(self.point, self.user)


def occasion(reader: Reader, session: Session, act: Act, clock: Clock) -> Occasion:
    """The occasion of an act of custody: a shift must be open, the user must be allowed and cleared.

    Raises:
        DeskError: ``shift.not_open``, rights.
    """
    shift = needed_shift(reader)
    on = require_now(session, act, shift, clock)
    return Occasion(session, shift, on, clock.now())


def standing_of(reader: Reader, kind: ThingKind, number: str) -> StandingRow:
    """Where a thing stands.

    Raises:
        DeskError: ``custody.unknown`` with ``thing`` and ``number``, also where the number is of another kind of thing.
    """
    standing = reader.standing(number)
    if standing is None or standing.kind is not kind:
        raise DeskError("custody.unknown", kind.value, thing=kind.value, number=number)
    return standing


def may_step(reader: Reader, kind: ThingKind, number: str, step: Step) -> StandingRow:
    """Where a thing stands, if it may take the step from there.

    Raises:
        DeskError: ``custody.unknown``, ``custody.step``.
    """
    standing = standing_of(reader, kind, number)
    require_step(kind, number, standing.state, step)
    return standing


def in_hand(reader: Reader, at: Occasion, number: str, step: Step) -> StandingRow:
    """Where an item stands, if it may take the step and whoever acts has it: in his own hands, or in a place of this point.

    What another person holds is handed over by him first, or put into a place: giver and taker both confirm.

    Raises:
        DeskError: ``custody.unknown``, ``custody.step``, ``custody.elsewhere``, ``custody.held_by_other`` with ``user``.
    """
    standing = may_step(reader, ThingKind.ITEM, number, step)
    check_in_hand(standing.holder, at, number)
    return standing


def check_in_hand(holder_text: str, at: Occasion, number: str) -> None:
    """Whether a holder is whoever acts, or a place of this point.

    Raises:
        DeskError: ``custody.elsewhere``, ``custody.held_by_other`` with ``user``.
    """
    holder = Holder.parse(holder_text)
    if holder.point != at.point:
        raise DeskError("custody.elsewhere", "item", number=number)
    if holder.kind is HolderKind.PERSON and holder_text != at.me:
        raise DeskError("custody.held_by_other", "item", number=number, user=holder.name)


def check_giver(holder_text: str, at: Occasion, number: str) -> None:
    """Whether who acts may give a thing away: he has it, or he answers for the point and whoever has it is not there.

    Raises:
        DeskError: as `check_in_hand`.
    """
    in_charge = not at.session.actor.roles.isdisjoint({Role.HEAD, Role.CONTROLLER})
    if not (in_charge and Holder.parse(holder_text).point == at.point):
        check_in_hand(holder_text, at, number)


def numbers_once(numbers: Iterable[str], field: str = "items") -> tuple[str, ...]:
    """Numbers as they are stored, each of them once.

    Raises:
        DeskError: ``custody.nothing`` where there are none, ``custody.twice`` with ``number``.
    """
    found = tuple(map(normalise_number, numbers))
    if not found:
        raise DeskError("custody.nothing", field)
    seen = set[str]()
    for number in found:
        if number in seen:
            raise DeskError("custody.twice", field, number=number)
        seen.add(number)
    return found


def heads(standings: Sequence[StandingRow]) -> tuple[EventId, ...]:
    """The last events of things, as parents: each once, in their order."""
    return tuple(dict.fromkeys(standing.head for standing in standings))


def held_item(reader: Reader, number: str) -> HeldItem:
    """What is known of an item.

    Raises:
        DeskError: ``custody.unknown``.
    """
    found = reader.held_item(number)
    if found is None:
        raise DeskError("custody.unknown", "item", thing="item", number=number)
    return found


def next_local_number(reader: Reader, kind: LocalKind, at: Occasion) -> str:
    """The number of the next dispatch, round or incident of this desk: counted per day of the wall clock."""
    day = local_date(at.now)
    names = {LocalKind.DISPATCH: "dispatch", LocalKind.ROUND: "round", LocalKind.INCIDENT: "incident"}
    count = reader.count_on(names[kind], day.isoformat()) + 1
    return local_number(kind, at.point, day, at.session.desk.device, count)
