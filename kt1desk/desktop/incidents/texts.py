"""What is said of incidents: rows of the list, facts of one, times as they are typed. Pure functions, nothing of Qt's widgets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import IN_TIME, LATE, SOON
from kt1desk.desktop.models.record_texts import Fact
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import clock_and_day, count, day, item_number, local
from kt1desk.desktop.needs.incidents import Contact, IncidentBoard, IncidentLine
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import LocalKind, normalise_number, read_local_number
from kt1desk.domain.incidents import Age, Severity
from kt1desk.services.incident_words import severity_name, thing_name

INCIDENT_COLUMNS = (
    Column("Mức độ", 144),
    Column("Đã mở", 164),
    Column("Về", 180),
    Column("Việc"),
    Column("Còn phải", 104, hide_below=740),
)
_SEVERITIES: Mapping[str, tuple[Sign, Role]] = MappingProxyType(
    {
        Severity.GRAVE: (Sign(Icon.FLAME, "danger"), Role.ERROR),
        Severity.MAJOR: (Sign(Icon.ALERT_TRIANGLE, "warn"), Role.WARN),
        Severity.MINOR: (Sign(Icon.INFO_CIRCLE, "muted"), Role.BODY),
    }
)
_AGES: Mapping[Age, tuple[Sign, Role]] = MappingProxyType(
    {
        Age.OVERDUE: (LATE, Role.ERROR),
        Age.DAY: (SOON, Role.WARN),
        Age.FRESH: (IN_TIME, Role.BODY),
    }
)
_AGE_WORDS = {Age.OVERDUE: "quá hạn", Age.DAY: "lâu", Age.FRESH: ""}
_HOUR_MS, _DAY_HOURS = 3_600_000, 24
_WHEN = re.compile(r"(\d{1,2})[:hg]?(\d{2})(?:\s+(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?)?")


def incident_rows(board: IncidentBoard) -> Sequence[TableRow]:
    """Rows for `INCIDENT_COLUMNS`."""
    return [_row(line, board.now_ms) for line in board.lines]


def open_words(board: IncidentBoard) -> str:
    """How many there are, and how many of them are overdue."""
    late = sum(line.age is Age.OVERDUE for line in board.lines)
    made = f"{count(len(board.lines))} biên bản"
    return f"{made} · {count(late)} quá hạn" if late else made


def next_step(line: IncidentLine) -> str:
    """What must be done next, in a word or two; "" where it is closed."""
    if line.row.closed_ms:
        return ""
    if line.untold:
        return f"báo {count(len(line.untold))} nơi"
    return "kết thúc" if line.remedy else "khắc phục"


def state_words(line: IncidentLine, now_ms: int, offset_min: int) -> tuple[str, Role]:
    """Whether it is open, since when, and whether that is too long."""
    if line.row.closed_ms:
        return f"Đã kết thúc lúc {clock_and_day(line.row.closed_ms, offset_min)}", Role.OK_BOX
    role = {Age.OVERDUE: Role.ERROR_BOX, Age.DAY: Role.WARN_BOX}.get(line.age, Role.OK_BOX)
    words = _AGE_WORDS[line.age]
    made = f"Còn mở, đã {_open_for(line, now_ms)}"
    return (f"{made}: {words}" if words else made), role


def incident_facts(line: IncidentLine, offset_min: int) -> Sequence[Fact]:
    """What is known of it."""
    row = line.row
    made = [
        Fact("Biên bản", row.incident),
        Fact("Mức độ", severity_words(row.severity) + (f" · {row.secrecy}" if row.secrecy else "")),
        Fact("Thấy lúc", clock_and_day(row.found_ms, offset_min)),
        Fact("Người lập", row.user if line.ours else f"điểm {row.point}"),
    ]
    optional = (
        ("Điểm giao", line.other_point),
        ("Chuyến", row.dispatch),
        ("Đã làm", line.remedy),
        ("Kết quả", line.outcome),
    )
    return (*made, *(Fact(name, text) for name, text in optional if text))


def severity_words(severity: str) -> str:
    """``Nghiêm trọng``; a severity this program does not know yet as it is."""
    return severity_name(Severity(severity)) if severity in set(Severity) else severity


def thing_words(line: IncidentLine, side: SideWords = KT1) -> str:
    """``Bưu gửi ME 473 124 829 VN``."""
    return f"{kind_words(ThingKind(line.row.thing), side)} {item_number(line.row.number)}"


def kind_words(kind: ThingKind, side: SideWords) -> str:
    """``Bưu gửi``, ``Bì hồ sơ``, ``Túi``, ``Chuyến thư``."""
    return side.heading if kind is ThingKind.ITEM else thing_name(kind)


def contact_words(contact: Contact, offset_min: int) -> tuple[str, Role]:
    """``Công an tỉnh: chưa báo``, or when and how it was told."""
    if contact.told_ms:
        when = local(contact.told_ms, offset_min)
        return f"{contact.name}: {when:%H:%M %d/%m}, {contact.way.lower()}", Role.OK
    phone = f" · {contact.phone}" if contact.phone else ""
    return f"{contact.name}: chưa báo{phone}", Role.WARN


def kind_of_number(text: str) -> ThingKind | None:
    """What a typed or scanned number is of, by its shape alone; None where it has none."""
    kind = {Shape.ITEM: ThingKind.ITEM, Shape.RECEPTACLE: ThingKind.RECEPTACLE}.get(classify(text).kind)
    if kind is not None:
        return kind
    try:
        read_local_number(LocalKind.DISPATCH, text)
    except DeskError:
        plain = normalise_number(text)
        return ThingKind.ITEM if re.fullmatch(r"[0-9A-Z]{6,24}", plain) else None
    return ThingKind.DISPATCH


def number_in(text: str) -> str:
    """The number itself of what was scanned: a label's 2D code says more."""
    scan = classify(text)
    return scan.value if scan.kind in {Shape.ITEM, Shape.RECEPTACLE} else normalise_number(text)


def when_text(at_ms: int, offset_min: int) -> str:
    """A time as it is typed: ``14:52 22/11/2026``."""
    when = local(at_ms, offset_min)
    return f"{when:%H:%M} {day(when.date())}"


def read_when(text: str, now_ms: int, offset_min: int) -> int | None:
    """A time as people type it, in UTC milliseconds: ``14:52``, ``1452``, ``14:52 22/11``; without a day it is today. None for no time."""
    found = _WHEN.fullmatch(text.strip())
    if found is None:
        return None
    now = local(now_ms, offset_min)
    hour, minute = int(found[1]), int(found[2])
    month_day = (int(found[4]), int(found[3])) if found[3] else (now.month, now.day)
    year = int(found[5]) if found[5] else now.year
    zone = timezone(timedelta(minutes=offset_min))
    try:
        return int(datetime(year, *month_day, hour, minute, tzinfo=zone).astimezone(UTC).timestamp() * 1000)
    except ValueError:
        return None


def _row(line: IncidentLine, now_ms: int) -> TableRow:
    row = line.row
    gravity_sign, gravity_role = _SEVERITIES.get(row.severity, (Sign(Icon.INFO_CIRCLE), Role.BODY))
    if row.closed_ms:
        age_sign, age_role, age = Sign(Icon.CHECK, "ok"), Role.OK, "đã xong"
    else:
        (age_sign, age_role), age = _AGES[line.age], _age_words(line, now_ms)
    cells = (
        severity_words(row.severity),
        age,
        item_number(row.number),
        line.name,
        next_step(line) if line.ours else "điểm khác",
    )
    return TableRow(row.incident, cells, {0: gravity_role, 1: age_role}, {0: gravity_sign, 1: age_sign})


def _age_words(line: IncidentLine, now_ms: int) -> str:
    words = _AGE_WORDS[line.age]
    return f"{_open_for(line, now_ms)}, {words}" if words else _open_for(line, now_ms)


def _open_for(line: IncidentLine, now_ms: int) -> str:
    hours = max(0, now_ms - line.row.opened_ms) // _HOUR_MS
    return f"{hours // _DAY_HOURS} ngày" if hours >= 3 * _DAY_HOURS else f"{hours} giờ"
