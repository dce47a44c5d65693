"""The shipped rows about dossiers: the tables of TT 22/2017, reductions, days of transit, and what each rests on."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, product

import pytest

from kt1desk.domain.bcci import Zone, reduce_price, zone_between
from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference_tthc import (
    LegWay,
    bcci_table,
    exemption,
    leg_price,
    spot_of_commune,
    spot_of_province,
    transit_days,
)
from tests.support.reference import trial_reference

DAY = date(2026, 11, 22)
DATA = trial_reference()
LANG_SON = "20"
SPANNING = {
    "Đông Kinh": {"Thành phố Lạng Sơn", "Huyện Cao Lộc"},
    "Kỳ Lừa": {"Thành phố Lạng Sơn", "Huyện Cao Lộc"},
    "Khánh Khê": {"Huyện Cao Lộc", "Huyện Văn Quan"},
    "Tân Đoàn": {"Huyện Cao Lộc", "Huyện Văn Quan"},
}


def price(direction: Direction, zone: Zone, weight_g: int) -> int:
    table = bcci_table(DATA, DAY, trial=True)
    return leg_price(DATA, table, LegWay(direction, zone), weight_g, DAY)


def test_the_forty_figures_of_the_circular_add_up_row_by_row() -> None:
    (table,) = DATA.bcci

    by_row = {
        direction.value: [
            sum(amounts)
            for amounts in zip(
                *(
                    (*(step.amount_dong for step in rates.steps), rates.further_dong)
                    for rates in table.rates
                    if rates.direction is direction
                ),
                strict=True,
            )
        ]
        for direction in Direction
    }

    assert by_row == {
        "send": [149_000, 159_000, 178_500, 24_700],
        "return": [149_000, 164_000, 188_500, 24_700],
    }
    assert {(rates.direction, rates.zone) for rates in table.rates} == set(product(Direction, Zone))
    assert len(table.rates) == 10
    assert {tuple(step.up_to_g for step in rates.steps) for rates in table.rates} == {(100, 250, 500)}
    assert {rates.further_g for rates in table.rates} == {500}


def test_the_tables_are_maxima_and_stay_a_sample_until_the_province_confirms_them() -> None:
    (table,) = DATA.bcci

    assert table.maximum
    assert table.is_sample
    assert table.valid_from == date(2018, 1, 1)
    with pytest.raises(DeskError, match=r"bcci\.no_table"):
        bcci_table(DATA, DAY, trial=False)


def test_both_ways_within_one_former_district_cost_the_sum_of_both_and_half_of_it_for_the_disabled() -> None:
    legs = [price(direction, Zone.NOI_HUYEN, 320) for direction in Direction]

    invalid = exemption(DATA, "E04", DAY)

    assert sum(legs) == 55_000
    assert sum(reduce_price(leg, invalid) for leg in legs) == 27_500


def test_above_500_g_every_further_500_g_begun_is_added() -> None:
    assert price(Direction.SEND, Zone.LIEN_HUYEN, 1_200) == 36_300


@pytest.mark.parametrize("weight_g", [1, 100, 101, 250, 251, 500, 501, 1_000, 1_001, 20_000])
def test_a_farther_zone_and_a_result_never_cost_less(weight_g: int) -> None:
    sending = [price(Direction.SEND, zone, weight_g) for zone in Zone]
    returning = [price(Direction.RETURN, zone, weight_g) for zone in Zone]

    assert all(near < far for near, far in pairwise(sending))
    assert all(near < far for near, far in pairwise(returning))
    assert all(there <= back for there, back in zip(sending, returning, strict=True))


def test_two_pay_nothing_and_eight_pay_half_each_with_a_proof() -> None:
    percents = {row.exemption_id: row.percent for row in DATA.exemptions}

    assert list(percents) == [f"E{at:02d}" for at in range(1, 11)]
    assert [key for key, percent in percents.items() if percent == 100] == ["E01", "E02"]
    assert {percent for key, percent in percents.items() if key > "E02"} == {50}
    assert all(row.needs_proof and row.who for row in DATA.exemptions)


def test_the_two_reductions_that_sources_disagree_about_say_so_and_name_each_other() -> None:
    doubtful = {row.exemption_id: row for row in DATA.exemptions if row.uncertain}

    assert {key: row.joint_with for key, row in doubtful.items()} == {"E09": "E10", "E10": "E09"}
    assert all(row.is_sample and row.note for row in doubtful.values())
    assert not any(
        row.is_sample or row.joint_with or row.note for row in DATA.exemptions if not row.uncertain
    )


@pytest.mark.parametrize("direction", Direction)
def test_every_zone_has_its_days_of_transit_and_only_the_nearest_is_confirmed(direction: Direction) -> None:
    rows = [transit_days(DATA, LegWay(direction, zone), DAY) for zone in Zone]

    assert rows[0].days == 1
    assert [row.status for row in rows] == [Status.CONFIRMED, *[Status.SAMPLE] * 4]
    assert all(near.days < far.days for near, far in pairwise(rows))
    assert len(DATA.transit_days) == len(Direction) * len(Zone)


def test_four_communes_span_two_former_districts_and_only_there_the_clerk_is_asked() -> None:
    spanning = {row.name: set(row.former_districts) for row in DATA.communes if len(row.former_districts) > 1}

    assert spanning == SPANNING
    for row in DATA.communes:
        here = spot_of_commune(DATA, row.code, "", DAY)
        if row.name not in SPANNING:
            assert zone_between(here, here).zone is Zone.NOI_HUYEN
            continue
        with pytest.raises(DeskError, match=r"bcci\.district_needed"):
            zone_between(here, here)
        for district in row.former_districts:
            chosen = spot_of_commune(DATA, row.code, district, DAY)
            assert zone_between(chosen, chosen).zone is Zone.NOI_HUYEN


def test_the_seat_of_provincial_bodies_is_a_former_district_and_only_derived() -> None:
    seat = DATA.setting("tthc.provincial_seat", DAY)
    districts = {name for row in DATA.communes for name in row.former_districts}

    spot = spot_of_province(DATA, LANG_SON, DAY, (str(seat.value),))

    assert seat.value in districts
    assert seat.is_sample
    tam_thanh = next(row.code for row in DATA.communes if row.name == "Tam Thanh")
    doan_ket = next(row.code for row in DATA.communes if row.name == "Đoàn Kết")
    assert zone_between(spot, spot_of_commune(DATA, tam_thanh, "", DAY)).zone is Zone.NOI_HUYEN
    assert zone_between(spot, spot_of_commune(DATA, doan_ket, "", DAY)).zone is Zone.LIEN_HUYEN


def test_local_prices_and_hours_of_other_places_are_samples() -> None:
    rows = [
        DATA.setting(key, DAY) for key in ("tthc.pass_on_dong", "tthc.result_weight_g", "tthc.cut_off_hour")
    ]

    assert [row.value for row in rows] == [8_000, 100, 15]
    assert all(row.is_sample for row in rows)


def test_authorities_that_take_dossiers_are_found_in_every_commune_and_say_where_they_are_only_if_known() -> (
    None
):
    taking = [row for row in DATA.authorities if row.receives_dossiers]

    at_commune = {
        kind: [row for row in taking if row.kind == kind] for kind in ("commune-one-stop", "commune-police")
    }
    provincial = [row for row in taking if row.level == "tỉnh"]

    communes = {row.code for row in DATA.communes}
    assert all({row.commune for row in rows} == communes for rows in at_commune.values())
    assert len(provincial) == 23
    assert {row.commune for row in provincial} == {""}
