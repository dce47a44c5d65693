"""What the page «Người dùng» says in its table and beside it. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.needs.users import UserLine
from kt1desk.desktop.needs.window import Tone
from kt1desk.desktop.widgets import Column, Role, TableRow

USER_COLUMNS = (
    Column("Đăng nhập", 124),
    Column("Họ tên", 168, cut=True),
    Column("Vai trò", cut=True),
    Column("Lần cuối", 118),
    Column("Tình trạng", 156),
)
_STATE = 4
_ROLES = {Tone.CALM: Role.MUTED, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}


def user_rows(lines: Sequence[UserLine]) -> list[TableRow]:
    """Everybody; whoever is gone stands there muted."""
    return [_row(each) for each in lines]


def count_words(lines: Sequence[UserLine]) -> str:
    """How many may work here."""
    active = sum(each.active for each in lines)
    gone = len(lines) - active
    return f"{active} người, {gone} đã thôi" if gone else f"{active} người"


def _row(line: UserLine) -> TableRow:
    cells = (line.user, line.name, line.roles_text, line.last or "—", line.state)
    muted = {} if line.active else dict.fromkeys(range(_STATE), Role.MUTED)
    return TableRow(line.user, cells, {**muted, _STATE: _ROLES[line.tone]})
