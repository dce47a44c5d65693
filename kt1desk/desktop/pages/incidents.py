"""«Sự vụ»: what went wrong and is still open, the gravest and oldest first; who was told, what was done, how it ended.

The page must not know how a record is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.forms.incidents import Ui_IncidentsPage
from kt1desk.desktop.incidents.acts import IncidentActs
from kt1desk.desktop.incidents.forms import IncidentForms, Mode
from kt1desk.desktop.incidents.texts import (
    INCIDENT_COLUMNS,
    incident_rows,
    kind_of_number,
    number_in,
    open_words,
)
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import Page, PageKey, about_in, reading
from kt1desk.desktop.needs.incidents import IncidentBoard, IncidentLine, IncidentNeeds
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Choice

OPEN, ALL = "open", "all"
_WHICH = (Choice(OPEN, "Còn mở", "Ctrl+1"), Choice(ALL, "Tất cả", "Ctrl+2"))


class IncidentsPage(Page):
    """A list, and the record at hand beside it."""

    def __init__(
        self, needs: IncidentNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_IncidentsPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QStackedWidget(self)
        self._right.hide()
        self._board: IncidentBoard | None = None
        self._wanted = ""
        self._reads = Newest(jobs)
        self._rows = self._ui.items.show_rows(INCIDENT_COLUMNS)
        self._ui.items.set_empty_text("Không có sự vụ nào còn mở.")
        self._ui.which.set_choices(_WHICH)
        self._ui.which.set_value(OPEN)
        self._forms = IncidentForms(needs, jobs, self._right, words)
        self._acts = IncidentActs(needs, jobs, self._forms)
        self._ui.which.chosen.connect(lambda _: self._read())
        self._ui.items.selectionModel().currentRowChanged.connect(lambda *_: self._turn())
        RowOpening(self._ui.items).opened.connect(lambda _: self._acts.go_on())
        self._acts.done.connect(self._done)

    def entered(self, ref: str = "") -> None:
        """Read the records; begin one about a thing, or show one by its number, where that is asked for."""
        thing, number = about_in(ref)
        if thing:
            self._read(then=number)
        else:
            self._wanted = ref
            if ref:
                self._ui.which.set_value(ALL)
            self._forms.leave()
            self._read()
        self._ui.items.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._forms.leave()
        self._show(None)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """A list, the form, then to the records."""
        stepped = self._forms.step_back()
        if self._forms.mode is Mode.SHOW and not self._ui.items.hasFocus():
            self._ui.items.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return stepped

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        acts = self._acts
        return (
            PageKey("Ctrl+1", "sự vụ còn mở", partial(self._choose, OPEN)),
            PageKey("Ctrl+2", "tất cả sự vụ", partial(self._choose, ALL)),
            PageKey("Enter", "việc phải làm tiếp của dòng này"),
            PageKey("Ctrl+N", "lập biên bản", acts.begin),
            PageKey("Ctrl+B", "ghi đã báo cho ai", acts.tell),
            PageKey("Ctrl+E", "ghi cách khắc phục", acts.remedy),
            PageKey("F8", "kết thúc, người khác người lập", acts.close_record),
            PageKey("F9", "ghi những gì đang điền", acts.keep),
            PageKey("Ctrl+P", "in biên bản", acts.print_record),
            reading(self._read),
        )

    def take_scan(self, code: str) -> bool:
        """What was scanned: its open record comes to hand; without one a record is begun about it. A form in front takes the number."""
        if kind_of_number(code) is None:
            return False
        number = number_in(code)
        if self._forms.mode is Mode.NEW:
            self._forms.new.put_number(number)
        elif self._forms.mode is not Mode.SHOW:
            return False
        elif not self._select(lambda line: line.row.number == number and not line.row.closed_ms):
            self._acts.begin(number)
        return True

    # --- inside --------------------------------------------------------------------------------------------------

    def _choose(self, which: str) -> None:
        self._ui.which.set_value(which)
        self._read()

    def _read(self, then: str = "") -> None:
        only_open = self._ui.which.value() == OPEN

        def shown(board: IncidentBoard) -> None:
            self._show(board)
            if then:
                self._acts.begin(then)

        self._reads.run(
            lambda: self._needs.incidents(only_open=only_open), shown, lambda error: self._tell(say(error))
        )

    def _show(self, board: IncidentBoard | None) -> None:
        before, self._board = self._current(), board
        self._rows.set_rows(incident_rows(board) if board is not None else ())
        self._ui.list_count.setText(open_words(board) if board is not None else "")
        wanted, self._wanted = self._wanted or (before.row.incident if before is not None else ""), ""
        if not self._select(lambda line: line.row.incident == wanted) and board is not None and board.lines:
            self._ui.items.selectRow(0)
        self._turn()

    def _select(self, fits: Callable[[IncidentLine], bool]) -> bool:
        lines = self._board.lines if self._board is not None else ()
        at = next((at for at, line in enumerate(lines) if fits(line)), -1)
        if at >= 0:
            self._ui.items.selectRow(at)
        return at >= 0

    def _current(self) -> IncidentLine | None:
        at, lines = self._ui.items.currentIndex().row(), self._board.lines if self._board is not None else ()
        return lines[at] if 0 <= at < len(lines) else None

    def _turn(self) -> None:
        self._acts.put(self._current(), self._board)

    def _done(self, sentence: str, incident: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self._wanted = incident
        self._read()
        self._ui.items.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, sentence: str) -> None:
        self._forms.shown.problem(sentence)
