"""What a complaint about a case comes to: when its whole time ended, how far it went, what it cost, what that makes as compensation.

This module must not know who complains.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.bcci import Zone
from kt1desk.domain.case import CaseState
from kt1desk.domain.complaint import compensation_dong
from kt1desk.domain.events import Moment
from kt1desk.domain.facts import DossierAccepted, Leg, read_dossier_accepted
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.fees import sums_now
from kt1desk.services.ports import Reader
from kt1desk.services.shifts import local_date
from kt1desk.services.taken import POSTAGE

MULTIPLE = "compensation.multiple"
"""Key of the setting, and of the rule as an answer carries it."""
_WITHIN = frozenset({Zone.NOI_HUYEN.value, Zone.LIEN_HUYEN.value})
_ENDED = frozenset({CaseState.DELIVERED, CaseState.GIVEN_BACK, CaseState.REVERSED})


@dataclass(frozen=True, slots=True)
class Proposal:
    """The compensation that a case can come to.

    Attributes:
        postage_dong: what was paid for the way complained about, or for both where no way is named: fees of the State are not in it.
        multiple: so many times; the refund is included.
        amount_dong: what is proposed.
        rule: key and first day of the row that says so.
        words: how it is reckoned, for the answer.
    """

    postage_dong: int
    multiple: int
    amount_dong: int
    rule: str
    words: str


def acceptance_of(reader: Reader, case: CaseRow) -> DossierAccepted | None:
    """How the case was accepted; None where its data is not whole here."""
    event = reader.any_event(case.event)
    return read_dossier_accepted(event) if event is not None else None


def whole_time_ended(reader: Reader, case: CaseRow, at: Moment) -> date | None:
    """The last day of the whole time of the service: when it was given out, else the day it was due by; None while that is to come."""
    today = local_date(at)
    if case.state in _ENDED:
        return local_date(Moment(case.since_ms, at.offset_min))
    made = acceptance_of(reader, case)
    days = [case.official_day or case.promised, *(leg.due for leg in (made.legs if made else ()))]
    due = max((date.fromisoformat(day) for day in days if day), default=None)
    return due if due is not None and due < today else None


def goes_between(made: DossierAccepted | None) -> bool:
    """Whether a way of the case lies between provinces: then an answer has more time."""
    return made is not None and any(leg.zone not in _WITHIN for leg in made.legs)


def proposal(reader: Reader, reference: ReferenceData, case: CaseRow, item: str, on: date) -> Proposal:
    """What is proposed for one way of a case, or for the whole where ``item`` is none of its legs."""
    row = reference.setting(MULTIPLE, on)
    multiple = reference.setting_int(MULTIPLE, on)
    leg = _leg(acceptance_of(reader, case), item)
    postage_dong = min(leg.price_dong, _postage(reader, case)) if leg is not None else _postage(reader, case)
    amount_dong = compensation_dong(postage_dong, multiple)
    words = f"{multiple} lần cước đã trả, gồm cả hoàn cước (NĐ 47/2011/NĐ-CP, Điều 25)"
    return Proposal(postage_dong, multiple, amount_dong, f"{MULTIPLE}/{row.valid_from.isoformat()}", words)


def _postage(reader: Reader, case: CaseRow) -> int:
    return max(sums_now(reader, case)[POSTAGE], 0)


def _leg(made: DossierAccepted | None, item: str) -> Leg | None:
    return next((leg for leg in made.legs if leg.item == item), None) if made is not None else None
