"""«Sổ theo dõi hồ sơ», «Sổ sự vụ», «Sổ nhập bù»: cases as they stand, what went wrong, and what was on paper first.

The register of cases has the columns of form 07 of TT 03/2025/TT-VPCP (06 of TT 01/2018); its official number is the authority's, and never
made here. This module must not know how a line is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.domain.case import CaseState
from kt1desk.domain.coded import CodeList
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import (
    DossierAccepted,
    EnteredLater,
    IncidentOpened,
    Kt1EnteredLater,
    read_dossier_accepted,
)
from kt1desk.domain.facts.authority import DossierHanded
from kt1desk.domain.facts.dossier_custody import DossierDelivered, DossierIncidentOpened
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.domain.incidents import Severity
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.services.incident_words import contact_name, incident_name, severity_name, thing_name
from kt1desk.services.register_view_kinds import Cells, RegisterView, count, day, text
from kt1desk.services.register_view_words import ViewWords, day_and_time, local_day, ms_words
from kt1desk.services.wording_case import case_state_name
from kt1desk.services.wording_tthc import procedure_words

_NAME_CHARS = 120
"""Of a procedure's name: published ones have up to a thousand."""


def _case(words: ViewWords, event: Event) -> Cells | None:
    fact = read_dossier_accepted(event)
    row = words.reader.case(fact.dossier)
    if row is None:
        return None
    events = words.reader.case_events(row.dossier)
    procedure = procedure_words(row.procedure, row.procedure_name)
    return (
        row.dossier,
        row.official,
        procedure if len(procedure) <= _NAME_CHARS else f"{procedure[:_NAME_CHARS].rstrip()}…",
        fact.sets,
        row.applicant,
        row.authority_name,
        row.official_day or row.promised,
        _last(events, DossierHanded.TYPE),
        _last(events, ResultTaken.TYPE),
        _last(events, DossierDelivered.TYPE),
        "Đã rút" if row.state is CaseState.REVERSED else case_state_name(row.state.value),
    )


def _last(events: Sequence[Event], kind: str) -> str:
    """The day (ISO) of the newest event of a type, "" without one."""
    days = [local_day(each.envelope.happened).isoformat() for each in events if each.envelope.type == kind]
    return max(days, default="")


CASES = RegisterView(
    "cases",
    "Sổ theo dõi hồ sơ",
    (
        text("dossier", "Số của bưu điện"),
        text("official", "Mã hồ sơ"),
        text("procedure", "Thủ tục"),
        count("sets", "Số bộ"),
        text("applicant", "Người nộp"),
        text("authority", "Cơ quan giải quyết"),
        day("due", "Hẹn trả"),
        day("handed", "Giao cơ quan"),
        day("result", "Nhận kết quả"),
        day("given", "Trả kết quả"),
        text("state", "Tình trạng"),
    ),
    {DossierAccepted.TYPE: _case},
    {Stream.COUNTER: Act.SEE_DOSSIERS},
    ("Cột theo mẫu 07 của TT 03/2025/TT-VPCP; mã hồ sơ và ngày hẹn chính thức chép từ giấy của cơ quan.",),
    "dossier",
)


def _incident(words: ViewWords, event: Event) -> Cells | None:
    fact = IncidentOpened.of(event.body())
    service = Service.KT1 if event.id.stream is Stream.KT1 else Service.TTHC
    row = words.reader.incident(fact.incident, service=service)
    if row is None:
        return None
    told = ", ".join(dict.fromkeys(contact_name(words.reference, who) for who, _, _ in row.told))
    return (
        row.incident,
        incident_name(words.reference, row.code),
        severity_name(Severity(row.severity)),
        thing_name(ThingKind(row.thing)),
        row.number,
        words.point(row.other_point) if row.other_point else "",
        told,
        words.coded(CodeList.REMEDY, row.remedy),
        words.coded(CodeList.OUTCOME, row.outcome),
        ms_words(row.closed_ms, event.envelope.happened.offset_min),
        words.user(event.envelope.actor),
    )


INCIDENTS = RegisterView(
    "incidents",
    "Sổ sự vụ",
    (
        text("incident", "Biên bản"),
        text("what", "Sự vụ"),
        text("severity", "Mức độ"),
        text("thing", "Về"),
        text("number", "Số hiệu"),
        text("other", "Điểm liên quan"),
        text("told", "Đã báo"),
        text("remedy", "Khắc phục"),
        text("outcome", "Kết quả"),
        text("closed", "Kết thúc lúc"),
        text("who", "Người lập"),
    ),
    {IncidentOpened.TYPE: _incident, DossierIncidentOpened.TYPE: _incident},
    {Stream.KT1: Act.SEE_INCIDENTS, Stream.COUNTER: Act.SEE_DOSSIER_INCIDENTS},
    number="number",
)


def _later(words: ViewWords, event: Event) -> Cells | None:
    fact = EnteredLater.of(event.body())
    entered = next((words.reader.any_event(each) for each in event.envelope.parents), None)
    if entered is None:
        return None
    on, at = day_and_time(entered)
    kind = "Bưu gửi KT1" if event.id.stream is Stream.KT1 else "Hồ sơ"
    reason = words.coded(CodeList.LATER, fact.reason)
    return (fact.number, kind, on, at, reason, fact.sheet, words.user(event.envelope.actor))


LATER = RegisterView(
    "later",
    "Sổ nhập bù",
    (
        text("number", "Số hiệu"),
        text("kind", "Loại"),
        day("really_on", "Ngày thật"),
        text("really_at", "Giờ thật"),
        text("reason", "Lý do"),
        text("sheet", "Số tờ giấy"),
        text("who", "Người nhập"),
    ),
    {EnteredLater.TYPE: _later, Kt1EnteredLater.TYPE: _later},
    {Stream.KT1: Act.SEE_ITEMS, Stream.COUNTER: Act.SEE_DOSSIERS},
    ("Ngày và giờ ở đầu dòng là lúc nhập vào máy.",),
    "number",
    of_entering=True,
)
