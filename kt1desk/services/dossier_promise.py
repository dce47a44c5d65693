"""The provisional day of a dossier's result, in words of the counter; where it cannot be counted a flag says why.

This module must not know how days are counted (see `kt1desk.domain.appointment`) nor what is printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kt1desk.domain.appointment import Hours, ProvisionalDay, TransitDays, promise
from kt1desk.domain.bcci import Zone
from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.procedure import Channel, DurationUnit, Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import LegWay, transit_days
from kt1desk.services.dossier_drafts import Promise
from kt1desk.services.dossier_price import Flags

CUT_OFF = "tthc.cut_off_hour"
_UNITS = {
    DurationUnit.WORKING_DAY: "ngày làm việc",
    DurationUnit.CALENDAR_DAY: "ngày",
    DurationUnit.HOUR: "giờ làm việc",
}


@dataclass(frozen=True, slots=True)
class Promises:
    """Counts from the day a dossier is accepted."""

    reference: ReferenceData
    on: date

    def of(self, procedure: Procedure, zone: Zone, flags: Flags) -> Promise | None:
        """The day on which the authority should have the result, None where the catalogue or the calendar does not say.

        The hour at which a dossier that travels reaches the authority is not known, so the cut-off always counts against it.
        """
        cut_off = self.reference.setting_int(CUT_OFF, self.on)
        try:
            transit = transit_days(self.reference, LegWay(Direction.SEND, zone), self.on)
            calendar = WorkingCalendar(self.reference.calendar)
            rule = procedure.channel(Channel.POST)
            found = promise(calendar, self.on, transit.days, rule, Hours(None, cut_off))
        except DeskError as error:
            missing = error.code == "reference.calendar_missing"
            flags.add("calendar_missing" if missing else "promise_unknown")
            return None
        if found is None:
            flags.add("promise_unknown")
            return None
        status = _status(found, transit, procedure)
        flags.add("promise_sample", when=status is Status.SAMPLE)
        return Promise(found.day, status, _words(found))


def _status(found: ProvisionalDay, transit: TransitDays, procedure: Procedure) -> Status:
    certain = not (found.expected or transit.is_sample or procedure.is_sample)
    return Status.CONFIRMED if certain else Status.SAMPLE


def _words(found: ProvisionalDay) -> str:
    """``Cơ quan nhận 23/11 (J+1), giải quyết 3 ngày làm việc``."""
    way = f"Cơ quan nhận {found.received:%d/%m} (J+{found.transit_days})"
    if found.unit is DurationUnit.SAME_DAY:
        return f"{way}, giải quyết trong ngày hoặc ngày làm việc tiếp theo"
    return f"{way}, giải quyết {found.duration} {_UNITS[found.unit]}"
