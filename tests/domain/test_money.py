"""Money: written with points, spoken as people speak, shared out without losing a đồng."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.money import Rounding, ZeroTens, basis_points_of, dong_in_words, format_dong, in_words

DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split()  # noqa: SIM905 - reads as people count
VALUES = {word: value for value, word in enumerate(DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}


def heard(words: str) -> int:
    """The number a listener writes down: an independent reading, from the words back to the figure."""
    if words.startswith("âm "):
        return -heard(words.removeprefix("âm "))
    above, found, below = words.rpartition("tỷ")
    if found:
        return heard(above.strip()) * 1_000_000_000 + (heard_below_billion(below.split()) if below else 0)
    return heard_below_billion(words.split())


def heard_below_billion(words: list[str]) -> int:
    total = group = digit = 0
    for word in words:
        if word in {"triệu", "nghìn"}:
            total += (group + digit) * {"triệu": 1_000_000, "nghìn": 1_000}[word]
            group = digit = 0
        elif word == "trăm":
            group, digit = digit * 100, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "mười":
            group += 10
        elif word not in {"linh", "lẻ"}:
            digit = VALUES[word]
    return total + group + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (1, "một"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm linh một"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_010, "một nghìn không trăm mười"),
        (1_015, "một nghìn không trăm mười lăm"),
        (1_100, "một nghìn một trăm"),
        (10_000, "mười nghìn"),
        (21_021, "hai mươi mốt nghìn không trăm hai mươi mốt"),
        (114_600, "một trăm mười bốn nghìn sáu trăm"),
        (100_000, "một trăm nghìn"),
        (1_000_000, "một triệu"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_001_000, "một triệu không trăm linh một nghìn"),
        (1_000_000_000, "một tỷ"),
        (1_000_101_017, "một tỷ một trăm linh một nghìn không trăm mười bảy"),
        (1_005_000_000, "một tỷ không trăm linh năm triệu"),
        (25_000_000_005, "hai mươi lăm tỷ không trăm linh năm"),
        (1_000_000_000_000, "một nghìn tỷ"),
        (1_050_000_000_000, "một nghìn không trăm năm mươi tỷ"),
        (2_000_000_000_000_000_000, "hai tỷ tỷ"),
        (-21, "âm hai mươi mốt"),
        (-1_005, "âm một nghìn không trăm linh năm"),
    ],
)
def test_a_number_is_spoken_as_it_is_read_aloud(number: int, words: str) -> None:
    assert in_words(number) == words


def test_the_south_says_another_word_for_the_missing_ten() -> None:
    assert in_words(1_005, ZeroTens.LE) == "một nghìn không trăm lẻ năm"
    assert in_words(101_101, ZeroTens.LE) == "một trăm lẻ một nghìn một trăm lẻ một"


@given(st.integers(-(10**17), 10**17), st.sampled_from(ZeroTens))
def test_who_hears_the_words_writes_down_the_same_number(number: int, zero_tens: ZeroTens) -> None:
    words = in_words(number, zero_tens)

    assert heard(words) == number
    assert "  " not in words
    assert words == words.strip()


def test_the_line_of_a_receipt_begins_with_a_capital_and_ends_with_the_unit() -> None:
    assert dong_in_words(114_600) == "Một trăm mười bốn nghìn sáu trăm đồng"
    assert dong_in_words(0) == "Không đồng"
    assert dong_in_words(505, ZeroTens.LE) == "Năm trăm lẻ năm đồng"


@pytest.mark.parametrize(
    ("amount_dong", "written"),
    [
        (0, "0 đ"),
        (999, "999 đ"),
        (1_000, "1.000 đ"),
        (114_600, "114.600 đ"),
        (-5_000, "-5.000 đ"),
        (1_234_567_890, "1.234.567.890 đ"),
    ],
)
def test_an_amount_is_written_in_groups_of_three(amount_dong: int, written: str) -> None:
    assert format_dong(amount_dong) == written


@pytest.mark.parametrize(
    ("amount_dong", "rate_bp", "rounding", "share"),
    [
        (11_364, 1_000, Rounding.HALF_UP, 1_136),
        (11_365, 1_000, Rounding.HALF_UP, 1_137),
        (11_365, 1_000, Rounding.DOWN, 1_136),
        (11_361, 1_000, Rounding.UP, 1_137),
        (11_360, 1_000, Rounding.UP, 1_136),
        (0, 1_000, Rounding.UP, 0),
        (48_636, 800, Rounding.HALF_UP, 3_891),
    ],
)
def test_a_share_is_rounded_by_the_rule_it_is_given(
    amount_dong: int, rate_bp: int, rounding: Rounding, share: int
) -> None:
    assert basis_points_of(amount_dong, rate_bp, rounding) == share


@given(st.integers(0, 10**12), st.integers(0, 10_000))
def test_the_three_roundings_never_lie_more_than_one_dong_apart(amount_dong: int, rate_bp: int) -> None:
    down, half, up = (
        basis_points_of(amount_dong, rate_bp, rule) for rule in (Rounding.DOWN, Rounding.HALF_UP, Rounding.UP)
    )

    assert down <= half <= up <= down + 1
    assert down * 10_000 <= amount_dong * rate_bp <= up * 10_000
