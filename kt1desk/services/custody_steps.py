"""What every act of custody has in common: of which service, in which shift, by whom, and whether the thing may take the step.

All of it is asked inside the transaction that writes the event: another desk program, or mail that came meanwhile, may have moved the
thing. Things of the other service are as unknown here as those of nobody. This module must not know any use case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain import custody
from kt1desk.domain.custody import Holder, HolderKind, Step, ThingKind, require_step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Moment
from kt1desk.domain.facts.dossier_custody import for_service
from kt1desk.domain.facts.fact import Fact
from kt1desk.domain.identifiers import LocalKind, count_in_life, local_number, normalise_number
from kt1desk.domain.permissions import Act, Role, act_for
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import HeldItem, StandingRow
from kt1desk.services.ports import Appending, Clock, Reader, Work
from kt1desk.services.rights import require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, needed_shift


@dataclass(frozen=True, slots=True)
class Occasion:
    """In whose session, in which shift, when and for which service something is done; ``on`` is the day that rights are judged on."""

    session: Session
    shift: ShiftRow
    on: date
    now: Moment
    service: Service = Service.KT1

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


def occasion(
    reader: Reader, session: Session, act: Act, clock: Clock, service: Service = Service.KT1
) -> Occasion:
    """The occasion of an act of custody: a shift must be open, the user must be allowed it for the service, and cleared for KT1.

    Raises:
        DeskError: ``shift.not_open``, rights.
    """
    shift = needed_shift(reader)
    on = require_now(session, act_for(service, act), shift, clock)
    return Occasion(session, shift, on, clock.now(), service)


def written(
    work: Work,
    at: Occasion,
    fact: Fact,
    parents: Sequence[EventId],
    *,
    second: str = "",
    beside: Mapping[str, Mapping[str, str]] | None = None,
) -> Event:
    """Write a fact of custody as its service does: its type and stream are those of the occasion's service.

    Args:
        work: the transaction.
        at: the occasion.
        fact: as KT1 has it.
        parents: last events of the things it is about.
        second: who else confirmed.
        beside: what stands beside it, by slot.
    """
    how = Appending(at.user, second, tuple(parents), at.now, beside)
    return work.append(for_service(fact, at.service), how)


def standing_of(reader: Reader, kind: ThingKind, number: str, service: Service = Service.KT1) -> StandingRow:
    """Where a thing of a service stands.

    Raises:
        DeskError: ``custody.unknown`` with ``thing`` and ``number``, also where the number is of another kind of thing or of the other
            service: nobody learns by asking that such a number exists.
    """
    standing = reader.standing(number, service=service)
    if standing is None or standing.kind is not kind:
        raise DeskError("custody.unknown", kind.value, thing=kind.value, number=number)
    return standing


def may_step(
    reader: Reader, kind: ThingKind, number: str, step: Step, service: Service = Service.KT1
) -> StandingRow:
    """Where a thing of a service stands, if it may take the step from there.

    Raises:
        DeskError: ``custody.unknown``, ``custody.step``.
    """
    standing = standing_of(reader, kind, number, service)
    require_step(kind, number, standing.state, step)
    return standing


def in_hand(reader: Reader, at: Occasion, number: str, step: Step) -> StandingRow:
    """Where an item stands, if it may take the step and whoever acts has it: in his own hands, or in a place of this point.

    What another person holds is handed over by him first, or put into a place: giver and taker both confirm.

    Raises:
        DeskError: ``custody.unknown``, ``custody.step``, ``custody.elsewhere``, ``custody.held_by_other`` with ``user``.
    """
    standing = may_step(reader, ThingKind.ITEM, number, step, at.service)
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


def held_item(reader: Reader, number: str, service: Service = Service.KT1) -> HeldItem:
    """What is known of an item of a service.

    Raises:
        DeskError: ``custody.unknown``.
    """
    found = reader.held_item(number, service=service)
    if found is None:
        raise DeskError("custody.unknown", "item", thing="item", number=number)
    return found


def next_local_number(reader: Reader, kind: LocalKind, at: Occasion) -> str:
    """The number of the next dispatch, round or incident of this desk: counted per day of the wall clock."""
    day = local_date(at.now)
    names = {LocalKind.DISPATCH: "dispatch", LocalKind.ROUND: "round", LocalKind.INCIDENT: "incident"}
    count = reader.count_on(names[kind], day.isoformat()) + 1
    return local_number(
        kind, at.point, day, at.session.desk.device, count_in_life(at.session.desk.incarnation, count)
    )
