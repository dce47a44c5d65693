"""Words of the registers that are views: people, points, agencies, codes and times as a line of a register says them.

This module must not know any register.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.paper_values import when_words
from kt1desk.services.register_ports import RegisterViewReader


@dataclass(frozen=True, slots=True)
class ViewWords:
    """What a line is told with.

    Attributes:
        users: names of this desk's users by id.
        sees_parties: whether whoever reads may see both parties of an A, B or C item.
    """

    reader: RegisterViewReader
    reference: ReferenceData
    users: dict[str, str] = field(repr=False)
    sees_parties: bool = False

    def user(self, user: str) -> str:
        """A user of this desk by name, another one by id."""
        return self.users.get(user, user)

    def point(self, code: str) -> str:
        """A point by name, also one that is in force no more."""
        return (
            _newest((row.valid_from, row.name) for row in self.reference.points if row.code == code) or code
        )

    def authority(self, code: str) -> str:
        """The same of an authority."""
        rows = (row for row in self.reference.authorities if row.authority_id == code)
        return _newest((row.valid_from, row.name) for row in rows) or code

    def agency(self, code: str) -> str:
        """The same of an agency."""
        rows = (row for row in self.reference.agencies if row.agency_id == code)
        return _newest((row.valid_from, row.name) for row in rows) or code

    def product(self, code: str) -> str:
        """The same of a KT1 product."""
        rows = (row for row in self.reference.products if row.code == code)
        return _newest((row.valid_from, row.name) for row in rows) or code

    def coded(self, code_list: CodeList, code: str) -> str:
        """How a code is said; "" for none."""
        return word_for(self.reference.coded, code_list, code) if code else ""


def local_day(at: Moment) -> date:
    """The date that the desk's wall clock showed."""
    return _local(at.utc_ms, at.offset_min).date()


def day_and_time(event: Event) -> tuple[str, str]:
    """When it happened: ISO date and ``14:32``, by the wall clock of the desk."""
    when = _local(event.envelope.happened.utc_ms, event.envelope.happened.offset_min)
    return when.date().isoformat(), f"{when:%H:%M}"


def entered_words(event: Event) -> str:
    """``15:00 22/11/2026`` where it was entered later, else "" ."""
    entered = event.envelope.entered
    return when_words(entered.utc_ms, entered.offset_min) if entered is not None else ""


def ms_words(utc_ms: int, offset_min: int) -> str:
    """The same of a time in a row; "" for none."""
    return when_words(utc_ms, offset_min) if utc_ms else ""


def _local(utc_ms: int, offset_min: int) -> datetime:
    return datetime.fromtimestamp(utc_ms // 1000, tz=UTC).astimezone(timezone(timedelta(minutes=offset_min)))


def _newest(named: Iterable[tuple[date, str]]) -> str:
    return max(named, default=(date.min, ""))[1]
