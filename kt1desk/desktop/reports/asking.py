"""Which report is wanted: one of the list, its days, and of whom. It must not know what is made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.report_make_side import Ui_ReportMakeSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.reports.period_input import PeriodInput, lacks
from kt1desk.desktop.reports.texts import among, scope_answer
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.services.report_periods import proposed_period
from kt1desk.services.report_values import Asked, Choices

_NO_SCOPE = "Không có phạm vi này. Sửa lại chữ đã gõ."


class ReportAsking(QObject):
    """`wanted`: everything is chosen and the report is to be made. `changed`: what is chosen is no longer what is shown."""

    wanted = Signal()
    changed = Signal()

    def __init__(self, side: Ui_ReportMakeSide, right: QWidget, jobs: Jobs) -> None:
        super().__init__(right)
        self._side = side
        self._choices: Choices | None = None
        self._template: ReportTemplate | None = None
        self._fields = {
            "period": side.period,
            "first": side.first,
            "last": side.last,
            "scope": side.scope,
        }
        for name, field in self._fields.items():
            field.attach_note(getattr(side, f"{name}_note"))
        self._days = PeriodInput(side, right, jobs)
        self._scope = ChoiceField(side.scope, right, jobs, self._scopes, _NO_SCOPE)
        self._days.chosen.connect(self.wanted)
        self._scope.chosen.connect(lambda _: self.wanted.emit())
        for choice in (self._days, self._scope):
            choice.changed.connect(self.changed)
        scope = Step(side.scope, lambda: self._scope.answer() is None, self._scope.enter)
        EnterWay(right, (*self._days.steps(), scope)).finished.connect(self.wanted)
        self._show_scopes(several=False)

    def offer(self, choices: Choices) -> None:
        """What can be asked for; what is chosen stays."""
        self._choices = choices
        self._show_scopes(several=len(choices.scopes) > 1)
        if self._scope.answer() is None and choices.scopes:
            self._scope.put(scope_answer(choices.scopes[0]))

    def choose(self, code: str) -> None:
        """Another report; days that stand there stay, else the newest period that is over is proposed."""
        choices = self._choices
        found = choices.templates if choices is not None else ()
        self._template = next((each for each in found if each.code == code), None)
        if self._template is not None and choices is not None:
            self._side.template_title.setText(self._template.title)
            self._days.offer(self._template.presets, choices.on)
            self.wanted.emit()

    def days_of(self, template: ReportTemplate) -> str:
        """For which days it would be made: those that stand there, else the period that is proposed; "" while nothing is offered."""
        side, choices = self._side, self._choices
        if self._days.is_whole():
            return f"{side.first.text()} – {side.last.text()}"
        return proposed_period(template.presets, choices.on).words if choices is not None else ""

    def start(self) -> None:
        """The period takes the keys, to be typed over."""
        self._side.period.setFocus(Qt.FocusReason.TabFocusReason)
        self._side.period.selectAll()

    def clear(self) -> None:
        """Nothing is chosen any more."""
        self._choices = self._template = None
        self._side.template_title.clear()
        self._days.clear()
        self._scope.put(None)

    def step_back(self) -> bool:
        """Close the list of answers; False when there is none open."""
        return self._days.close_list() or self._scope.close_list()

    def asked(self) -> Asked | None:
        """What is wanted; None where something lacks: it is said there, and it takes the keys."""
        period = self._days.period() if self._template is not None else None
        if period is None or self._template is None:
            return None
        scope = self._scope.answer()
        return Asked(self._template.code, period, scope.ref if scope is not None else "")

    def refuse(self, error: DeskError) -> bool:
        """Say it where it belongs; False where that is none of these inputs."""
        field = self._fields.get(error.field)
        if field is None or not field.isVisibleTo(field.window()):
            return False
        lacks(field, say(error))
        return True

    # --- inside --------------------------------------------------------------------------------------------------

    def _scopes(self, text: str) -> Sequence[Answer]:
        return among(text, map(scope_answer, self._choices.scopes if self._choices else ()))

    def _show_scopes(self, *, several: bool) -> None:
        for part in (self._side.scope_label, self._side.scope, self._side.scope_note):
            part.setVisible(several)
