"""Who somebody is, as typed or scanned at the counter: personal number, identity card, passport, tax code, telephone.

The structure of the personal number says century, sex and year of birth and has no check digit, so it can only be held against what else is
known. Provinces in it are never judged: births abroad have codes of countries, and provinces were merged in 2025. This module must not know
what is asked of whom, nor how a card is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import JudgedNumber
from kt1desk.domain.text import clean, fold, required

_PERSONAL = re.compile(r"[0-9]{12}")
_LAST_CENTURY_DIGIT = 3
"""0 and 1 are men and women born 1900-1999, 2 and 3 those born 2000-2099; higher ones are for centuries to come."""
_FIRST_CENTURY = 1900

_TAX = re.compile(r"([0-9]{10})(?:-?([0-9]{3}))?")
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_TAX_MODULUS = 11
_NO_BRANCH = "000"

_PASSPORT = re.compile(r"[A-Z0-9]{6,20}")
_VIETNAMESE_PASSPORT = re.compile(r"[A-Z][0-9]{7,8}")

_PHONE_MARKS = str.maketrans("", "", " .-()\u00a0")
_PHONE = re.compile(r"0[1-9][0-9]{8,9}|\+[1-9][0-9]{7,14}")
"""Ten digits of a mobile, ten or eleven of a landline; a foreign number with its country (ITU-T E.164)."""
_HOME = re.compile(r"(?:\+|00)84(?:0)?(?=[1-9])")

_CARD_FIELDS = 6
_CARD_MAX_CHARS = 1_000
_CARD_DATE = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_NAME_CHARS = 100
_RESIDENCE_CHARS = 200


class Sex(StrEnum):
    """As the personal number and the card tell it."""

    MALE = "male"
    FEMALE = "female"


_CARD_SEX = {"nam": Sex.MALE, "nu": Sex.FEMALE}


@dataclass(frozen=True, slots=True)
class CardFields:
    """What the code on an identity card says. It shows nothing in a log.

    Attributes:
        number: personal number.
        former: nine digits of the identity card before it, or "".
        born: None where the card gives no whole day.
        sex: None where the card does not say.
        residence: place of residence in one line, with the names of its day.
        issued: None on the first series of cards.
    """

    number: str = field(repr=False)
    former: str = field(repr=False)
    name: str = field(repr=False)
    born: date | None = field(repr=False)
    sex: Sex | None = field(repr=False)
    residence: str = field(repr=False)
    issued: date | None = field(repr=False)


def personal_number(text: str, field: str = "identity") -> str:
    """The twelve digits of a personal number (số định danh cá nhân); blanks and points do not matter.

    Raises:
        DeskError: ``identity.shape`` when it is not twelve digits; ``identity.century`` when the fourth one names a century to come.
    """
    number = "".join(text.split()).replace(".", "")
    if _PERSONAL.fullmatch(number) is None:
        raise DeskError("identity.shape", field, length=len(number))
    if int(number[3]) > _LAST_CENTURY_DIGIT:
        raise DeskError("identity.century", field, digit=number[3])
    return number


def is_personal(code: str) -> bool:
    """Whether a stored number or tax code is a personal number: since 1/7/2025 that is the tax code of a person and of his household."""
    return _PERSONAL.fullmatch(code) is not None


def birth_year(number: str) -> int:
    """The year of birth in a valid personal number."""
    return _FIRST_CENTURY + int(number[3]) // 2 * 100 + int(number[4:6])


def sex_of(number: str) -> Sex:
    """The sex in a valid personal number."""
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE


def parse_card(raw: str) -> CardFields:
    """Read the code of an identity card: number, former number, name, birth, sex, residence, and on most cards the day of issue.

    Fields behind these are of later series and are left alone. Cards without a former number leave its field empty, or leave it out.

    Raises:
        DeskError: ``card.fields`` with ``found`` when there are fewer than six, or too much text for a card; ``identity.shape`` or
            ``identity.century`` for the number; ``card.date`` with ``text`` for a birth that is no day; ``card.contradiction`` when number,
            birth and sex do not fit each other; what `kt1desk.domain.text.required` raises for name and residence.
    """
    parts = [part.strip() for part in raw.split("|")]
    if len(parts) < _CARD_FIELDS or len(raw) > _CARD_MAX_CHARS:
        raise DeskError("card.fields", "card", found=len(parts), expected=_CARD_FIELDS)
    number, former, *rest = parts
    if former and not former.isdigit():
        former, rest = "", [former, *rest]
    name, born, sex, residence, *later = rest
    card = CardFields(
        personal_number(number, "card"),
        former,
        required(name, "card", _NAME_CHARS),
        _birth(born),
        _CARD_SEX.get(fold(sex)),
        clean(residence, "card", _RESIDENCE_CHARS),
        _day(later[0]) if later else None,
    )
    _check_card(card)
    return card


def _check_card(card: CardFields) -> None:
    """A number that does not fit birth and sex was misread or does not belong to the card."""
    fits_birth = card.born is None or card.born.year == birth_year(card.number)
    fits_sex = card.sex is None or card.sex is sex_of(card.number)
    if not (fits_birth and fits_sex):
        raise DeskError("card.contradiction", "card")


def _birth(text: str) -> date | None:
    """A whole day, or None for an empty field; some people's day or month of birth is not known and written as zeros."""
    day = _day(text)
    unknown = _CARD_DATE.fullmatch(text) is not None and "00" in {text[:2], text[2:4]}
    if day is None and text and not unknown:
        raise DeskError("card.date", "card", text=text[:10])
    return day


def _day(text: str) -> date | None:
    found = _CARD_DATE.fullmatch(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def tax_code(text: str) -> str:
    """A tax code (MST): ten digits with a check digit, those with a branch (``-001``), or twelve digits of a person.

    The tenth digit is 10 minus the weighted sum modulo 11; a sum that leaves 0 has no tenth digit. Since 1/7/2025 persons use their
    personal number.

    Raises:
        DeskError: ``identity.tax_shape``; ``identity.tax_code`` with ``expected`` and ``found``; ``identity.tax_impossible`` when no check
            digit fits the nine digits; ``identity.century`` for twelve digits that are no personal number.
    """
    code = "".join(text.split()).replace(".", "")
    if _PERSONAL.fullmatch(code):
        return personal_number(code, "tax_code")
    found = _TAX.fullmatch(code)
    if found is None or found[2] == _NO_BRANCH:
        raise DeskError("identity.tax_shape", "tax_code")
    expected = (
        10
        - sum(int(digit) * weight for digit, weight in zip(code, _TAX_WEIGHTS, strict=False)) % _TAX_MODULUS
    )
    if expected > 9:
        raise DeskError("identity.tax_impossible", "tax_code")
    if expected != int(code[9]):
        raise DeskError("identity.tax_code", "tax_code", expected=expected, found=int(code[9]))
    return found[1] if found[2] is None else f"{found[1]}-{found[2]}"


def passport(text: str) -> JudgedNumber:
    """The number of a passport; one that is not a letter with seven or eight digits, as Vietnamese ones are, is only doubted.

    Raises:
        DeskError: ``identity.passport`` for what no passport has as its number.
    """
    number = "".join(text.split()).upper()
    if _PASSPORT.fullmatch(number) is None:
        raise DeskError("identity.passport", "identity")
    usual = _VIETNAMESE_PASSPORT.fullmatch(number) is not None
    return JudgedNumber(number, "" if usual else "identity.passport_unusual")


def phone(text: str) -> str:
    """A telephone number as it is stored: ``0912345678``; from abroad ``+8613800138000``. Marks between digits do not matter.

    Raises:
        DeskError: ``identity.phone``.
    """
    digits = text.strip().translate(_PHONE_MARKS)
    number = _HOME.sub("0", digits, count=1) if _HOME.match(digits) else digits
    if _PHONE.fullmatch(number) is None:
        raise DeskError("identity.phone", "phone")
    return number
