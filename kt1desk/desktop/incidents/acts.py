"""What is done with records: one opened, somebody told, something remedied, closed, printed; one form at a time in the right column.

It must not know how records are listed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonQuestion
from kt1desk.desktop.incidents.forms import IncidentForms, Mode
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.incidents import IncidentBoard, IncidentLine, IncidentNeeds

_NONE = "Chưa chọn biên bản nào. Chọn một dòng, hoặc Ctrl+N lập biên bản."
_NOT_OURS = "Biên bản này do điểm khác lập: chỉ xem và in. Liên hệ điểm đó để ghi thêm."
_CLOSED = "Biên bản đã kết thúc. Ctrl+N lập biên bản mới nếu có việc mới."
_NO_BOARD = IncidentBoard((), 0, 0)


class IncidentActs(QObject):
    """`done(sentence, incident)`: what was done, and to which record."""

    done = Signal(str, str)

    def __init__(self, needs: IncidentNeeds, jobs: Jobs, forms: IncidentForms) -> None:
        super().__init__(forms)
        self._needs, self._forms = needs, forms
        self._doing = Doing(jobs, self)
        self._line: IncidentLine | None = None
        self._board = _NO_BOARD
        shown = forms.shown
        for signal, act in (
            (shown.tell, self.tell),
            (shown.remedy, self.remedy),
            (shown.close_wanted, self.close_record),
            (shown.print_wanted, self.print_record),
            (shown.begin, self.begin),
            (forms.new.wanted, self.keep),
            (forms.telling.wanted, self.keep),
            (forms.closing.wanted, self.keep),
        ):
            signal.connect(act)
        self._doing.refused.connect(forms.refuse)

    def put(self, line: IncidentLine | None, board: IncidentBoard | None) -> None:
        """The record at hand, and by which clock it is shown."""
        self._line, self._board = line, board or _NO_BOARD
        self._forms.shown.show_line(line, self._board.now_ms, self._board.offset_min)

    def begin(self, number: str = "") -> None:
        """Open a record, about this number where one is given."""
        self._forms.show(Mode.NEW)
        self._forms.new.begin(number, self._board.now_ms, self._board.offset_min)

    def tell(self) -> None:
        """Write down who was told."""
        line, board = self._open_line(), self._board
        if line is None:
            return
        must = [Choice(each.code, each.name) for each in line.untold]
        others = [each for each in board.contacts if each.key not in {one.key for one in must}]
        self._forms.show(Mode.TELL)
        self._forms.telling.begin((*must, *others), board.ways, board.now_ms, board.offset_min)

    def remedy(self) -> None:
        """Write down what was done about it: the code alone does it."""
        if self._open_line() is None:
            return
        self._forms.show(Mode.REMEDY)
        self._forms.asking.begin(
            ReasonQuestion("Đã khắc phục thế nào?", "", self._board.remedies, self._remedied)
        )

    def close_record(self) -> None:
        """End it."""
        line = self._open_line()
        if line is not None:
            self._forms.show(Mode.CLOSE)
            self._forms.closing.begin(line, self._board.outcomes)

    def go_on(self) -> None:
        """What must be done next with the record at hand."""
        line = self._open_line()
        if line is not None:
            (self.tell if line.untold else self.close_record if line.remedy else self.remedy)()

    def print_record(self) -> None:
        """Print the record as it stands."""
        line = self._line
        if line is None:
            self._forms.shown.problem(_NONE)
            return
        number = line.row.incident
        self._doing.run(lambda: self._needs.print_record(number), self._finish("Đang in", number))

    def keep(self) -> None:
        """Do what the form in front asks for; without one, what must be done next."""
        acts = {Mode.NEW: self._open, Mode.TELL: self._tell, Mode.CLOSE: self._close}
        acts.get(self._forms.mode, self.go_on)()

    # --- inside --------------------------------------------------------------------------------------------------

    def _open_line(self) -> IncidentLine | None:
        """The record at hand where something can be added to it; else it is said why not."""
        line = self._line
        why = _NONE if line is None else _CLOSED if line.row.closed_ms else "" if line.ours else _NOT_OURS
        self._forms.shown.problem(why)
        return None if why else line

    def _open(self) -> None:
        draft = self._forms.new.draft()
        if draft is not None:
            self._doing.run(
                lambda: self._needs.open_incident(draft),
                lambda number: self._finish("Đã lập", number)(None),
            )

    def _tell(self) -> None:
        line, told = self._line, self._forms.telling.telling()
        if line is not None and told is not None:
            number = line.row.incident
            self._doing.run(
                lambda: self._needs.tell(number, told.who, told.way, told.told_ms),
                self._finish("Đã ghi giờ báo:", number),
            )

    def _remedied(self, remedy: str) -> None:
        line = self._line
        self._forms.show(Mode.SHOW)
        if line is not None:
            number = line.row.incident
            self._doing.run(
                lambda: self._needs.remedy(number, remedy), self._finish("Đã ghi cách khắc phục:", number)
            )

    def _close(self) -> None:
        line, closing = self._line, self._forms.closing.closing()
        if line is not None and closing is not None:
            number = line.row.incident
            self._doing.run(
                lambda: self._needs.close_incident(number, closing.outcome, closing.closer),
                self._finish("Đã kết thúc", number),
            )

    def _finish(self, words: str, incident: str) -> Callable[[object], None]:
        """What follows once it is written."""

        def finish(_: object) -> None:
            self._forms.leave()
            self.done.emit(f"{words} biên bản {incident}.", incident)

        return finish
