"""A bag is taken over: its number, the seal as it is found, what it weighs, who gives it, and in what state it is.

It must not know the dispatch it came with.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import SEE_BELOW
from kt1desk.desktop.forms.arrival_side import Ui_ArrivalSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs.arrival import ArrivalNeeds
from kt1desk.desktop.scale_watch import ScaleWatch
from kt1desk.desktop.weight_field import WeightField
from kt1desk.desktop.widgets import Choice, FieldEdit
from kt1desk.devices.scan_shapes import Scan, Shape
from kt1desk.domain.errors import DeskError
from kt1desk.services.arrival_view import DAMAGED, INTACT, SEAL_BROKEN
from kt1desk.services.arrivals import ReceiveDraft

_CONDITIONS = (Choice(INTACT, "Bao túi nguyên", "1"), Choice(DAMAGED, "Bao túi rách", "2"))
_NO_SEAL = "Không có niêm phong: để trống rồi Enter."
_DIFFERS = "Bản kê ghi {seal}: phải lập biên bản."
_GIVER = "Họ tên người giao túi."


class BagForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_ArrivalSide, needs: ArrivalNeeds, jobs: Jobs, page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._seal, self._scanned = "", False
        for field in self._fields():
            field.attach_note(getattr(ui, f"{field.objectName()}_note"))
        self._weight = WeightField(ui.weight)
        self._scale = ScaleWatch(needs, jobs, ui.scale_note, page)
        self._scale.settled.connect(self._weight.take)
        ui.bag_condition.set_choices(_CONDITIONS)
        ui.receptacle.textEdited.connect(lambda _: self._edited())
        ui.seal.textEdited.connect(lambda _: self._compare())
        ui.giver.textEdited.connect(lambda _: ui.giver.show_idle())
        self._visited = Visited()
        seal = self._visited.step(ui.seal)
        steps = (
            Step(ui.receptacle, lambda: not ui.receptacle.text().strip()),
            Step(ui.seal, lambda: not ui.seal.text().strip() and seal.needs(), seal.commit),
            Step(ui.weight, lambda: not self._weight.grams(), self._weight.enter),
            Step(ui.giver, lambda: not ui.giver.text().strip()),
        )
        self._way = EnterWay(page, steps)
        self._way.finished.connect(self.finished)
        self._empty()

    def number(self) -> str:
        """The number of the bag at hand, "" for none."""
        return self._ui.receptacle.text().strip().upper()

    def watch_scale(self) -> None:
        """The work came to the front."""
        self._scale.start()

    def begin(self, number: str, *, scanned: bool) -> None:
        """A bag is at hand."""
        self._ui.receptacle.setText(number)
        self._ui.receptacle.show_done()
        self._scanned = scanned
        self._way.start()

    def expect_seal(self, seal: str) -> None:
        """The seal that the dispatch says the bag has, "" where that is not known."""
        self._seal = seal
        self._compare()

    def take_seal(self, scan: Scan) -> bool:
        """A seal was scanned; False where no bag is at hand."""
        if scan.kind is not Shape.SEAL or not self.number():
            return False
        self._ui.seal.setText(scan.value)
        self._compare()
        self._way.start()
        return True

    def draft(self, dispatch: str) -> ReceiveDraft | None:
        """The bag as it is taken over; None where something lacks: it is said there, and it takes the keys."""
        ui = self._ui
        for field, is_there, words in (
            (ui.receptacle, bool(self.number()), "Quét nhãn cổ túi."),
            (ui.weight, bool(self._weight.grams()), "Đặt túi lên cân, hoặc gõ số gam."),
            (ui.giver, bool(ui.giver.text().strip()), _GIVER),
        ):
            if not is_there:
                self._show(field, words)
                return None
        return ReceiveDraft(
            receptacle=self.number(),
            seal=ui.seal.text().strip().upper(),
            weight_g=self._weight.grams(),
            condition=self._condition(),
            giver=ui.giver.text().strip(),
            dispatch=dispatch,
            scan=self._scanned,
        )

    def refuse(self, error: DeskError) -> bool:
        """Mark the input of a refusal, which takes the keys; False where it belongs to none of these. Why is for the work to say."""
        field = next((each for each in self._fields() if each.objectName() == error.field), None)
        if field is None or not field.isVisible():
            return False
        self._show(field, SEE_BELOW)
        return True

    def clear(self) -> None:
        """The next bag; whoever gave the last may well give this one. What lies on the scale is the one before."""
        self._empty()
        self._scale.wait_for_next()

    def _empty(self) -> None:
        for field in (self._ui.receptacle, self._ui.seal, self._ui.weight):
            field.clear()
            field.show_idle()
        self._ui.bag_condition.set_value(INTACT)
        self._seal, self._scanned = "", False
        self._visited.forget()

    def _condition(self) -> str:
        """What the clerk saw of the bag; whether the seal is the right one is held against the dispatch by the service."""
        if self._ui.bag_condition.value() == DAMAGED:
            return DAMAGED
        return INTACT if self._ui.seal.text().strip() else SEAL_BROKEN

    def _edited(self) -> None:
        self._scanned = False
        self._ui.receptacle.show_idle()

    def _compare(self) -> None:
        """The seal as found against the one of the dispatch: said before anybody cuts it."""
        found = self._ui.seal.text().strip().upper()
        if not found:
            self._ui.seal.show_idle(_NO_SEAL)
        elif self._seal and found != self._seal:
            self._ui.seal.show_warning(_DIFFERS.format(seal=self._seal))
        else:
            self._ui.seal.show_done("Đúng niêm phong trên bản kê." if self._seal else "")

    def _fields(self) -> tuple[FieldEdit, ...]:
        return (self._ui.receptacle, self._ui.seal, self._ui.weight, self._ui.giver)

    def _show(self, field: FieldEdit, words: str) -> None:
        field.show_error(words)
        field.selectAll()
        field.setFocus(Qt.FocusReason.TabFocusReason)
