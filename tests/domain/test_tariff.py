"""The price of an item: its parts, its caps, and when there is none."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Scope, Secrecy, Urgency
from kt1desk.domain.tariff import (
    ComponentKind,
    PriceComponent,
    PriceFlag,
    PriceRequest,
    ScopeRates,
    TariffTable,
    UrgencyRate,
    WeightStep,
    choose_table,
    components,
    price,
)
from tests.domain.rows import DAY, Life, request, table, vat

WEIGHTS = st.integers(1, 100_000)
URGENCIES = st.sampled_from([Urgency.NONE, Urgency.EXPRESS, Urgency.TIMED_EXPRESS])
SECRECIES = st.sampled_from([Secrecy.NONE, Secrecy.A, Secrecy.C])


@pytest.mark.parametrize(
    ("weight_g", "base_dong", "further"),
    [
        (1, 10_000, 0),
        (50, 10_000, 0),
        (51, 20_000, 0),
        (250, 20_000, 0),
        (251, 20_000, 1),
        (500, 20_000, 1),
        (501, 20_000, 2),
    ],
)
def test_the_base_follows_the_steps_and_each_further_part_begun_counts_whole(
    weight_g: int, base_dong: int, further: int
) -> None:
    parts = {part.kind: part for part in components(table(), request(weight_g))}

    assert parts[ComponentKind.BASE].amount_dong == base_dong
    if further:
        assert parts[ComponentKind.FURTHER] == PriceComponent(ComponentKind.FURTHER, further * 1_000, further)
    else:
        assert ComponentKind.FURTHER not in parts


def test_urgency_and_secrecy_are_added_to_the_base_and_vat_comes_on_top_of_the_sum() -> None:
    asked = request(300, Urgency.EXPRESS, Secrecy.C)

    made = price(table(), table("CAP"), vat(), asked)

    assert [(part.kind.value, part.amount_dong) for part in made.components] == [
        ("base", 20_000),
        ("further", 1_000),
        ("urgency", 40_000),
        ("secrecy", 30_000),
    ]
    assert (made.net_dong, made.vat_dong, made.total_dong) == (91_000, 9_100, 100_100)
    assert (made.table_id, made.status, made.flags) == ("T", Status.CONFIRMED, ())


@given(WEIGHTS, URGENCIES, SECRECIES, st.integers(0, 2_000))
def test_a_price_is_always_the_sum_of_its_parts_in_whole_dong(
    weight_g: int, urgency: Urgency, secrecy: Secrecy, rate_bp: int
) -> None:
    made = price(table(), table("CAP"), vat(rate_bp), request(weight_g, urgency, secrecy))

    assert made.total_dong == sum(part.amount_dong for part in made.components) + made.vat_dong
    assert abs(made.vat_dong * 10_000 - made.net_dong * rate_bp) <= 5_000


@given(WEIGHTS, WEIGHTS, URGENCIES, SECRECIES)
def test_a_heavier_item_never_costs_less(
    one_g: int, other_g: int, urgency: Urgency, secrecy: Secrecy
) -> None:
    light, heavy = sorted((one_g, other_g))

    cheap, dear = (
        price(table(), table("CAP"), vat(), request(weight, urgency, secrecy)).total_dong
        for weight in (light, heavy)
    )

    assert cheap <= dear


@pytest.mark.parametrize(
    ("asked", "part", "amount_dong", "cap_dong"),
    [
        (request(50), "base", 10_001, 10_000),
        (request(50, Urgency.EXPRESS), "base", 10_001, 10_000),
    ],
)
def test_a_price_one_dong_above_the_cap_is_refused(
    asked: PriceRequest, part: str, amount_dong: int, cap_dong: int
) -> None:
    with pytest.raises(DeskError) as refused:
        price(table(extra_dong=1), table("CAP"), vat(), asked)

    assert refused.value.code == "tariff.above_cap"
    assert dict(refused.value.details) == {"part": part, "amount_dong": amount_dong, "cap_dong": cap_dong}


def test_a_price_at_the_cap_is_allowed() -> None:
    assert price(table(), table("CAP"), vat(), request(50)).net_dong == 10_000


def test_a_surcharge_above_its_cap_is_refused_though_the_sum_is_below_the_sum_of_the_caps() -> None:
    dear_surcharge = _with_express(50_000)

    with pytest.raises(DeskError) as refused:
        price(dear_surcharge, table("CAP", extra_dong=100), vat(), request(50, Urgency.EXPRESS))

    assert refused.value.details["part"] == "urgency"


def test_further_weight_that_the_caps_do_not_know_is_refused() -> None:
    caps_with_one_wide_step = _with_steps((WeightStep(1_000, 20_000),))

    with pytest.raises(DeskError) as refused:
        price(table(), caps_with_one_wide_step, vat(), request(600))

    assert dict(refused.value.details) == {"part": "further", "amount_dong": 2_000, "cap_dong": 0}


@pytest.mark.parametrize(
    ("asked", "field", "part"),
    [
        (request(50, scope=Scope.REGIONAL), "scope", "regional"),
        (request(50, Urgency.TIMED), "urgency", "timed"),
        (request(50, secrecy=Secrecy.B), "secrecy", "B"),
    ],
)
def test_what_the_table_does_not_name_has_no_price(asked: PriceRequest, field: str, part: str) -> None:
    with pytest.raises(DeskError) as refused:
        price(table(), table("CAP"), vat(), asked)

    assert (refused.value.code, refused.value.field, refused.value.details["part"]) == (
        "tariff.no_rate",
        field,
        part,
    )


@pytest.mark.parametrize("weight_g", [0, -1])
def test_without_a_weight_there_is_no_price(weight_g: int) -> None:
    with pytest.raises(DeskError) as refused:
        price(table(), table("CAP"), vat(), request(weight_g))

    assert refused.value.code == "item.weight_zero"


@pytest.mark.parametrize(
    ("status", "vat_status", "urgency", "derived", "flag"),
    [
        (Status.SAMPLE, Status.CONFIRMED, Urgency.NONE, False, PriceFlag.SAMPLE_TABLE),
        (Status.CONFIRMED, Status.SAMPLE, Urgency.NONE, False, PriceFlag.SAMPLE_VAT),
        (Status.CONFIRMED, Status.CONFIRMED, Urgency.TIMED_EXPRESS, False, PriceFlag.SUMMED_SURCHARGE),
        (Status.CONFIRMED, Status.CONFIRMED, Urgency.NONE, True, PriceFlag.DERIVED_REGION),
    ],
)
def test_each_doubt_about_a_price_is_flagged(
    status: Status, vat_status: Status, urgency: Urgency, derived: bool, flag: PriceFlag
) -> None:
    doubtful = table(life=Life(status=status))

    made = price(doubtful, table("CAP"), vat(status=vat_status), request(50, urgency, derived=derived))

    assert made.flags == (flag,)


def test_a_confirmed_table_prices_wherever_one_is_in_force() -> None:
    tables = (table("SAMPLE", life=Life(status=Status.SAMPLE)), table("REAL"))

    assert [getattr(choose_table(tables, DAY, trial=trial), "table_id", "") for trial in (True, False)] == [
        "REAL",
        "REAL",
    ]


def test_a_sample_table_prices_in_trial_mode_only() -> None:
    tables = (table("SAMPLE", life=Life(status=Status.SAMPLE)),)

    assert choose_table(tables, DAY, trial=False) is None
    assert choose_table(tables, DAY, trial=True) is tables[0]


def test_a_table_prices_only_while_it_is_in_force() -> None:
    old = table("OLD", life=Life(valid_to=date(2026, 11, 21)))
    new = table("NEW", life=Life(valid_from=date(2026, 11, 23)))

    assert choose_table((old, new), date(2026, 11, 21), trial=False) is old
    assert choose_table((old, new), DAY, trial=True) is None
    assert choose_table((old, new), date(2026, 11, 23), trial=False) is new


@pytest.mark.parametrize(
    ("steps", "further_g"),
    [
        ((), 250),
        ((WeightStep(250, 1), WeightStep(50, 2)), 250),
        ((WeightStep(50, 1), WeightStep(50, 2)), 250),
        ((WeightStep(50, 1),), 0),
    ],
)
def test_rates_that_could_not_price_every_weight_cannot_be_made(
    steps: tuple[WeightStep, ...], further_g: int
) -> None:
    with pytest.raises(DeskError) as refused:
        ScopeRates(Scope.INTRA, steps, further_g, 1)

    assert refused.value.code == "tariff.bad_rates"


def _with_express(amount_dong: int) -> TariffTable:
    return replace(table(), urgencies=(UrgencyRate(Urgency.EXPRESS, amount_dong, summed=False),))


def _with_steps(steps: tuple[WeightStep, ...]) -> TariffTable:
    return replace(table("CAP"), scopes=(ScopeRates(Scope.INTRA, steps, 250, 1_000),))
