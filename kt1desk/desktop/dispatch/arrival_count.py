"""How many of how many, large enough to be read from a step away, and what the last scan came to. It must not know what is scanned."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kt1desk.desktop.dispatch.arrival_state import ArrivalState
from kt1desk.desktop.forms.arrival_side import Ui_ArrivalSide
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.widgets import Choice, Role, set_role
from kt1desk.services.arrival_view import INTACT
from kt1desk.services.wording_custody import ITEM_CONDITIONS

_CONDITIONS = tuple(Choice(code, words) for code, words in ITEM_CONDITIONS.items())
"""Without keys of their own: four with keys are wider than the column, and arrows choose as well."""


class ArrivalCount(QObject):
    """The card of the count."""

    def __init__(self, ui: Ui_ArrivalSide, parent: QObject, words: SideWords = KT1) -> None:
        super().__init__(parent)
        self._ui, self._words = ui, words
        ui.condition.setAccessibleName(f"Tình trạng {words.noun} quét tiếp theo")
        ui.condition.set_choices(_CONDITIONS)
        ui.condition.set_value(INTACT)
        self.say("", good=True)

    def show(self, state: ArrivalState) -> None:
        """How far it is."""
        done, of = state.arrived, state.expected
        self._ui.count.setText(f"{count(done)} / {count(of)}")
        self._ui.count.setAccessibleName(f"Đã quét {done} trên {self._words.counted(of)}")

    def say(self, sentence: str, *, good: bool) -> None:
        """What the last scan came to."""
        set_role(self._ui.last_scan, Role.OK_BOX if good else Role.ERROR_BOX)
        self._ui.last_scan.setText(sentence)
        self._ui.last_scan.setVisible(bool(sentence))

    def condition(self) -> str:
        """How the next item is; it counts for that one alone."""
        chosen = self._ui.condition.value() or INTACT
        self._ui.condition.set_value(INTACT)
        return chosen
