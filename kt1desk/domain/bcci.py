"""What a leg of a dossier costs: zones by former district and region, tables by direction and weight, reductions.

TT 22/2017/TT-BTTTT prices the public postal service for dossiers by «nội quận, huyện» and «liên quận, huyện». Districts ended on
1/7/2025 and no text has replaced the zones, so each commune keeps the districts it lay in. All figures are rows; none stands here. This
module must not know a commune, a province or an authority by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kt1desk.domain.dated import Dated, in_force
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.money import Rounding, basis_points_of
from kt1desk.domain.tariff import WeightStep, check_steps, further_parts, step_dong

_BP_PER_PERCENT = 100
_WHOLE_PERCENT = 100
_CENTRE = "V2"
_REGIONS = frozenset({"V1", "V2", "V3"})


class Zone(StrEnum):
    """The columns of TT 22/2017/TT-BTTTT, from the cheapest to the dearest."""

    NOI_HUYEN = "noi_huyen"
    """Within one former district."""
    LIEN_HUYEN = "lien_huyen"
    """Between former districts of one province."""
    NOI_VUNG = "noi_vung"
    """Between provinces of one region."""
    V13_V2 = "v13_v2"
    """Between the north or the south and the centre."""
    V1_V3 = "v1_v3"
    """Between the north and the south."""


@dataclass(frozen=True, slots=True)
class LegRates:
    """One column of one table: rising steps, then an amount for each further ``further_g`` begun."""

    direction: Direction
    zone: Zone
    steps: tuple[WeightStep, ...]
    further_g: int
    further_dong: int

    def __post_init__(self) -> None:
        """Refuse rates that cannot price every weight, or under which a heavier cover would cost less.

        Raises:
            DeskError: ``tariff.bad_rates``.
        """
        check_steps(self.steps, self.further_g, self.zone.value)
        amounts = [0, *(step.amount_dong for step in self.steps)]
        if amounts != sorted(amounts) or self.further_dong < 0:
            raise DeskError("tariff.bad_rates", "scope", scope=self.zone.value)

    def price_dong(self, weight_g: int) -> int:
        """The step that holds the weight, or the last one with every further part begun. In đồng."""
        further = further_parts(self.steps, self.further_g, weight_g)
        return step_dong(self.steps, weight_g) + further * self.further_dong


@dataclass(frozen=True, slots=True, kw_only=True)
class BcciTable(Dated):
    """One table of prices as the customer pays them; no source says that tax comes on top.

    Attributes:
        table_id: frozen name that legs and papers carry.
        title: Vietnamese, as shown.
        maximum: True for the legal maxima (TT 22/2017): nothing may be above them, and they price where the post has no own table.
        rates: the columns of both directions.
    """

    table_id: str
    title: str
    maximum: bool
    rates: tuple[LegRates, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Dated):
    """Who pays less, or nothing.

    Attributes:
        exemption_id: frozen name that cases carry.
        percent: how much is taken off; 100 is free.
        who: Vietnamese, as the text has it.
        uncertain: True where sources disagree about it.
        joint_with: id of the rule it may be one condition with, or "".
        needs_proof: whether the number of a document must be written down.
        note: what the sources disagree about, or "".
    """

    exemption_id: str
    percent: int
    who: str
    uncertain: bool
    joint_with: str
    needs_proof: bool
    note: str

    def __post_init__(self) -> None:
        """Refuse what takes off nothing, or more than the whole.

        Raises:
            DeskError: ``exemption.bad_percent``.
        """
        if not 0 < self.percent <= _WHOLE_PERCENT:
            raise DeskError("exemption.bad_percent", "exemption", percent=self.percent)


@dataclass(frozen=True, slots=True)
class Spot:
    """What the zone of an end of a leg depends on.

    Attributes:
        province: code, text with leading zero.
        region: ``V1``, ``V2``, ``V3``, or "" when no source gives one.
        region_confirmed: False while the region is only derived from geography.
        districts: former districts it may lie in: one where it is known or was chosen, several where the commune spans them, none where
            no commune is known.
    """

    province: str
    region: str
    region_confirmed: bool
    districts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ZoneFound:
    """The zone of a leg. ``derived`` where it rests on a region that is unknown or that nobody has confirmed: said beside the price."""

    zone: Zone
    derived: bool


def zone_between(one: Spot, other: Spot) -> ZoneFound:
    """The zone of a leg between two places; the way does not matter.

    Within a province the former districts decide. The clerk is asked only where the answer changes the zone. Between provinces the regions
    decide; where one is unknown the lowest zone between provinces is taken and flagged, because the figures are maxima.

    Raises:
        DeskError: ``bcci.commune_needed`` where no former district is known; ``bcci.district_needed`` with ``districts`` where a commune
            spans several and its part is not chosen.
    """
    if one.province == other.province:
        return ZoneFound(_within_province(one, other), derived=False)
    regions = {one.region, other.region}
    if not regions <= _REGIONS:
        return ZoneFound(Zone.NOI_VUNG, derived=True)
    return ZoneFound(_between_regions(regions), not (one.region_confirmed and other.region_confirmed))


def _within_province(one: Spot, other: Spot) -> Zone:
    here, there = frozenset(one.districts), frozenset(other.districts)
    if not here or not there:
        raise DeskError("bcci.commune_needed", "commune")
    if not here & there:
        return Zone.LIEN_HUYEN
    if len(here) == len(there) == 1:
        return Zone.NOI_HUYEN
    open_end = one if len(here) > 1 else other
    raise DeskError("bcci.district_needed", "district", districts=", ".join(open_end.districts))


def _between_regions(regions: set[str]) -> Zone:
    if len(regions) == 1:
        return Zone.NOI_VUNG
    return Zone.V13_V2 if _CENTRE in regions else Zone.V1_V3


def choose_spot_district(districts: tuple[str, ...], chosen: str) -> tuple[str, ...]:
    """The former districts that are left after the clerk's choice; "" chooses nothing.

    Raises:
        DeskError: ``bcci.district_unknown`` with ``districts`` when the commune never lay in the chosen one.
    """
    if chosen and chosen not in districts:
        raise DeskError("bcci.district_unknown", "district", districts=", ".join(districts))
    return (chosen,) if chosen else districts


def price_leg(table: BcciTable, direction: Direction, zone: Zone, weight_g: int) -> int:
    """The price of one leg by one table, in đồng. A case both ways costs the sum of its legs (TT 22/2017/TT-BTTTT).

    Raises:
        DeskError: ``item.weight_zero``; ``bcci.no_rate`` where the table has no such column.
    """
    if weight_g <= 0:
        raise DeskError("item.weight_zero", "weight", weight_g=weight_g)
    for rates in table.rates:
        if rates.direction is direction and rates.zone is zone:
            return rates.price_dong(weight_g)
    raise DeskError("bcci.no_rate", "reference", table=table.table_id, zone=zone.value)


def choose_bcci_table(tables: Iterable[BcciTable], on: date, *, trial: bool) -> BcciTable:
    """The table that prices on this day: the post's own, else the legal maxima; a sample one in trial mode only.

    Raises:
        DeskError: ``bcci.no_table``.
    """
    usable = [table for table in in_force(tables, on) if trial or not table.is_sample]
    if not usable:
        raise DeskError("bcci.no_table", "reference")
    return min(usable, key=lambda table: (table.is_sample, table.maximum))


def check_bcci_cap(price_dong: int, cap_dong: int) -> None:
    """Refuse a price above the legal maximum.

    Raises:
        DeskError: ``bcci.above_cap`` with ``amount_dong`` and ``cap_dong``.
    """
    if price_dong > cap_dong:
        raise DeskError("bcci.above_cap", "price", amount_dong=price_dong, cap_dong=cap_dong)


def reduction_dong(price_dong: int, exemption: Exemption) -> int:
    """What is taken off the price of a leg: the exact share, a part of a đồng rounded up in the customer's favour."""
    return basis_points_of(price_dong, exemption.percent * _BP_PER_PERCENT, Rounding.UP)


def reduce_price(price_dong: int, exemption: Exemption) -> int:
    """What is left to pay of a leg's price: never more than the exact share. In đồng."""
    return price_dong - reduction_dong(price_dong, exemption)
