"""Item numbers: check digit, reading, writing, and doubtful numbers from elsewhere."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import (
    LAST_SERIAL,
    S10,
    JudgedNumber,
    LocalKind,
    NumberRule,
    Strictness,
    judge_number,
    local_number,
    number_at,
    s10_check_digit,
)

SERIALS = st.integers(0, LAST_SERIAL)
PREFIXES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)


def rule(strictness: Strictness) -> NumberRule:
    return NumberRule(
        service="kt1",
        valid_from=date(2018, 1, 1),
        valid_to=None,
        source="test",
        status=Status.SAMPLE,
        pattern=r"^M[A-Z]\d{9}VN$",
        strictness=strictness,
    )


@pytest.mark.parametrize(
    ("serial", "digit"),
    [
        ("47312482", 9),
        ("12345678", 5),
        ("00000001", 4),
        ("25000001", 2),
        ("28704377", 5),
        ("00000000", 5),
        ("00000002", 8),
        ("00000030", 6),
    ],
)
def test_the_check_digit_is_the_one_of_the_standard(serial: str, digit: int) -> None:
    assert s10_check_digit(serial) == digit


@pytest.mark.parametrize("number", ["EB000717618HK", "RA123456785VN"])
def test_numbers_of_other_posts_and_services_read_by_the_same_rule(number: str) -> None:
    assert S10.parse(number).text == number


def test_a_number_of_another_post_with_a_wrong_check_digit_is_refused() -> None:
    with pytest.raises(DeskError, match=r"number\.check_digit"):
        S10.parse("EB000717594HK")


@pytest.mark.parametrize("serial", ["", "1234567", "123456789", "1234567a", "１２３４５６７８", "1234567²"])
def test_a_serial_is_eight_plain_digits(serial: str) -> None:
    with pytest.raises(DeskError) as refused:
        s10_check_digit(serial)

    assert refused.value.code == "number.shape"


@given(PREFIXES, SERIALS)
def test_every_number_of_a_block_is_read_back_as_itself(prefix: str, serial: int) -> None:
    number = number_at(prefix, serial)

    assert S10.parse(number.text) == number
    assert S10.parse(number.grouped) == number
    assert int(number.serial) == serial
    assert str(number) == number.text
    assert len(number.text) == 13


@given(SERIALS, st.integers(0, 7), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed_except_where_the_standard_folds_two_rests_into_one(
    serial: int, place: int, step: int
) -> None:
    number = number_at("ME", serial)
    wrong_digit = (int(number.serial[place]) + step) % 10
    wrong_serial = f"{number.serial[:place]}{wrong_digit}{number.serial[place + 1 :]}"
    folded = {0, 5}

    if s10_check_digit(wrong_serial) == number.check_digit:
        assert number.check_digit in folded
        return
    with pytest.raises(DeskError) as refused:
        S10.parse(f"ME{wrong_serial}{number.check_digit}VN")

    assert refused.value.code == "number.check_digit"
    assert refused.value.details["found"] == number.check_digit
    assert refused.value.details["expected"] == s10_check_digit(wrong_serial)


def test_case_and_blanks_of_a_scan_do_not_matter() -> None:
    assert S10.parse("\tme 473\u00a0124 829 vn\r\n").text == "ME473124829VN"


def test_a_number_is_grouped_for_the_eye() -> None:
    assert S10.parse("ME473124829VN").grouped == "ME 473 124 829 VN"


@pytest.mark.parametrize(
    "text",
    ["", "ME47312482VN", "ME4731248299VN", "M1473124829VN", "473124829", "ME473124829V", "ÊE473124829VN"],
)
def test_what_is_no_number_is_refused_by_its_shape(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        S10.parse(text)

    assert (refused.value.code, refused.value.field) == ("number.shape", "number")


@pytest.mark.parametrize(
    "parts", [("me", "47312482", "VN"), ("ME", "4731248", "VN"), ("ME", "47312482", "V")]
)
def test_a_wrong_number_cannot_be_constructed(parts: tuple[str, str, str]) -> None:
    with pytest.raises(DeskError):
        S10(*parts)


@pytest.mark.parametrize("serial", [-1, LAST_SERIAL + 1])
def test_a_serial_beyond_eight_digits_is_refused(serial: int) -> None:
    with pytest.raises(DeskError) as refused:
        number_at("MX", serial)

    assert refused.value.code == "number.serial_range"


def test_a_block_of_numbers_serves_the_service_whose_rule_its_letters_fit() -> None:
    kt1 = rule(Strictness.BLOCK)

    assert [prefix for prefix in ("MA", "ME", "RX", "EJ") if kt1.holds_prefix(prefix)] == ["MA", "ME"]


def test_a_good_kt1_number_from_elsewhere_raises_no_doubt() -> None:
    assert judge_number("me 473124829 vn", rule(Strictness.BLOCK)) == JudgedNumber("ME473124829VN", "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("ME473124820VN", "number.check_digit"),
        ("EJ473124829VN", "number.not_kt1"),
        ("ME473124829LA", "number.not_kt1"),
        ("KT1-12345".replace("-", ""), "number.shape"),
    ],
)
def test_a_doubtful_number_is_a_warning_or_a_refusal_as_the_rule_of_the_day_says(
    text: str, doubt: str
) -> None:
    warned = judge_number(text, rule(Strictness.WARN))
    with pytest.raises(DeskError) as refused:
        judge_number(text, rule(Strictness.BLOCK))

    assert warned == JudgedNumber(text, doubt)
    assert refused.value.code == doubt


@pytest.mark.parametrize("text", ["", "M", "ME473124829VN" * 2, "ME47312482\x00VN", "ME-473124829"])
def test_what_no_barcode_holds_is_refused_even_where_the_rule_only_warns(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        judge_number(text, rule(Strictness.WARN))

    assert refused.value.code == "number.shape"


def test_a_number_of_a_point_says_where_when_and_at_which_desk_it_was_given() -> None:
    made = local_number(LocalKind.ROUND, "240000", date(2026, 11, 2), 7, 12)

    assert made == "PH240000-261102-7-12"
