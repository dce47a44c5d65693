"""How much time an item has, as one cell: words, a shape and a colour, because nobody is to tell it by the colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import time_left
from kt1desk.desktop.widgets import Role, Sign
from kt1desk.domain.due import Due, DueBasis, Level

LATE = Sign(Icon.ALERT_TRIANGLE, "danger", "trễ")
SOON = Sign(Icon.CLOCK_EXCLAMATION, "warn", "sắp trễ")
IN_TIME = Sign(Icon.CLOCK, "muted")
"""The three shapes of time, wherever a list or a figure tells how much of it is left."""
DUE_LOOK: Mapping[Level, tuple[Sign, Role]] = MappingProxyType(
    {Level.LATE: (LATE, Role.ERROR), Level.SOON: (SOON, Role.WARN), Level.OK: (IN_TIME, Role.BODY)}
)
_NO_TIME = {DueBasis.RETURNING: "chuyển hoàn", DueBasis.UNKNOWN: "chưa rõ hạn"}
_STOPPED = {Level.LATE: "đã phát thử, trễ", Level.SOON: "đã phát thử", Level.OK: "đã phát thử, kịp"}


@dataclass(frozen=True, slots=True)
class DueCell:
    """What stands in the cell."""

    words: str
    sign: Sign
    role: Role


def due_cell(due: Due, now_ms: int) -> DueCell:
    """``còn 3 giờ 5 phút``; once the clock has stopped whether that was in time."""
    sign, role = DUE_LOOK[due.level]
    if due.stopped:
        return DueCell(_STOPPED[due.level], sign, role)
    return DueCell(time_left(due.due_ms, now_ms) or _NO_TIME.get(due.basis, "không hạn"), sign, role)
