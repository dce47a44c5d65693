"""Reference data: what is found on which day, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from kt1desk.domain.dated import Status, in_force
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import RouteScope, Scope, Secrecy, Urgency
from kt1desk.domain.money import Rounding
from kt1desk.domain.reference import Commune, Province, ReferenceData, Setting, check_point_accepts
from kt1desk.domain.tariff import PriceFlag, PriceRequest, Unpriced, VatRule
from tests.domain.rows import DAY, Life, request, table
from tests.support.reference import trial_reference


def setting(key: str, value: str | int, since: date = date(2026, 1, 1), until: date | None = None) -> Setting:
    return Setting(
        valid_from=since, valid_to=until, source="test", status=Status.CONFIRMED, key=key, value=value
    )


def province(code: str, region: str, status: Status) -> Province:
    return Province(
        valid_from=date(2025, 7, 1),
        valid_to=None,
        source="test",
        status=Status.CONFIRMED,
        code=code,
        name=code,
        full_name=code,
        old_names=(),
        postal_prefixes=(),
        region=region,
        region_status=status,
    )


VAT = (setting("vat.rate_bp", 1_000), setting("vat.rounding", "down"))


def test_a_row_holds_from_its_first_to_its_last_day() -> None:
    row = setting("x", 1, date(2026, 3, 1), date(2026, 3, 31))

    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)]

    assert [row.holds(on) for on in days] == [False, True, True, False]
    assert [in_force([row], on) for on in days] == [(), (row,), (row,), ()]
    assert not row.is_sample


def test_the_row_of_the_day_answers_when_a_fact_has_changed() -> None:
    data = ReferenceData(
        settings=(
            setting("vat.rate_bp", 1_000, until=date(2026, 6, 30)),
            setting("vat.rate_bp", 800, since=date(2026, 7, 1)),
        )
    )

    assert data.setting_int("vat.rate_bp", date(2026, 6, 30)) == 1_000
    assert data.setting_int("vat.rate_bp", date(2026, 7, 1)) == 800


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda data: data.point("999999", DAY), "reference.point_unknown"),
        (lambda data: data.agency("KHONGCO", DAY), "reference.agency_unknown"),
        (lambda data: data.commune("00000", DAY), "reference.commune_unknown"),
        (lambda data: data.province("00", DAY), "reference.province_unknown"),
        (lambda data: data.form("none", DAY), "reference.form_unknown"),
        (lambda data: data.number_rule(DAY), "reference.number_rule_missing"),
        (lambda data: data.setting("none", DAY), "reference.setting_missing"),
        (lambda data: data.product(Urgency.NONE, Secrecy.NONE, DAY), "item.product_unknown"),
        (lambda data: data.vat(DAY), "reference.setting_missing"),
    ],
)
def test_what_is_not_known_is_refused_and_never_guessed(ask, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DeskError) as refused:
        ask(ReferenceData())

    assert refused.value.code == code


def test_a_setting_that_is_a_word_is_no_figure() -> None:
    with pytest.raises(DeskError) as refused:
        ReferenceData(settings=VAT).setting_int("vat.rounding", DAY)

    assert refused.value.details["key"] == "vat.rounding"


def test_vat_of_the_day_is_rate_rounding_and_how_far_the_rate_is_confirmed() -> None:
    assert ReferenceData(settings=VAT).vat(DAY) == VatRule(1_000, Rounding.DOWN, Status.CONFIRMED)


def test_a_rounding_nobody_knows_is_refused() -> None:
    data = ReferenceData(settings=(setting("vat.rate_bp", 1_000), setting("vat.rounding", "sideways")))

    with pytest.raises(DeskError) as refused:
        data.vat(DAY)

    assert refused.value.details["key"] == "vat.rounding"


def test_an_agency_is_found_by_its_id_and_by_its_call_code_in_any_case() -> None:
    data = trial_reference()

    found = {data.agency(key, DAY).agency_id for key in ("LS-SNV", "SNV", " snv ", "Snv")}

    assert found == {"LS-SNV"}


def test_the_scope_of_a_way_comes_from_the_regions_of_both_provinces() -> None:
    data = ReferenceData(
        provinces=(province("20", "V1", Status.CONFIRMED), province("01", "V1", Status.SAMPLE))
    )

    assert data.route("20", "20", DAY) == RouteScope(Scope.INTRA, derived=False)
    assert data.route("20", "01", DAY) == RouteScope(Scope.REGIONAL, derived=True)


def test_a_real_desk_without_a_confirmed_table_has_no_price_and_trial_mode_has_a_flagged_one() -> None:
    sample = table("SAMPLE", life=Life(status=Status.SAMPLE))
    data = ReferenceData(tariffs=(sample,), caps=(table("CAP"),), settings=VAT)

    assert data.quote(request(), DAY, trial=False) == Unpriced()
    priced = data.quote(request(), DAY, trial=True)

    assert not isinstance(priced, Unpriced)
    assert priced.flags == (PriceFlag.SAMPLE_TABLE,)
    assert priced.total_dong == 11_000


def test_without_caps_nothing_is_priced() -> None:
    with pytest.raises(DeskError) as refused:
        ReferenceData(tariffs=(table(),), settings=VAT).quote(request(), DAY, trial=False)

    assert refused.value.code == "reference.caps_missing"


def test_a_price_above_the_cap_is_refused_by_the_quote_too() -> None:
    data = ReferenceData(tariffs=(table(extra_dong=1),), caps=(table("CAP"),), settings=VAT)

    with pytest.raises(DeskError) as refused:
        data.quote(request(), DAY, trial=False)

    assert refused.value.code == "tariff.above_cap"


def test_a_point_that_may_not_accept_says_so_by_its_name() -> None:
    allowed = trial_reference().point("240000", DAY)
    check_point_accepts(allowed)

    with pytest.raises(DeskError) as refused:
        check_point_accepts(replace(allowed, kt1_accept=False))

    assert refused.value.code == "item.point_not_enabled"
    assert refused.value.details["point"] == allowed.name


def test_a_commune_is_written_with_its_kind() -> None:
    commune: Commune = trial_reference().commune("05977", DAY)

    assert commune.full_name == "Phường Đông Kinh"


def test_the_sixteen_products_are_found_by_urgency_and_letter() -> None:
    data = trial_reference()

    found = {data.product(urgency, secrecy, DAY).code for urgency in Urgency for secrecy in Secrecy}

    assert found == {f"KT1{number:03d}" for number in range(1, 17)}
    assert data.product(Urgency.EXPRESS, Secrecy.C, DAY).code == "KT1010"
    assert data.product(Urgency.TIMED, Secrecy.A, DAY).code == "KT1014"
    assert data.product(Urgency.TIMED_EXPRESS, Secrecy.B, DAY).code == "KT1012"


def test_the_trial_prices_an_express_item_with_a_letter_as_added_up_by_hand() -> None:
    asked = PriceRequest(RouteScope(Scope.INTRA, derived=False), 620, Urgency.EXPRESS, Secrecy.C)

    priced = trial_reference().quote(asked, DAY, trial=True)

    # 15.000 + 2 × 1.727 + 40.000 + 30.909 = 89.363; 10 % = 8.936,3
    assert not isinstance(priced, Unpriced)
    assert (priced.net_dong, priced.vat_dong, priced.total_dong) == (89_363, 8_936, 98_299)
    assert priced.flags == (PriceFlag.SAMPLE_TABLE, PriceFlag.SAMPLE_VAT)
