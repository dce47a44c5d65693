"""Numbers of items: the S10 identifier of the Universal Postal Union.

Two service letters, eight digits, one check digit, two country letters (UPU standard S10). KT1 numbers begin with M
at the Vietnamese post; which second letters are in use is reference data, not known here. No store, no block of
numbers: which number is next is decided elsewhere.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from kt1desk.domain.dated import Dated
from kt1desk.domain.errors import DeskError

_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_MODULUS = 11
_SHAPE = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}")
_PREFIX = re.compile(r"[A-Z]{2}")
_STORABLE = re.compile(r"[A-Z0-9]{6,24}")
"""What a barcode of any post may hold: letters and digits, neither a stray key nor a whole line."""
_SERIAL = re.compile(r"[0-9]{8}")
LAST_SERIAL = 99_999_999
"""The highest serial eight digits can hold."""


def s10_check_digit(serial8: str) -> int:
    """Check digit of an eight-digit serial (UPU S10, annex on the check digit).

    Args:
        serial8: exactly eight ASCII digits, leading zeros kept.

    Returns:
        11 minus the weighted sum modulo 11, where 10 becomes 0 and 11 becomes 5.

    Raises:
        DeskError: ``number.shape`` when it is not eight digits.
    """
    if _SERIAL.fullmatch(serial8) is None:
        raise DeskError("number.shape", "number")
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, serial8, strict=True))
    return {10: 0, 11: 5}.get(_MODULUS - total % _MODULUS, _MODULUS - total % _MODULUS)


def normalise_number(text: str) -> str:
    """What a scanner or a hand typed, as the number is stored: upper case, no blanks of any kind."""
    return "".join(text.split()).upper()


@dataclass(frozen=True, slots=True, order=True)
class S10:
    """One valid item number; a wrong one cannot be constructed.

    Attributes:
        prefix: two letters of the service.
        serial: eight digits, leading zeros kept.
        country: two letters, ``VN`` for this post.
    """

    prefix: str
    serial: str
    country: str

    def __post_init__(self) -> None:
        """Refuse any part that does not have its shape."""
        parts = ((_PREFIX, self.prefix), (_SERIAL, self.serial), (_PREFIX, self.country))
        if any(shape.fullmatch(part) is None for shape, part in parts):
            raise DeskError("number.shape", "number")

    @classmethod
    def parse(cls, text: str) -> "S10":
        """Read a typed or scanned number; case and blanks do not matter.

        Raises:
            DeskError: ``number.shape`` when it is not 2 letters, 9 digits, 2 letters; ``number.check_digit`` with
                ``expected`` and ``found`` when the ninth digit does not fit the eight before it.
        """
        number = normalise_number(text)
        if _SHAPE.fullmatch(number) is None:
            raise DeskError("number.shape", "number")
        parsed = cls(number[:2], number[2:10], number[11:])
        found = int(number[10])
        if found != parsed.check_digit:
            raise DeskError("number.check_digit", "number", expected=parsed.check_digit, found=found)
        return parsed

    @property
    def check_digit(self) -> int:
        """The ninth digit."""
        return s10_check_digit(self.serial)

    @property
    def text(self) -> str:
        """The thirteen characters as they are stored and encoded in a barcode."""
        return f"{self.prefix}{self.serial}{self.check_digit}{self.country}"

    @property
    def grouped(self) -> str:
        """For people's eyes: ``ME 473 124 829 VN``."""
        digits = f"{self.serial}{self.check_digit}"
        return f"{self.prefix} {digits[:3]} {digits[3:6]} {digits[6:]} {self.country}"

    def __str__(self) -> str:
        """The stored form."""
        return self.text


def number_at(prefix: str, serial: int, country: str = "VN") -> S10:
    """The number with this serial in a block.

    Raises:
        DeskError: ``number.serial_range`` when the serial does not fit eight digits, ``number.shape`` for letters
            that are not two capital letters.
    """
    if not 0 <= serial <= LAST_SERIAL:
        raise DeskError("number.serial_range", "number", serial=serial)
    return S10(prefix, f"{serial:08d}", country)


class LocalKind(StrEnum):
    """What a point numbers by itself: the letters that its number begins with."""

    DISPATCH = "CT"
    ROUND = "PH"
    INCIDENT = "BB"
    HANDOVER = "GN"
    """Biên bản giao nhận with an authority."""
    TAKEOVER = "KQ"
    """Book of results taken over from an authority."""
    REMITTANCE = "NP"
    """Collected fees passed on to an authority."""
    COMPLAINT = "KN"
    VISIT = "HN"
    """Visit at an applicant's address."""


def local_number(kind: LocalKind, point: str, day: date, device: int, count: int) -> str:
    """``CT240000-261122-7-1``: point, day, device, and the how-many-eth of that desk and day, so that no two desks give the same."""
    return f"{kind.value}{point}-{day:%y%m%d}-{device}-{count}"


_LIFE = 1_000
"""More of one kind than a desk makes in a day, and more receptacles without a printed tag than it needs after it was restored."""


def count_in_life(incarnation: int, count: int) -> int:
    """The how-many-eth of a day, so that a restored desk gives no number again that it gave in records it lost.

    The second incarnation counts on from 1,001, the third from 2,001: what was counted before the restore stays below.
    """
    return _LIFE * (incarnation - 1) + count


def own_receptacles_of(incarnation: int) -> range:
    """The counts of receptacles without a printed tag: from 1 up in the first incarnation, each later one has a thousand from the top."""
    if incarnation == 1:
        return range(1, OWN_RECEPTACLES + 1)
    top = OWN_RECEPTACLES + 1 - _LIFE * (incarnation - 2)
    return range(max(1, top - _LIFE), max(1, top))


_LOCAL = re.compile(r"(CT|PH|BB|GN|KQ|NP|KN|HN)([0-9]{6})-([0-9]{6})-([0-9]{1,5})-([1-9][0-9]{0,4})")
_RECEPTACLE = re.compile(r"TUI[0-9]{8}")
_SEAL = re.compile(r"NP[0-9]{7}")
_OWN_TAG = 9
"""First digit of a receptacle's number that a desk gave; rolls of printed tags begin lower."""
OWN_RECEPTACLES = 9_999
"""How many receptacles without a printed tag a desk can number."""
_MAX_TAG_DEVICE = 999


def read_local_number(kind: LocalKind, text: str) -> str:
    """A number that a point gave by itself, typed or scanned, as it is stored.

    Raises:
        DeskError: ``number.local_shape`` with ``example``, also where the day is none.
    """
    number = normalise_number(text)
    parts = _LOCAL.fullmatch(number)
    if parts is None or parts[1] != kind.value or not _is_day(parts[3]):
        raise DeskError("number.local_shape", "number", example=f"{kind.value}240000-261122-7-1")
    return number


def is_item_number(text: str) -> bool:
    """Whether a text can stand in a register as the number of an item, of whatever post."""
    return _STORABLE.fullmatch(text) is not None


def point_of_local(number: str) -> str:
    """Code of the point that gave a number by itself, "" where the text is no such number."""
    parts = _LOCAL.fullmatch(number)
    return parts[2] if parts is not None else ""


def receptacle_number(text: str) -> str:
    """The number of a receptacle, as its tag says it.

    Raises:
        DeskError: ``receptacle.number_shape``.
    """
    number = normalise_number(text)
    if _RECEPTACLE.fullmatch(number) is None:
        raise DeskError("receptacle.number_shape", "receptacle")
    return number


def own_receptacle_number(device: int, count: int) -> str:
    """The how-many-eth receptacle of a desk that has no printed tag: ``TUI9`` + device (3 digits) + count (4 digits).

    Raises:
        DeskError: ``receptacle.no_own_numbers`` where the eight digits do not hold it: a printed tag is used then.
    """
    if not (0 <= device <= _MAX_TAG_DEVICE and 1 <= count <= OWN_RECEPTACLES):
        raise DeskError("receptacle.no_own_numbers", "receptacle")
    return f"TUI{_OWN_TAG}{device:03d}{count:04d}"


def seal_number(text: str) -> str:
    """The number of a seal.

    Raises:
        DeskError: ``receptacle.seal_shape``.
    """
    number = normalise_number(text)
    if _SEAL.fullmatch(number) is None:
        raise DeskError("receptacle.seal_shape", "seal")
    return number


def _is_day(yymmdd: str) -> bool:
    try:
        date(2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:]))
    except ValueError:
        return False
    return True


class Strictness(StrEnum):
    """What happens to a typed or scanned number that breaks the rule of the day."""

    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRule(Dated):
    """How numbers of a service look; no public text says so, so it is a row that can be changed.

    Attributes:
        service: ``kt1`` or ``tthc``; a block of numbers serves the service whose rule its numbers fit.
        pattern: regular expression that the whole normalised number must match.
        strictness: warn (the clerk may go on and gives a reason) or block.
    """

    service: str
    pattern: str
    strictness: Strictness

    def holds_prefix(self, prefix: str) -> bool:
        """Whether the numbers of a block with these two letters belong to the service."""
        return _fits(self.pattern, prefix)


@cache
def _fits(pattern: str, prefix: str) -> bool:
    """Remembered: two letters, asked several times in every acceptance."""
    return re.fullmatch(pattern, number_at(prefix, 0).text) is not None


@dataclass(frozen=True, slots=True)
class JudgedNumber:
    """A number as it will be stored, and the code of the doubt about it, or ""."""

    text: str
    doubt: str


def judge_number(text: str, rule: NumberRule) -> JudgedNumber:
    """Hold a foreign number (not from this desk's block) against the rule of the day.

    Raises:
        DeskError: ``number.shape``, ``number.check_digit`` or ``number.not_kt1`` when the rule blocks; always
            ``number.shape`` for what cannot be stored as a number at all.
    """
    number = normalise_number(text)
    if _STORABLE.fullmatch(number) is None:
        raise DeskError("number.shape", "number")
    try:
        S10.parse(number)
        if re.fullmatch(rule.pattern, number) is None:
            raise DeskError("number.not_kt1", "number")
    except DeskError as doubt:
        if rule.strictness is Strictness.BLOCK:
            raise
        return JudgedNumber(number, doubt.code)
    return JudgedNumber(number, "")
