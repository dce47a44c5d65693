"""What the reference data answers about dossiers: authorities, ends of a leg, prices, reductions, days of transit.

Functions over `kt1desk.domain.reference.ReferenceData`; every one takes the day it is asked for. This module must not know where the rows
lie, nor any fact itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.appointment import TransitDays
from kt1desk.domain.bcci import (
    BcciTable,
    Exemption,
    Spot,
    Zone,
    check_bcci_cap,
    choose_bcci_table,
    choose_spot_district,
    price_leg,
)
from kt1desk.domain.dated import in_force
from kt1desk.domain.dossier import Direction
from kt1desk.domain.reference import Authority, ReferenceData, find_row


@dataclass(frozen=True, slots=True)
class LegWay:
    """What the price and the transit of a leg depend on, but for its weight."""

    direction: Direction
    zone: Zone


def authority(data: ReferenceData, authority_id: str, on: date) -> Authority:
    """An authority by its id. Raises ``reference.authority_unknown``."""
    return find_row(
        data.authorities,
        on,
        lambda row: row.authority_id == authority_id,
        "reference.authority_unknown",
        authority_id,
    )


def receiving_authorities(data: ReferenceData, on: date) -> tuple[Authority, ...]:
    """The authorities that take dossiers, in their order."""
    return tuple(row for row in in_force(data.authorities, on) if row.receives_dossiers)


def spot_of_commune(data: ReferenceData, commune: str, district: str, on: date) -> Spot:
    """One end of a leg in a commune of the list.

    Args:
        data: all rows.
        commune: its five digits.
        district: the former district that the clerk has chosen where it spans two, else "".
        on: business date.

    Raises:
        DeskError: ``reference.commune_unknown``, ``reference.province_unknown``, ``bcci.district_unknown``.
    """
    row = data.commune(commune, on)
    districts = choose_spot_district(row.former_districts, district)
    return spot_of_province(data, row.province, on, districts)


def spot_of_province(data: ReferenceData, province: str, on: date, districts: tuple[str, ...] = ()) -> Spot:
    """One end of a leg of which only the province counts. Raises ``reference.province_unknown``."""
    place = data.province(province, on).locality
    return Spot(place.province, place.region, place.region_confirmed, districts)


def bcci_table(data: ReferenceData, on: date, *, trial: bool) -> BcciTable:
    """The table that prices legs on this day. Raises ``bcci.no_table``."""
    return choose_bcci_table(data.bcci, on, trial=trial)


def leg_price(data: ReferenceData, table: BcciTable, way: LegWay, weight_g: int, on: date) -> int:
    """The price of a leg by a table, held against the legal maximum of the day. In đồng.

    Raises:
        DeskError: ``item.weight_zero``, ``bcci.no_rate``, ``bcci.above_cap``.
    """
    price_dong = price_leg(table, way.direction, way.zone, weight_g)
    for cap in in_force(data.bcci, on):
        if cap.maximum:
            check_bcci_cap(price_dong, price_leg(cap, way.direction, way.zone, weight_g))
    return price_dong


def exemptions_on(data: ReferenceData, on: date) -> tuple[Exemption, ...]:
    """The reductions of the day, in their order."""
    return in_force(data.exemptions, on)


def exemption(data: ReferenceData, exemption_id: str, on: date) -> Exemption:
    """A reduction by its id. Raises ``exemption.unknown``."""
    return find_row(
        data.exemptions,
        on,
        lambda row: row.exemption_id == exemption_id,
        "exemption.unknown",
        exemption_id,
    )


def transit_days(data: ReferenceData, way: LegWay, on: date) -> TransitDays:
    """J+n of a leg. Raises ``reference.transit_days_missing``."""
    return find_row(
        data.transit_days,
        on,
        lambda row: row.direction is way.direction and row.zone is way.zone,
        "reference.transit_days_missing",
        f"{way.direction.value}/{way.zone.value}",
    )
