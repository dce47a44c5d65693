"""Later entry (nhập bù): what was written on paper while the machine stood still, and when it really happened.

This module must not know what was entered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kt1desk.domain.errors import DeskError

_EPOCH = date(1970, 1, 1)
FIELD, REASON_FIELD, SHEET_FIELD = "later_time", "later_reason", "later_sheet"
MAX_SHEET = 20
AT_ONCE_MS = 60_000
"""What is typed within a minute was typed when it happened: the journal keeps one time of it."""
_MINUTE_MS = 60_000
"""People write times by the minute."""
_SHEET = re.compile(rf"[0-9A-ZĐ][0-9A-ZĐ./-]{{0,{MAX_SHEET - 1}}}")
"""Number of a sheet of paper: no blank, so no sentence."""


@dataclass(frozen=True, slots=True)
class Later:
    """What is said of something that is entered later.

    Attributes:
        at_ms: when it really happened, UTC milliseconds.
        reason: coded: no power, machine broken, on the road …
        sheet: number of the paper form it stands on, "" where it has none.
    """

    at_ms: int = 0
    reason: str = ""
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between what a real time must lie.

    Attributes:
        now_ms: the wall clock, UTC milliseconds.
        offset_min: of the wall clock, minutes.
        days: for so many days something may be entered later.
        desk_ms: when the desk began; nothing was done at it before.
        thing_ms: when the thing was accepted; 0 for what is only being accepted.
        kept_ms: the real time of what is being corrected, 0 for none: what was let in then is not too old now.
    """

    now_ms: int
    offset_min: int
    days: int
    desk_ms: int = 0
    thing_ms: int = 0
    kept_ms: int = 0


def check_later(later: Later, bounds: Bounds) -> None:
    """Whether it may have happened then.

    Raises:
        DeskError: ``later.time_missing``, ``later.not_past``, ``later.too_old`` with ``days``, ``later.before_desk`` with
            ``since``, ``later.before_accepted``, all at the time's input; ``later.reason_missing`` at the reason's.
    """
    if later.at_ms <= 0:
        raise DeskError("later.time_missing", FIELD)
    if not later.reason:
        raise DeskError("later.reason_missing", REASON_FIELD)
    if later.at_ms > bounds.now_ms - AT_ONCE_MS:
        raise DeskError("later.not_past", FIELD)
    oldest = _day(bounds.now_ms, bounds.offset_min) - timedelta(days=bounds.days)
    kept = bounds.kept_ms > 0 and later.at_ms // _MINUTE_MS == bounds.kept_ms // _MINUTE_MS
    if not kept and _day(later.at_ms, bounds.offset_min) < oldest:
        raise DeskError("later.too_old", FIELD, days=bounds.days)
    if later.at_ms < bounds.desk_ms:
        raise DeskError("later.before_desk", FIELD, since=_first_minute(bounds.desk_ms, bounds.offset_min))
    if later.at_ms < bounds.thing_ms:
        raise DeskError("later.before_accepted", FIELD)


def sheet_number(text: str) -> str:
    """The number of a sheet as it is stored; "" for none.

    Raises:
        DeskError: ``later.sheet``.
    """
    typed = text.strip().upper()
    if typed and _SHEET.fullmatch(typed) is None:
        raise DeskError("later.sheet", SHEET_FIELD)
    return typed


def _first_minute(utc_ms: int, offset_min: int) -> str:
    """The first whole minute from a moment on, as a real time is typed: ``14:52 22/11/2026``."""
    days, minutes = divmod(-(-utc_ms // _MINUTE_MS) + offset_min, 24 * 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d} {_EPOCH + timedelta(days=days):%d/%m/%Y}"


def _day(utc_ms: int, offset_min: int) -> date:
    return _EPOCH + timedelta(days=(utc_ms + offset_min * 60_000) // 86_400_000)
