"""How a dispatch travels: to which point, on which route, in which vehicle, with whom. It must not know what it carries."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dispatch.doing import SEE_BELOW
from kt1desk.desktop.forms.dispatch_send_side import Ui_SendSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs.dispatch import NextPoint, SendNeeds, Vehicle
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import fold
from kt1desk.services.dispatching import DispatchDraft

NO_VEHICLE = "-"
_NO_POINT = "Không có điểm nào như vậy. Gõ mã 6 số hoặc vài chữ của tên."
_NO_CAR = "Không có xe này. Trưởng bưu cục ghi vào Sổ nghiệp vụ, Ctrl+J."
_BY_HAND = "mang tay, xe khách: phải có người áp tải"
_LACKS = {
    "to": "Chọn điểm đến.",
    "route": "Gõ tên đường thư, ví dụ DT12.",
    "vehicle": "Chọn xe trong sổ, hoặc «Không dùng xe».",
    "escort": "Xe không chuyên dùng: gõ họ tên người áp tải.",
}


class TripForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(
        self, ui: Ui_SendSide, needs: SendNeeds, jobs: Jobs, side: QWidget, *, escorted: bool = True
    ) -> None:
        """``escorted``: the service asks for an escort in a vehicle that carries other things too."""
        super().__init__(side)
        self._ui, self._escorted = ui, escorted
        self._vehicles: Sequence[Vehicle] = ()
        for field in self._fields():
            field.attach_note(getattr(ui, f"{field.objectName()}_note"))
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._to = ChoiceField(
            ui.to, side, jobs, lambda text: list(map(_point, needs.points(text))), _NO_POINT
        )
        self._vehicle = ChoiceField(ui.vehicle, side, jobs, self._matching, _NO_CAR)
        self._vehicle.chosen.connect(lambda _: self._settle(go_on=True))
        self._vehicle.changed.connect(lambda: self._settle(go_on=False))
        self._to.chosen.connect(lambda _: self.start())
        driver = Visited().step(ui.driver)
        steps = (
            Step(ui.to, lambda: self._to.answer() is None, self._to.enter),
            Step(ui.route, lambda: not ui.route.text().strip()),
            Step(ui.vehicle, lambda: self._vehicle.answer() is None, self._vehicle.enter),
            Step(ui.escort, lambda: not ui.escort.text().strip()),
            Step(ui.driver, lambda: not ui.driver.text().strip() and driver.needs(), driver.commit),
        )
        self._way = EnterWay(side, steps)
        self._way.finished.connect(self.finished)
        self._settle(go_on=False)

    def use_vehicles(self, vehicles: Sequence[Vehicle]) -> None:
        """The register as it is now."""
        self._vehicles = tuple(vehicles)

    def propose(self, to: NextPoint) -> None:
        """The bags that were chosen go there: so does the dispatch, unless the clerk said otherwise."""
        if self._to.answer() is None and not self._ui.to.text():
            self._to.put(_point(to))

    def start(self) -> None:
        """The first input that still needs something takes the keys; none left is the same as Enter at the last."""
        if self._way.missing():
            self._way.start()
        else:
            self.finished.emit()

    def close_lists(self) -> bool:
        """Shut a list that is open."""
        return self._to.close_list() or self._vehicle.close_list()

    def draft(self, receptacles: tuple[str, ...]) -> DispatchDraft | None:
        """The dispatch; None where something lacks: it is said there, and it takes the keys."""
        ui, to, vehicle = self._ui, self._to.answer(), self._vehicle.answer()
        needs_escort, lacking = self._needs_escort(), self._lacking()
        if lacking:
            self._show(lacking, _LACKS[lacking])
        if lacking or to is None or vehicle is None:
            return None
        return DispatchDraft(
            to=to.ref,
            route=ui.route.text().strip(),
            vehicle="" if vehicle.ref == NO_VEHICLE else vehicle.ref,
            dedicated=self._is_dedicated(),
            receptacles=receptacles,
            escort=ui.escort.text().strip() if needs_escort else "",
            driver=ui.driver.text().strip(),
        )

    def refuse(self, error: DeskError) -> bool:
        """Mark the input of a refusal, which takes the keys; False where it belongs to none of these. Why is for the work to say."""
        if error.field not in {field.objectName() for field in self._fields()}:
            return False
        self._show(error.field, SEE_BELOW)
        return True

    def clear(self) -> None:
        """The next dispatch; the route may well be the same."""
        for choice in (self._to, self._vehicle):
            choice.put(None)
        for field in (self._ui.escort, self._ui.driver):
            field.clear()
            field.show_idle()
        self._settle(go_on=False)

    def _matching(self, text: str) -> Sequence[Answer]:
        wanted = fold(text).split()
        found = [
            Answer(
                each.code,
                each.text,
                "chuyên dùng" if each.dedicated else "không chuyên dùng",
                note=_note(each) if self._escorted else "",
            )
            for each in self._vehicles
            if all(word in fold(f"{each.code} {each.text}") for word in wanted)
        ]
        return [
            *found,
            Answer(NO_VEHICLE, "Không dùng xe", _BY_HAND if self._escorted else "mang tay, xe khách"),
        ]

    def _is_dedicated(self) -> bool:
        chosen = self._vehicle.answer()
        return chosen is not None and any(
            each.dedicated for each in self._vehicles if each.code == chosen.ref
        )

    def _needs_escort(self) -> bool:
        return self._escorted and not self._is_dedicated()

    def _settle(self, *, go_on: bool) -> None:
        """An escort is asked for unless the vehicle carries nothing else."""
        needs_escort = self._vehicle.answer() is not None and self._needs_escort()
        for part in (self._ui.escort_label, self._ui.escort, self._ui.escort_note):
            part.setVisible(needs_escort)
        if go_on:
            self.start()

    def _lacking(self) -> str:
        """The first input that lacks something, "" for none."""
        ui = self._ui
        lacking = (
            ("to", self._to.answer() is None),
            ("route", not ui.route.text().strip()),
            ("vehicle", self._vehicle.answer() is None),
            ("escort", self._needs_escort() and not ui.escort.text().strip()),
        )
        return next((name for name, lacks in lacking if lacks), "")

    def _fields(self) -> tuple[FieldEdit, ...]:
        ui = self._ui
        return (ui.to, ui.route, ui.vehicle, ui.escort, ui.driver)

    def _show(self, name: str, words: str) -> None:
        field = next(each for each in self._fields() if each.objectName() == name)
        field.show_error(words)
        field.setFocus(Qt.FocusReason.TabFocusReason)


def _point(point: NextPoint) -> Answer:
    return Answer(point.code, point.name, point.note, point.code, note=point.note)


def _note(vehicle: Vehicle) -> str:
    return "Xe chuyên dùng." if vehicle.dedicated else "Xe không chuyên dùng: phải có người áp tải."
