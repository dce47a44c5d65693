"""One step back on the page of acceptance (Esc), without throwing anything away.

It must not know what a step forward is: that is the way of Enter.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_correcting import Correcting
from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.navigation import EnterWay


class StepBack:
    """The list, a fragment that chose nobody, a correction in which nothing was changed, the refusal of the cover, then one input back."""

    def __init__(
        self, page: QWidget, ui: Ui_AcceptItemPage, form: AcceptForm, way: EnterWay, correcting: Correcting
    ) -> None:
        self._page = page
        self._ui = ui
        self._form = form
        self._way = way
        self._correcting = correcting

    def take(self) -> bool:
        """Go one step back; False where there is none. What was chosen stays."""
        parties, checklist = self._form.parties, self._form.checklist
        if parties.close_list() or self._form.later.close() or parties.drop_fragment():
            return True
        if self._correcting.is_untouched():
            self._correcting.leave()
            return True
        if checklist.is_refused():
            checklist.take_back()
            self._way.start()
            return True
        return self._one_input_back()

    def _one_input_back(self) -> bool:
        ui, parties = self._ui, self._form.parties
        later = self._form.later.card
        steps = [step.widget for step in self._form.steps()]
        at = next((i for i, widget in enumerate(steps) if widget.hasFocus()), len(steps))
        behind = [
            widget
            for widget in steps[:at]
            if not later.isAncestorOf(widget)
            and (
                widget.isVisibleTo(self._page)
                or (parties.other.is_used() and ui.other_card.isAncestorOf(widget))
            )
        ]
        if not behind:
            return False
        if ui.other_card.isAncestorOf(behind[-1]):
            ui.below.setCurrentWidget(ui.other_card)
        behind[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        return True
