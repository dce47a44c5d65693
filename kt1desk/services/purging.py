"""What has outlived the rule of the day: which events still have persons beside them although their case is long over.

A case is over when the post has nothing more to do with it; one that is complained about is kept until it is answered. What came with a
dispatch is kept until the last case of it is over too. Half-done dossiers and hand-overs that were laid
aside name persons too and have a rule of their own. This module must not know how the store erases.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from kt1desk.domain.case import OVER, CaseState
from kt1desk.domain.complaint import months_before
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import read_dispatch_sent
from kt1desk.domain.facts.dossier_custody import DossierDispatchSent
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.ports import Parking, Reader
from kt1desk.services.rows import DraftKind, ParkedRow
from kt1desk.services.shifts import local_date

KEEP = "privacy.keep_months"
"""Key of the setting, and of the rule as an erasing carries it."""
KEEP_DRAFTS = "privacy.draft_days"
"""Key of the setting: after so many days nobody takes up again what was laid aside."""
LOOKED_THROUGH = 10_000
"""So many cases and visits are looked through at once; what is younger than them comes with the next time."""
QUIET = (CaseState.REGISTERED, CaseState.REFUSED, CaseState.STOPPED)
"""Where a case ends whose applicant fetches everything himself."""


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of the day: what was over before ``before`` is erased."""

    text: str
    months: int
    before: date
    before_ms: int

    @classmethod
    def at(cls, reference: ReferenceData, on: date, now: Moment) -> Rule:
        """The rule of a day. Raises ``reference.setting_missing``."""
        months = reference.setting_int(KEEP, on)
        before = months_before(local_date(now), months)
        row = reference.setting(KEEP, on)
        return cls(f"{KEEP}/{row.valid_from.isoformat()}", months, before, _start_ms(before, now))


@dataclass(frozen=True, slots=True)
class DraftRule:
    """The rule for half-done work: what was laid aside before ``before_ms`` is dropped."""

    days: int
    before_ms: int

    @classmethod
    def at(cls, reference: ReferenceData, on: date, now: Moment) -> DraftRule:
        """The rule of a day. Raises ``reference.setting_missing``."""
        days = reference.setting_int(KEEP_DRAFTS, on)
        return cls(days, _start_ms(local_date(now) - timedelta(days=days), now))

    def outlived(self, parking: Parking) -> tuple[ParkedRow, ...]:
        """Dossiers and hand-overs that lie there too long; a half-done acceptance of KT1 is no person's."""
        kinds = (DraftKind.DOSSIER, DraftKind.HANDOVER)
        return tuple(row for kind in kinds for row in parking.parked(kind) if row.saved_ms < self.before_ms)


def _start_ms(day: date, now: Moment) -> int:
    """The first millisecond of a day where the desk stands."""
    zone = timezone(timedelta(minutes=now.offset_min))
    return int(datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000)


@dataclass(frozen=True, slots=True)
class Outlived:
    """What has outlived a rule, as a reader sees it now."""

    reader: Reader
    rule: Rule

    def cases(self) -> Iterator[CaseRow]:
        """Cases that are over long enough and still name somebody, the longest first."""
        disputed = {row.dossier for row in self.reader.complaints(only_open=True, limit=LOOKED_THROUGH)}
        states = (*sorted(OVER), *QUIET)
        for number in self.reader.outlived_cases(states, self.rule.before_ms, LOOKED_THROUGH):
            case = self.reader.case(number)
            if case is not None and number not in disputed and self._is_over(case):
                yield case

    def visits(self) -> tuple[str, ...]:
        """References of planned visits that ended long enough ago and still name somebody."""
        found = self.reader.outlived_visits(self.rule.before_ms, LOOKED_THROUGH)
        return tuple(event.text for event in found)

    def records(self) -> tuple[str, ...]:
        """References of records signed with an authority so long ago that its officer need not be named any more."""
        found = self.reader.outlived_records(self.rule.before_ms, LOOKED_THROUGH)
        return tuple(event.text for event in found)

    def events(self, most: int) -> tuple[str, ...]:
        """References of events that are to lose what stands beside them; those of a case stay together where they fit."""
        made: dict[str, None] = dict.fromkeys((*self.visits(), *self.records())[:most])
        for case in self.cases():
            found = [reference for reference in self._of(case) if reference not in made]
            if made and len(made) + len(found) > most:
                break
            made |= dict.fromkeys(found[:most])
        return tuple(made)

    def _is_over(self, case: CaseRow) -> bool:
        if case.since_ms >= self.rule.before_ms:
            return False
        return case.state in OVER or (case.state in QUIET and not case.return_item)

    def _of(self, case: CaseRow) -> Iterator[str]:
        for event in self.reader.case_events(case.dossier):
            if event.particulars:
                yield event.id.text
        for cover in self.reader.covers_of(case.dossier):
            yield from self._dispatches(cover.item)

    def _dispatches(self, item: str) -> Iterator[str]:
        """Dispatches a cover travelled with, of which no other cover is needed any more."""
        for station in self.reader.stations(item, service=Service.TTHC):
            if station.type == DossierDispatchSent.TYPE:
                event = self.reader.any_event(station.event)
                if event is not None and event.particulars and self._all_over(event):
                    yield event.id.text

    def _all_over(self, sent: Event) -> bool:
        for line in read_dispatch_sent(sent).items:
            cover = self.reader.cover(line.item)
            case = self.reader.case(cover.dossier) if cover is not None and cover.dossier else None
            if case is None or not self._is_over(case):
                return False
        return True
