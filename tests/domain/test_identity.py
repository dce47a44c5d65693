"""Who somebody is: personal numbers, cards of every series, tax codes, passports, telephones. All numbers are made up."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import JudgedNumber
from kt1desk.domain.identity import (
    CardFields,
    Sex,
    birth_year,
    parse_card,
    passport,
    personal_number,
    phone,
    sex_of,
    tax_code,
)

FIRST_SERIES = "020198004321|080012345|Hoàng Thị Ý|05031998|Nữ|Thôn Nà Pán, Vũ Lăng, Lạng Sơn"
CARD = FIRST_SERIES + "|10052021"
READ = CardFields(
    number="020198004321",
    former="080012345",
    name="Hoàng Thị Ý",
    born=date(1998, 3, 5),
    sex=Sex.FEMALE,
    residence="Thôn Nà Pán, Vũ Lăng, Lạng Sơn",
    issued=date(2021, 5, 10),
)
WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


@pytest.mark.parametrize(
    ("number", "year", "sex"),
    [
        ("020098001234", 1998, Sex.MALE),
        ("020198001234", 1998, Sex.FEMALE),
        ("020205001234", 2005, Sex.MALE),
        ("999300001234", 2000, Sex.FEMALE),
    ],
)
def test_a_personal_number_says_year_and_sex_and_its_province_is_never_judged(
    number: str, year: int, sex: Sex
) -> None:
    assert personal_number(f" {number[:3]} {number[3:6]}.{number[6:]}\n") == number
    assert (birth_year(number), sex_of(number)) == (year, sex)


@pytest.mark.parametrize(
    "text", ["", "02009800123", "0200980012345", "02009800123A", "０２００９８００１２３４", "080012345"]
)
def test_a_personal_number_has_twelve_digits(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        personal_number(text)

    assert (refused.value.code, refused.value.field) == ("identity.shape", "identity")
    assert refused.value.details["length"] == len(text)


@pytest.mark.parametrize("digit", "456789")
def test_a_personal_number_of_a_century_to_come_is_refused(digit: str) -> None:
    with pytest.raises(DeskError) as refused:
        personal_number(f"020{digit}98001234", "proxy_identity")

    assert (refused.value.code, refused.value.field) == ("identity.century", "proxy_identity")


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        (CARD, READ),
        (f"\n{CARD}\r", READ),
        (FIRST_SERIES, replace(READ, issued=None)),
        (CARD.replace("080012345", ""), replace(READ, former="")),
        (CARD.replace("080012345|", ""), replace(READ, former="")),
        (CARD + "|", READ),
        (CARD + "||Hoàng Văn Á|Lý Thị Ơ|x", READ),
        (CARD.replace("|Nữ|", "||"), replace(READ, sex=None)),
        (CARD.replace("05031998", ""), replace(READ, born=None)),
        (CARD.replace("05031998", "00001998"), replace(READ, born=None)),
        (CARD.replace("05031998", "00031998"), replace(READ, born=None)),
        (CARD.replace("10052021", "99999999"), replace(READ, issued=None)),
        (CARD.replace("10052021", "2021"), replace(READ, issued=None)),
        (CARD.replace("Nữ", "NỮ").replace("Ý", "Y\u0301"), READ),
    ],
)
def test_cards_of_every_series_are_read_and_what_they_lack_stays_empty(raw: str, read: CardFields) -> None:
    assert parse_card(raw) == read


@pytest.mark.parametrize("count", [6, 7, 8, 11])
def test_a_card_may_have_any_number_of_fields_from_six_on(count: int) -> None:
    parts = [*CARD.split("|"), "", "a", "b", "c"][:count]

    assert parse_card("|".join(parts)).residence == READ.residence


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("", "card.fields"),
        ("020198004321", "card.fields"),
        ("|".join(CARD.split("|")[:5]), "card.fields"),
        (CARD + "x" * 1_000, "card.fields"),
        (CARD.replace("020198004321", "02019800432"), "identity.shape"),
        (CARD.replace("020198004321", "020998004321"), "identity.century"),
        (CARD.replace("05031998", "31021998"), "card.date"),
        (CARD.replace("05031998", "5/3/1998"), "card.date"),
        (CARD.replace("05031998", "05031997"), "card.contradiction"),
        (CARD.replace("05031998", "05032098"), "card.contradiction"),
        (CARD.replace("|Nữ|", "|Nam|"), "card.contradiction"),
        (CARD.replace("Hoàng Thị Ý", " "), "text.empty"),
        (CARD.replace("Hoàng Thị Ý", "Hoàng\x07"), "text.bad_character"),
    ],
)
def test_a_card_that_was_misread_is_refused_with_its_reason(raw: str, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        parse_card(raw)

    assert (refused.value.code, refused.value.field) == (code, "card")


def test_a_card_shows_nobody_in_a_log() -> None:
    shown = repr(parse_card(CARD))

    assert not any(part in shown for part in CARD.split("|"))


@given(st.text(alphabet="0129|Nữamx \x07", max_size=80))
def test_whatever_a_scanner_sends_is_a_card_or_a_refusal(raw: str) -> None:
    families: set[str] = set()
    numbers: list[str] = []
    try:
        numbers.append(parse_card(raw).number)
    except DeskError as refused:
        families.add(refused.code.partition(".")[0])

    assert [personal_number(number) for number in numbers] == numbers
    assert families <= {"card", "identity", "text"}
    assert len(families) + len(numbers) == 1


@pytest.mark.parametrize("code", ["0100109106", "0100686209", "0101248141", "0300588569", "0100233488"])
def test_real_tax_codes_are_accepted(code: str) -> None:
    assert tax_code(f" {code[:4]} {code[4:]} ") == code


@pytest.mark.parametrize("typed", ["0314409058-002", "0314409058002", "0314409058 - 002"])
def test_a_branch_is_written_with_its_hyphen_however_it_was_typed(typed: str) -> None:
    assert tax_code(typed) == "0314409058-002"


def test_a_person_has_the_personal_number_as_tax_code() -> None:
    assert tax_code("020198004321") == "020198004321"
    with pytest.raises(DeskError) as refused:
        tax_code("020998004321")

    assert (refused.value.code, refused.value.field) == ("identity.century", "tax_code")


def test_a_wrong_digit_of_a_tax_code_is_named_with_the_right_one() -> None:
    with pytest.raises(DeskError) as refused:
        tax_code("0100233480")

    assert refused.value.code == "identity.tax_code"
    assert dict(refused.value.details) == {"expected": 8, "found": 0}


@pytest.mark.parametrize(
    "text", ["", "010010910", "01001091066", "0100109106-01", "0100109106-000", "A100109106"]
)
def test_what_is_no_tax_code_is_refused(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        tax_code(text)

    assert (refused.value.code, refused.value.field) == ("identity.tax_shape", "tax_code")


@given(st.text(alphabet="0123456789", min_size=9, max_size=9))
def test_of_the_ten_last_digits_at_most_one_makes_a_tax_code(serial: str) -> None:
    rest = sum(int(digit) * weight for digit, weight in zip(serial, WEIGHTS, strict=True)) % 11

    accepted: list[str] = []
    codes: set[str] = set()
    for digit in "0123456789":
        try:
            accepted.append(tax_code(serial + digit))
        except DeskError as refused:
            codes.add(refused.code)

    assert accepted == ([f"{serial}{10 - rest}"] if rest else [])
    assert codes == ({"identity.tax_code"} if rest else {"identity.tax_impossible"})


@pytest.mark.parametrize(
    ("typed", "judged"),
    [
        ("c1234567", JudgedNumber("C1234567", "")),
        (" P 01234567 ", JudgedNumber("P01234567", "")),
        ("AB1234567", JudgedNumber("AB1234567", "identity.passport_unusual")),
        ("123456789", JudgedNumber("123456789", "identity.passport_unusual")),
    ],
)
def test_a_foreign_passport_is_doubted_and_not_refused(typed: str, judged: JudgedNumber) -> None:
    assert passport(typed) == judged


@pytest.mark.parametrize("text", ["", "C1234", "C123-4567", "C" * 21, "Đ1234567"])
def test_what_no_passport_has_as_its_number_is_refused(text: str) -> None:
    with pytest.raises(DeskError, match=r"identity\.passport"):
        passport(text)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0912345678", "0912345678"),
        (" 0912.345.678 ", "0912345678"),
        ("0912-345-678", "0912345678"),
        ("(0205) 3 812 345", "02053812345"),
        ("+84 912 345 678", "0912345678"),
        ("+84 (0)912 345 678", "0912345678"),
        ("0084912345678", "0912345678"),
        ("+86 138 0013 8000", "+8613800138000"),
    ],
)
def test_a_telephone_number_is_stored_in_one_way(typed: str, stored: str) -> None:
    assert phone(typed) == stored
    assert phone(stored) == stored


@pytest.mark.parametrize(
    "text",
    ["", "912345678", "091234567", "091234567890", "0012345678", "+84", "+84912", "0912x45678", "٠٩١٢٣٤٥٦٧٨"],
)
def test_what_nobody_can_ring_is_refused(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        phone(text)

    assert (refused.value.code, refused.value.field) == ("identity.phone", "phone")
