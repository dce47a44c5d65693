"""The way of one cover through its re-count: its sheet is fetched, counted, confirmed. It must not know how the list is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.one_stop import HandNeeds
from kt1desk.desktop.one_stop.count_form import CountForm
from kt1desk.desktop.one_stop.hand_state import HandState
from kt1desk.services.handover_drafts import CountSheet


class CountSteps(QObject):
    """`changed`: a cover is at hand, or none any more. `confirmed(item)`: it was counted. `told(sentence)`: why not."""

    changed = Signal()
    confirmed = Signal(str)
    told = Signal(str)

    def __init__(
        self, needs: HandNeeds, jobs: Jobs, state: HandState, form: CountForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._needs, self._state, self._form = needs, state, form
        self._sheets = Newest(jobs)
        form.finished.connect(self.confirm)

    def item(self) -> str:
        """The cover at hand, "" for none."""
        sheet = self._form.sheet()
        return sheet.item if sheet is not None else ""

    def open(self, item: str, *, scan: bool) -> None:
        """Begin with a cover; one that cannot be handed over now says why."""
        found = self._state.find(item)
        if found is not None and found[1].hindered:
            self.told.emit(found[1].hindered)
            return
        self._sheets.run(
            lambda: self._needs.sheet(item),
            lambda sheet: self._show(sheet, scan=scan),
            lambda error: self.told.emit(say(error)),
        )

    def confirm(self) -> None:
        """It is as it stands in the form."""
        sheet, counted = self._form.sheet(), self._form.counted()
        if sheet is None or counted is None:
            return
        self._state.count(counted, sheet.dossier, fees=self._form.fees())
        self.close()
        self.confirmed.emit(counted.item)

    def close(self) -> None:
        """No cover is at hand; what was not confirmed is counted again."""
        self._form.close()
        self.changed.emit()

    def tick(self, toggle: Callable[[], None]) -> None:
        """A tick of the cover at hand."""
        if self.item():
            toggle()

    def _show(self, sheet: CountSheet, *, scan: bool) -> None:
        self.told.emit("")
        before = self._state.counted().get(sheet.item)
        fees = before is None or sheet.dossier in self._state.handing().fees
        self._form.open(sheet, before, self._state.view.differences, scan=scan, fees=fees)
        self.changed.emit()
        self._form.start()
