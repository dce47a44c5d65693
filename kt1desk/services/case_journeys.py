"""The whole story of a case, told to people: what happened to it step by step, where its covers are, which day was promised by whom.

It names no person. This module writes nothing, and it must not know how a story is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from kt1desk.domain.calendar import WorkingCalendar
from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import (
    ApplicantTold,
    DossierAccepted,
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    DossierReversed,
    DossierSupplemented,
    ResultTaken,
)
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import CaseRow, CoverRow
from kt1desk.services.case_terms import Terms, day_of_ms
from kt1desk.services.incident_words import holder_words
from kt1desk.services.journeys import point_words
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.wording_case import outcome_name
from kt1desk.services.wording_custody import state_name

_WARN = "dossier.warn_days"
_STEPS: Mapping[str, str] = MappingProxyType(
    {
        DossierAccepted.TYPE: "Nhận hồ sơ",
        DossierHanded.TYPE: "Giao cơ quan",
        DossierRegistered.TYPE: "Cơ quan tiếp nhận",
        DossierSupplemented.TYPE: "Nhận bổ sung",
        ApplicantTold.TYPE: "Báo người nộp",
        ResultTaken.TYPE: "Nhận kết quả",
        DossierDelivered.TYPE: "Trả kết quả",
        DossierReversed.TYPE: "Rút lại",
    }
)
"""What stands on the line; what else happens to a case says nothing of where it is."""


@dataclass(frozen=True, slots=True)
class CaseStation:
    """One step: what happened, at which point (``Bưu cục Kỳ Lừa – 240000``), what more is to be said of it, and the event that says so."""

    act: str
    at_ms: int
    point: str
    more: str
    event: EventId
    proof: str


@dataclass(frozen=True, slots=True)
class CoverPlace:
    """A cover, its state and who has it, in words."""

    cover: CoverRow
    state: str
    holder: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseStory:
    """A case.

    Attributes:
        official: the authority's day, in words with how it stands to it; "" while it has not said one.
        provisional: the same of the post's own day.
    """

    case: CaseRow
    stations: tuple[CaseStation, ...]
    covers: tuple[CoverPlace, ...]
    official: str = ""
    provisional: str = ""


class CaseJourneys:
    """Tells stories of cases."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def of(self, session: Session, number: str) -> CaseStory | None:
        """By the post's own number, a number of one of its covers, or its mã hồ sơ; None where nothing here has it.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            case = reader.case(number)
            if case is None:
                return None
            events = reader.case_events(case.dossier)
            stations = tuple(self._station(event) for event in events if _is_step(event))
            covers = tuple(_place(reader, cover) for cover in reader.covers_of(case.dossier))
        days = self._days(events, on)
        return CaseStory(case, stations, covers, days(case.official_day), days(case.promised))

    def _station(self, event: Event) -> CaseStation:
        envelope, body = event.envelope, event.body()
        act, more = _STEPS.get(envelope.type, ""), ""
        if envelope.type == DossierDecided.TYPE:
            act = outcome_name(str(body.get("outcome", "")))
        elif envelope.type == ApplicantTold.TYPE:
            more = word_for(self._reference.coded, CodeList.DOSSIER_WAY, str(body.get("way", "")))
        point = point_words(self._reference, str(body.get("point", "")))
        return CaseStation(act, envelope.happened.utc_ms, point, more, event.id, event.proof)

    def _days(self, events: Sequence[Event], on: date) -> _Days:
        results = [event.envelope.happened for event in events if event.envelope.type == ResultTaken.TYPE]
        came = min((day_of_ms(each.utc_ms, each.offset_min) for each in results), default=None)
        warn_days = self._reference.setting_int(_WARN, on)
        return _Days(Terms(WorkingCalendar(self._reference.calendar), on, warn_days), came)


@dataclass(frozen=True, slots=True)
class _Days:
    """Says a day, and how the result stands to it: on its day, before, past it; while there is none, how far it is."""

    terms: Terms
    came: date | None

    def __call__(self, text: str) -> str:
        if not text:
            return ""
        day = date.fromisoformat(text)
        said = f"{day:%d/%m/%Y}"
        if self.came is None:
            return f"{said}, {self.terms.words(day)}"
        if self.came == day:
            return f"{said}, kết quả đúng hạn"
        return f"{said}, kết quả {'trước hạn' if self.came < day else 'quá hạn'}"


def _is_step(event: Event) -> bool:
    return event.envelope.type in _STEPS or event.envelope.type == DossierDecided.TYPE


def _place(reader: Reader, cover: CoverRow) -> CoverPlace:
    return CoverPlace(cover, state_name(cover.state), holder_words(reader, cover.holder))
