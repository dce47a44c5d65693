"""Nhập bù on a page that accepts: when it really happened, why it was on paper, the number of the sheet. Empty is now.

It must not know what is accepted, nor how long ago it may have been.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_needs import LaterNeeds
from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.later_card import Ui_LaterCard
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.later_time import LaterTime
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.later import Later
from kt1desk.domain.text import fold

LATER_KEY = "Ctrl+B"
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
        self._ui = ui = Ui_LaterCard()
        ui.setupUi(self.card)  # type: ignore[no-untyped-call]
        self._is_open = False
        for name, field in self.fields().items():
            field.attach_note(getattr(ui, f"{name}_note"))
        self.time = LaterTime(ui.later_time, needs)
        self.time.edited.connect(self.edited)
        self._reason = ChoiceField(ui.later_reason, window, jobs, partial(_reasons, needs), _NO_REASON)
        self._reason.chosen.connect(lambda _: self.edited.emit())
        self._reason.chosen.connect(lambda _: ui.later_sheet.setFocus(Qt.FocusReason.OtherFocusReason))
        self._reason.changed.connect(self.edited)
        ui.later_sheet.textEdited.connect(lambda _: ui.later_sheet.show_idle())
        ui.later_sheet.textEdited.connect(self.edited)

    def is_open(self) -> bool:
        """Whether the card is in front."""
        return self._is_open

    def later(self) -> Later | None:
        """What is said; None where nothing was typed. A time that was not understood is 0, which is refused."""
        if not any(field.text().strip() for field in self.fields().values()):
            return None
        at, reason = self.time.at(), self._reason.answer()
        sheet = self._ui.later_sheet.text().strip()
        return Later(at.at_ms if at is not None else 0, reason.ref if reason else "", sheet)

    def words(self) -> str:
        """The same for people, "" where nothing was typed."""
        later, at, reason = self.later(), self.time.at(), self._reason.answer()
        if later is None:
            return ""
        said = (
            at.words if at is not None else "chưa có giờ thật",
            reason.title if reason is not None else "chưa có lý do",
            f"tờ {later.sheet}" if later.sheet else "",
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

    def front(self, *, is_front: bool) -> None:
        """The card came to the front, or left it, by somebody else's doing; tells nobody."""
        self._is_open = is_front

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
        self._is_open = False
        self.time.put("")
        self._reason.put(None)
        self._ui.later_sheet.clear()
        self._ui.later_sheet.show_idle()

    def put(self, later: Later | None, real_time: str) -> None:
        """Show what was said before; ``real_time`` is its time as it would be typed."""
        self.clear()
        if later is None:
            return
        named = dict(self._needs.later_reasons())
        self._ui.later_sheet.setText(later.sheet)
        self._reason.put(Answer(later.reason, named[later.reason]) if later.reason in named else None)
        self.time.put(real_time)
        self.edited.emit()

    def wanted(self) -> QWidget | None:
        """The first input that must be filled where anything was typed here, with the sentence that says so; None where all is there."""
        ui = self._ui
        if self.later() is None:
            return None
        if not self.time.understood():
            return ui.later_time
        if self.time.at() is None:
            ui.later_time.show_error(say(_WANTED))
            return ui.later_time
        if self._reason.answer() is None:
            ui.later_reason.show_error(say(_REASON_WANTED))
            return ui.later_reason
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
        ui, time, reason = self._ui, self.time, self._reason
        return (
            Step(
                ui.later_time,
                lambda: self._is_open and time.at() is None,
                lambda: time.read() and time.at() is not None,
            ),
            Step(ui.later_reason, lambda: self._is_open and reason.answer() is None, reason.enter),
            Step(ui.later_sheet, lambda: self._is_open and not ui.later_sheet.text(), self._done),
        )

    def _done(self) -> bool:
        fine = self._ui.later_sheet.state() is not FieldState.ERROR
        if fine and self.time.at() is not None and self._reason.answer() is not None:
            self.close()
        return fine


def _reasons(needs: LaterNeeds, text: str) -> Sequence[Answer]:
    words = fold(text).split()
    named = needs.later_reasons()
    return [Answer(code, name) for code, name in named if all(word in fold(name) for word in words)]
