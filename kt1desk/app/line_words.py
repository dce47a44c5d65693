"""What is said of the link to the centre in a few words, and never more than is known. Pure functions.

The sentence that says what to do stands in ``kt1desk.services.wording``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from types import MappingProxyType

from kt1desk.app.line_room import LineCondition
from kt1desk.desktop.needs import Tone
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.exchange.round_report import Ending, RoundReport, clock_is_wrong

NO_LINK = "Chưa nối trung tâm"
_MINUTE_MS = 60_000
_NOT_TAKEN: Mapping[str, str] = MappingProxyType(
    {
        "line.revoked": "đã thay chứng thư hoặc thu hồi",
        "line.token": "máy khác dùng mã",
        "line.hardware": "khác máy ghi danh",
        "line.superseded": "chạy ở nơi khác",
        "outbox.fork": "sổ khác nhau",
        "outbox.ahead": "sổ khác nhau",
    }
)
"""Why the centre does not take the word of this desk, as short as the status line has room for."""
_POLICY = "exchange."
"""Codes of the policy: a stream that may not go this way stands still, and nothing is wrong."""


@dataclass(frozen=True, slots=True)
class LinkWords:
    """The link in words."""

    text: str
    tone: Tone


def link_words(line: LineCondition, now: Moment) -> LinkWords:
    """What the status line says of the link to the centre."""
    if line.trouble is not None:
        return LinkWords("Chưa nối được trung tâm", Tone.BAD)
    if not line.joined:
        return LinkWords(NO_LINK, Tone.CALM)
    report = line.report
    if report is not None and (why := not_taken(report)):
        return LinkWords(f"Trung tâm không nhận bàn này: {why}", Tone.BAD)
    if line.failing_ms:
        return LinkWords(f"Ngoại tuyến từ {since_words(line.failing_ms, now)}", Tone.WARN)
    if report is None:
        return LinkWords("Đang gọi trung tâm", Tone.CALM)
    if standing_still(report):
        return LinkWords(f"Đang nối, có việc chưa qua · {moment_words(line.good_ms, now)}", Tone.WARN)
    return LinkWords(f"Đang nối · {moment_words(line.good_ms, now)}", Tone.GOOD)


def not_taken(report: RoundReport) -> str:
    """Why the centre does not take this desk's word; "" where it does."""
    problems = (report.problem, *(each.problem for each in report.streams))
    found = next((each.code for each in problems if each is not None and each.code in _NOT_TAKEN), "")
    if found:
        return _NOT_TAKEN[found]
    return "xem Liên lạc" if report.ended is Ending.STOPPED else ""


def standing_still(report: RoundReport) -> tuple[DeskError, ...]:
    """Why a stream or the mail stands still although the centre answers; what the policy forbids is no trouble."""
    problems = (*(each.problem for each in report.streams), report.mail.problem)
    return tuple(each for each in problems if each is not None and not each.code.startswith(_POLICY))


def clock_words(line: LineCondition) -> str:
    """How far this desk's clock is from the centre's, where that is too far; "" else."""
    offset_ms = line.offset_ms
    if offset_ms is None or not clock_is_wrong(offset_ms):
        return ""
    return f"Đồng hồ {offset_words(offset_ms)}"


def offset_words(offset_ms: int) -> str:
    """``chậm 12 phút``: the desk's clock beside the centre's, whose clock is ``offset_ms`` ahead."""
    minutes = abs(offset_ms) // _MINUTE_MS
    way = "chậm" if offset_ms > 0 else "nhanh"
    if minutes < 120:
        return f"{way} {minutes} phút"
    hours = minutes // 60
    return f"{way} {hours} giờ" if hours < 48 else f"{way} {hours // 24} ngày"


def since_words(utc_ms: int, now: Moment) -> str:
    """``14:32``, of another day only ``20/11``: the status line has no room for both."""
    return moment_words(utc_ms, now).rsplit(" ", 1)[-1]


def moment_words(utc_ms: int, now: Moment) -> str:
    """``14:32``, of another day ``14:32 20/11``."""
    zone = timezone(timedelta(minutes=now.offset_min))
    when, today = (datetime.fromtimestamp(ms / 1000, zone) for ms in (utc_ms, now.utc_ms))
    if when.date() == today.date():
        return f"{when:%H:%M}"
    return f"{when:%H:%M %d/%m}" if when.year == today.year else f"{when:%d/%m/%Y}"
