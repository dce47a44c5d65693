"""Which report is wanted: by a few letters of its name, a period by its name or its days, and of whom. It must not know what is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.report_make_side import Ui_ReportMakeSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.reports.texts import among, day_text, period_answer, scope_answer, template_answer
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.services.report_periods import OfferedPeriod, offered_periods, proposed_period
from kt1desk.services.report_values import Asked, Choices

_NO_TEMPLATE = "Không có báo cáo này. Sửa lại chữ đã gõ."
_NO_PERIOD = "Không có kỳ này. Gõ ngày ở dưới."
_NO_SCOPE = "Không có phạm vi này. Sửa lại chữ đã gõ."
_CHOOSE = "Chọn báo cáo."
_NO_DAY = "Gõ ngày như 01/07/2026."


class ReportAsking(QObject):
    """`wanted`: everything is chosen and the report is to be made. `changed`: what is chosen is no longer what is shown."""

    wanted = Signal()
    changed = Signal()

    def __init__(self, side: Ui_ReportMakeSide, right: QWidget, jobs: Jobs) -> None:
        super().__init__(right)
        self._side = side
        self._choices: Choices | None = None
        self._fields = {
            "template": side.template,
            "period": side.period,
            "first": side.first,
            "last": side.last,
            "scope": side.scope,
        }
        for name, field in self._fields.items():
            field.attach_note(getattr(side, f"{name}_note"))
        self._template = ChoiceField(side.template, right, jobs, self._templates, _NO_TEMPLATE)
        self._period = ChoiceField(side.period, right, jobs, self._periods, _NO_PERIOD)
        self._scope = ChoiceField(side.scope, right, jobs, self._scopes, _NO_SCOPE)
        self._template.chosen.connect(lambda _: self._propose())
        self._period.chosen.connect(self._take_period)
        self._scope.chosen.connect(lambda _: self._go_on())
        for choice in (self._template, self._period, self._scope):
            choice.changed.connect(self.changed)
        for field in (side.first, side.last):
            field.textEdited.connect(lambda _, of=field: self._typed(of))
        self._way = EnterWay(
            right,
            (
                Step(side.template, lambda: self._template.answer() is None, self._template.enter),
                Step(
                    side.period,
                    lambda: self._period.answer() is None and not self._has_days(),
                    self._enter_period,
                ),
                Step(side.first, lambda: read_day(side.first.text()) is None),
                Step(side.last, lambda: read_day(side.last.text()) is None),
                Step(side.scope, lambda: self._scope.answer() is None, self._scope.enter),
            ),
        )
        self._way.finished.connect(self.wanted)
        self._show_scopes(several=False)

    def offer(self, choices: Choices) -> None:
        """What can be asked for; what is chosen stays."""
        self._choices = choices
        self._show_scopes(several=len(choices.scopes) > 1)
        if self._scope.answer() is None and choices.scopes:
            self._scope.put(scope_answer(choices.scopes[0]))

    def start(self) -> None:
        """The report takes the keys."""
        self._side.template.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Nothing is chosen any more."""
        self._choices = None
        for choice in (self._template, self._period, self._scope):
            choice.put(None)
        for field in (self._side.first, self._side.last):
            field.clear()

    def step_back(self) -> bool:
        """Close the list of answers, then to the first input; False when there is no step to go."""
        if any(choice.close_list() for choice in (self._template, self._period, self._scope)):
            return True
        if self._side.template.hasFocus():
            return False
        self.start()
        return True

    def asked(self) -> Asked | None:
        """What is wanted; None where something lacks: it is said there, and it takes the keys."""
        lacking = self._lacking()
        template, scope = self._template.answer(), self._scope.answer()
        first, last = read_day(self._side.first.text()), read_day(self._side.last.text())
        if lacking is None and template is not None and first is not None and last is not None:
            try:
                return Asked(template.ref, Period(first, last), scope.ref if scope is not None else "")
            except DeskError as error:
                lacking = (self._side.last, say(error))
        if lacking is not None:
            self._lacks(*lacking)
        return None

    def refuse(self, error: DeskError) -> bool:
        """Say it where it belongs; False where that is none of these inputs."""
        field = self._fields.get(error.field)
        if field is None or not field.isVisibleTo(field.window()):
            return False
        self._lacks(field, say(error))
        return True

    # --- inside --------------------------------------------------------------------------------------------------

    def _lacking(self) -> tuple[FieldEdit, str] | None:
        """The first input that says nothing, and what is to be said of it."""
        side = self._side
        wrong = (
            (side.template, self._template.answer() is None, self._template.unread() or _CHOOSE),
            (side.period, bool(self._period.unread()), self._period.unread()),
            (side.first, read_day(side.first.text()) is None, _NO_DAY),
            (side.last, read_day(side.last.text()) is None, _NO_DAY),
        )
        return next(((field, sentence) for field, is_wrong, sentence in wrong if is_wrong), None)

    def _lacks(self, field: FieldEdit, sentence: str) -> None:
        field.show_error(sentence)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _templates(self, text: str) -> Sequence[Answer]:
        return among(text, map(template_answer, self._choices.templates if self._choices else ()))

    def _periods(self, text: str) -> Sequence[Answer]:
        return among(text, map(period_answer, self._offered()))

    def _scopes(self, text: str) -> Sequence[Answer]:
        return among(text, map(scope_answer, self._choices.scopes if self._choices else ()))

    def _chosen_template(self) -> ReportTemplate | None:
        answer, choices = self._template.answer(), self._choices
        rows = choices.templates if choices is not None and answer is not None else ()
        return next((row for row in rows if answer is not None and row.code == answer.ref), None)

    def _offered(self) -> Sequence[OfferedPeriod]:
        template = self._chosen_template()
        return offered_periods(template.presets, self._choices.on) if template and self._choices else ()

    def _propose(self) -> None:
        """The newest period that is over, where no days are typed yet."""
        template = self._chosen_template()
        if template is not None and self._choices is not None and not self._has_days():
            proposed = proposed_period(template.presets, self._choices.on)
            self._period.put(period_answer(proposed))
            self._fill(proposed.period)
        self._go_on()

    def _take_period(self, answer: Answer) -> None:
        found = next((each for each in self._offered() if period_answer(each) == answer), None)
        if found is not None:
            self._fill(found.period)
        self._go_on()

    def _fill(self, period: Period) -> None:
        for field, day in ((self._side.first, period.first), (self._side.last, period.last)):
            field.setText(day_text(day))
            field.show_idle()

    def _enter_period(self) -> bool:
        return (self._has_days() and not self._side.period.text().strip()) or self._period.enter()

    def _has_days(self) -> bool:
        return all(read_day(field.text()) is not None for field in (self._side.first, self._side.last))

    def _typed(self, field: FieldEdit) -> None:
        """Days that are typed are a period without a name."""
        field.show_idle()
        self._period.put(None)
        self.changed.emit()

    def _go_on(self) -> None:
        if self._template.answer() is not None and self._has_days():
            self.wanted.emit()
        else:
            self._way.start()

    def _show_scopes(self, *, several: bool) -> None:
        for part in (self._side.scope_label, self._side.scope, self._side.scope_note):
            part.setVisible(several)
