"""What of the security log is wanted: two days, a person, a kind; each may stay empty. It must not know what is shown of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.audit_side import Ui_AuditSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.audit import AuditAsked, AuditNeeds
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.widgets import FieldEdit

_NO_DAY = "Gõ ngày như 23/11/2026, hoặc để trống."
_NOBODY = "Không có người này. Để trống là mọi người."
_NO_KIND = "Không có việc này. Để trống là mọi việc."


class AuditFilter(QObject):
    """`wanted`: what was typed is to be read now."""

    wanted = Signal()

    def __init__(self, needs: AuditNeeds, jobs: Jobs, right: QWidget, side: Ui_AuditSide) -> None:
        super().__init__(right)
        self._side = side
        for field, note in ((side.since, side.since_note), (side.until, side.until_note)):
            field.attach_note(note)
            field.textEdited.connect(field.show_idle)
        side.person.attach_note(side.person_note)
        side.kind.attach_note(side.kind_note)
        self._person = ChoiceField(side.person, right, jobs, _answers(needs.people_of_log), _NOBODY)
        self._kind = ChoiceField(side.kind, right, jobs, _answers(needs.kinds_of_log), _NO_KIND)
        self._seen = Visited()
        choices = (self._step(self._person), self._step(self._kind))
        self._way = EnterWay(right, (self._seen.step(side.since), self._seen.step(side.until), *choices))
        self._way.finished.connect(self._finish)

    def start(self) -> None:
        """The first day takes the keys."""
        self._side.since.setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Nothing is left out any more."""
        self._side.since.clear()
        self._side.until.clear()
        self._person.put(None)
        self._kind.put(None)

    def step_back(self) -> bool:
        """Close the list of answers, then to the first day; False when there is no step to go."""
        if self._person.close_list() or self._kind.close_list():
            return True
        if self._side.since.hasFocus():
            return False
        self.start()
        return True

    def asked(self) -> AuditAsked | None:
        """What is wanted; None where a day or a choice cannot be read: it is said there, and it takes the keys."""
        days: list[date | None] = []
        for field in (self._side.since, self._side.until):
            text = field.text().strip()
            day = read_day(text) if text else None
            if text and day is None:
                _refuse(field, _NO_DAY)
                return None
            days.append(day)
        for choice in (self._person, self._kind):
            if choice.field.text().strip() and choice.answer() is None:
                _refuse(choice.field, choice.unread())
                return None
        person, kind = self._person.answer(), self._kind.answer()
        return AuditAsked(days[0], days[1], person.ref if person else "", kind.ref if kind else "")

    def refuse_day(self, sentence: str) -> None:
        """There is too much of it."""
        _refuse(self._side.since, sentence)

    def _step(self, choice: ChoiceField) -> Step:
        """Enter in an empty field wants nothing in particular; otherwise it takes the answer."""

        def commit() -> bool:
            return not choice.field.text().strip() or choice.enter()

        choice.chosen.connect(lambda _: self.wanted.emit())
        return Step(choice.field, lambda: False, commit)

    def _finish(self) -> None:
        self._seen.forget()
        self.wanted.emit()


def _answers(ask: Callable[[str], Sequence[Choice]]) -> Callable[[str], Sequence[Answer]]:
    return lambda text: [Answer(row.key, row.text) for row in ask(text)]


def _refuse(field: FieldEdit, sentence: str) -> None:
    field.show_error(sentence)
    field.setFocus(Qt.FocusReason.TabFocusReason)
