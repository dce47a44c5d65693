"""The list below the systems: what one of them has not taken over, or its answer. It must not know where either is from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.forms.systems import Ui_Systems
from kt1desk.desktop.needs.systems import WaitingList
from kt1desk.desktop.systems.texts import (
    ANSWER_COLUMNS,
    WAITING_COLUMNS,
    answer_row,
    waiting_count,
    waiting_row,
)
from kt1desk.services.other_systems import Feed
from kt1desk.services.system_answers import AnswerLine
from kt1desk.services.system_words import answer_summary, answer_words

_WAITS, _ANSWER = "Chưa được bên kia nhận", "Tệp trả về"
_NOTHING = WaitingList((), more=False, offset_min=0)
_ALL_TAKEN = "Bên kia đã nhận hết."


class ListBelow(QObject):
    """`line_chosen`: a line of the answer is at hand; carries all that is to be said of it."""

    line_chosen = Signal(str)

    def __init__(self, ui: Ui_Systems) -> None:
        super().__init__(ui.list_card)
        self._ui = ui
        self._found = _NOTHING
        self._lines: Sequence[AnswerLine] = ()
        self._rows = ui.rows.show_rows(WAITING_COLUMNS)
        self._answers = ui.answers.show_rows(ANSWER_COLUMNS)
        ui.answers.selectionModel().currentRowChanged.connect(lambda now, _: self._show_why(now.row()))

    def show_nothing(self) -> None:
        """There is no system."""
        self._list(_NOTHING, "", "")

    def show_waiting(self, feed: Feed, found: WaitingList) -> None:
        """What this system has not taken over."""
        self._list(found, waiting_count(found, feed), _ALL_TAKEN)

    def show_answer(self, lines: Sequence[AnswerLine]) -> None:
        """What a system gave back, line by line, in place of what waits; it takes the keys."""
        self._lines = lines
        self._answers.set_rows([answer_row(line) for line in lines])
        self._ui.list_title.setText(_ANSWER)
        self._ui.list_count.setText("; ".join(answer_summary(lines)))
        self._ui.rows.hide()
        self._ui.answers.show()
        self._ui.answers.selectRow(0)
        self._ui.answers.setFocus(Qt.FocusReason.TabFocusReason)

    def close_answer(self) -> None:
        """Back to what waits."""
        self._ui.answers.hide()
        self._ui.rows.show()

    def is_answer(self) -> bool:
        """Whether an answer is in sight."""
        return not self._ui.answers.isHidden()

    def batch(self) -> str:
        """The file in which the chosen line stood, "" for none."""
        at = self._ui.rows.currentIndex().row()
        return self._found.rows[at].batch if 0 <= at < len(self._found.rows) else ""

    def focus(self) -> None:
        """What is in sight takes the keys."""
        shown = self._ui.answers if self.is_answer() else self._ui.rows
        shown.setFocus()

    # --- inside --------------------------------------------------------------------------------------------------

    def _list(self, found: WaitingList, count: str, empty: str) -> None:
        self._found = found
        self._rows.set_rows([waiting_row(row, found.offset_min) for row in found.rows])
        self._ui.rows.set_empty_text(empty)
        self._ui.list_title.setText(_WAITS)
        self._ui.list_count.setText(count)
        if found.rows:
            self._ui.rows.selectRow(0)

    def _show_why(self, at: int) -> None:
        """A reason has more words than its column has room for."""
        if 0 <= at < len(self._lines):
            self.line_chosen.emit(answer_words(self._lines[at]))
