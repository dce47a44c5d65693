"""The result of one cover of a dossier: whom it is for, and the inputs for whoever takes it. It must not know what is stored."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.dossier_inputs import DossierInputs
from kt1desk.desktop.delivery.result_form import show_item
from kt1desk.desktop.forms.delivery_dossier_taker import Ui_DossierTaker
from kt1desk.desktop.forms.delivery_result_side import Ui_ResultSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.side_words import DOSSIERS
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs.delivery import OutLine, OutView
from kt1desk.desktop.widgets import Card
from kt1desk.domain.errors import DeskError
from kt1desk.services.result_delivery import ResultDraft


class DossierResultForm(QObject):
    """`finished`: Enter was pressed at the last input. It is a `TypedResult`; what was typed goes with the cover it was typed for."""

    finished = Signal()

    def __init__(self, side: Ui_ResultSide, jobs: Jobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._side, self._card = side, Card(owner)
        ui = Ui_DossierTaker()
        ui.setupUi(self._card)  # type: ignore[no-untyped-call]
        side.side_body.insertWidget(1, self._card)
        self._inputs = DossierInputs(ui, jobs, owner)
        self._inputs.finished.connect(self.finished)
        self._line: OutLine | None = None
        self._by_scan = False
        self.close()

    def line(self) -> OutLine | None:
        """The cover whose result is typed, None where there is none."""
        return self._line

    def is_scanned(self) -> bool:
        """Whether the cover that is open was scanned."""
        return self._by_scan

    def begun(self) -> frozenset[str]:
        """Nothing is kept of what was typed and not saved."""
        return frozenset()

    def use_lists(self, view: OutView) -> None:
        """Papers and kinds of proxies as they are today."""
        self._inputs.use_lists(view)

    def show_inputs(self, *, wanted: bool) -> None:
        """Whether the inputs stand there."""
        self._side.taker_card.hide()
        self._card.setVisible(wanted)

    def open(self, line: OutLine, *, scan: bool) -> None:
        """Begin with a cover."""
        self._line, self._by_scan = line, scan
        show_item(self._side, line, DOSSIERS)
        self._inputs.begin()
        self.show_inputs(wanted=True)

    def start(self) -> None:
        """The first input that still needs something takes the keys."""
        self._inputs.start()

    def close(self) -> None:
        """No cover is open."""
        self._inputs.clear()
        self._line, self._by_scan = None, False
        show_item(self._side, None, DOSSIERS)
        self.show_inputs(wanted=False)

    def forget(self) -> None:
        """Whoever works here may see nothing of it any more."""
        self.close()

    def stored(self, item: str) -> None:
        """The result of a cover is on the disk."""
        if self._line is not None and self._line.line.item.item == item:
            self.close()

    def repeat(self) -> bool:
        """Two results never go into the same hands unseen: each taker shows his paper."""
        return False

    def said(self, draft: ResultDraft) -> str:
        """What is said once it is stored."""
        whom = draft.taker_name or (self._line.receiver if self._line is not None else "")
        return f"Đã phát {item_number(draft.item)} cho {whom or 'người nộp'}."

    def draft(self) -> ResultDraft | None:
        """What was typed; None where something lacks."""
        return self._inputs.draft(self._line, scan=self._by_scan) if self._line is not None else None

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it must be said elsewhere."""
        return self._line is not None and self._inputs.refuse(error)
