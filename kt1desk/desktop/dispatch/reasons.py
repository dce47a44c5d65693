"""Coded reasons: a list from which one is taken by its digit, and the card that asks for one before something is done.

A reason is never typed: nobody writes freely about an item. It must not know what is done with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kt1desk.desktop.forms.dispatch_reason import Ui_ReasonPanel
from kt1desk.desktop.look.fonts import BODY_PT, font
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.widgets import Column, Role, TableRow, WholeRowsTable, set_role
from kt1desk.desktop.widgets.table import ROW_HEIGHT

_COLUMNS = (Column("", 32, spoken="Phím"), Column("", spoken="Lý do"))
_TEXT_WIDTH = 236
"""What is left for a reason in the right column."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MISSED = "Chưa chọn dòng nào: gõ số từ 1 đến {}, hoặc phím mũi tên rồi Enter."
_CHOOSE = "Chọn lý do bằng phím số trước."


class ReasonList(QObject):
    """A list without headings; a digit takes a reason, arrows and Enter do as well; Enter alone takes none that is not marked.

    `chosen(key)`: it was taken. `missed`: a digit or Enter that means none of them.
    """

    chosen = Signal(str)
    missed = Signal()

    def __init__(self, table: WholeRowsTable, text_width: int = _TEXT_WIDTH) -> None:
        super().__init__(table)
        self._table, self._text_width = table, text_width
        self._reasons: tuple[Choice, ...] = ()
        self._chosen = ""
        self._model = table.show_rows(_COLUMNS)
        table.horizontalHeader().hide()
        table.installEventFilter(self)
        table.clicked.connect(lambda at: self._take(at.row()))

    def show(self, reasons: Sequence[Choice]) -> None:
        """Show these reasons; none is taken."""
        self._reasons, self._chosen = tuple(reasons), ""
        texts = [in_lines(each.text, self._text_width) for each in reasons]
        self._model.set_rows(
            [
                TableRow(each.key, (str(at), text), {0: Role.MUTED})
                for at, (each, text) in enumerate(zip(reasons, texts, strict=True), 1)
            ]
        )
        rows = [1 + text.count("\n") for text in texts]
        for at, lines in enumerate(rows):
            self._table.verticalHeader().resizeSection(at, ROW_HEIGHT * lines)
        self._table.setFixedHeight(ROW_HEIGHT * max(1, sum(rows)) + 4)
        self._table.clearSelection()

    def value(self) -> str:
        """The reason that was taken, "" for none."""
        return self._chosen

    def set_focus(self) -> None:
        """The digits act here now."""
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take digits and Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._enter()
            return True
        if event.key() == Qt.Key.Key_Down and not self._table.selectionModel().hasSelection():
            self._table.selectRow(0)
            return True
        text = event.text()
        if text.isascii() and text.isdigit() and 0 < int(text) <= len(self._reasons):
            self._take(int(text) - 1)
            return True
        if text.isascii() and text.isdigit():
            self.missed.emit()
        return False

    def _enter(self) -> None:
        if self._table.selectionModel().hasSelection():
            self._take(self._table.currentIndex().row())
        else:
            self.missed.emit()

    def _take(self, at: int) -> None:
        if 0 <= at < len(self._reasons):
            self._table.selectRow(at)
            self._chosen = self._reasons[at].key
            self.chosen.emit(self._chosen)


def in_lines(text: str, width: int) -> str:
    """A text too long for a column, on as many lines as it needs."""
    metrics, lines = QFontMetrics(font(BODY_PT)), [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class ReasonQuestion:
    """What is asked.

    Attributes:
        title, text: what it is about and what follows from it.
        key: pressed once more it does it, once a reason was taken; "" where the reason alone does.
        does: what the button says; ``sure`` what is said before the key is pressed once more.
        act: called with the reason.
    """

    title: str
    text: str
    reasons: Sequence[Choice]
    act: Callable[[str], None]
    key: str = ""
    does: str = ""
    sure: str = ""


class ReasonPanel(QWidget):
    """Asks one question at a time, in the place of what stood there. `began`, `ended`: it is asked; it was answered or taken back."""

    began = Signal()
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_ReasonPanel()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._question: ReasonQuestion | None = None
        self._list = ReasonList(self._ui.reasons)
        self._list.chosen.connect(self._chosen)
        self._list.missed.connect(self._missed)
        self._ui.sure.clicked.connect(self._do)
        self._ui.sure.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # neither Enter nor Space may ever press it
        self.hide()

    def is_open(self) -> bool:
        """Whether something is asked now."""
        return self._question is not None

    def begin(self, question: ReasonQuestion) -> None:
        """Ask; the reasons take the keys."""
        ui, self._question = self._ui, question
        ui.reason_title.setText(question.title)
        ui.reason_text.setText(question.text)
        ui.reason_text.setVisible(bool(question.text))
        self._list.show(question.reasons)
        ui.reason_sure.hide()
        ui.sure.setVisible(bool(question.key))
        ui.sure.setProperty("key_text", question.key)
        ui.sure.setText(question.does)
        ui.sure.setEnabled(False)
        self.began.emit()  # before it is seen: what stood there and the question together could outgrow a small screen
        self.show()
        self.set_focus()

    def set_focus(self) -> None:
        """The digits act here now, once the panel is in sight."""
        self._list.set_focus()

    def press(self, key: str) -> bool:
        """A key was pressed: it answers the question that it belongs to. False where there is no such question."""
        if self._question is None or self._question.key != key:
            return False
        if self._list.value():
            self._do()
        else:
            self._say(_CHOOSE, Role.ERROR_BOX)
        return True

    def close_question(self) -> bool:
        """Do nothing after all; False where nothing was asked."""
        if self._question is None:
            return False
        self._question = None
        self.hide()
        self.ended.emit()
        return True

    def _chosen(self, reason: str) -> None:
        question = self._question
        if question is None:
            return
        if question.key:
            self._ui.sure.setEnabled(True)
            self._say(question.sure, Role.WARN_BOX)
        else:
            self.close_question()
            question.act(reason)

    def _missed(self) -> None:
        if self._question is not None:
            self._say(_MISSED.format(min(9, len(self._question.reasons))), Role.ERROR_BOX)

    def _do(self) -> None:
        question, reason = self._question, self._list.value()
        if question is not None and reason:
            self.close_question()
            question.act(reason)

    def _say(self, sentence: str, role: Role) -> None:
        set_role(self._ui.reason_sure, role)
        self._ui.reason_sure.setText(sentence)
        self._ui.reason_sure.show()
