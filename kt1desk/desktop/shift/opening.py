"""A shift is opened: the drawer is counted note by note, the day stands there, F9 opens.

Opening with another sum than the shift before left is asked about once more. It must not know what is written.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.shift import ShiftNeeds, ShiftView
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.rows import CHECK_COLUMNS, check_rows
from kt1desk.desktop.shift_side import ShiftSide
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import ShiftRow


class ShiftOpening(QObject):
    """`opened` carries the `ShiftRow`."""

    opened = Signal(object)

    def __init__(
        self, needs: ShiftNeeds, jobs: Jobs, parts: TillParts, side: ShiftSide, may_open: Callable[[], bool]
    ) -> None:
        super().__init__(side)
        self._needs, self._parts, self._side = needs, parts, side
        self._may_open = may_open
        self._view: ShiftView | None = None
        self._is_asking = False
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)
        parts.cash.changed.connect(self._show_total)
        parts.cash.finished.connect(self._counted)
        side.day_entered.connect(parts.cash.start)

    def show(self, view: ShiftView, title: str, how_many: str) -> None:
        """Show what is to be opened; what was counted before the closing of another shift is gone."""
        if self._view is None:
            self._parts.cash.clear()
            self._side.set_day(view.proposed_date)
        self._view = view
        self._parts.cash.set_denominations(view.denominations)
        self._parts.show_lines("Kiểm tra đầu ca", "", CHECK_COLUMNS, check_rows(view.checks), "")
        self._parts.show_opening(title, how_many, counts=self._may_open(), checks=bool(view.checks))
        self._stage(asking=self._is_asking)
        self._show_total()

    def end(self) -> None:
        """No shift is to be opened now."""
        self._view, self._is_asking = None, False

    def is_open(self) -> bool:
        """Whether a shift is to be opened now."""
        return self._view is not None

    def act(self) -> None:
        """F9: open, or ask first."""
        view = self._view
        if view is None or self._doing.is_busy or self._parts.cash.stop_at_wrong():
            return
        business_date = self._side.read_day()
        if business_date is None:
            return
        float_dong = self._parts.cash.total_dong()
        if not self._is_asking and view.last is not None and float_dong != view.proposed_float_dong:
            self._stage(asking=True)
            self._side.ask(view, float_dong)
            return
        self._stage(asking=False, ready=False)
        self._doing.run(lambda: self._needs.start_shift(business_date, float_dong), self._opened)

    def step_back(self) -> bool:
        """From the question back to counting."""
        if not self._is_asking:
            return False
        self._stage(asking=False)
        self._parts.cash.start()
        return True

    def _counted(self) -> None:
        if self._view is not None:
            self._side.focus_button()

    def _opened(self, row: ShiftRow) -> None:
        self.end()
        self.opened.emit(row)

    def _refuse(self, error: DeskError) -> None:
        self._stage(asking=False)
        if error.field == "business_date":
            self._side.refuse_day(say(error))
        else:
            self._side.refuse(say(error))
            self._parts.cash.start()

    def _stage(self, *, asking: bool, ready: bool = True) -> None:
        self._is_asking = asking
        self._side.show_stage(opening=True, dated=self._may_open() and not asking, ready=ready, asking=asking)
        self._parts.cash.setEnabled(ready and not asking)
        if not asking:
            self._side.forget_problem()

    def _show_total(self) -> None:
        if self._view is not None:
            self._side.show_total(self._parts.cash.total_dong())
