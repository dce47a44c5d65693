"""One field and the list below it: what is typed or scanned finds waiting results; Enter opens the only one, of several one is chosen.

An answer to older text is never opened. It must not know what is searched.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.one_stop_results import PickupNeeds, WaitingView
from kt1desk.desktop.one_stop.rows import WAITING_COLUMNS, results_words, waiting_rows
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_NOTHING = "Không có kết quả nào như vậy đang chờ ở điểm này. Thử số khác, hoặc xem ở Tra cứu."


class PickupSearch(QObject):
    """`wanted(item)`: this result is to be opened. `counted(sentence)`: how many wait, where nothing was asked for."""

    wanted = Signal(str)
    counted = Signal(str)

    def __init__(self, needs: PickupNeeds, jobs: Jobs, field: FieldEdit, card: ListCard) -> None:
        super().__init__(field)
        self._needs, self._field, self._card = needs, field, card
        self._reads = Newest(jobs)
        self._model = card.table.show_rows(WAITING_COLUMNS)
        self._answered: str | None = None
        self._opens_only = False
        field.installEventFilter(self)
        field.textEdited.connect(lambda _: self.search())
        RowOpening(card.table).opened.connect(self.wanted)

    def look_for(self, text: str) -> None:
        """It was scanned: the only answer is opened."""
        self._field.setText(text)
        self._opens_only = True
        self.search()

    def search(self) -> None:
        """Ask for what stands in the field."""
        text = self._field.text().strip()
        self._field.show_idle()
        self._answered = None
        self._reads.run(lambda: self._needs.waiting(text), lambda view: self._show(text, view), self._fail)

    def step_back(self) -> bool:
        """Back to the field, then an empty field; False where there is no such step."""
        if not self._field.hasFocus():
            self.start()
        elif self._field.text():
            self._field.clear()
            self.search()
        else:
            return False
        return True

    def start(self) -> None:
        """The field takes the keys; what stands there is typed over."""
        self._field.setFocus()
        self._field.selectAll()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Enter and the arrows of the field act in the list below it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            self._opens_only = True
            self._open_only()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._model.rowCount():
            self._card.table.setFocus()
        else:
            return False
        return True

    def _show(self, text: str, view: WaitingView) -> None:
        self._answered = text
        self._model.set_rows(waiting_rows(view.results, view.offset_min))
        words = results_words(len(view.results))
        self._card.say(words)
        if not text:
            self.counted.emit(words)
        if view.results:
            self._card.table.selectRow(0)
        elif text:
            self._field.show_error(_NOTHING)
        self._open_only()

    def _open_only(self) -> None:
        if not self._opens_only or self._answered != self._field.text().strip():
            return
        self._opens_only = False
        if self._model.rowCount() == 1:
            self.wanted.emit(self._model.row(0).ref)
        elif self._model.rowCount():
            self._card.table.setFocus()

    def _fail(self, error: DeskError) -> None:
        self._field.show_error(say(error))
