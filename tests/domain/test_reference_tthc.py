"""Lookups about dossiers: what is found on which day, what is refused, and that nothing goes above the maximum."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kt1desk.domain.bcci import LegRates, Spot, Zone
from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import (
    LegWay,
    authority,
    bcci_table,
    bureau_point,
    exemption,
    exemptions_on,
    leg_price,
    point_of_authority,
    receiving_authorities,
    spot_of_commune,
    spot_of_province,
    transit_days,
)
from tests.domain.rows import BCCI_STEPS, DAY, Life
from tests.domain.rows import bcci_table as a_table
from tests.support.reference import trial_reference

SENDING = LegWay(Direction.SEND, Zone.NOI_HUYEN)
DATA = trial_reference()


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda data: authority(data, "NONE", DAY), "reference.authority_unknown"),
        (lambda data: spot_of_commune(data, "00000", "", DAY), "reference.commune_unknown"),
        (lambda data: spot_of_province(data, "00", DAY), "reference.province_unknown"),
        (lambda data: bcci_table(data, DAY, trial=True), "bcci.no_table"),
        (lambda data: exemption(data, "E01", DAY), "exemption.unknown"),
        (lambda data: transit_days(data, SENDING, DAY), "reference.transit_days_missing"),
    ],
)
def test_what_is_not_known_is_refused_and_never_guessed(
    ask: Callable[[ReferenceData], object], code: str
) -> None:
    with pytest.raises(DeskError) as refused:
        ask(ReferenceData())

    assert refused.value.code == code


def test_authorities_that_take_dossiers_are_those_of_the_day() -> None:
    taking = receiving_authorities(DATA, DAY)
    first = taking[0]
    ended = replace(first, valid_to=date(2026, 11, 21))

    data = ReferenceData(authorities=(ended, *taking[1:], replace(first, receives_dossiers=False)))

    assert all(row.receives_dossiers for row in taking)
    assert authority(DATA, first.authority_id, DAY) == first
    assert receiving_authorities(data, DAY) == taking[1:]


def test_a_commune_keeps_its_former_districts_until_the_clerk_chooses_one() -> None:
    dong_kinh = "05977"

    assert spot_of_commune(DATA, dong_kinh, "", DAY).districts == ("Thành phố Lạng Sơn", "Huyện Cao Lộc")
    assert spot_of_commune(DATA, dong_kinh, "Huyện Cao Lộc", DAY).districts == ("Huyện Cao Lộc",)
    with pytest.raises(DeskError, match=r"bcci\.district_unknown"):
        spot_of_commune(DATA, dong_kinh, "Huyện Bắc Sơn", DAY)


def test_a_place_elsewhere_is_its_province_with_a_region_nobody_has_confirmed() -> None:
    assert spot_of_province(DATA, "01", DAY) == Spot("01", "V1", region_confirmed=False)


def test_the_table_of_the_day_prices() -> None:
    old = a_table("OLD", Life(valid_to=date(2026, 11, 21)))
    new = a_table("NEW", Life(valid_from=DAY))
    data = ReferenceData(bcci=(old, new))

    assert bcci_table(data, date(2026, 11, 21), trial=False) is old
    assert bcci_table(data, DAY, trial=False) is new


def test_a_price_is_held_against_the_maximum_of_the_day_even_while_that_is_a_sample() -> None:
    own = a_table("OWN")
    low = (LegRates(Direction.SEND, Zone.NOI_HUYEN, BCCI_STEPS[:1], 500, 0),)
    caps = replace(a_table("CAP", Life(status=Status.SAMPLE), maximum=True), rates=low)
    ended = replace(caps, valid_to=date(2026, 11, 21))

    assert leg_price(ReferenceData(bcci=(own,)), own, SENDING, 300, DAY) == 12_000
    assert leg_price(ReferenceData(bcci=(own, caps)), own, SENDING, 100, DAY) == 10_000
    assert leg_price(ReferenceData(bcci=(own, ended)), own, SENDING, 300, DAY) == 12_000
    with pytest.raises(DeskError) as refused:
        leg_price(ReferenceData(bcci=(own, caps)), own, SENDING, 300, DAY)

    assert dict(refused.value.details) == {"amount_dong": 12_000, "cap_dong": 10_000}


def test_reductions_are_found_by_their_id_while_they_hold() -> None:
    assert {exemption(DATA, row.exemption_id, DAY) for row in exemptions_on(DATA, DAY)} == set(
        DATA.exemptions
    )
    assert exemptions_on(DATA, date(2017, 12, 31)) == ()


def test_days_of_transit_are_those_of_the_direction_and_the_zone() -> None:
    ways = [LegWay(direction, zone) for direction in Direction for zone in Zone]

    found = [transit_days(DATA, way, DAY) for way in ways]

    assert [LegWay(row.direction, row.zone) for row in found] == ways


def with_point(authority_id: str, point: str) -> ReferenceData:
    """The rows as shipped, a list naming the point of one authority."""
    rows = (
        replace(row, point=point) if row.authority_id == authority_id else row for row in DATA.authorities
    )
    return replace(DATA, authorities=tuple(rows))


def test_a_list_may_name_the_point_of_an_authority() -> None:
    assert point_of_authority(DATA, "LS-STP", DAY) == "240100"
    assert point_of_authority(with_point("LS-STP", "241000"), "LS-STP", DAY) == "241000"


def test_nobody_serves_an_authority_that_is_in_no_list_of_the_day() -> None:
    assert point_of_authority(DATA, "NONE", DAY) == ""
    assert point_of_authority(DATA, "LS-STP", date(2020, 1, 1)) == ""
    assert point_of_authority(ReferenceData(), "LS-STP", DAY) == ""


def test_the_bureau_is_the_one_that_is_set_else_the_one_that_the_list_of_points_has() -> None:
    elsewhere = tuple(
        replace(row, value="240000") if row.key == "dossier.bureau_point" else row for row in DATA.settings
    )

    assert bureau_point(replace(DATA, settings=elsewhere), DAY) == "240000"
    assert bureau_point(replace(DATA, settings=()), DAY) == "240100"
    assert bureau_point(replace(DATA, points=()), DAY) == ""


def test_a_bureau_that_is_set_but_is_no_point_of_the_list_is_not_believed() -> None:
    gone = tuple(row for row in DATA.points if row.code != "240100")

    assert bureau_point(replace(DATA, points=gone), DAY) == ""
    assert point_of_authority(replace(DATA, points=gone), "LS-STP", DAY) == ""


def test_a_commune_that_nobody_near_serves_is_served_by_the_bureau() -> None:
    only = tuple(row for row in DATA.points if row.code == "240100")

    assert point_of_authority(replace(DATA, points=only), "LS-06325-UBND", DAY) == "240100"


def test_a_point_that_takes_no_dossiers_serves_nobody() -> None:
    closed = tuple(replace(row, takes_dossiers=row.code != "245000") for row in DATA.points)

    assert point_of_authority(DATA, "LS-06325-UBND", DAY) == "245000"
    assert point_of_authority(replace(DATA, points=closed), "LS-06325-UBND", DAY) != "245000"
