"""A field that chooses one thing of many: a fragment is typed, the best answers stand below, Enter takes the first.

A clerk types faster than any answer comes: Enter before the answer waits for it, and an answer to older text is never chosen. The field
must not know what is searched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, SearchHit, SearchPopup
from kt1desk.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that can be chosen. ``note`` stands below the field once it is chosen."""

    ref: str
    title: str
    subtitle: str = ""
    key: str = ""
    note: str = ""


class ChoiceField(QObject):
    """Joins a field, its list and a search. `chosen` carries the `Answer`; `changed` says that what was chosen holds no more."""

    chosen = Signal(object)
    changed = Signal()
    nothing_found = Signal(str)

    def __init__(
        self,
        field: FieldEdit,
        window: QWidget,
        jobs: Jobs,
        ask: Callable[[str], Sequence[Answer]],
        nothing: str,
    ) -> None:
        super().__init__(field)
        self.field = field
        self._ask = ask
        self._nothing = nothing
        self._newest = Newest(jobs)
        self._answers: dict[str, Answer] = {}
        self._answered: str | None = None
        self._choose_first = False
        self._answer: Answer | None = None
        self._popup = SearchPopup(field, window)
        self._popup.hit_chosen.connect(self._take)
        field.textEdited.connect(self._typed)
        field.installEventFilter(
            self
        )  # after the list's own filter, so before it: the newest filter is asked first

    def answer(self) -> Answer | None:
        """What is chosen."""
        return self._answer

    def put(self, answer: Answer | None) -> None:
        """Choose from outside, or nothing; tells nobody."""
        self._newest.forget()
        self._popup.hide()
        self._answer, self._answered, self._choose_first = answer, None, False
        self.field.setText(answer.title if answer else "")
        if answer:
            self.field.show_done(answer.note)
        else:
            self.field.show_idle()

    def open(self) -> None:
        """Ask with what stands there, even with nothing: the last choices may come."""
        self._answered = None
        self._search()

    def is_list_open(self) -> bool:
        """Whether the list is on the screen."""
        return self._popup.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter waits for the answer to what is typed now."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if enter and self._answer is None and self._is_waiting():
                self._choose_first = True
                return True
        return False

    def _is_waiting(self) -> bool:
        return bool(self.field.text().strip()) and self._answered != self.field.text()

    def _typed(self) -> None:
        self._choose_first = False
        if self._answer is not None:
            self._answer = None
            self.changed.emit()
        self.field.show_idle()
        if self.field.text().strip():
            self._search()
        else:
            self._newest.forget()
            self._popup.hide()

    def _search(self) -> None:
        text = self.field.text()
        self._newest.run(lambda: tuple(self._ask(text)), lambda found: self._show(text, found), self._refuse)

    def _show(self, text: str, found: tuple[Answer, ...]) -> None:
        if text != self.field.text() or self._answer is not None:
            return
        self._answered = text
        self._answers = {answer.ref: answer for answer in found}
        if self._choose_first and found:
            self._settle(found[0])
            return
        if not self.field.hasFocus():
            return
        hits = [SearchHit(answer.ref, answer.title, answer.subtitle, "", answer.key) for answer in found]
        self._popup.show_hits(hits)
        if not found and text.strip():
            self.field.show_error(self._nothing)
            self.nothing_found.emit(text)
        self._choose_first = False

    def _refuse(self, error: DeskError) -> None:
        self._choose_first = False
        self.field.show_error(say(error))

    def _take(self, hit: SearchHit) -> None:
        self._settle(self._answers[hit.ref])

    def _settle(self, answer: Answer) -> None:
        self.put(answer)
        self.chosen.emit(answer)
