"""Who was told of a record, how and when: two lists of codes, a digit each, and a time that is now unless another is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.reasons import ReasonList
from kt1desk.desktop.forms.incidents_tell import Ui_TellForm
from kt1desk.desktop.incidents.texts import read_when, when_text
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import Choice
from kt1desk.domain.errors import DeskError

_NO_WHO = "Chọn nơi đã báo bằng phím số."
_NO_WAY = "Chọn cách báo bằng phím số."
_NO_TIME = "Gõ giờ như 14:52 hoặc 14:52 22/11."


@dataclass(frozen=True, slots=True)
class Telling:
    """Who was told; ``told_ms`` is 0 for now."""

    who: str
    way: str
    told_ms: int


class TellForm(QWidget):
    """`wanted`: Enter was pressed at the last input, or the button."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_TellForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._now_ms = self._offset_min = 0
        self._proposed = ""
        self._who, self._by = ReasonList(ui.who), ReasonList(ui.way)
        ui.told.attach_note(ui.told_note)
        ui.told.textEdited.connect(lambda _: ui.told.show_idle())
        self._way = EnterWay(self, (Step(ui.told, lambda: False),))
        self._way.finished.connect(self.wanted)
        self._who.chosen.connect(lambda _: self._by.set_focus())
        self._by.chosen.connect(lambda _: ui.told.setFocus(Qt.FocusReason.TabFocusReason))
        ui.keep.clicked.connect(self.wanted)

    def begin(self, who: Sequence[Choice], ways: Sequence[Choice], now_ms: int, offset_min: int) -> None:
        """Ask about these, those who must still be told first."""
        self._now_ms, self._offset_min = now_ms, offset_min
        self._who.show(who)
        self._by.show(ways)
        self._proposed = when_text(now_ms, offset_min)
        self._ui.told.setText(self._proposed)
        self._ui.told.show_idle()
        self.problem("")
        self._who.set_focus()

    def telling(self) -> Telling | None:
        """What was chosen; None where something lacks: it is said, and it takes the keys."""
        text = self._ui.told.text()
        told = 0 if text == self._proposed else read_when(text, self._now_ms, self._offset_min)
        if not self._who.value():
            self.problem(_NO_WHO)
            self._who.set_focus()
        elif not self._by.value():
            self.problem(_NO_WAY)
            self._by.set_focus()
        elif told is None:
            self._lack(_NO_TIME)
        else:
            return Telling(self._who.value(), self._by.value(), told)
        return None

    def refuse(self, error: DeskError) -> None:
        """Say why it was not written down."""
        if error.field == "told_ms":
            self._lack(say(error))
        else:
            self.problem(say(error))

    def problem(self, sentence: str) -> None:
        """A sentence that belongs to no input; "" for none."""
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))

    def _lack(self, sentence: str) -> None:
        self._ui.told.show_error(sentence)
        self._ui.told.selectAll()
        self._ui.told.setFocus(Qt.FocusReason.TabFocusReason)
