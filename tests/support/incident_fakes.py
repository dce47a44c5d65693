"""Incidents in memory: grave and old, minor and new, one of another point, one that is closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.dispatch import NextPoint
from kt1desk.desktop.needs.incidents import Contact, IncidentBoard, IncidentLine
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.incidents import Age
from kt1desk.services.custody_rows import IncidentRow
from kt1desk.services.incidents import IncidentDraft
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN, PASSWORD

GRAVE, LATE, OTHERS, CLOSED = (f"BB240000-26112{day}-7-1" for day in (0, 2, 1, 9))
LOST_ITEM, BAG, NEW_ITEM = "ME473124829VN", "TUI00000052", "ME473124775VN"
CONTACTS = (
    Choice("head", "Trưởng bưu cục"),
    Choice("province_post", "Bưu điện tỉnh"),
    Choice("police", "Công an tỉnh"),
    Choice("science_department", "Sở Khoa học và Công nghệ"),
    Choice("sender", "Cơ quan gửi"),
)
WAYS = (
    Choice("telephone", "Điện thoại"),
    Choice("in_person", "Trực tiếp"),
    Choice("in_writing", "Văn bản"),
    Choice("duty_officer", "Qua trực ban"),
)
REMEDIES = (
    Choice("resealed", "Đã niêm phong lại trước hai người"),
    Choice("found", "Đã tìm thấy và kiểm tra"),
    Choice("handed_to_police", "Đã bàn giao cho Công an"),
)
OUTCOMES = (
    Choice("solved", "Đã khắc phục xong"),
    Choice("lost_confirmed", "Xác nhận mất"),
    Choice("with_police", "Công an đang giải quyết"),
)
_NAMES = {
    "missing": "Thiếu so với bản kê",
    "wet": "Bì, túi bị ướt",
    "misrouted": "Chuyển sai điểm",
    "lost": "Mất",
    "late": "Trễ thời gian toàn trình hoặc giờ hẹn",
    "seal_wrong": "Số niêm phong không đúng bản kê",
}
_HOUR = 3_600_000


def incident_row(incident: str, hours: int, **changes: object) -> IncidentRow:
    row = IncidentRow(
        incident=incident,
        event=EventId(7, Stream.KT1, 1, 900 + hours),
        proof="9f3c 77d1 00ab",
        code="lost",
        severity="grave",
        thing="item",
        number=LOST_ITEM,
        secrecy="C",
        point="240000",
        other_point="240500",
        dispatch="CT240500-261119-9-1",
        user="lan",
        found_ms=NOW_MS - hours * _HOUR,
        opened_ms=NOW_MS - hours * _HOUR,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def line(row: IncidentRow, **changes: object) -> IncidentLine:
    hours = (NOW_MS - row.opened_ms) // _HOUR
    age = Age.OVERDUE if hours > 72 else Age.DAY if hours > 24 else Age.FRESH
    made = IncidentLine(row, _NAMES[row.code], age, "", (), "", "", ours=True, alone=False)
    return replace(made, **changes)  # type: ignore[arg-type]


def _lines() -> list[IncidentLine]:
    told = {"head": (NOW_MS - 70 * _HOUR, "Trực tiếp"), "police": (NOW_MS - 69 * _HOUR, "Điện thoại")}
    contacts = tuple(
        Contact(
            each.key, each.text, True, "0205 3 812 345" * (each.key == "sender"), *told.get(each.key, (0, ""))
        )
        for each in CONTACTS
    )
    plain = {"secrecy": "", "dispatch": ""}
    bag = incident_row(LATE, 5, code="missing", severity="major", thing="receptacle", number=BAG, **plain)
    others = incident_row(
        OTHERS, 30, code="wet", severity="minor", number="ME473124801VN", point="240500", **plain
    )
    closed = incident_row(CLOSED, 200, code="misrouted", severity="minor", number="ME473124815VN", **plain)
    ended = replace(closed, remedy="found", outcome="solved", closed_ms=NOW_MS - 100 * _HOUR)
    return [
        line(incident_row(GRAVE, 74), contacts=contacts, other_point="Bưu cục Vũ Lăng"),
        line(bag, other_point="Bưu cục Vũ Lăng", alone=True),
        line(others, ours=False),
        line(ended, age=Age.FRESH, remedy="Đã tìm thấy và kiểm tra", outcome="Đã khắc phục xong"),
    ]


@dataclass
class FakeIncidents:
    """Remembers what it was asked to write."""

    lines: list[IncidentLine] = field(default_factory=_lines)
    opened: list[IncidentDraft] = field(default_factory=list)
    written: list[tuple[object, ...]] = field(default_factory=list)
    refusal: DeskError | None = None

    def incidents(self, *, only_open: bool) -> IncidentBoard:
        lines = tuple(each for each in self.lines if not (only_open and each.row.closed_ms))
        return IncidentBoard(lines, NOW_MS, OFFSET_MIN, CONTACTS, WAYS, REMEDIES, OUTCOMES)

    def codes(self, thing: ThingKind) -> Sequence[Choice]:
        barred = {"seal_wrong"} if thing is ThingKind.ITEM else set()
        return [Choice(code, name) for code, name in _NAMES.items() if code not in barred]

    def points(self, text: str) -> Sequence[NextPoint]:
        return [NextPoint("240500", "Bưu cục Vũ Lăng", "240500 · nhận, phát")] if "vu" in text else []

    def open_incident(self, draft: IncidentDraft) -> str:
        self._may()
        self.opened.append(draft)
        number = "BB240000-261122-7-9"
        row = incident_row(number, 0, code=draft.code, thing=draft.thing.value, number=draft.number)
        self.lines.insert(0, line(replace(row, severity="major", secrecy="")))
        return number

    def tell(self, incident: str, who: str, way: str, told_ms: int) -> None:
        def told(each: IncidentLine) -> IncidentLine:
            contacts = (
                replace(one, told_ms=told_ms or NOW_MS, way=way) if one.code == who else one
                for one in each.contacts
            )
            return replace(each, contacts=tuple(contacts))

        self._write("tell", incident, who, way, told_ms)
        self._change(incident, told)

    def remedy(self, incident: str, remedy: str) -> None:
        self._write("remedy", incident, remedy)
        self._change(incident, lambda each: replace(each, remedy=remedy))

    def close_incident(self, incident: str, outcome: str, closer: AtDesk | None) -> None:
        if closer is not None and closer.password != PASSWORD:
            raise DeskError("login.wrong_password", "password")
        self._write("close", incident, outcome, closer.user if closer is not None else "")
        self.lines = [each for each in self.lines if each.row.incident != incident]

    def print_record(self, incident: str) -> None:
        self._write("print", incident)

    def _write(self, *what: object) -> None:
        self._may()
        self.written.append(what)

    def _may(self) -> None:
        if self.refusal is not None:
            raise self.refusal

    def _change(self, incident: str, change: Callable[[IncidentLine], IncidentLine]) -> None:
        self.lines = [change(each) if each.row.incident == incident else each for each in self.lines]
