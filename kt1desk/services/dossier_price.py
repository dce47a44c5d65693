"""What a dossier costs: each leg by its zone, the reduction, and the three sums that are never mixed.

TT 22/2017/TT-BTTTT gives maxima. Where the post has no table of its own that may be used, they price, and a flag says so on screen and
paper: docs/decisions/dossier-prices.md. This module must not know any figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kt1desk.domain.bcci import (
    BcciTable,
    Exemption,
    Spot,
    Zone,
    ZoneFound,
    reduce_price,
    zone_between,
)
from kt1desk.domain.dated import in_force
from kt1desk.domain.dossier import DeliverTo, Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Leg, Sums
from kt1desk.domain.reference import Authority, Point, ReferenceData, Setting
from kt1desk.domain.reference_tthc import (
    LegWay,
    bcci_table,
    leg_price,
    spot_of_commune,
    spot_of_province,
    transit_days,
)
from kt1desk.services.dossier_drafts import DossierDraft, Residence
from kt1desk.services.problems import at_field

SEAT = "tthc.provincial_seat"
RESULT_WEIGHT = "tthc.result_weight_g"
PASS_ON = "tthc.pass_on_dong"  # noqa: S105 - the key of a setting, no password


@dataclass(slots=True)
class Flags:
    """Reservations said beside the price, each once, in the order in which they were found."""

    found: list[str] = field(default_factory=list)

    def add(self, flag: str, *, when: bool = True) -> None:
        """One more, where it applies."""
        if when and flag not in self.found:
            self.found.append(flag)


@dataclass(frozen=True, slots=True)
class Tariff:
    """The table of the day and what may be said about it."""

    table: BcciTable

    def flag(self, flags: Flags) -> None:
        """Maxima and unconfirmed prices are named as what they are."""
        flags.add("maximum_tariff", when=self.table.maximum)
        flags.add("sample_tariff", when=self.table.is_sample)


def tariff_of(reference: ReferenceData, on: date, *, trial: bool) -> Tariff:
    """The post's own table where one may be used, else the legal maxima, confirmed or not: they are the law's and no price of ours.

    Raises:
        DeskError: ``bcci.no_table`` where not even the maxima are there.
    """
    try:
        return Tariff(bcci_table(reference, on, trial=trial))
    except DeskError:
        maxima = [table for table in in_force(reference.bcci, on) if table.maximum]
        if not maxima:
            raise
        return Tariff(maxima[0])


@dataclass(frozen=True, slots=True)
class Ways:
    """The ends of both legs, by former district and region."""

    reference: ReferenceData
    point: Point
    on: date

    def zone(self, draft: DossierDraft, authority: Authority, direction: Direction) -> ZoneFound:
        """The zone of one leg; derived too where an end of it is only supposed to lie in a former district.

        Raises:
            DeskError: ``bcci.commune_needed``, ``bcci.district_needed``, ``bcci.district_unknown``, at the input that decides.
        """
        seat = self._seat(authority, draft.authority_district)
        found = self._found(draft, seat, direction)
        supposed = not (authority.commune or draft.authority_district) and self._setting.is_sample
        return replace(found, derived=found.derived or supposed)

    def _found(self, draft: DossierDraft, seat: Spot, direction: Direction) -> ZoneFound:
        if direction is Direction.SEND or draft.deliver_to is DeliverTo.POINT:
            here, spans = self._here()
            found = _between(here, seat, "authority")
            return replace(found, derived=found.derived or spans)
        own = draft.deliver_to is DeliverTo.APPLICANT
        whose = "applicant" if own else "delivery"
        home = self._home(draft.applicant.residence if own else draft.delivery, whose)
        return _between(seat, home, "authority" if len(seat.districts) > 1 else whose)

    def _here(self) -> tuple[Spot, bool]:
        """The point; where its commune spans two former districts the main one is supposed, and the second value is True."""
        found = spot_of_commune(self.reference, self.point.commune, "", self.on)
        return replace(found, districts=found.districts[:1]), len(found.districts) > 1

    @property
    def _setting(self) -> Setting:
        return self.reference.setting(SEAT, self.on)

    def _seat(self, authority: Authority, district: str) -> Spot:
        """Where the authority sits; the bodies of the province sit in its seat unless the clerk says otherwise."""
        if authority.commune:
            return at_field(
                lambda: spot_of_commune(self.reference, authority.commune, district, self.on),
                "authority_district",
            )
        seat = district or str(self._setting.value)
        return spot_of_province(self.reference, self.point.province, self.on, (seat,))

    def _home(self, residence: Residence, whose: str) -> Spot:
        if residence.commune:
            return at_field(
                lambda: spot_of_commune(self.reference, residence.commune, residence.district, self.on),
                f"{whose}_district",
            )
        province = residence.province or self.point.province
        return at_field(lambda: spot_of_province(self.reference, province, self.on), f"{whose}_commune")


def _between(one: Spot, other: Spot, whose: str) -> ZoneFound:
    """The zone, or a refusal at the input that is still open."""
    try:
        return zone_between(one, other)
    except DeskError as error:
        open_input = "commune" if error.code == "bcci.commune_needed" else "district"
        raise DeskError(error.code, f"{whose}_{open_input}", **error.details) from error


@dataclass(frozen=True, slots=True)
class LegPrices:
    """Legs from zones and weights, by one table and one reduction."""

    reference: ReferenceData
    tariff: Tariff
    exemption: Exemption | None
    on: date

    def leg(self, direction: Direction, zone: Zone, weight_g: int, item: str) -> Leg:
        """One leg with its price; the way to the authority has a last day, the way back begins nobody knows when.

        Raises:
            DeskError: ``item.weight_zero``, ``bcci.no_rate``, ``bcci.above_cap``.
        """
        way = LegWay(direction, zone)
        whole_dong = leg_price(self.reference, self.tariff.table, way, weight_g, self.on)
        paid_dong = reduce_price(whole_dong, self.exemption) if self.exemption else whole_dong
        due = self._due(way) if direction is Direction.SEND else ""
        return Leg(item, direction.value, zone.value, weight_g, paid_dong, whole_dong - paid_dong, due)

    def _due(self, way: LegWay) -> str:
        """J+n (TT 17/2017/TT-BTTTT, Điều 6), "" where no source gives n."""
        try:
            days = transit_days(self.reference, way, self.on).days
        except DeskError:
            return ""
        return (self.on + timedelta(days=days)).isoformat()


def weight_of(reference: ReferenceData, draft: DossierDraft, direction: Direction, on: date) -> int:
    """What a leg is priced by: the cover as weighed, the result by rule, for nobody knows what it will weigh."""
    return draft.weight_g if direction is Direction.SEND else reference.setting_int(RESULT_WEIGHT, on)


def sums_of(
    reference: ReferenceData, legs: Mapping[Direction, Leg], draft: DossierDraft, on: date, flags: Flags
) -> Sums:
    """The three sums, and how far the fee for passing money on may be trusted."""
    passes_on = draft.collected_dong > 0 and draft.passes_on
    if passes_on:
        flags.add("sample_pass_on", when=reference.setting(PASS_ON, on).is_sample)
    return Sums(
        sum(leg.price_dong for leg in legs.values()),
        draft.collected_dong,
        reference.setting_int(PASS_ON, on) if passes_on else 0,
    )
