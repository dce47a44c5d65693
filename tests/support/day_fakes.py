"""A board of the day with work in it, in memory, for tests of pages alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kt1desk.desktop.needs import TodayView
from kt1desk.domain.custody import State
from kt1desk.domain.due import Warnings
from kt1desk.domain.events import Moment
from kt1desk.services.case_tasks import Task, TaskKind
from kt1desk.services.case_terms import Term
from kt1desk.services.day_board import DayView
from kt1desk.services.day_cases import CasesToday
from kt1desk.services.day_items import ItemsToday
from kt1desk.services.day_rows import Coming, DayItem, DueCounts, HourCount
from kt1desk.services.day_todo import Todo, todo_of
from kt1desk.services.numbers import Supply
from tests.support.desk_fakes import ITEMS_COUNT, NOW_MS, OFFSET_MIN, item_row, open_shift

TODAY = date(2026, 11, 22)
_HOUR = (NOW_MS + OFFSET_MIN * 60_000) // 3_600_000
_STATES = (State.ACCEPTED, State.ARRIVED, State.APPROVED, State.PACKED, State.OUT, State.STORED)
_WARNINGS = Warnings(4 * 3_600_000, 3_600_000)


def day_item(at: int) -> DayItem:
    """What the board knows of the how-many-eth example item, each under a number of its own."""
    row = item_row(at)
    state = _STATES[at % len(_STATES)]
    return DayItem(
        f"ME4731{24_000 + at}VN",
        state,
        row.urgency,
        row.secrecy,
        row.deadline_ms,
        0,
        at % 3 != 1,
        tried=False,
    )


def tasks() -> Sequence[Task]:
    """An overdue result, two things to tell, money to pass on."""
    yesterday, tomorrow = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
    return (
        Task(
            TaskKind.OVERDUE,
            "240000-261104-0-031",
            "H37.10-261104-0031",
            (TODAY - timedelta(days=4)).isoformat(),
            "Hỏi cơ quan kết quả: quá hẹn 3 ngày làm việc (ngày hẹn của cơ quan)",
            Term.OVERDUE,
        ),
        Task(
            TaskKind.TELL,
            "240000-261118-0-007",
            "H37.10-261118-0007",
            yesterday.isoformat(),
            "Yêu cầu bổ sung: báo và đưa thông báo cho người nộp, trước hết 04/12/2026",
            Term.OVERDUE,
        ),
        Task(
            TaskKind.FEES_DUE,
            "",
            "LS-05983-TTHCC",
            TODAY.isoformat(),
            "Nộp 260.000 đ thu hộ của 2 hồ sơ",
            Term.TODAY,
        ),
        Task(
            TaskKind.SOON,
            "240000-261112-0-019",
            "H37.10-261112-0019",
            tomorrow.isoformat(),
            "Chuẩn bị lấy kết quả: còn 1 ngày làm việc (ngày hẹn của cơ quan)",
            Term.SOON,
        ),
    )


def todo() -> tuple[Todo, ...]:
    """All of it in order; parties of items under a letter are withheld."""
    found = todo_of(
        (day_item(at) for at in range(ITEMS_COUNT)), tasks(), Moment(NOW_MS, OFFSET_MIN), _WARNINGS
    )
    whole = {day_item(at).item: item_row(at, item=day_item(at).item) for at in range(ITEMS_COUNT)}
    return tuple(replace(each, item=whole[each.row.item]) if each.row is not None else each for each in found)


class FakeToday:
    """What the page of the day needs; ``read`` counts how often it was asked."""

    def __init__(self) -> None:
        counts = ((8, 4, 1), (7, 7, 0), (6, 5, 2), (5, 0, 0), (3, 9, 1), (1, 11, 0), (0, 2, 0))
        hours = tuple(HourCount(_HOUR - back, items, cases) for back, items, cases in counts)
        due = DueCounts(overdue=1, today=7, tomorrow=6, week=4, undated=2)
        items = ItemsToday(12, 9, Coming(2, 6), 5, 3, 1, 2, due)
        cases = CasesToday(
            waiting=7,
            under_way=4,
            coming=Coming(1, 2),
            to_hand=3,
            at_authority=31,
            to_fetch=6,
            to_give=5,
            out=1,
            untold=2,
            visits=1,
            due=DueCounts(overdue=2, today=4, tomorrow=3, week=9, later=14, undated=1, to_fetch=5),
        )
        whole = todo()
        self.board = DayView(open_shift(), TODAY, hours, items, cases, whole, 0, 0, Supply(212, low=False))
        self.read = 0

    def change(self, **changes: object) -> None:
        """The board as it will be read next; `changes` name fields of `DayView`."""
        self.board = replace(self.board, **changes)  # type: ignore[arg-type]

    def today(self) -> TodayView:
        self.read += 1
        return TodayView(self.board, NOW_MS, OFFSET_MIN)
