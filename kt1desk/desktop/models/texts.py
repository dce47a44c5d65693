"""Texts: how amounts, times and marks stand on the screen. Pure functions, nothing of Qt and no locale.

Dates are always dd/MM/yyyy with four digits of the year and amounts are grouped by dots, whatever the system's locale says. The words
behind the letters A, B and C never stand here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType

from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.money import grouped_digits
from kt1desk.services.wording import urgency_name

_WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
_MINUTE_MS = 60_000
_HOUR_MIN = 60
_DAY_MIN = 24 * 60
_NEAR = MappingProxyType({0: " hôm nay", 1: " ngày mai", -1: " hôm qua"})
_NEAR_IN_LIST = MappingProxyType({0: "", 1: " mai", -1: " hôm qua"})
"""The days around today; in a narrow column today needs no word."""


def dong(amount: int) -> str:
    """An amount in whole đồng with grouped digits, without the unit: ``1.114.600``."""
    return grouped_digits(amount)


def count(number: int) -> str:
    """A count with grouped digits."""
    return grouped_digits(number)


def parse_dong(text: str) -> int | None:
    """An amount as people type it: digits, with dots, commas or blanks between groups. None where it is not one."""
    digits = text.translate(str.maketrans("", "", ". ,\u00a0")).removesuffix("đ")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None


def local(utc_ms: int, offset_min: int) -> datetime:
    """Wall time of an instant."""
    return datetime.fromtimestamp(utc_ms / 1000, tz=UTC).astimezone(timezone(timedelta(minutes=offset_min)))


def clock(utc_ms: int, offset_min: int) -> str:
    """``14:52``."""
    return f"{local(utc_ms, offset_min):%H:%M}"


def day(value: date) -> str:
    """``22/11/2026``."""
    return f"{value:%d/%m/%Y}"


def clock_and_day(utc_ms: int, offset_min: int) -> str:
    """``14:52 · CN 22/11/2026``, as the status line shows it."""
    when = local(utc_ms, offset_min)
    return f"{when:%H:%M} · {_WEEKDAYS[when.weekday()]} {day(when.date())}"


def deadline(deadline_ms: int, now_ms: int, offset_min: int) -> str:
    """``20:30 hôm nay``, ``08:00 ngày mai``, ``08:00 24/11``; empty for none."""
    return _until(deadline_ms, now_ms, offset_min, _NEAR)


def deadline_in_list(deadline_ms: int, now_ms: int, offset_min: int) -> str:
    """As `deadline`, for a narrow column: ``20:30`` is today, ``08:00 mai``, ``08:00 24/11``; empty for none."""
    return _until(deadline_ms, now_ms, offset_min, _NEAR_IN_LIST)


def time_left(deadline_ms: int, now_ms: int) -> str:
    """``còn 5 giờ 38 phút``, ``còn 1 ngày`` or ``trễ 12 phút``: two parts at most, and none that is zero; empty for no deadline."""
    if not deadline_ms:
        return ""
    minutes = abs(deadline_ms - now_ms) // _MINUTE_MS
    if not minutes:
        return "đến hạn"
    word = "trễ" if deadline_ms < now_ms else "còn"
    days, rest = divmod(minutes, _DAY_MIN)
    hours, minutes = divmod(rest, _HOUR_MIN)
    parts = ((days, "ngày"), (hours, "giờ")) if days else ((hours, "giờ"), (minutes, "phút"))
    return " ".join((word, *(f"{number} {unit}" for number, unit in parts if number)))


def begun(words: str) -> str:
    """Words as they begin a sentence or a title."""
    return words[:1].upper() + words[1:]


def item_number(number: str) -> str:
    """Thirteen characters in groups: ``ME 473 124 829 VN``; anything else as it is."""
    if len(number) != 13:
        return number
    return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:11]} {number[11:]}"


def shift_name(shift: str) -> str:
    """``Ca 2`` of the shift ``2026-11-22/2``."""
    return f"Ca {shift.rsplit('/', 1)[-1]}"


def marks(urgency: str, secrecy: str) -> str:
    """What kind of item: ``Hỏa tốc · B``, ``Thường``. Both as stored; a value this program does not know yet is shown as it is."""
    word = urgency_name(Urgency(urgency)) if urgency in set(Urgency) else urgency
    letter = Secrecy(secrecy).letter if secrecy in set(Secrecy) else ""
    return f"{word} · {letter}" if letter else word


def _until(deadline_ms: int, now_ms: int, offset_min: int, near: Mapping[int, str]) -> str:
    if not deadline_ms:
        return ""
    when, now = local(deadline_ms, offset_min), local(now_ms, offset_min)
    return f"{when:%H:%M}" + near.get((when.date() - now.date()).days, f" {when:%d/%m}")
