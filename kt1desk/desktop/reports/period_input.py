"""The days of a report: a period by its name fills them, and days that are typed are a period without a name.

It must not know what is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.report_make_side import Ui_ReportMakeSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.reports.texts import day_text, period_answer, periods_named
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import Period, Preset, asked_period
from kt1desk.services.report_periods import OfferedPeriod, offered_periods, proposed_period

_NO_PERIOD = "Không có kỳ này. Gõ ngày ở dưới."
_NO_DAY = "Gõ ngày như 01/07/2026."


class PeriodInput(QObject):
    """`chosen`: a period was chosen by its name. `changed`: the days are no longer what they were."""

    chosen = Signal()
    changed = Signal()

    def __init__(self, side: Ui_ReportMakeSide, right: QWidget, jobs: Jobs) -> None:
        super().__init__(right)
        self._side = side
        self._offered: Sequence[OfferedPeriod] = ()
        self._name = ChoiceField(side.period, right, jobs, self._found, _NO_PERIOD)
        self._name.chosen.connect(self._take)
        self._name.changed.connect(self.changed)
        for field in (side.first, side.last):
            field.textEdited.connect(lambda _, of=field: self._typed(of))

    def offer(self, presets: Sequence[Preset], on: date) -> None:
        """The periods of a report; where no days stand there, the newest that is over."""
        self._offered = offered_periods(presets, on)
        if not self.is_whole():
            proposed = proposed_period(presets, on)
            self._name.put(period_answer(proposed))
            self._fill(proposed.period)

    def steps(self) -> tuple[Step, ...]:
        """Its inputs on the way of Enter."""
        side = self._side
        return (
            Step(side.period, lambda: self._name.answer() is None and not self.is_whole(), self._enter),
            Step(side.first, lambda: read_day(side.first.text()) is None),
            Step(side.last, lambda: read_day(side.last.text()) is None),
        )

    def clear(self) -> None:
        """Nothing is chosen any more."""
        self._name.put(None)
        self._side.first.clear()
        self._side.last.clear()

    def close_list(self) -> bool:
        """Shut the list of answers; False when it was not open."""
        return self._name.close_list()

    def is_whole(self) -> bool:
        """Whether both days can be read."""
        return all(read_day(field.text()) is not None for field in (self._side.first, self._side.last))

    def period(self) -> Period | None:
        """The days; None where something lacks: it is said there, and it takes the keys."""
        side, first, last = self._side, read_day(self._side.first.text()), read_day(self._side.last.text())
        if self._name.unread():
            lacks(side.period, self._name.unread())
        elif first is None:
            lacks(side.first, _NO_DAY)
        elif last is None:
            lacks(side.last, _NO_DAY)
        else:
            try:
                return asked_period(first, last)
            except DeskError as error:
                lacks(side.last, say(error))
        return None

    # --- inside --------------------------------------------------------------------------------------------------

    def _found(self, text: str) -> Sequence[Answer]:
        return periods_named(text, self._offered)

    def _take(self, answer: Answer) -> None:
        found = next((each for each in self._offered if period_answer(each) == answer), None)
        if found is not None:
            self._fill(found.period)
            self.chosen.emit()

    def _fill(self, period: Period) -> None:
        for field, day in ((self._side.first, period.first), (self._side.last, period.last)):
            field.setText(day_text(day))
            field.show_idle()

    def _enter(self) -> bool:
        return (self.is_whole() and not self._side.period.text().strip()) or self._name.enter()

    def _typed(self, field: FieldEdit) -> None:
        field.show_idle()
        self._name.put(None)
        self.changed.emit()


def lacks(field: FieldEdit, sentence: str) -> None:
    """Say it below an input, and give it the keys."""
    field.show_error(sentence)
    field.setFocus(Qt.FocusReason.TabFocusReason)
