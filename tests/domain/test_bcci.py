"""Prices of dossiers: zones by former district and region, steps of weight, reductions; and the worked prices of the tables shipped."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.bcci import (
    BcciTable,
    LegRates,
    Spot,
    Zone,
    ZoneFound,
    check_bcci_cap,
    choose_bcci_table,
    choose_spot_district,
    price_leg,
    reduce_price,
    reduction_dong,
    zone_between,
)
from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.tariff import WeightStep
from tests.domain.rows import BCCI_STEPS, DAY, Life, bcci_table, exemption
from tests.support.reference import trial_reference

SEND, RETURN = Direction.SEND, Direction.RETURN
TT22 = trial_reference().bcci[0]
"""Both tables of TT 22/2017/TT-BTTTT as shipped."""
WEIGHTS = st.integers(1, 30_000)
WAYS = st.tuples(st.sampled_from(Direction), st.sampled_from(Zone))


def spot(*districts: str, province: str = "20", region: str = "V1", confirmed: bool = True) -> Spot:
    """A place in the north, unless said otherwise."""
    return Spot(province, region, confirmed, districts)


@pytest.mark.parametrize(
    ("weight_g", "price_dong"),
    [
        (1, 10_000),
        (100, 10_000),
        (101, 10_000),
        (250, 10_000),
        (251, 12_000),
        (500, 12_000),
        (501, 15_000),
        (1_000, 15_000),
        (1_001, 18_000),
    ],
)
def test_above_the_last_step_every_further_part_begun_counts_whole(weight_g: int, price_dong: int) -> None:
    assert price_leg(bcci_table(), SEND, Zone.NOI_HUYEN, weight_g) == price_dong


@pytest.mark.parametrize("weight_g", [0, -1])
def test_a_cover_without_weight_has_no_price(weight_g: int) -> None:
    with pytest.raises(DeskError) as refused:
        price_leg(bcci_table(), SEND, Zone.NOI_HUYEN, weight_g)

    assert (refused.value.code, refused.value.field) == ("item.weight_zero", "weight")


@pytest.mark.parametrize(("direction", "zone"), [(RETURN, Zone.NOI_HUYEN), (SEND, Zone.LIEN_HUYEN)])
def test_a_way_the_table_does_not_name_has_no_price(direction: Direction, zone: Zone) -> None:
    with pytest.raises(DeskError) as refused:
        price_leg(bcci_table(), direction, zone, 100)

    assert refused.value.code == "bcci.no_rate"


@pytest.mark.parametrize(
    ("legs", "percent", "paid_dong"),
    [
        ([(SEND, Zone.NOI_HUYEN, 320), (RETURN, Zone.NOI_HUYEN, 320)], 0, 55_000),
        ([(SEND, Zone.NOI_HUYEN, 320), (RETURN, Zone.NOI_HUYEN, 320)], 50, 27_500),
        ([(SEND, Zone.LIEN_HUYEN, 1_200)], 0, 36_300),
    ],
)
def test_the_worked_prices_come_out_of_the_shipped_tables(
    legs: list[tuple[Direction, Zone, int]], percent: int, paid_dong: int
) -> None:
    prices = [price_leg(TT22, *leg) for leg in legs]

    paid = [reduce_price(price, exemption(percent)) if percent else price for price in prices]

    assert sum(paid) == paid_dong


@given(WAYS, WEIGHTS, WEIGHTS)
def test_a_heavier_cover_never_costs_less(way: tuple[Direction, Zone], one_g: int, other_g: int) -> None:
    light, heavy = sorted((one_g, other_g))

    assert price_leg(TT22, *way, light) <= price_leg(TT22, *way, heavy)


@given(st.sampled_from(Direction), WEIGHTS)
def test_a_farther_zone_never_costs_less(direction: Direction, weight_g: int) -> None:
    prices = [price_leg(TT22, direction, zone, weight_g) for zone in Zone]

    assert prices == sorted(prices)


@given(st.lists(st.tuples(WAYS, WEIGHTS), min_size=1, max_size=4), st.integers(1, 100))
def test_a_case_costs_the_sum_of_its_legs_and_a_reduction_is_the_sum_of_theirs(
    legs: list[tuple[tuple[Direction, Zone], int]], percent: int
) -> None:
    rule = exemption(percent)
    prices = [price_leg(TT22, *way, weight) for way, weight in legs]

    paid = sum(reduce_price(price, rule) for price in prices)

    assert paid == sum(prices) - sum(reduction_dong(price, rule) for price in prices)
    assert sum(prices) * Fraction(100 - percent, 100) - len(legs) < paid
    assert paid <= sum(prices) * Fraction(100 - percent, 100)


@given(st.integers(0, 10_000_000))
def test_half_is_never_more_than_half_and_free_is_nothing(price_dong: int) -> None:
    half = reduce_price(price_dong, exemption(50))

    assert 2 * half in {price_dong, price_dong - 1}
    assert reduction_dong(price_dong, exemption(50)) + half == price_dong
    assert reduce_price(price_dong, exemption(100)) == 0


@pytest.mark.parametrize("percent", [-50, 0, 101])
def test_a_reduction_of_nothing_or_of_more_than_the_whole_cannot_be_made(percent: int) -> None:
    with pytest.raises(DeskError, match=r"exemption\.bad_percent"):
        exemption(percent)


@pytest.mark.parametrize(
    ("steps", "further_g", "further_dong"),
    [
        ((), 500, 1),
        ((WeightStep(250, 1), WeightStep(100, 2)), 500, 1),
        ((WeightStep(100, 2), WeightStep(250, 1)), 500, 1),
        ((WeightStep(100, -1),), 500, 1),
        (BCCI_STEPS, 0, 1),
        (BCCI_STEPS, 500, -1),
    ],
)
def test_rates_under_which_a_weight_has_no_price_or_a_heavier_one_a_lower_cannot_be_made(
    steps: tuple[WeightStep, ...], further_g: int, further_dong: int
) -> None:
    with pytest.raises(DeskError) as refused:
        LegRates(SEND, Zone.V1_V3, steps, further_g, further_dong)

    assert (refused.value.code, refused.value.details["scope"]) == ("tariff.bad_rates", "v1_v3")


@pytest.mark.parametrize(
    ("one", "other", "zone"),
    [
        (spot("Cao Lộc"), spot("Cao Lộc"), Zone.NOI_HUYEN),
        (spot("Cao Lộc"), spot("Bắc Sơn"), Zone.LIEN_HUYEN),
        (spot("Lạng Sơn", "Cao Lộc"), spot("Bắc Sơn"), Zone.LIEN_HUYEN),
        (spot("Lạng Sơn", "Cao Lộc"), spot("Bắc Sơn", "Bình Gia"), Zone.LIEN_HUYEN),
        (spot("Lạng Sơn", "Cao Lộc"), spot(province="01"), Zone.NOI_VUNG),
        (spot(), spot(province="48", region="V2"), Zone.V13_V2),
        (spot(region="V3"), spot(province="48", region="V2"), Zone.V13_V2),
        (spot(), spot(province="79", region="V3"), Zone.V1_V3),
    ],
)
def test_former_districts_decide_within_a_province_and_regions_between_provinces(
    one: Spot, other: Spot, zone: Zone
) -> None:
    assert zone_between(one, other) == ZoneFound(zone, derived=False)
    assert zone_between(other, one) == ZoneFound(zone, derived=False)


@pytest.mark.parametrize(
    ("one", "other"), [(spot(), spot("Cao Lộc")), (spot("Cao Lộc"), spot()), (spot(), spot())]
)
def test_within_the_province_a_place_without_a_former_district_has_no_zone(one: Spot, other: Spot) -> None:
    with pytest.raises(DeskError, match=r"bcci\.commune_needed"):
        zone_between(one, other)


def test_a_commune_in_two_former_districts_asks_the_clerk_only_where_the_answer_changes_the_price() -> None:
    spanning = spot("Lạng Sơn", "Cao Lộc")

    for ends in ((spanning, spot("Cao Lộc")), (spot("Cao Lộc"), spanning), (spanning, spanning)):
        with pytest.raises(DeskError) as asked:
            zone_between(*ends)
        assert (asked.value.code, asked.value.field) == ("bcci.district_needed", "district")
        assert asked.value.details["districts"] == "Lạng Sơn, Cao Lộc"

    chosen = replace(spanning, districts=choose_spot_district(spanning.districts, "Cao Lộc"))
    assert zone_between(chosen, spot("Cao Lộc")).zone is Zone.NOI_HUYEN


def test_a_choice_is_one_of_the_former_districts_or_none_yet() -> None:
    assert choose_spot_district(("Lạng Sơn", "Cao Lộc"), "") == ("Lạng Sơn", "Cao Lộc")
    with pytest.raises(DeskError) as refused:
        choose_spot_district(("Lạng Sơn", "Cao Lộc"), "Bắc Sơn")

    assert refused.value.code == "bcci.district_unknown"


@pytest.mark.parametrize(
    ("other", "zone"),
    [
        (spot(province="01", confirmed=False), Zone.NOI_VUNG),
        (spot(province="79", region="V3", confirmed=False), Zone.V1_V3),
        (spot(province="42", region=""), Zone.NOI_VUNG),
        (spot(province="42", region="V9"), Zone.NOI_VUNG),
    ],
)
def test_a_region_nobody_confirmed_is_flagged_and_an_unknown_one_never_costs_the_customer_more(
    other: Spot, zone: Zone
) -> None:
    assert zone_between(spot("Cao Lộc"), other) == ZoneFound(zone, derived=True)
    assert zone_between(other, spot("Cao Lộc")) == ZoneFound(zone, derived=True)


def test_the_own_table_prices_before_the_maxima_and_a_sample_one_in_trial_mode_only() -> None:
    sample = Life(status=Status.SAMPLE)
    own, caps = bcci_table("OWN"), bcci_table("CAP", maximum=True)
    tried, tried_caps = bcci_table("TRY", sample), bcci_table("TRYCAP", sample, maximum=True)

    def chosen(*tables: BcciTable, trial: bool) -> str:
        return choose_bcci_table(tables, DAY, trial=trial).table_id

    assert chosen(caps, own, trial=False) == "OWN"
    assert chosen(tried, caps, trial=False) == "CAP"
    assert chosen(tried, caps, trial=True) == "CAP"
    assert chosen(tried_caps, tried, trial=True) == "TRY"
    assert chosen(tried_caps, trial=True) == "TRYCAP"


@pytest.mark.parametrize(
    "tables",
    [
        (),
        (bcci_table(life=Life(status=Status.SAMPLE)),),
        (bcci_table(life=Life(valid_to=date(2026, 11, 21))),),
    ],
)
def test_a_real_desk_without_a_confirmed_table_of_the_day_has_no_price(tables: tuple[BcciTable, ...]) -> None:
    with pytest.raises(DeskError, match=r"bcci\.no_table"):
        choose_bcci_table(tables, DAY, trial=False)


def test_a_price_one_dong_above_the_maximum_is_refused() -> None:
    check_bcci_cap(26_000, 26_000)

    with pytest.raises(DeskError) as refused:
        check_bcci_cap(26_001, 26_000)

    assert refused.value.code == "bcci.above_cap"
    assert dict(refused.value.details) == {"amount_dong": 26_001, "cap_dong": 26_000}
