"""Nhập bù on a page that accepts: when it really happened, why it was on paper, the number of the sheet. Empty is now.

It must not know what is accepted, nor how long ago it may have been.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_needs import AgreedTime, LaterNeeds
from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.later_card import Ui_LaterCard
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.later import Later
from kt1desk.domain.text import fold

LATER_KEY = "Ctrl+B"
_HINT = "Esc đóng lại · Ctrl+B bỏ nhập bù"
_NO_REASON = "Không có lý do này. Sửa lại chữ đã gõ."
_WANTED = DeskError("later.time_missing", "later_time")
_REASON_WANTED = DeskError("later.reason_missing", "later_reason")


class LaterPart(QObject):
    """`edited`: what is said changed. `opened`, `closed`: the card is wanted, or not any more."""

    edited = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, jobs: Jobs, needs: LaterNeeds) -> None:
        super().__init__(window)
        self.card = QWidget()
        self._needs = needs
        self._ui = Ui_LaterCard()
        self._ui.setupUi(self.card)  # type: ignore[no-untyped-call]
        self._ui.later_hint.show_note(_HINT)
        self._at: AgreedTime | None = None
        self._is_open = False
        ui = self._ui
        for field, note in (
            (ui.later_time, ui.later_time_note),
            (ui.later_reason, ui.later_reason_note),
            (ui.later_sheet, ui.later_sheet_note),
        ):
            field.attach_note(note)
        self._reason = ChoiceField(ui.later_reason, window, jobs, self._reasons, _NO_REASON)
        self._reason.chosen.connect(self._chosen)
        self._reason.changed.connect(self.edited)
        ui.later_time.textEdited.connect(self._forget_time)
        ui.later_time.editingFinished.connect(self.read_time)
        ui.later_sheet.textEdited.connect(lambda _: ui.later_sheet.show_idle())
        ui.later_sheet.textEdited.connect(self.edited)

    def is_open(self) -> bool:
        """Whether the card is in front."""
        return self._is_open

    def is_used(self) -> bool:
        """Whether anything was typed here."""
        ui = self._ui
        return any(field.text().strip() for field in (ui.later_time, ui.later_reason, ui.later_sheet))

    def later(self) -> Later | None:
        """What is said; None where nothing was typed. A time that was not understood is 0, which is refused."""
        if not self.is_used():
            return None
        reason = self._reason.answer()
        at_ms = self._at.at_ms if self._at is not None else 0
        return Later(at_ms, reason.ref if reason else "", self._ui.later_sheet.text().strip())

    def words(self) -> str:
        """The same for people, "" where nothing was typed."""
        if not self.is_used():
            return ""
        reason, sheet = self._reason.answer(), self._ui.later_sheet.text().strip()
        said = (
            self._at.words if self._at is not None else "chưa có giờ thật",
            reason.title if reason is not None else "chưa có lý do",
            f"tờ {sheet}" if sheet else "",
        )
        return " · ".join(filter(None, said))

    def turn(self) -> None:
        """Open the card; where it is open, take everything back and close it."""
        if self._is_open:
            self.clear()
            self.edited.emit()
            self.closed.emit()
            return
        self._is_open = True
        self.opened.emit()
        self._ui.later_time.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> bool:
        """Close the card and keep what was typed; False where it was not open."""
        if self._reason.close_list():
            return True
        if not self._is_open:
            return False
        self._is_open = False
        self.closed.emit()
        return True

    def clear(self) -> None:
        """Nothing is entered later; tells nobody."""
        self._is_open, self._at = False, None
        self._reason.put(None)
        for field in (self._ui.later_time, self._ui.later_sheet):
            field.clear()
            field.show_idle()

    def put(self, later: Later | None, real_time: str) -> None:
        """Show what was said before; ``real_time`` is its time as it would be typed."""
        self.clear()
        if later is None:
            return
        named = dict(self._needs.later_reasons())
        self._ui.later_time.setText(real_time)
        self._ui.later_sheet.setText(later.sheet)
        self._reason.put(Answer(later.reason, named[later.reason]) if later.reason in named else None)
        self.read_time()

    def read_time(self) -> QWidget | None:
        """Understand the typed time; the input itself where it was not understood."""
        if not self._understood():
            return self._ui.later_time
        if self._at is not None:
            self.edited.emit()
        return None

    def misread(self) -> DeskError | None:
        """Why the typed time is not understood; None where it is, or none is typed."""
        text = self._ui.later_time.text()
        try:
            if text.strip():
                self._needs.real_time(text)
        except DeskError as error:
            return error
        return None

    def front(self, *, is_front: bool) -> None:
        """The card came to the front, or left it, by somebody else's doing; tells nobody."""
        self._is_open = is_front

    def wanted(self) -> QWidget | None:
        """The first input that must be filled where anything was typed here, with the sentence that says so; None where all is there."""
        if not self.is_used():
            return None
        if not self._understood():
            return self._ui.later_time
        if self._at is None:
            self._ui.later_time.show_error(say(_WANTED))
            return self._ui.later_time
        if self._reason.answer() is None:
            self._ui.later_reason.show_error(say(_REASON_WANTED))
            return self._ui.later_reason
        return None

    def bring(self, widget: QWidget) -> bool:
        """Open the card for an input of it; False where it is none of them."""
        if not self.card.isAncestorOf(widget):
            return False
        self._is_open = True
        self.opened.emit()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def fields(self) -> Mapping[str, FieldEdit]:
        """Inputs by the names that refusals give them."""
        ui = self._ui
        return {
            "later_time": ui.later_time,
            "later_reason": ui.later_reason,
            "later_sheet": ui.later_sheet,
        }

    def steps(self) -> tuple[Step, ...]:
        """These inputs on the way of Enter; after the last one the card closes."""
        ui = self._ui
        return (
            Step(
                ui.later_time,
                lambda: self._is_open and self._at is None,
                lambda: self.read_time() is None and self._at is not None,
            ),
            Step(
                ui.later_reason, lambda: self._is_open and self._reason.answer() is None, self._reason.enter
            ),
            Step(ui.later_sheet, lambda: self._is_open and not ui.later_sheet.text(), self._done),
        )

    def _understood(self) -> bool:
        """Whether the typed time was understood, which is said below it; nothing typed is nothing wrong."""
        field = self._ui.later_time
        if not field.text().strip():
            return True
        try:
            self._at = self._needs.real_time(field.text())
        except DeskError as error:
            field.show_error(say(error))
            return False
        field.show_done(self._at.words)
        return True

    def _done(self) -> bool:
        fine = self._ui.later_sheet.state() is not FieldState.ERROR
        if fine and self._at is not None and self._reason.answer() is not None:
            self.close()
        return fine

    def _chosen(self, _answer: object) -> None:
        self.edited.emit()
        self._ui.later_sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_time(self) -> None:
        self._at = None
        self._ui.later_time.show_idle()
        self.edited.emit()

    def _reasons(self, text: str) -> Sequence[Answer]:
        words = fold(text).split()
        named = self._needs.later_reasons()
        return [Answer(code, name) for code, name in named if all(word in fold(name) for word in words)]
