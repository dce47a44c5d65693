"""What is done with records: one opened, somebody told, something remedied, closed, printed; one form at a time in the right column.

It must not know how records are listed.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.incidents.close_form import CloseForm
from kt1desk.desktop.incidents.new_form import NewForm
from kt1desk.desktop.incidents.shown import IncidentShown
from kt1desk.desktop.incidents.tell_form import TellForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.incidents import IncidentBoard, IncidentLine, IncidentNeeds
from kt1desk.domain.errors import DeskError

_NONE = "Chưa chọn biên bản nào. Chọn một dòng, hoặc Ctrl+N lập biên bản."
_NOT_OURS = "Biên bản này do điểm khác lập: chỉ xem và in. Liên hệ điểm đó để ghi thêm."
_CLOSED = "Biên bản đã kết thúc. Ctrl+N lập biên bản mới nếu có việc mới."
_NO_BOARD = IncidentBoard((), 0, 0)


class Mode(Enum):
    """What the right column is there for."""

    SHOW = "show"
    NEW = "new"
    TELL = "tell"
    REMEDY = "remedy"
    CLOSE = "close"


class IncidentActs(QObject):
    """`done(sentence, incident)`: what was done, and to which record. `moved`: another form, or none."""

    done = Signal(str, str)
    moved = Signal()

    def __init__(self, needs: IncidentNeeds, jobs: Jobs, column: QStackedWidget) -> None:
        super().__init__(column)
        self._needs, self._column = needs, column
        self._doing = Doing(jobs, self)
        self._mode = Mode.SHOW
        self._line: IncidentLine | None = None
        self._board = _NO_BOARD
        self.shown, self.form = IncidentShown(), NewForm(needs, jobs)
        self._telling, self._closing = TellForm(), CloseForm()
        self._asking = ReasonPanel()
        self._pages: dict[Mode, QWidget] = {
            Mode.SHOW: self.shown,
            Mode.NEW: self.form,
            Mode.TELL: self._telling,
            Mode.REMEDY: _at_top(self._asking),
            Mode.CLOSE: self._closing,
        }
        for page in self._pages.values():
            column.addWidget(page)
        shown = self.shown
        for signal, act in (
            (shown.tell, self.tell),
            (shown.remedy, self.remedy),
            (shown.close_wanted, self.close_record),
            (shown.print_wanted, self.print_record),
            (shown.begin, self.begin),
            (self.form.wanted, self.keep),
            (self._telling.wanted, self.keep),
            (self._closing.wanted, self.keep),
        ):
            signal.connect(act)
        self._doing.refused.connect(self._refuse)
        self._show(Mode.SHOW)

    @property
    def mode(self) -> Mode:
        """What the right column is there for now."""
        return self._mode

    def put(self, line: IncidentLine | None, board: IncidentBoard | None) -> None:
        """The record at hand, and by which clock it is shown."""
        self._line, self._board = line, board or _NO_BOARD
        self.shown.show_line(line, self._board.now_ms, self._board.offset_min)

    def begin(self, number: str = "") -> None:
        """Open a record, about this number where one is given."""
        self._show(Mode.NEW)
        self.form.begin(number, self._board.now_ms, self._board.offset_min)

    def tell(self) -> None:
        """Write down who was told."""
        line = self._open_line()
        if line is None:
            return
        must = [Choice(each.code, each.name) for each in line.untold]
        others = [each for each in self._board.contacts if each.key not in {one.key for one in must}]
        self._show(Mode.TELL)
        self._telling.begin((*must, *others), self._board.ways, self._board.now_ms, self._board.offset_min)

    def remedy(self) -> None:
        """Write down what was done about it: the code alone does it."""
        line = self._open_line()
        if line is None:
            return
        self._show(Mode.REMEDY)
        self._asking.begin(ReasonQuestion("Đã khắc phục thế nào?", "", self._board.remedies, self._remedied))

    def close_record(self) -> None:
        """End it."""
        line = self._open_line()
        if line is not None:
            self._show(Mode.CLOSE)
            self._closing.begin(line, self._board.outcomes)

    def go_on(self) -> None:
        """What must be done next with the record at hand."""
        line = self._open_line()
        if line is None:
            return
        (self.tell if line.untold else self.close_record if line.remedy else self.remedy)()

    def print_record(self) -> None:
        """Print the record as it stands."""
        line = self._line
        if line is None:
            self.shown.problem(_NONE)
            return
        number = line.row.incident
        self._doing.run(
            lambda: self._needs.print_record(number),
            lambda _: self.done.emit(f"Đang in biên bản {number}.", number),
        )

    def keep(self) -> None:
        """Do what the form in front asks for."""
        {Mode.NEW: self._open, Mode.TELL: self._tell, Mode.CLOSE: self._close}.get(self._mode, self.go_on)()

    def step_back(self) -> bool:
        """An open list, then the form; False where there is neither."""
        if self._mode is Mode.NEW and self.form.close_list():
            return True
        if self._mode is Mode.SHOW:
            return False
        self.leave()
        return True

    def leave(self) -> None:
        """No form any more; passwords and answers go."""
        self._closing.forget()
        self._asking.close_question()
        self._show(Mode.SHOW)

    # --- inside --------------------------------------------------------------------------------------------------

    def _open_line(self) -> IncidentLine | None:
        """The record at hand where something can be added to it; else it is said why not."""
        line = self._line
        why = _NONE if line is None else _CLOSED if line.row.closed_ms else "" if line.ours else _NOT_OURS
        self.shown.problem(why)
        return None if why else line

    def _open(self) -> None:
        draft = self.form.draft()
        if draft is not None:
            self._doing.run(
                lambda: self._needs.open_incident(draft),
                lambda number: self._finish(f"Đã lập biên bản {number}.", number),
            )

    def _tell(self) -> None:
        line, told = self._line, self._telling.telling()
        if line is not None and told is not None:
            self._write(
                lambda: self._needs.tell(line.row.incident, told.who, told.way, told.told_ms),
                line,
                "Đã ghi giờ báo",
            )

    def _remedied(self, remedy: str) -> None:
        line = self._line
        if line is not None:
            self._show(Mode.SHOW)
            self._write(lambda: self._needs.remedy(line.row.incident, remedy), line, "Đã ghi cách khắc phục")

    def _close(self) -> None:
        line, closing = self._line, self._closing.closing()
        if line is not None and closing is not None:
            self._write(
                lambda: self._needs.close_incident(line.row.incident, closing.outcome, closing.closer),
                line,
                "Đã kết thúc",
            )

    def _write(self, work: Callable[[], None], line: IncidentLine, sentence: str) -> None:
        number = line.row.incident
        self._doing.run(work, lambda _: self._finish(f"{sentence}: biên bản {number}.", number))

    def _finish(self, sentence: str, incident: str) -> None:
        self.leave()
        self.done.emit(sentence, incident)

    def _refuse(self, error: DeskError) -> None:
        if self._mode is Mode.NEW:
            self.form.refuse(error)
        elif self._mode is Mode.TELL:
            self._telling.refuse(error)
        elif self._mode is Mode.CLOSE:
            self._closing.refuse(error)
        else:
            self.shown.problem(say(error))

    def _show(self, mode: Mode) -> None:
        self._mode = mode
        self.shown.problem("")
        self._column.setCurrentWidget(self._pages[mode])
        self.moved.emit()


def _at_top(panel: QWidget) -> QWidget:
    """A panel as high as it needs, above empty room."""
    made = QWidget()
    body = QVBoxLayout(made)
    body.setContentsMargins(0, 0, 0, 0)
    body.addWidget(panel)
    body.addStretch(1)
    return made
