"""Complaints about the service with dossiers: how long one may complain, by when it is answered, what is paid for harm or delay.

TT 17/2017/TT-BTTTT, Điều 6: within six months from the end of the whole time; answered within five working days inside the province, seven
between provinces. NĐ 47/2011/NĐ-CP, Điều 25: so many times the postage, its refund included; what belongs to the State is no postage. The
figures are rows and handed in. This module must not know a case, a table or the clock.
"""

from __future__ import annotations

import calendar
from datetime import date

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.errors import DeskError

_MONTHS = 12


def months_after(day: date, months: int) -> date:
    """The same day so many months on, the last of a shorter month where it has none (Bộ luật Dân sự 2015, Điều 147 and 148)."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def months_before(day: date, months: int) -> date:
    """The latest day of which at least so many months have passed on a day."""
    return months_after(day, -months)


def check_window(ended: date | None, received: date, months: int) -> None:
    """Refuse a complaint that comes later than so many months after the whole time ended.

    Args:
        ended: last day of the whole time: delivery, or the day it was due by; None while it still runs.
        received: when the complaint came.
        months: how long one may complain.

    Raises:
        DeskError: ``complaint.too_late`` with ``until`` (ISO).
    """
    if ended is None:
        return
    until = months_after(ended, months)
    if received > until:
        raise DeskError("complaint.too_late", "received_day", until=until.isoformat())


def answer_day(working: WorkingCalendar, received: date, days: int) -> date:
    """The last day for the answer: working days, the day it came not counted.

    Raises:
        DeskError: ``reference.calendar_missing`` where the way leaves the known years.
    """
    return working.add_working_days(received, days)


def compensation_dong(postage_dong: int, multiple: int) -> int:
    """What is proposed, in đồng: so many times the postage that was paid, refund included; nothing for what went free of charge.

    Raises:
        DeskError: ``complaint.compensation`` for less than nothing.
    """
    if postage_dong < 0 or multiple < 0:
        raise DeskError("complaint.compensation", "compensation")
    return postage_dong * multiple
