"""A field that chooses one thing of many: a fragment is typed, the best answers stand below, Enter takes the first.

Before anything is typed Enter or the arrow down shows what is usual there; where it is numbered, its digit takes it.

An answer to older text is never chosen. The field must not know what is searched.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, FieldState, SearchHit, SearchPopup
from kt1desk.domain.errors import DeskError

_NOT_CHOSEN = "Chưa chọn: Enter rồi chọn trong danh sách, hoặc xóa chữ đã gõ."
_EMPTY = "Gõ mã gọi, chữ đầu hoặc tên, rồi Enter."
_NONE_YET = "Ở đây chưa có gì hay dùng. Gõ mã gọi, chữ đầu hoặc tên."


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

    def __init__(
        self,
        field: FieldEdit,
        window: QWidget,
        jobs: Jobs,
        ask: Callable[[str], Sequence[Answer]],
        nothing: str,
    ) -> None:
        super().__init__(field)
        self.is_numbered = False
        """Whether a digit takes one of the usual answers. Not where what is typed may begin with one."""
        self.field = field
        self._ask = ask
        self._nothing = nothing
        self._newest = Newest(jobs)
        self._answers: dict[str, Answer] = {}
        self._answered: str | None = None
        self._answer: Answer | None = None
        self._popup = SearchPopup(field, window)
        self._popup.hit_chosen.connect(self._take)
        field.textEdited.connect(self._typed)
        field.installEventFilter(self)  # after the list's own: it is asked first

    def answer(self) -> Answer | None:
        """What is chosen."""
        return self._answer

    def unread(self) -> str:
        """What to say of a text that chose nothing; "" where there is no such text."""
        text = self.field.text()
        if self._answer is not None or not text.strip():
            return ""
        return self._nothing if self._answered == text and not self._answers else _NOT_CHOSEN

    def put(self, answer: Answer | None) -> None:
        """Choose from outside, or nothing; tells nobody."""
        self._newest.forget()
        self._popup.hide()
        self._answer, self._answered = answer, None
        self.field.setText(answer.title if answer else "")
        if answer:
            self.field.show_done(answer.note)
        else:
            self.field.show_idle()

    def offer(self, hint: Callable[[Sequence[Answer]], str]) -> None:
        """Say below the empty field what is usual there; ``hint`` makes the words of it."""

        def show(found: tuple[Answer, ...]) -> None:
            if self._answer is None and not self.field.text() and self.field.state() is FieldState.IDLE:
                self.field.show_idle(hint(found))

        self._newest.run(lambda: tuple(self._ask("")), show, self._refuse)

    def close_list(self) -> bool:
        """Shut the list and keep what was typed; False when it was not open."""
        was_open = self._popup.isVisible()
        self._popup.hide()
        return was_open

    def enter(self) -> bool:
        """Enter was pressed: take the marked answer. True when something is chosen already.

        A clerk types faster than answers come. Where the answer to what stands there now is still under way it is asked for here and
        at once, beside the queue of jobs: what is typed next must never land in this field. Where the list was shut, or nothing was
        typed, Enter opens it and chooses nothing: nobody takes what he has not seen.
        """
        if self._answer is not None:
            return True
        if self._popup.isVisible() and not self._is_waiting():
            self._popup.choose_current()
        elif self._is_waiting():
            self._ask_now()
            self._popup.choose_current()
        else:
            self._ask_now()
        return False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The arrow down opens the list of an empty field; a digit takes one of it."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._answer is not None or self.field.text():
            return False
        if not self._popup.isVisible():
            is_asked = event.key() == Qt.Key.Key_Down
            if is_asked and not self._ask_now():
                self.field.show_idle(_NONE_YET)  # nobody did anything wrong
            return is_asked
        text = event.text()
        if not self.is_numbered or not (text.isascii() and text.isdigit() and int(text)):
            return False
        answers = list(self._answers.values())
        if int(text) <= len(answers):
            self._popup.hide()
            self._settle(answers[int(text) - 1])
        return True

    def _ask_now(self) -> bool:
        """Beside the queue of jobs; False where the answer is that there is nothing."""
        self._newest.forget()
        text = self.field.text()
        try:
            found = tuple(self._ask(text))
        except DeskError as error:
            self._refuse(error)
            return True
        self._show(text, found)
        return bool(found)

    def _is_waiting(self) -> bool:
        return bool(self.field.text().strip()) and self._answered != self.field.text()

    def _typed(self) -> None:
        if self._answer is not None:
            self._answer = None
            self.changed.emit()
        self.field.show_idle()
        text = self.field.text()
        if text.strip():
            self._newest.run(
                lambda: tuple(self._ask(text)), lambda found: self._show(text, found), self._refuse
            )
        else:
            self._newest.forget()
            self._popup.hide()

    def _show(self, text: str, found: tuple[Answer, ...]) -> None:
        if text != self.field.text() or self._answer is not None:
            return
        self._answered = text
        self._answers = {answer.ref: answer for answer in found}
        if not self.field.hasFocus():
            return
        by_digit = self.is_numbered and not text.strip()
        hits = [
            SearchHit(answer.ref, answer.title, answer.subtitle, answer.key, str(at))
            if by_digit
            else SearchHit(answer.ref, answer.title, answer.subtitle, "", answer.key)
            for at, answer in enumerate(found, start=1)
        ]
        self._popup.show_hits(hits)
        if not found:
            self.field.show_error(self._nothing if text.strip() else _EMPTY)

    def _refuse(self, error: DeskError) -> None:
        self.field.show_error(say(error))

    def _take(self, hit: SearchHit) -> None:
        self._settle(self._answers[hit.ref])

    def _settle(self, answer: Answer) -> None:
        self.put(answer)
        self.chosen.emit(answer)
