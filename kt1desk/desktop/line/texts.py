"""What the page «Liên lạc» says in its tables. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs.line import CameLine, Road, StreamLine
from kt1desk.desktop.needs.window import Tone
from kt1desk.desktop.widgets import Column, Role, TableRow

STREAM_COLUMNS = (
    Column("Sổ"),
    Column("Mạng", 150),
    Column("Tệp", 116),
    Column("Giấy", 116),
    Column("Chờ gửi", 84, right=True),
    Column("Cũ nhất", 104),
)
CAME_COLUMNS = (
    Column("Lúc", 104),
    Column("Qua", 84),
    Column("Việc", cut=True),
    Column("Kết quả", 130),
)
_ROLES = {Tone.CALM: Role.MUTED, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}


def stream_rows(streams: Sequence[StreamLine]) -> list[TableRow]:
    """The journals: which ways they may go, and what waits."""
    return [_stream(at, each) for at, each in enumerate(streams)]


def came_rows(came: Sequence[CameLine]) -> list[TableRow]:
    """What came in, newest first."""
    return [
        TableRow(str(at), (each.when, each.way, each.what, each.outcome), {3: _ROLES[each.tone]})
        for at, each in enumerate(came)
    ]


def role_of(tone: Tone) -> Role:
    """How a tone is shown."""
    return _ROLES[tone]


def _stream(at: int, each: StreamLine) -> TableRow:
    roads = (each.network, each.file, each.paper)
    waits = "—" if each.unsent is None else count(each.unsent)
    cells = (each.title, *(road.words for road in roads), waits, each.oldest or "—")
    return TableRow(str(at), cells, {at: _road_role(road) for at, road in enumerate(roads, 1)})


def _road_role(road: Road) -> Role:
    return Role.OK if road.open else Role.MUTED
