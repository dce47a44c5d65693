"""Files of other systems in words: how far a system is behind, where a thing stands, what became of a line of an answer.

This module must not know files or screens.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.services.other_systems import Feed
from kt1desk.services.paper_values import when_words
from kt1desk.services.system_answers import AnswerLine, Heard
from kt1desk.services.system_ports import NotTaken
from kt1desk.services.wording import sentence

HEARD_NAMES = MappingProxyType(
    {Heard.TAKEN: "Đã ghi nhận", Heard.KNOWN: "Đã biết từ trước", Heard.REFUSED: "Không nhận"}
)
REGISTERED = "mã hồ sơ đã chép vào hồ sơ"


def behind(feed: Feed) -> str:
    """How far a system is behind."""
    if not feed.never and not feed.unanswered:
        return "không còn gì chờ"
    return f"{feed.never} chưa ghi vào tệp, {feed.unanswered} chờ trả lời"


def stands(row: NotTaken) -> str:
    """In which file a thing was written last."""
    return f"trong tệp {row.batch}, chờ trả lời" if row.batch else "chưa ghi vào tệp nào"


def accepted_at(row: NotTaken, offset_min: int) -> str:
    """When it was accepted, by the wall clock."""
    return when_words(row.accepted_ms, offset_min)


def why(line: AnswerLine) -> str:
    """Why a line was refused or its code not copied; that it was copied; else ""."""
    reason: DeskError | None = line.problem or line.unregistered
    if reason is None:
        return REGISTERED if line.registered else ""
    return sentence(reason)


def answer_summary(lines: Sequence[AnswerLine]) -> tuple[str, ...]:
    """How many lines became what, and how many codes were copied into cases."""
    counted = [(state, sum(line.heard is state for line in lines)) for state in Heard]
    told = [f"{HEARD_NAMES[state]}: {number} dòng" for state, number in counted if number]
    copied = sum(line.registered for line in lines)
    return (*told, f"Chép mã hồ sơ vào hồ sơ: {copied}") if copied else tuple(told)


def answer_words(line: AnswerLine) -> str:
    """A line as a sentence: ``Dòng 7: Không nhận. Bàn này không có số này.``."""
    said = f"Dòng {line.line}: {HEARD_NAMES[line.heard]}{f' {line.number}' if line.number else ''}."
    reason = why(line)
    return f"{said} {reason[:1].upper()}{reason[1:]}" if reason else said
