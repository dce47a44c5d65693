"""Rows and sentences of the work «Hệ thống khác». Pure texts."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import begun, count
from kt1desk.desktop.needs.systems import WaitingList, WrittenFile
from kt1desk.desktop.widgets import Column, Role, TableRow
from kt1desk.services.other_systems import Feed
from kt1desk.services.system_answers import AnswerLine, Heard
from kt1desk.services.system_ports import NotTaken
from kt1desk.services.system_words import HEARD_NAMES, accepted_at, stands, why

SYSTEM_COLUMNS = (
    Column("Hệ thống", cut=True),
    Column("Chưa ghi tệp", 132, right=True),
    Column("Chờ trả lời", 132, right=True),
)
WAITING_COLUMNS = (Column("Số", 210), Column("Nhận lúc", 164), Column("Đang ở đâu", cut=True))
ANSWER_COLUMNS = (
    Column("Dòng", 64, right=True),
    Column("Số", 210),
    Column("Kết quả", 164),
    Column("Vì sao", cut=True),
)
_ROLES = {Heard.REFUSED: Role.ERROR, Heard.KNOWN: Role.MUTED}


def system_row(feed: Feed) -> TableRow:
    """A system and how far it is behind."""
    roles = {1: Role.WARN} if feed.never else {}
    return TableRow(feed.kind.system, (feed.kind.title, count(feed.never), count(feed.unanswered)), roles)


def waiting_row(row: NotTaken, offset_min: int) -> TableRow:
    """A thing that the system has not taken over."""
    return TableRow(row.number, (row.number, accepted_at(row, offset_min), stands(row)))


def answer_row(line: AnswerLine) -> TableRow:
    """A line of an answer; what needs somebody's eyes says why."""
    reason = why(line)
    role = Role.WARN if line.unregistered is not None else _ROLES.get(line.heard)
    cells = (str(line.line), line.number, HEARD_NAMES[line.heard], begun(reason))
    return TableRow(str(line.line), cells, {2: role} if role is not None else {})


def waiting_count(found: WaitingList, feed: Feed) -> str:
    """How many are shown, and of how many."""
    total = feed.never + feed.unanswered
    return f"{count(len(found.rows))} đầu trong {count(total)}" if found.more else count(len(found.rows))


def written_words(written: WrittenFile) -> str:
    """What is said after a file was written."""
    return f"Đã ghi tệp {written.batch}, {count(written.lines)} dòng, vào {written.path}."


def taken_words(lines: Sequence[AnswerLine]) -> str:
    """What is said after an answer was taken in."""
    taken = sum(line.heard is not Heard.REFUSED for line in lines)
    return f"Đã nhập tệp trả về: {count(taken)} trên {count(len(lines))} dòng được ghi nhận."
