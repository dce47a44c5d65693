"""The bag at hand: its number, its seal, what it weighs. A scan goes into the input that is for it, wherever the keys are.

It must not know which items are in the bag.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import SEE_BELOW
from kt1desk.desktop.forms.dispatch_pack_side import Ui_PackSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs.dispatch import PackNeeds
from kt1desk.desktop.scale_watch import ScaleWatch
from kt1desk.desktop.weight_field import WeightField
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.devices.scan_shapes import Scan, Shape
from kt1desk.domain.errors import DeskError

_NEW = "Để trống: bàn cho số mới."
_SEAL = "Số trên dây niêm phong."


class PackForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_PackSide, needs: PackNeeds, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._weight = WeightField(ui.weight)
        self._visited = Visited()
        for field in self._fields():
            field.attach_note(getattr(ui, f"{field.objectName()}_note"))
        ui.receptacle.textEdited.connect(lambda _: ui.receptacle.show_idle(_NEW))
        ui.seal.textEdited.connect(lambda _: ui.seal.show_idle(_SEAL))
        self._scale = ScaleWatch(needs, jobs, ui.scale_note, page)
        self._scale.settled.connect(self._weight.take)
        number = self._visited.step(ui.receptacle)
        steps = (
            Step(ui.receptacle, lambda: not ui.receptacle.text() and number.needs(), number.commit),
            Step(ui.seal, lambda: not ui.seal.text().strip()),
            Step(ui.weight, lambda: not self._weight.grams(), self._weight.enter),
        )
        self._way = EnterWay(page, steps)
        self._way.finished.connect(self.finished)
        self._empty()

    def watch_scale(self) -> None:
        """The work came to the front."""
        self._scale.start()

    def start(self) -> None:
        """The first input that still needs something takes the keys."""
        self._way.start()

    def values(self) -> tuple[str, str, int]:
        """Number ("" for a new one), seal, grams."""
        ui = self._ui
        return ui.receptacle.text().strip().upper(), ui.seal.text().strip().upper(), self._weight.grams()

    def lacks(self) -> bool:
        """Whether the seal or the weight lacks: it is said there, and it takes the keys."""
        for field, is_there, words in (
            (self._ui.seal, bool(self._ui.seal.text().strip()), "Quét số niêm phong."),
            (self._ui.weight, bool(self._weight.grams()), "Đặt túi lên cân, hoặc gõ số gam."),
        ):
            if not is_there:
                self._show(field, words)
                return True
        return False

    def take_scan(self, scan: Scan) -> bool:
        """The number of a bag or a seal."""
        field = {Shape.RECEPTACLE: self._ui.receptacle, Shape.SEAL: self._ui.seal}.get(scan.kind)
        if field is None:
            return False
        field.setText(scan.value)
        field.show_done()
        self._way.start()
        return True

    def refuse(self, error: DeskError) -> bool:
        """Mark the input of a refusal, which takes the keys; False where it belongs to none of these. Why is for the work to say."""
        found: Callable[[str], FieldEdit | None] = {each.objectName(): each for each in self._fields()}.get
        field = found(error.field)
        if field is None:
            return False
        self._show(field, SEE_BELOW)
        return True

    def clear(self) -> None:
        """The next bag: what lies on the scale is the one before."""
        self._empty()
        self._scale.wait_for_next()

    def _empty(self) -> None:
        ui = self._ui
        for field in self._fields():
            field.clear()
        ui.receptacle.show_idle(_NEW)
        ui.seal.show_idle(_SEAL)
        ui.weight.show_idle("Cả túi, gam")
        self._visited.forget()

    def _fields(self) -> tuple[FieldEdit, ...]:
        return (self._ui.receptacle, self._ui.seal, self._ui.weight)

    def _show(self, field: FieldEdit, words: str) -> None:
        field.show_error(words)
        field.selectAll()
        field.setFocus(Qt.FocusReason.TabFocusReason)
