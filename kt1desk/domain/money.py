"""Amounts of money in whole đồng: how they are written, spoken and shared out in parts of ten thousand.

Amounts are integers everywhere; a fraction of a đồng appears only inside :func:`basis_points_of` and is rounded there
by a rule that is handed in. This module must not know any rate or price.
"""

from enum import StrEnum

_TEN_THOUSAND = 10_000
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUP_NAMES = ("", " nghìn", " triệu")
_BILLION = 1_000_000_000


class ZeroTens(StrEnum):
    """How a missing ten is spoken: «một trăm linh năm» in the north, «một trăm lẻ năm» in the south."""

    LINH = "linh"
    LE = "lẻ"


class Rounding(StrEnum):
    """What becomes of half a đồng."""

    HALF_UP = "half_up"
    DOWN = "down"
    UP = "up"


def grouped_digits(number: int) -> str:
    """``114600`` → ``114.600``: groups of three with points, as Vietnamese papers write any figure."""
    return f"{number:,d}".replace(",", ".")


def format_dong(amount_dong: int) -> str:
    """``114600`` → ``114.600 đ``."""
    return f"{grouped_digits(amount_dong)} đ"


def basis_points_of(amount_dong: int, rate_bp: int, rounding: Rounding) -> int:
    """A share of an amount, in whole đồng.

    Args:
        amount_dong: zero or more.
        rate_bp: the rate in hundredths of a percent; 10 % is 1,000.
        rounding: what becomes of the rest.
    """
    share, rest = divmod(amount_dong * rate_bp, _TEN_THOUSAND)
    rounds_up = {
        Rounding.DOWN: False,
        Rounding.UP: rest > 0,
        Rounding.HALF_UP: rest * 2 >= _TEN_THOUSAND,
    }
    return share + rounds_up[rounding]


def in_words(number: int, zero_tens: ZeroTens = ZeroTens.LINH) -> str:
    """The number as it is read aloud, in lower case: ``1005`` → ``một nghìn không trăm linh năm``."""
    if number < 0:
        return f"âm {in_words(-number, zero_tens)}"
    if number == 0:
        return _DIGITS[0]
    return " ".join(_read(number, zero_tens, leading=True).split())


def dong_in_words(amount_dong: int, zero_tens: ZeroTens = ZeroTens.LINH) -> str:
    """The line «Bằng chữ» of a receipt: ``114600`` → ``Một trăm mười bốn nghìn sáu trăm đồng``."""
    words = in_words(amount_dong, zero_tens)
    return f"{words[0].upper()}{words[1:]} đồng"


def _read(number: int, zero_tens: ZeroTens, *, leading: bool) -> str:
    """Words for a positive number; ``leading`` is False when something was already said before it."""
    billions, rest = divmod(number, _BILLION)
    parts: list[str] = []
    if billions:
        parts.append(f"{_read(billions, zero_tens, leading=leading)} tỷ")
    for power in (2, 1, 0):
        group = rest // 1_000**power % 1_000
        if group:
            first = leading and not parts
            parts.append(_read_group(group, zero_tens, whole=not first) + _GROUP_NAMES[power])
    return " ".join(parts)


def _read_group(group: int, zero_tens: ZeroTens, *, whole: bool) -> str:
    """Three digits; ``whole`` also speaks leading zeros («không trăm linh năm»)."""
    hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
    says_hundreds = whole or hundreds > 0
    words = [f"{_DIGITS[hundreds]} trăm"] if says_hundreds else []
    if tens == 0 and ones and says_hundreds:
        words.append(zero_tens.value)
    if tens == 1:
        words.append("mười")
    elif tens > 1:
        words.append(f"{_DIGITS[tens]} mươi")
    if ones:
        words.append(_ones(ones, tens))
    return " ".join(words)


def _ones(ones: int, tens: int) -> str:
    """The last digit changes its sound after a ten: mốt, tư, lăm."""
    after_ten = {5: "lăm"} if tens == 1 else {1: "mốt", 4: "tư", 5: "lăm"}
    return after_ten.get(ones, _DIGITS[ones]) if tens else _DIGITS[ones]
