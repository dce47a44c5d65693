"""Sending receptacles on a route, let go by a second person, with a manifest that carries the dispatch itself; and taking one back.

Dossiers need neither a second person nor an escort: their receptacles go as a clerk gives them away.

This module must not know how the event becomes a 2D code: that is a port.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import ClassVar, Protocol

from kt1desk.domain.approval import Manner
from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DispatchSent
from kt1desk.domain.identifiers import LocalKind, read_local_number, receptacle_number
from kt1desk.domain.permissions import Act, act_for, require
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.registers import VEHICLES
from kt1desk.domain.service import Service
from kt1desk.domain.text import as_name, clean
from kt1desk.services.approval_rules import dispatch_needs_approval
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import (
    Occasion,
    heads,
    next_local_number,
    numbers_once,
    occasion,
    written,
)
from kt1desk.services.dispatch_lines import Beside, Load, load_of, manifest_receptacle, masked_lines
from kt1desk.services.manifest_paper import MANIFEST, MANIFEST_FORMS, ManifestPaper, manifest_values
from kt1desk.services.ports import Clock, Documents, Journal, Reader, Work
from kt1desk.services.recalling import recalled
from kt1desk.services.rights import passes_on, require_point, takes_part
from kt1desk.services.sessions import Session

MAX_NAME = 80
NOBODY_ASKED = "none"
"""How a dispatch that needs no second person says so."""
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

    service: ClassVar[Service] = Service.KT1

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents, codes: Codes
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._codes = codes

    def send(self, session: Session, draft: DispatchDraft, confirmed: Confirmed | None = None) -> Sent:
        """Send receptacles on their way; all of them or none.

        Args:
            session: who sends.
            draft: what, where to and how.
            confirmed: who lets a dispatch of KT1 go; None for dossiers.

        Raises:
            DeskError: ``dispatch.*``, ``custody.*``, ``approval.*``, ``point.*``, ``text.*``, ``shift.not_open``, rights of both,
                ``paper.text_does_not_fit``; what `Codes.parts` raises. Nothing is written then.
        """
        wanted = _checked_texts(draft)
        confirmed = confirmed if self.service is Service.KT1 else None
        with self._journal.read() as reader:
            at = self._occasion(reader, session)
            loads = self._loads(reader, at, wanted)
            self._check_vehicle(reader, wanted)
            paper = self._manifest(at, wanted, loads)
        check_paper(self._documents, MANIFEST, manifest_values(paper))
        with self._journal.work() as work:
            at = self._occasion(work, session)
            loads = self._loads(work, at, wanted)
            self._confirm(work, at, wanted, confirmed)
            number = next_local_number(work, LocalKind.DISPATCH, at)
            made = _fact(at, number, wanted, loads, confirmed)
            event = _append(work, at, made, loads, confirmed.second if confirmed is not None else "")
            parts = () if session.desk.trial else self._codes.parts(event, wanted.to)
            proved = replace(paper, dispatch=number).proved_by(event, parts)
            job = queue_paper(work, MANIFEST, number, manifest_values(proved))
            work.commit()
        return Sent(number, event, (job,))

    def recall(
        self, session: Session, dispatch: str, reason: str, confirmed: Confirmed | None = None
    ) -> Event:
        """Take a dispatch back that was not received: its receptacles are closed and here again.

        Raises:
            DeskError: ``dispatch.received`` where anything of it has arrived, ``custody.*``, ``approval.*``, ``code.unknown``,
                ``shift.not_open``, rights of both; ``approval.nobody`` for an exception, of which no review would ever know.
        """
        number = read_local_number(LocalKind.DISPATCH, dispatch)
        if confirmed is not None and confirmed.manner is Manner.EXCEPTION:
            raise DeskError("approval.nobody", "second")
        with self._journal.work() as work:
            at = self._occasion(work, session)
            check_code(self._reference.coded, CodeList.RECALL, reason, at.on)
            fact, parents = recalled(work, at, number, reason)
            bags = tuple(bag for bag, _ in fact.receptacles)
            second = self._second(work, at, bags, confirmed)
            event = written(work, at, fact, parents, second=second)
            work.commit()
        return event

    @property
    def _rules(self) -> Confirmations:
        return Confirmations(self._reference, self._clock)

    def _loads(self, reader: Reader, at: Occasion, draft: DispatchDraft) -> tuple[Load, ...]:
        """The receptacles, if they may go this way: each is for the next point, or that point passes receptacles on."""
        desk = at.session.desk
        require_point(self._reference, desk, Act.SEND_DISPATCH, at.on, self.service)
        if draft.to == at.point:
            raise DeskError("dispatch.to_self", "to")
        next_point = self._reference.point(draft.to, at.on)
        if not takes_part(next_point, self.service):
            raise DeskError("point.no_kt1", "to", point=next_point.name)
        loads = tuple(load_of(reader, at, number) for number in draft.receptacles)
        for load in loads:
            if load.row.to != draft.to and not passes_on(next_point, self.service):
                raise DeskError("dispatch.no_relay", "to", point=next_point.name, number=load.row.receptacle)
        if any(load.relayed for load in loads):
            require_point(self._reference, desk, Act.RELAY_RECEPTACLE, at.on, self.service)
            require(at.session.actor, act_for(self.service, Act.RELAY_RECEPTACLE), at.on)
        return loads

    def _check_vehicle(self, reader: Reader, draft: DispatchDraft) -> None:
        """An escort goes along unless the vehicle carries nothing else; what the register of vehicles says of a plate counts.

        Dossiers need no escort.
        """
        known = {row.entry: row.values.get("dedicated", "") for row in reader.register_rows(VEHICLES)}
        if draft.dedicated and (not draft.vehicle or known.get(draft.vehicle) == "no"):
            raise DeskError("dispatch.not_dedicated", "vehicle")
        if self.service is Service.KT1 and not draft.dedicated and not draft.escort:
            raise DeskError("dispatch.escort_missing", "escort")

    def _confirm(self, work: Work, at: Occasion, draft: DispatchDraft, confirmed: Confirmed | None) -> None:
        if dispatch_needs_approval(self._reference, at.on):
            self._second(work, at, draft.receptacles, confirmed)

    def _second(self, work: Work, at: Occasion, bags: tuple[str, ...], confirmed: Confirmed | None) -> str:
        """Who else confirmed for these receptacles, "" where nobody is asked."""
        if self.service is not Service.KT1:
            return ""
        if confirmed is None:
            raise DeskError("approval.nobody", "user")
        self._rules.check(work, at.session, Asked(Act.APPROVE_DISPATCH, bags), confirmed)
        return confirmed.second

    def _occasion(self, reader: Reader, session: Session) -> Occasion:
        return occasion(reader, session, Act.SEND_DISPATCH, self._clock, self.service)

    def _manifest(self, at: Occasion, draft: DispatchDraft, loads: tuple[Load, ...]) -> ManifestPaper:
        return ManifestPaper(
            head=paper_head(self._reference, at, MANIFEST_FORMS[self.service]),
            dispatch=_WIDEST,
            destination=self._reference.point(draft.to, at.on),
            route=draft.route,
            plate=draft.vehicle,
            dedicated=draft.dedicated,
            escort=draft.escort,
            driver=draft.driver,
            taker=draft.driver or draft.escort,
            receptacles=tuple(map(manifest_receptacle, loads)),
            service=self.service,
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
    at: Occasion, number: str, draft: DispatchDraft, loads: tuple[Load, ...], confirmed: Confirmed | None
) -> tuple[DispatchSent, Beside]:
    lines, beside = masked_lines(loads)
    fact = DispatchSent(
        dispatch=number,
        point=at.point,
        to=draft.to,
        route=draft.route,
        vehicle=draft.vehicle,
        dedicated=draft.dedicated,
        manner=confirmed.manner.value if confirmed is not None else NOBODY_ASKED,
        receptacles=lines,
        shift=at.shift.shift,
        reason=confirmed.reason if confirmed is not None else "",
        question=confirmed.question if confirmed is not None else "",
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
    try:
        return written(work, at, fact, heads(standings), second=second, beside=beside)
    except DeskError as error:
        if error.code != "canonical.size":
            raise
        raise DeskError("dispatch.too_large", "receptacle", items=len(fact.items)) from error
