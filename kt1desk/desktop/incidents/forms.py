"""What stands in the right column: the record at hand, or one form in its place. It decides nothing."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.incidents.close_form import CloseForm
from kt1desk.desktop.incidents.new_form import NewForm
from kt1desk.desktop.incidents.shown import IncidentShown
from kt1desk.desktop.incidents.tell_form import TellForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.needs.incidents import IncidentNeeds
from kt1desk.domain.errors import DeskError


class Mode(Enum):
    """What the right column is there for."""

    SHOW = "show"
    NEW = "new"
    TELL = "tell"
    REMEDY = "remedy"
    CLOSE = "close"


class IncidentForms(QObject):
    """One of them at a time."""

    def __init__(
        self, needs: IncidentNeeds, jobs: Jobs, column: QStackedWidget, words: SideWords = KT1
    ) -> None:
        super().__init__(column)
        self._column = column
        self.mode = Mode.SHOW
        self.shown, self.new = IncidentShown(words), NewForm(needs, jobs, words)
        self.telling, self.closing = TellForm(), CloseForm()
        self.asking = ReasonPanel()
        self._pages: dict[Mode, QWidget] = {
            Mode.SHOW: self.shown,
            Mode.NEW: self.new,
            Mode.TELL: self.telling,
            Mode.REMEDY: _at_top(self.asking),
            Mode.CLOSE: self.closing,
        }
        for page in self._pages.values():
            column.addWidget(page)
        self.show(Mode.SHOW)

    def show(self, mode: Mode) -> None:
        """Bring one to the front."""
        self.mode = mode
        self.shown.problem("")
        self._column.setCurrentWidget(self._pages[mode])

    def step_back(self) -> bool:
        """An open list, then the form; False where there is neither."""
        if self.mode is Mode.NEW and self.new.close_list():
            return True
        if self.mode is Mode.SHOW:
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """No form any more; passwords and answers go."""
        self.closing.forget()
        self.asking.close_question()
        self.show(Mode.SHOW)

    def refuse(self, error: DeskError) -> None:
        """Say why something was not written: in the form that asked for it."""
        if self.mode is Mode.NEW:
            self.new.refuse(error)
        elif self.mode is Mode.TELL:
            self.telling.refuse(error)
        elif self.mode is Mode.CLOSE:
            self.closing.refuse(error)
        else:
            self.shown.problem(say(error))


def _at_top(panel: QWidget) -> QWidget:
    """A panel as high as it needs, above empty room."""
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.addWidget(panel)
    body.addStretch(1)
    return made
