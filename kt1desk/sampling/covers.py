"""What people bring: who writes to whom, with which letter, how urgent, how heavy.

Few agencies write most of the items, each mostly to the same few (shares fall with the rank, as Zipf's law has it), so that the last
receivers of a sender and the order of a search are like those of a desk in use. The figures are assumed.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import accumulate
from typing import TypeVar

from kt1desk.domain.checklist import ChecklistLine, LineKind, all_confirmed, lines_for
from kt1desk.domain.kt1 import Payment, Place, Secrecy, Urgency
from kt1desk.domain.reference import Agency, Point, ReferenceData
from kt1desk.sampling.people import name
from kt1desk.sampling.virtual import chance_of
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.examination import NAMED_PERSON

_ZIPF = 1.1
_SECRECIES = ((Secrecy.NONE, 880), (Secrecy.C, 80), (Secrecy.B, 30), (Secrecy.A, 10))
_URGENCIES = (
    (Urgency.NONE, 780),
    (Urgency.EXPRESS, 170),
    (Urgency.TIMED, 40),
    (Urgency.TIMED_EXPRESS, 10),
)
_OTHER_RECEIVER, _NO_CONTRACT, _CASH, _AT_ADDRESS, _SEVERAL, _NAMED = 0.03, 0.03, 0.04, 0.15, 0.02, 0.25
_SAYS_NAME, _SAYS_PHONE = 0.35, 0.3
_MANY = 5
_COURIERS = 3
_USUAL_G, _SPREAD, _LEAST_G = 70.0, 0.95, 12
_HALF_HOUR_MS = 30 * 60_000
_OFFICES = (
    "Văn phòng Tỉnh ủy",
    "Công an tỉnh",
    "Sở Nội vụ",
    "Sở Tài chính",
    "Cục Thi hành án dân sự",
    "Trường Chính trị",
)


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Ranked:
    """Agencies, the most frequent first."""

    agencies: tuple[Agency, ...]
    reached: tuple[float, ...] = field(repr=False)

    @classmethod
    def shuffled(
        cls, agencies: Sequence[Agency], chance: random.Random, first: Sequence[Agency] = ()
    ) -> Ranked:
        """In an order of chance, those of ``first`` before the others."""
        others = [agency for agency in agencies if agency not in first]
        chance.shuffle(others)
        ranked = (*first, *others)
        return cls(ranked, tuple(accumulate(1 / rank**_ZIPF for rank in range(1, len(ranked) + 1))))

    def drawn(self, chance: random.Random) -> Agency:
        """One of them."""
        return chance.choices(self.agencies, cum_weights=self.reached)[0]


class Covers:
    """The covers that are brought to one point."""

    def __init__(self, seed: int, reference: ReferenceData, point: Point, on: date) -> None:
        chance = chance_of(seed, point.code, "habits")
        known = [agency for agency in reference.agencies if agency.holds(on)]
        home = [agency for agency in known if agency.province == point.province]
        near = [agency for agency in home if agency.point == point.code or agency.commune == point.commune]
        contracts = [agency for agency in home if agency.uses_kt1]
        self._reference = reference
        self._contract = Ranked.shuffled(contracts, chance, [agency for agency in near if agency.uses_kt1])
        self._without = Ranked.shuffled([agency for agency in home if not agency.uses_kt1], chance)
        self._receivers = {agency.agency_id: Ranked.shuffled(known, chance) for agency in home}
        self._couriers = {agency.agency_id: tuple(name(chance) for _ in range(_COURIERS)) for agency in home}
        self._provinces = [row for row in reference.provinces if row.holds(on) and row.code != point.province]
        self._checklist = cache(self._lines)

    def brought(self, at_ms: int, on: date, chance: random.Random) -> AcceptanceDraft:
        """One item with every must of its checklist seen."""
        secrecy = _drawn(chance, _SECRECIES)
        urgency = _drawn(chance, _URGENCIES)
        contract = chance.random() >= _NO_CONTRACT or not self._without.agencies
        sender = (self._contract if contract else self._without).drawn(chance)
        cash = not contract or chance.random() < _CASH
        other = self._other(chance) if chance.random() < _OTHER_RECEIVER else None
        couriers = self._couriers[sender.agency_id]
        handed_by = chance.choice(couriers) if chance.random() < _SAYS_NAME else ""
        asked = self._checklist(secrecy, on)
        facts = frozenset({NAMED_PERSON} if chance.random() < _NAMED else ())
        return AcceptanceDraft(
            sender=sender.agency_id,
            receiver="" if other else self._receiver(sender, chance),
            other_receiver=other,
            secrecy=secrecy,
            urgency=urgency,
            weight_g=self._weight(on, chance),
            pieces=self._pieces(on, chance),
            agreed_ms=_agreed(at_ms, chance) if urgency.is_timed else None,
            answers=all_confirmed(asked, facts),
            place=Place.ADDRESS if chance.random() < _AT_ADDRESS else Place.COUNTER,
            payment=Payment.CASH if cash else Payment.ACCOUNT,
            handed_by=handed_by,
            handed_by_phone=_phone(chance) if handed_by and chance.random() < _SAYS_PHONE else "",
        )

    def refused(self, on: date, chance: random.Random) -> tuple[AcceptanceDraft, str]:
        """A cover that is handed back, and the question that was answered with a no."""
        secrecy = _drawn(chance, _SECRECIES)
        musts = [line.code for line in self._checklist(secrecy, on) if line.kind is LineKind.MUST]
        return AcceptanceDraft(secrecy=secrecy), chance.choice(musts)

    def _lines(self, secrecy: Secrecy, on: date) -> tuple[ChecklistLine, ...]:
        return lines_for(self._reference.checklist, secrecy, on)

    def _receiver(self, sender: Agency, chance: random.Random) -> str:
        receivers = self._receivers[sender.agency_id]
        while (found := receivers.drawn(chance)).agency_id == sender.agency_id:
            pass
        return found.agency_id

    def _other(self, chance: random.Random) -> OtherParty:
        province = chance.choice(self._provinces)
        office = f"{chance.choice(_OFFICES)} {province.name}"
        return OtherParty(
            office, f"Số {chance.randint(1, 99)}, đường Trần Phú, {province.full_name}", province.code
        )

    def _pieces(self, on: date, chance: random.Random) -> int:
        most = self._reference.setting_int("item.pieces_max", on)
        return chance.randint(1, min(most, _MANY)) if chance.random() < _SEVERAL else 1

    def _weight(self, on: date, chance: random.Random) -> int:
        most = self._reference.setting_int("item.weight_max_g", on)
        return min(most, _LEAST_G + int(chance.lognormvariate(0, _SPREAD) * _USUAL_G))


def _agreed(at_ms: int, chance: random.Random) -> int:
    """A full or half hour, four hours to two days on."""
    return (at_ms // _HALF_HOUR_MS + chance.randint(8, 96)) * _HALF_HOUR_MS


def _phone(chance: random.Random) -> str:
    return f"09{chance.randint(0, 99_999_999):08d}"


def _drawn(chance: random.Random, rows: Sequence[tuple[_T, int]]) -> _T:
    return chance.choices([row for row, _ in rows], [weight for _, weight in rows])[0]
