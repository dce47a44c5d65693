"""Sending receptacles on a route, let go by a second person, with a manifest that carries the dispatch itself; and taking one back.

This module must not know how the event becomes a 2D code: that is a port.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Protocol

from kt1desk.domain.approval import Manner
from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.custody import Step, ThingKind, after
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import DispatchRecalled, DispatchSent
from kt1desk.domain.identifiers import LocalKind, read_local_number, receptacle_number
from kt1desk.domain.permissions import Act, require
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.registers import VEHICLES
from kt1desk.domain.text import as_name, clean
from kt1desk.services.approval_rules import dispatch_needs_approval
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_rows import StandingRow
from kt1desk.services.custody_steps import (
    Occasion,
    heads,
    next_local_number,
    numbers_once,
    occasion,
    standing_of,
)
from kt1desk.services.dispatch_lines import Beside, Load, load_of, manifest_receptacle, masked_lines
from kt1desk.services.manifest_paper import MANIFEST, MANIFEST_FORM, ManifestPaper, manifest_values
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader, Work
from kt1desk.services.rights import flags_of, require_point
from kt1desk.services.sessions import Session

MAX_NAME = 80
_SIGN = re.compile(r"[0-9A-ZĐ][0-9A-ZĐ./-]{0,15}")
"""A plate or the name of a route: a sign without a blank, never a sentence."""
_WIDEST = "CT000000-000000-00000-00000"
"""Stands for the number until the event is written, so that the paper is known to fit."""


class Codes(Protocol):
    """How a dispatch becomes 2D codes."""

    def parts(self, event: Event, to: str) -> tuple[bytes, ...]:
        """The parts that carry the event to a point; none where it is too large for paper and must go by file.

        Raises:
            DeskError: ``trust.*``, ``sealing.*`` where nothing can be sealed to that point.
        """


@dataclass(frozen=True, slots=True)
class DispatchDraft:
    """A dispatch about to leave. ``vehicle`` is its plate, "" for another way; names of escort and driver are natural persons'."""

    to: str
    route: str
    vehicle: str
    dedicated: bool
    receptacles: tuple[str, ...]
    escort: str = field(default="", repr=False)
    driver: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sent:
    """A dispatch on its way: its event is on the disk, its manifest is queued."""

    dispatch: str
    event: Event
    jobs: tuple[int, ...]


class Dispatching:
    """Sending and recalling."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents, codes: Codes
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._codes = codes

    def send(self, session: Session, draft: DispatchDraft, confirmed: Confirmed) -> Sent:
        """Send receptacles on their way; all of them or none.

        Raises:
            DeskError: ``dispatch.*``, ``custody.*``, ``approval.*``, ``point.*``, ``text.*``, ``shift.not_open``, rights of both,
                ``paper.text_does_not_fit``; what `Codes.parts` raises. Nothing is written then.
        """
        wanted = _checked_texts(draft)
        with self._journal.read() as reader:
            at = occasion(reader, session, Act.SEND_DISPATCH, self._clock)
            loads = self._loads(reader, at, wanted)
            self._check_vehicle(reader, wanted)
            paper = self._manifest(at, wanted, loads)
        check_paper(self._documents, MANIFEST, manifest_values(paper))
        with self._journal.work() as work:
            at = occasion(work, session, Act.SEND_DISPATCH, self._clock)
            loads = self._loads(work, at, wanted)
            self._confirm(work, at, wanted, confirmed)
            number = next_local_number(work, LocalKind.DISPATCH, at)
            made = _fact(at, number, wanted, loads, confirmed)
            event = _append(work, at, made, loads, confirmed.second)
            parts = () if session.desk.trial else self._codes.parts(event, wanted.to)
            proved = replace(paper, dispatch=number).proved_by(event, parts)
            job = queue_paper(work, MANIFEST, number, manifest_values(proved))
            work.commit()
        return Sent(number, event, (job,))

    def recall(self, session: Session, dispatch: str, reason: str, confirmed: Confirmed) -> Event:
        """Take a dispatch back that was not received: its receptacles are closed and here again.

        Raises:
            DeskError: ``dispatch.received`` where anything of it has arrived, ``custody.*``, ``approval.*``, ``code.unknown``,
                ``shift.not_open``, rights of both; ``approval.nobody`` for an exception, of which no review would ever know.
        """
        number = read_local_number(LocalKind.DISPATCH, dispatch)
        if confirmed.manner is Manner.EXCEPTION:
            raise DeskError("approval.nobody", "second")
        with self._journal.work() as work:
            at = occasion(work, session, Act.SEND_DISPATCH, self._clock)
            check_code(self._reference.coded, CodeList.RECALL, reason, at.on)
            fact, parents = _recalled(work, at, number, reason)
            bags = tuple(bag for bag, _ in fact.receptacles)
            self._rules.check(work, session, Asked(Act.APPROVE_DISPATCH, bags), confirmed)
            how = Appending(at.user, confirmed.second, parents=parents, happened=at.now)
            event = work.append(fact, how)
            work.commit()
        return event

    @property
    def _rules(self) -> Confirmations:
        return Confirmations(self._reference, self._clock)

    def _loads(self, reader: Reader, at: Occasion, draft: DispatchDraft) -> tuple[Load, ...]:
        """The receptacles, if they may go this way: each is for the next point, or that point passes receptacles on."""
        desk = at.session.desk
        require_point(self._reference, desk, Act.SEND_DISPATCH, at.on)
        if draft.to == at.point:
            raise DeskError("dispatch.to_self", "to")
        next_point = self._reference.point(draft.to, at.on)
        if not flags_of(next_point):
            raise DeskError("point.no_kt1", "to", point=next_point.name)
        loads = tuple(load_of(reader, at, number) for number in draft.receptacles)
        for load in loads:
            if load.row.to != draft.to and not next_point.kt1_relay:
                raise DeskError("dispatch.no_relay", "to", point=next_point.name, number=load.row.receptacle)
        if any(load.relayed for load in loads):
            require_point(self._reference, desk, Act.RELAY_RECEPTACLE, at.on)
            require(at.session.actor, Act.RELAY_RECEPTACLE, at.on)
        return loads

    def _check_vehicle(self, reader: Reader, draft: DispatchDraft) -> None:
        """An escort goes along unless the vehicle carries nothing else; what the register of vehicles says of a plate counts."""
        known = {row.entry: row.values.get("dedicated", "") for row in reader.register_rows(VEHICLES)}
        if draft.dedicated and (not draft.vehicle or known.get(draft.vehicle) == "no"):
            raise DeskError("dispatch.not_dedicated", "vehicle")
        if not draft.dedicated and not draft.escort:
            raise DeskError("dispatch.escort_missing", "escort")

    def _confirm(self, work: Work, at: Occasion, draft: DispatchDraft, confirmed: Confirmed) -> None:
        if dispatch_needs_approval(self._reference, at.on):
            self._rules.check(work, at.session, Asked(Act.APPROVE_DISPATCH, draft.receptacles), confirmed)

    def _manifest(self, at: Occasion, draft: DispatchDraft, loads: tuple[Load, ...]) -> ManifestPaper:
        return ManifestPaper(
            head=paper_head(self._reference, at, MANIFEST_FORM),
            dispatch=_WIDEST,
            destination=self._reference.point(draft.to, at.on),
            route=draft.route,
            plate=draft.vehicle,
            dedicated=draft.dedicated,
            escort=draft.escort,
            driver=draft.driver,
            taker=draft.driver or draft.escort,
            receptacles=tuple(map(manifest_receptacle, loads)),
        )


def _checked_texts(draft: DispatchDraft) -> DispatchDraft:
    """The draft as it is stored: signs without blanks, names that can be names."""
    for name, text in (("vehicle", draft.vehicle), ("route", draft.route)):
        if text and _SIGN.fullmatch(_sign(text)) is None:
            raise DeskError("dispatch.sign_shape", name)
    if not draft.route:
        raise DeskError("dispatch.route_missing", "route")
    numbers = numbers_once(draft.receptacles, "receptacle")
    return replace(
        draft,
        to=draft.to.strip(),
        route=_sign(draft.route),
        vehicle=_sign(draft.vehicle),
        receptacles=tuple(map(receptacle_number, numbers)),
        escort=as_name(clean(draft.escort, "escort", MAX_NAME), "escort"),
        driver=as_name(clean(draft.driver, "driver", MAX_NAME), "driver"),
    )


def _sign(text: str) -> str:
    return "".join(text.split()).upper()


def _fact(
    at: Occasion, number: str, draft: DispatchDraft, loads: tuple[Load, ...], confirmed: Confirmed
) -> tuple[DispatchSent, Beside]:
    lines, beside = masked_lines(loads)
    fact = DispatchSent(
        dispatch=number,
        point=at.point,
        to=draft.to,
        route=draft.route,
        vehicle=draft.vehicle,
        dedicated=draft.dedicated,
        manner=confirmed.manner.value,
        receptacles=lines,
        shift=at.shift.shift,
        reason=confirmed.reason,
        question=confirmed.question,
    )
    people = {"escort": draft.escort, "driver": draft.driver}
    named = {slot: {"name": name} for slot, name in people.items() if name}
    return fact, {**named, **beside}


def _append(
    work: Work, at: Occasion, made: tuple[DispatchSent, Beside], loads: tuple[Load, ...], second: str
) -> Event:
    """Write it; more than its body can hold is refused with what to do."""
    fact, beside = made
    standings = [standing for load in loads for standing in load.standings]
    how = Appending(at.user, second, parents=heads(standings), happened=at.now, particulars=beside)
    try:
        return work.append(fact, how)
    except DeskError as error:
        if error.code != "canonical.size":
            raise
        raise DeskError("dispatch.too_large", "receptacle", items=len(fact.items)) from error


def _recalled(
    reader: Reader, at: Occasion, number: str, reason: str
) -> tuple[DispatchRecalled, tuple[EventId, ...]]:
    """What is taken back: nothing of it may have arrived, by all that is known here."""
    sent = _still_away(reader, ThingKind.DISPATCH, number)
    row = reader.dispatch(number)
    if row is None or row.point != at.point:
        raise DeskError("custody.elsewhere", "dispatch", number=number)
    bags, items = list[StandingRow](), list[StandingRow]()
    for bag in reader.dispatch_receptacles(number):
        bags.append(_still_away(reader, ThingKind.RECEPTACLE, bag.receptacle))
        items += [_still_away(reader, ThingKind.ITEM, item.item) for item in reader.items_in(bag.receptacle)]
    fact = DispatchRecalled(
        dispatch=number,
        n=sent.n + 1,
        receptacles=tuple((bag.number, bag.n + 1) for bag in bags),
        items=tuple((item.number, item.n + 1) for item in items),
        to=row.to,
        reason=reason,
        point=at.point,
        shift=at.shift.shift,
    )
    return fact, heads([sent, *bags, *items])


def _still_away(reader: Reader, kind: ThingKind, number: str) -> StandingRow:
    """A thing of a dispatch that nobody has received.

    Raises:
        DeskError: ``custody.unknown``, ``dispatch.received``.
    """
    standing = standing_of(reader, kind, number)
    if after(kind, standing.state, Step.RECALL) is None:
        raise DeskError("dispatch.received", "dispatch", number=number)
    return standing
