"""The board of the day as tiles and bars: which words and signs a figure has, and where it leads. Pure values.

Where both services are counted, the number is that of both and the line below tells them apart; a tile that neither has a part in is not
there. A figure in danger has a sign and a word as well as a colour.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import IN_TIME, LATE, SOON
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import TASKS, Going, Place
from kt1desk.desktop.side_refs import at_side
from kt1desk.desktop.widgets import Bar, Role, Tile
from kt1desk.domain.service import Service
from kt1desk.services.day_board import DayView
from kt1desk.services.day_cases import CasesToday
from kt1desk.services.day_items import ItemsToday
from kt1desk.services.day_rows import HourCount

_HOURS = 7
"""So many bars a tile has room for."""
_A_DAY = 24
HERE = Going(Place.TODAY)
"""The list below the tiles is what they lead to."""
_ACCEPTED = "till"
"""The work of the place of the shift that lists what it accepted."""
_IN_REPLY = "hand:second"
"""The work where answers of authorities are entered: its list has every case that one has."""

PLACES: Mapping[str, str] = {
    "to_hand": "hand",
    "at_authority": _IN_REPLY,
    "to_fetch": "take",
    "to_give": "pickup",
    "untold": TASKS,
}
"""By the key of a bar, the work of the one-stop place that lists those."""
DUE: Mapping[str, str] = {
    "overdue": TASKS,
    "today": TASKS,
    "tomorrow": TASKS,
    "week": _IN_REPLY,
    "later": _IN_REPLY,
    "undated": _IN_REPLY,
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """A figure of KT1 and of dossiers; None of a service that is not counted."""

    items: int | None
    cases: int | None

    @property
    def total(self) -> int:
        """Both together."""
        return (self.items or 0) + (self.cases or 0)

    @property
    def apart(self) -> str:
        """``12 KT1 · 7 hồ sơ``; the one alone where there is one."""
        if self.items is None:
            return "hồ sơ"
        return (
            f"{count(self.items)} KT1 · {count(self.cases)} hồ sơ"
            if self.cases is not None
            else "bưu gửi KT1"
        )

    @property
    def side(self) -> Service:
        """Which of the two a way in leads to: KT1 where it has any, else dossiers where they have."""
        return Service.TTHC if self.items is None or (not self.items and self.cases) else Service.KT1


def tiles_of(board: DayView, offset_min: int, now_ms: int) -> Mapping[str, Tile]:
    """The tiles by key, in their order."""
    late, visits = _late(board), _parts(board, lambda of: of.appointed, lambda of: of.visits)
    least = board.items is not None and board.items.least
    is_late = bool(late.total)
    tiles = {
        "accepted": _accepted(board, offset_min, now_ms),
        "waiting": Tile("Chờ đi", *_said(_waiting(board)), icon=Icon.PACKAGE),
        "under_way": Tile("Đang đi", count(_under_way(board).total), _ways(board), icon=Icon.TRUCK),
        "deliver": Tile(
            "Phải phát", count(_held(board).total + _out(board).total), _deliver(board), icon=Icon.SEND
        ),
        "late": Tile(
            "Đã trễ",
            f"{'≥ ' if least and is_late else ''}{count(late.total)}",
            late.apart if is_late else "không có gì trễ",
            role=Role.ERROR if is_late else Role.BODY,
            icon=LATE.icon if is_late else IN_TIME.icon,
        ),
        "appointed": Tile("Hẹn giờ", count(visits.total), _appointed(visits), icon=Icon.CALENDAR),
    }
    return tiles if board.items is not None or board.cases is not None else {}


def place_bars(board: DayView) -> Sequence[Bar]:
    """Dossiers by where they are."""
    cases = board.cases
    if cases is None:
        return ()
    told = Role.WARN if cases.untold else Role.MUTED
    return (
        _bar("to_hand", "Giao cơ quan", cases.to_hand, Role.BODY),
        _bar("at_authority", "Ở cơ quan", cases.at_authority, Role.MUTED),
        _bar("to_fetch", "Lấy kết quả", cases.to_fetch, Role.BODY),
        _bar("to_give", "Trả kết quả", cases.to_give, Role.OK),
        _bar("untold", "Báo người nộp", cases.untold, told, Icon.ALERT_TRIANGLE if cases.untold else None),
    )


def due_title(board: DayView) -> str:
    """What the bars of `due_bars` are of, in the order of their two numbers."""
    both = board.items is not None and board.cases is not None
    return "Theo hạn: KT1 · hồ sơ" if both else "Theo hạn"


def due_bars(board: DayView) -> Sequence[Bar]:
    """KT1 items here by their deadline, and dossiers at their authorities by the day their result is due."""
    if board.items is None and board.cases is None:
        return ()
    late, today = _due(board, "overdue").total, _due(board, "today").total
    return (
        _due_bar(
            board,
            "overdue",
            "Đã trễ",
            Role.ERROR if late else Role.MUTED,
            LATE.icon if late else None,
        ),
        _due_bar(board, "today", "Hôm nay", Role.WARN, SOON.icon if today else None),
        _due_bar(board, "tomorrow", "Ngày mai", Role.BODY),
        _due_bar(board, "week", "Trong tuần", Role.OK),
        _due_bar(board, "later", "Sau tuần này", Role.MUTED),
        _due_bar(board, "undated", "Không có hạn", Role.MUTED),
    )


def way_of(board: DayView, key: str) -> Going:
    """Where a tile or a bar leads."""
    if key in DUE and (board.cases is None or _due(board, key).items):
        return HERE if DUE[key] == TASKS else Going(Place.HOLDING, at_side(Service.KT1))
    if work := PLACES.get(key) or DUE.get(key):
        return Going(Place.ONE_STOP, work)
    ways: Mapping[str, Callable[[], Going]] = {
        "accepted": lambda: Going(Place.SHIFT, _ACCEPTED),
        "waiting": lambda: Going(Place.DISPATCH, at_side(_waiting(board).side, "pack")),
        "under_way": lambda: _way_of_trips(board),
        "deliver": lambda: _way_of_delivery(board),
        "appointed": lambda: _way_of_appointed(board),
    }
    return ways[key]() if key in ways else HERE


def _accepted(board: DayView, offset_min: int, now_ms: int) -> Tile:
    hours = {each.hour: each for each in board.hours}
    parts = _parts(board, lambda _: sum(each.items for each in board.hours), lambda _: _dossiers(board.hours))
    now = (now_ms + offset_min * 60_000) // 3_600_000
    shown = list(range(min(hours, default=now), now + 1))[-_HOURS:]
    series = tuple(hours[hour].items + hours[hour].dossiers if hour in hours else 0 for hour in shown)
    by_hour = "; ".join(f"{hour % _A_DAY} giờ: {number}" for hour, number in zip(shown, series, strict=True))
    number, caption = _said(parts)
    spoken = f"Đã nhận hôm nay: {number}. {caption}. Theo giờ: {by_hour}."
    return Tile("Đã nhận", number, caption, series, sentence=spoken)


def _said(parts: _Parts) -> tuple[str, str]:
    return count(parts.total), parts.apart


def _ways(board: DayView) -> str:
    left = _parts(board, lambda of: of.under_way, lambda of: of.under_way).total
    return f"từ đây {count(left)} · về đây {count(_coming(board).total)}"


def _deliver(board: DayView) -> str:
    return f"ở đây {count(_held(board).total)} · bưu tá {count(_out(board).total)}"


def _appointed(parts: _Parts) -> str:
    if parts.cases is None:
        return "phát đúng giờ"
    visits = f"{count(parts.cases)} hẹn nhận"
    return visits if parts.items is None else f"{count(parts.items)} KT1 · {visits}"


def _way_of_trips(board: DayView) -> Going:
    """What comes asks for more than what left."""
    coming = _coming(board)
    if coming.total:
        return Going(Place.DISPATCH, at_side(coming.side, "arrival"))
    return Going(Place.DISPATCH, at_side(_under_way(board).side, "send"))


def _way_of_delivery(board: DayView) -> Going:
    """What lies here goes out; what a postman has is asked for after that."""
    held, out = _held(board), _out(board)
    if out.total and not held.total:
        return Going(Place.DELIVERY, at_side(out.side, "result"))
    if not held.items and held.cases:
        return Going(Place.ONE_STOP, "pickup")
    return Going(Place.DELIVERY, at_side(held.side, "start"))


def _way_of_appointed(board: DayView) -> Going:
    if board.items is not None and (board.items.appointed or board.cases is None):
        return Going(Place.HOLDING, at_side(Service.KT1))
    return Going(Place.ONE_STOP, "visits")


def _late(board: DayView) -> _Parts:
    return _parts(board, lambda of: of.late, lambda of: of.due.overdue)


def _waiting(board: DayView) -> _Parts:
    return _parts(board, lambda of: of.waiting, lambda of: of.waiting)


def _coming(board: DayView) -> _Parts:
    return _parts(board, lambda of: of.coming.items, lambda of: of.coming.items)


def _under_way(board: DayView) -> _Parts:
    return _parts(board, lambda of: of.under_way + of.coming.items, lambda of: of.under_way + of.coming.items)


def _held(board: DayView) -> _Parts:
    return _parts(board, lambda of: of.held, lambda of: of.to_give)


def _out(board: DayView) -> _Parts:
    return _parts(board, lambda of: of.out, lambda of: of.out)


def _due(board: DayView, part: str) -> _Parts:
    return _parts(board, lambda of: int(getattr(of.due, part)), lambda of: int(getattr(of.due, part)))


def _due_bar(board: DayView, key: str, label: str, role: Role, icon: Icon | None = None) -> Bar:
    parts = _due(board, key)
    if parts.items is None or parts.cases is None:
        return _bar(key, label, parts.total, role, icon)
    shown = f"{count(parts.items)} · {count(parts.cases)}"
    return Bar(key, label, parts.total, shown, role, icon, parts.cases, parts.apart)


def _dossiers(hours: Sequence[HourCount]) -> int:
    return sum(each.dossiers for each in hours)


def _parts(board: DayView, items: Callable[[ItemsToday], int], cases: Callable[[CasesToday], int]) -> _Parts:
    return _Parts(
        items(board.items) if board.items is not None else None,
        cases(board.cases) if board.cases is not None else None,
    )


def _bar(key: str, label: str, number: int, role: Role, icon: Icon | None = None) -> Bar:
    return Bar(key, label, number, count(number), role, icon)
