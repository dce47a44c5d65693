"""The cover checklist on the screen: every question stands there, and one decision of its own answers them.

Space says that all of it was seen and is so. A question that is not so is chosen by its number; then the cover can be handed back to its
sender, and that is recorded with the reason. The panel must not know what a question means.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.look.fonts import NOTE_PT, font
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.checklist import ChecklistLine, LineKind, all_confirmed

_CONFIRM = "Đã xem ngoài bì: các điều trên đều đúng"


class ChecklistPanel(QObject):
    """Lines in two columns, the decision below them. `answered`: an answer changed. `hand_back`: the code of the line refused."""

    answered = Signal()
    hand_back = Signal(str)

    def __init__(self, ui: Ui_AcceptItemPage, owner: QObject) -> None:
        super().__init__(owner)
        self._ui = ui
        self._asked: tuple[str | None, tuple[ChecklistLine, ...]] = (None, ())
        self._musts: tuple[ChecklistLine, ...] = ()
        self._labels: list[QLabel] = []
        self._facts: set[str] = set()
        self._refused: ChecklistLine | None = None
        ui.confirm.setText(_CONFIRM)
        for column in (ui.check_left, ui.check_right):
            column.addStretch(1)
        ui.confirm.toggled.connect(self._decided)
        ui.hand_back.setAutoDefault(True)  # Enter presses it: the decision was the question's number
        ui.hand_back.clicked.connect(self._hand_back)
        ui.hand_back.installEventFilter(self)
        self._paint()

    def ask(self, letter: str | None, lines: Sequence[ChecklistLine]) -> None:
        """Ask for a cover with this letter. Another letter takes the decision back: the questions speak of it."""
        if (letter, tuple(lines)) == self._asked:
            return
        self._asked = (letter, tuple(lines))
        self._musts = tuple(line for line in lines if line.kind is LineKind.MUST)
        for label in self._labels:
            label.setParent(None)
            label.deleteLater()
        self._labels = [_line() for _ in lines]
        half = -(-len(lines) // 2)
        for at, label in enumerate(self._labels):
            column = self._ui.check_left if at < half else self._ui.check_right
            column.insertWidget(column.count() - 1, label)
        self.clear()

    def answers(self) -> dict[str, bool]:
        """What was answered so far, by the line's code."""
        lines, facts = self._asked[1], frozenset(self._facts)
        if self._refused is not None:
            return {**all_confirmed(lines, facts), self._refused.code: False}
        return all_confirmed(lines, facts) if self._ui.confirm.isChecked() else {}

    def is_confirmed(self) -> bool:
        """Whether all of it was seen and is so."""
        return self._ui.confirm.isChecked()

    def is_refused(self) -> bool:
        """Whether something is not so."""
        return self._refused is not None

    def confirm(self) -> None:
        """The decision, or taking it back. Nobody decides on questions that he does not see."""
        if self._ui.below.currentWidget() is self._ui.check_card:
            self._ui.confirm.toggle()

    def refuse(self, number: int) -> bool:
        """Say that the question of this number is not so; the same again takes it back. False where there is no such question."""
        musts = self._musts
        if not 1 <= number <= len(musts):
            return False
        line = musts[number - 1]
        self._refused = None if self._refused is line else line
        self._ui.confirm.setChecked(False)
        self._paint()
        self.answered.emit()
        return True

    def take_back(self) -> None:
        """Nothing is wrong with the cover after all."""
        self._refused = None
        self._paint()
        self.answered.emit()

    def toggle_fact(self) -> None:
        """The cover says who alone may open it, or does not."""
        self._facts ^= {line.code for line in self._asked[1] if line.kind is LineKind.FACT}
        self._paint()
        self.answered.emit()

    def show_wanted(self) -> QWidget:
        """Show that the decision is missing; returns where it is made."""
        self._ui.below.setCurrentWidget(self._ui.check_card)
        if self._refused is not None:
            return self._ui.hand_back
        self._ui.confirm.set_wanted(True)
        return self._ui.confirm

    def clear(self) -> None:
        """No answer."""
        self._facts.clear()
        self._refused = None
        self._ui.confirm.setChecked(False)
        self._ui.confirm.set_wanted(False)
        self._paint()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space means «all of it is right» on the key that hands back, too: it must never press that key."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.confirm()
        return True

    def _decided(self, done: bool) -> None:
        if done:
            self._refused = None
            self._ui.confirm.set_wanted(False)
        self._paint()
        self.answered.emit()

    def _hand_back(self) -> None:
        if self._refused is not None:
            self.hand_back.emit(self._refused.code)

    def _paint(self) -> None:
        ui, musts, refused = self._ui, self._musts, self._refused
        ui.decision.setCurrentWidget(ui.all_right if refused is None else ui.not_right)
        ui.refusal.setText(refused.refusal if refused is not None else "")
        for line, label in zip(self._asked[1], self._labels, strict=True):
            if line.kind is LineKind.FACT:
                answer = "Có" if line.code in self._facts else "Không"
                label.setText(f"Alt+0. {line.question} {answer}.")
                set_role(label, Role.WARN if line.code in self._facts else Role.BODY)
            else:
                label.setText(f"{musts.index(line) + 1}. {line.question}")
                seen = Role.OK if self.is_confirmed() else Role.BODY
                set_role(label, Role.ERROR if line is refused else seen)


def _line() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setFont(
        font(NOTE_PT, QFont.Weight.Medium)
    )  # as in every role it can take: nothing moves when it is decided
    return label
