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

BUREAU = "dossier.bureau_point"
"""Key of the setting that names the bureau."""
BUREAU_KIND = "public_admin_centre"
"""Kind of a point in the list of points that is that bureau."""


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


def point_of_authority(data: ReferenceData, authority_id: str, on: date) -> str:
    """The code of the point that hands dossiers to an authority and takes its results; "" where nobody can say.

    The authority's row may name it. A body of a commune has the point of its commune, and where that has none the first one of the
    list in the same former district. Everybody else is served by the bureau inside the provincial public-administration centre.
    """
    row = next((each for each in in_force(data.authorities, on) if each.authority_id == authority_id), None)
    if row is None:
        return ""
    return row.point or _point_near(data, row.commune, on) or bureau_point(data, on)


def bureau_point(data: ReferenceData, on: date) -> str:
    """The code of the bureau inside the provincial public-administration centre: as set, else as the list of points has it, else ""."""
    points = in_force(data.points, on)
    named = [row.value for row in in_force(data.settings, on) if row.key == BUREAU]
    found = [row.code for row in points if row.code in named]
    return next(iter(found or [row.code for row in points if row.kind == BUREAU_KIND]), "")


def _point_near(data: ReferenceData, commune: str, on: date) -> str:
    bureau = bureau_point(data, on)
    ours = [row for row in in_force(data.points, on) if row.takes_dossiers and row.code != bureau]
    districts = {row.code: row.former_districts[:1] for row in in_force(data.communes, on)}
    here = [row.code for row in ours if row.commune == commune]
    near = [
        row.code for row in ours if commune in districts and districts.get(row.commune) == districts[commune]
    ]
    return next(iter(here or near), "")


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
