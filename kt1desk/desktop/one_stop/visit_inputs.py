"""The inputs of «Hẹn nhận», two of which choose from a list: a commune, and a procedure where he knows which he needs.

It must not know what is done with them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.one_stop_visit_side import Ui_VisitSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.needs.one_stop_care import VisitNeeds
from kt1desk.desktop.one_stop.inputs import Input, Kind
from kt1desk.desktop.one_stop.visit_times import HOURS
from kt1desk.services.wording_tthc import procedure_code_words

_NO_COMMUNE = "Không có xã, phường nào như vậy trong tỉnh."
_NO_PROCEDURE = "Không có thủ tục nào như vậy trong danh mục."


class VisitChoices(QObject):
    """`chosen`: one of the two was chosen."""

    chosen = Signal()

    def __init__(self, ui: Ui_VisitSide, owner: QWidget, needs: VisitNeeds, jobs: Jobs) -> None:
        super().__init__(owner)
        self._needs = needs
        self.commune = ChoiceField(ui.commune, owner, jobs, self._communes, _NO_COMMUNE)
        self.procedure = ChoiceField(ui.procedure, owner, jobs, self._procedures, _NO_PROCEDURE)
        for each in (self.commune, self.procedure):
            each.chosen.connect(lambda _: self.chosen.emit())

    def close_list(self) -> bool:
        """Shut what is open; False where nothing is."""
        return self.commune.close_list() or self.procedure.close_list()

    def clear(self) -> None:
        """Nothing is chosen."""
        self.commune.put(None)
        self.procedure.put(None)

    def _communes(self, text: str) -> Sequence[Answer]:
        return [Answer(each.key, each.text) for each in self._needs.visit_communes(text)]

    def _procedures(self, text: str) -> Sequence[Answer]:
        return [
            Answer(each.code, each.name, procedure_code_words(each.code))
            for each in self._needs.visit_procedures(text)
        ]


def visit_inputs(ui: Ui_VisitSide, choices: VisitChoices) -> dict[str, Input]:
    """All inputs of the right column, by their names in refusals."""
    commune, procedure = choices.commune, choices.procedure
    open_procedure = Step(
        ui.procedure, lambda: bool(procedure.unread()), lambda: not procedure.unread() or procedure.enter()
    )
    return {
        "name": Input(ui.name_label, ui.name, ui.name_note, "Gõ họ tên người hẹn."),
        "phone": Input(ui.phone_label, ui.phone, ui.phone_note, "Hỏi số điện thoại rồi gõ."),
        "address": Input(ui.address_label, ui.address, ui.address_note, "Gõ số nhà, đường, thôn."),
        "commune": Input(
            ui.commune_label,
            ui.commune,
            ui.commune_note,
            "Gõ xã, phường rồi Enter.",
            step=Step(ui.commune, lambda: commune.answer() is None, commune.enter),
        ),
        "procedure": Input(ui.procedure_label, ui.procedure, ui.procedure_note, step=open_procedure),
        "day": Input(ui.day_label, ui.day, ui.day_note, Kind.DAY.value, Kind.DAY),
        "hours": Input(ui.hours_label, ui.hours, ui.hours_note, HOURS),
        "dossier": Input(ui.dossier_label, ui.dossier, ui.dossier_note, "Quét nhãn, hoặc gõ số hồ sơ."),
        "happened": Input(ui.happened_label, ui.happened, ui.happened_note, kind=Kind.WHEN),
        "visitor": Input(ui.visitor_label, ui.visitor, ui.visitor_note),
    }
