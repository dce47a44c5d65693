"""Where a case stands, what its authority said and what became of its money: all of it read from its events, oldest first.

A pure function of the set of events, the ways of their covers and their custody: points that heard of them in another order agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import and_, bindparam, delete, insert, select, update

from kt1desk.domain.case import CaseEvent, CaseState, CaseStep, Outcome, fold_case
from kt1desk.domain.custody import RECEIVER, SENDER, Custody, State, ThingKind
from kt1desk.domain.dossier import Form
from kt1desk.domain.events import EventId, HybridTime, Stream
from kt1desk.domain.facts.authority import (
    ApplicantTold,
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    DossierSupplemented,
)
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.domain.facts.dossier_money import FeeCorrected, FeesRemitted, OfficialReceiptEntered
from kt1desk.domain.facts.dossiers import DossierAccepted, DossierReversed
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.services.case_rows import Way
from kt1desk.store.case_tables import IDENTITY, case_count, case_event, cover, dossier
from kt1desk.store.custody_tables import standing
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import OWN

_COLUMNS = (
    "type",
    "happened_ms",
    "code",
    "official",
    "received_day",
    "day",
    "about",
    "flag",
    "amount_dong",
    "receipt",
)
_EVENTS = Prepared(
    select(
        *(case_event.c[name] for name in (*IDENTITY, "hlc_ms", "hlc_count")),
        cover.c.way,
        standing.c.state,
        case_event.c.item,
        *(case_event.c[name] for name in _COLUMNS),
    )
    .select_from(
        case_event.outerjoin(cover, cover.c.item == case_event.c.item).outerjoin(
            standing,
            and_(
                standing.c.number == case_event.c.item,
                standing.c.kind == ThingKind.ITEM,
                *(standing.c[name] == case_event.c[name] for name in IDENTITY),
            ),
        )
    )
    .where(case_event.c.dossier == bindparam("of_dossier"))
)
_BEFORE = Prepared(
    select(dossier.c.authority, dossier.c.stage, dossier.c.source, dossier.c.state).where(
        dossier.c.dossier == bindparam("of_dossier")
    )
)
_FOLDED = (
    "state",
    "stage",
    "since_ms",
    "head",
    "unfit",
    "official",
    "received_day",
    "official_day",
    "decided",
    "decided_ms",
    "told_ms",
    "asked_until",
    "results",
    "delivered",
    "slip",
    "slip_told_ms",
    "collected_dong",
    "remitted_dong",
    "receipt",
)
_AFTER = Prepared(
    update(dossier)
    .where(dossier.c.dossier == bindparam("of_dossier"))
    .values({name: bindparam(name) for name in _FOLDED})
)
_of_pair = (case_count.c.authority == bindparam("of_authority"), case_count.c.stage == bindparam("of_stage"))
_MORE = Prepared(update(case_count).where(*_of_pair).values(cases=case_count.c.cases + bindparam("one")))
_FIRST = Prepared(insert(case_count))
_NONE = Prepared(delete(case_count).where(*_of_pair, case_count.c.cases == bindparam("none")))

_STEPS: Mapping[str, CaseStep] = {
    DossierReversed.TYPE: CaseStep.REVERSE,
    DossierRegistered.TYPE: CaseStep.REGISTER,
    DossierSupplemented.TYPE: CaseStep.BRING,
    ResultTaken.TYPE: CaseStep.TAKE_RESULT,
}
_HANDED: Mapping[str, CaseStep] = {
    Way.SEND: CaseStep.HAND,
    Way.SUPPLEMENT: CaseStep.HAND,
    Way.RETURN: CaseStep.GIVE_BACK,
    "": CaseStep.HAND,
}
"""What a hand-over to the authority does to a case, by the cover's way; an enclosure does nothing."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One event of a case as it was kept. ``way`` of its cover, ``stands``: state of its cover where this event says it; "" for none."""

    id: EventId
    hlc: HybridTime
    way: str
    stands: str
    item: str
    type: str
    happened_ms: int
    code: str
    official: str
    received_day: str
    day: str
    about: str
    flag: int
    amount_dong: int
    receipt: str

    @property
    def step(self) -> CaseStep | None:
        """What it does to the case; nothing for most."""
        if self.type == DossierAccepted.TYPE:
            return CaseStep.AWAIT if self.code == Form.RETURN else CaseStep.ACCEPT
        if self.type == DossierDecided.TYPE:
            return Outcome(self.code).step if self.code in set(Outcome) else None
        if self.type == DossierHanded.TYPE:
            return _HANDED.get(self.way)
        if self.type == DossierDelivered.TYPE and self.way == Way.RETURN:
            return {RECEIVER: CaseStep.DELIVER, SENDER: CaseStep.GIVE_BACK}.get(self.code)
        return _STEPS.get(self.type)

    @property
    def counts(self) -> bool:
        """Whether custody goes by it: nobody ends a case with a cover that somebody else has, or that was ended before."""
        ends = self.step in {CaseStep.DELIVER, CaseStep.GIVE_BACK}
        return not ends or self.stands in {State.DELIVERED, State.RETURNED}


@dataclass(frozen=True, slots=True)
class _Told:
    """What follows from events beside the chain of states; ``decision`` and ``slips`` are the events that the applicant is told of."""

    official: str = ""
    received_day: str = ""
    official_day: str = ""
    decided: str = ""
    decided_ms: int = 0
    told_ms: int = 0
    asked_until: str = ""
    results: int = 0
    delivered: int = 0
    slip: int = 0
    slip_told_ms: int = 0
    collected_dong: int = 0
    remitted_dong: int = 0
    receipt: str = ""
    decision: str = field(default="", repr=False)


def again(connection: Connection, number: str) -> None:
    """Fold a case once more; nothing where only its number is known."""
    before = _BEFORE.one(connection, {"of_dossier": number})
    known = sorted(map(_said, _EVENTS.all(connection, {"of_dossier": number})), key=_order)
    said = _without_mistakes([each for each in known if each.counts])
    steps = [CaseEvent(each.id, each.hlc, step) for each in said if (step := each.step) is not None]
    if before is None or not steps:
        return
    authority, stage, source, state = before
    stands, told = fold_case(steps), _told(said)
    if source != OWN:  # our own reversal says so itself
        state = Custody.REVERSED if stands.state is CaseState.REVERSED else Custody.HERE
    row = {name: getattr(told, name) for name in _FOLDED if hasattr(told, name)}
    since_ms = next(each.happened_ms for each in said if each.id == stands.head)
    row |= {"state": state, "stage": stands.state, "since_ms": since_ms}
    row |= {"head": stands.head.text, "unfit": len(stands.unfit), "of_dossier": number}
    _AFTER.run(connection, row)
    if stage != stands.state:
        _counted(connection, (authority, stage), -1)
        _counted(connection, (authority, stands.state), 1)


def _without_mistakes(known: Sequence[_Said]) -> Sequence[_Said]:
    """What is known, but for results that were given back under the book they were taken by: the authority still has to give them."""
    taken = {(each.item, each.about) for each in known if each.type == ResultTaken.TYPE and each.about}
    back = taken & {
        (each.item, each.about)
        for each in known
        if each.type == DossierDelivered.TYPE and each.code == SENDER
    }
    return [
        each
        for each in known
        if each.type not in {ResultTaken.TYPE, DossierDelivered.TYPE} or (each.item, each.about) not in back
    ]


def _told(said: Sequence[_Said]) -> _Told:
    made = _Told()
    for each in said:
        made = _on(made, each)
    heard = [each for each in said if each.type == ApplicantTold.TYPE]
    slips = {each.id.text for each in said if each.type == DossierRegistered.TYPE}
    of_decision = (each.happened_ms for each in heard if each.about == made.decision and made.decision)
    had_slip = [
        each
        for each in said
        if (each in heard and each.about in slips)
        or (each.type == DossierDelivered.TYPE and each.way == Way.SLIP and each.code == RECEIVER)
    ]
    return replace(
        made,
        told_ms=next(of_decision, 0),
        slip_told_ms=next((each.happened_ms for each in had_slip), 0),
    )


def _on(made: _Told, each: _Said) -> _Told:
    """What was known, and one event more."""
    if each.type == DossierAccepted.TYPE:
        return replace(
            made,
            official=made.official or each.official,
            official_day=made.official_day or each.day,
            collected_dong=made.collected_dong + each.amount_dong,
            receipt=made.receipt or each.receipt,
        )
    if each.type == DossierRegistered.TYPE:
        return replace(
            made,
            official=each.official or made.official,
            received_day=each.received_day or made.received_day,
            official_day=each.day or made.official_day,
            slip=each.flag,
        )
    if each.type == DossierDecided.TYPE:
        return _decided(made, each)
    if each.type == ResultTaken.TYPE:
        return replace(made, results=made.results + 1, official=made.official or each.official)
    if each.step is CaseStep.DELIVER:
        return replace(made, delivered=made.delivered + 1)
    return _money(made, each)


def _decided(made: _Told, each: _Said) -> _Told:
    newest = replace(made, decided=each.code, decided_ms=each.happened_ms, decision=each.id.text)
    if each.code == Outcome.EXTENDED:
        return replace(newest, official_day=each.day or made.official_day)
    if each.code == Outcome.SUPPLEMENT:
        return replace(newest, asked_until=each.day)
    return newest


def _money(made: _Told, each: _Said) -> _Told:
    if each.type == FeeCorrected.TYPE:
        collected = made.collected_dong + each.amount_dong
        return replace(made, collected_dong=collected, receipt=each.receipt or made.receipt)
    if each.type in {FeesRemitted.TYPE, DossierHanded.TYPE}:
        return replace(made, remitted_dong=made.remitted_dong + each.amount_dong)
    if each.type == OfficialReceiptEntered.TYPE:
        return replace(made, receipt=each.receipt)
    return made


def _counted(connection: Connection, where: tuple[str, str], one: int) -> None:
    authority, stage = where
    if not stage:
        return
    pair = {"of_authority": authority, "of_stage": stage}
    if _MORE.run(connection, pair | {"one": one}).rowcount == 0:
        _FIRST.run(connection, {"authority": authority, "stage": stage, "cases": one})
    elif one < 0:
        _NONE.run(connection, pair | {"none": 0})


def _said(row: Row) -> _Said:
    device, stream, incarnation, seq, hlc_ms, hlc_count, way, stands = row[:8]
    event_id = EventId(device, Stream(stream), incarnation, seq)
    return _Said(event_id, HybridTime(hlc_ms, hlc_count), way or "", stands or "", *row[8:])


def _order(each: _Said) -> tuple[HybridTime, EventId]:
    return (each.hlc, each.id)
