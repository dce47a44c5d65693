"""The way of Enter through a form on several cards of which one is in front: it goes to whichever card the next input is on.

It is what `kt1desk.desktop.navigation.EnterWay` is for a form on one card.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.dossier.spots import is_red
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit


class CardWay(QObject):
    """Enter goes to the next input that still needs something, from the top again after the last; when none is left, `finished`.

    `moved`: another card is in front.
    """

    finished = Signal()
    moved = Signal(int)

    def __init__(self, cards: QStackedWidget, steps: Sequence[Step]) -> None:
        super().__init__(cards)
        self._cards = cards
        self._steps = tuple(steps)
        for step in self._steps:
            step.widget.installEventFilter(self)

    def start(self) -> None:
        """Go to the first input that needs something, or to the first."""
        following = next((step for step in self._steps if self._is_open(step)), self._steps[0])
        self.bring(following.widget)

    def go_on(self) -> None:
        """Something was decided: on from the input that has the keyboard, unless that needs something; from the top where none has it."""
        at = next((i for i, step in enumerate(self._steps) if step.widget.hasFocus()), None)
        if at is None:
            self.start()
        elif not self._is_open(self._steps[at]):
            self._go_on_after(at)

    def bring(self, widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Give an input the focus, on whichever card it is; a refused text is marked, so that the next key replaces it."""
        card = self._card_of(widget)
        if card is not None:
            self.show_card(self._cards.indexOf(card))
        widget.setFocus(reason)
        if isinstance(widget, FieldEdit):
            widget.selectAll()

    def show_card(self, at: int) -> None:
        """Bring a card to the front."""
        if self._cards.currentIndex() != at:
            self._cards.setCurrentIndex(at)
            self.moved.emit(at)

    def begin_card(self, at: int) -> None:
        """Bring a card to the front, with the focus on its first input that needs something, or its first."""
        self.show_card(at)
        here = [step for step in self._of_card(at) if self._is_there(step)]
        following = next((step for step in here if _is_wanting(step)), here[0] if here else None)
        if following is not None:
            self.bring(following.widget)

    def step_back(self) -> bool:
        """To the input before; False where the focus is on the first, or on none of these."""
        there = [step.widget for step in self._steps if self._is_there(step)]
        at = next((i for i, widget in enumerate(there) if widget.hasFocus()), None)
        if at == 0:
            return False
        before = there[:at] if at is not None else there
        if before:
            self.bring(before[-1], Qt.FocusReason.BacktabFocusReason)
        return bool(before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter from the watched inputs."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & _HELD:
            return False
        at = next((i for i, step in enumerate(self._steps) if step.widget is watched), None)
        if at is None:
            return False
        self._go_on(at)
        return True

    def _go_on(self, at: int) -> None:
        step = self._steps[at]
        if step.commit() and not is_red(step.widget):
            self._go_on_after(at)

    def _go_on_after(self, at: int) -> None:
        order = (*self._steps[at + 1 :], *self._steps[: at + 1])
        following = next((step for step in order if self._is_open(step)), None)
        if following is None:
            self.finished.emit()
        else:
            self.bring(following.widget)

    def _is_open(self, step: Step) -> bool:
        return self._is_there(step) and _is_wanting(step)

    def _is_there(self, step: Step) -> bool:
        """Whether it would be seen with its card in front."""
        card = self._card_of(step.widget)
        return card is not None and step.widget.isVisibleTo(card) and step.widget.isEnabled()

    def _of_card(self, at: int) -> Sequence[Step]:
        card = self._cards.widget(at)
        return [step for step in self._steps if self._card_of(step.widget) is card]

    def _card_of(self, widget: QWidget) -> QWidget | None:
        cards = (self._cards.widget(at) for at in range(self._cards.count()))
        return next((card for card in cards if card is not None and card.isAncestorOf(widget)), None)


def _is_wanting(step: Step) -> bool:
    """What is refused needs something too."""
    return step.needs() or is_red(step.widget)


_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
)
