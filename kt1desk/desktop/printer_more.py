"""The settings of a printer that its proposal has right nearly always: how pictures are sent, dots, the serial line, heat and speed.

It must not know what any of them means to the printer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.forms.printer_settings import Ui_PrinterSettingsForm
from kt1desk.desktop.models.printer_texts import figures, fitting, keyed
from kt1desk.desktop.needs import PrinterDraft, PrinterFindings, SetupOption
from kt1desk.desktop.widgets import FieldEdit, Role

_SERIAL = "serial:"
"""How the keys of ports begin that have a speed."""
_DENSITIES, _SPEEDS = range(16), range(1, 15)
_OWN = "Độ đậm, tốc độ in để trống: máy in tự chọn"
_WRONG_HEAT = "Độ đậm từ 0 đến 15, tốc độ in từ 1 đến 14; để trống là theo máy in."


class MoreSettings(QObject):
    """Settings that are shown when they are asked for. `changed` when the clerk chose or typed something."""

    changed = Signal()

    def __init__(self, ui: Ui_PrinterSettingsForm) -> None:
        super().__init__(ui.more)
        self._ui = ui
        self._codings: Sequence[SetupOption] = ()
        ui.more.hide()
        ui.heat_note.show_note(_OWN)
        for choice in (ui.coding, ui.dpi, ui.baud, ui.flow):
            choice.chosen.connect(self._say_changed)
        for field in (ui.density, ui.speed):
            field.textEdited.connect(self._say_changed)

    def offer(self, findings: PrinterFindings, draft: PrinterDraft) -> None:
        """Show the choices there are, as the draft has them."""
        ui = self._ui
        self._codings = findings.codings
        ui.dpi.set_choices(figures(findings.resolutions))
        ui.baud.set_choices(figures(findings.bauds))
        ui.flow.set_choices(keyed(findings.flows))
        has_line = draft.port.startswith(_SERIAL)
        for widget in (ui.baud_label, ui.baud, ui.flow_label, ui.flow):
            widget.setVisible(has_line)
        for choice, value in ((ui.dpi, str(draft.dpi)), (ui.baud, str(draft.baud)), (ui.flow, draft.flow)):
            choice.set_value(value if value in {each.value for each in choice.choices()} else None)
        ui.density.setText(str(draft.density) if draft.density >= 0 else "")
        ui.speed.setText(str(draft.speed_ips) if draft.speed_ips else "")
        self.fit(draft.language, draft.coding)

    def fit(self, language: str | None, coding: str = "") -> None:
        """Offer the ways of sending that a language has; its first where the one wanted is not among them."""
        ui, there = self._ui, fitting(self._codings, language)
        ui.coding.set_choices(keyed(there))
        keys = [one.key for one in there]
        ui.coding.set_value(coding if coding in keys else keys[0] if keys else None)
        for widget in (ui.coding_label, ui.coding, ui.coding_note):
            widget.setVisible(bool(keys))
        # A file, or a printer of the system, is sent no dots: nothing here would matter to it.
        ui.open_more.setVisible(bool(keys))
        self._describe()

    def of(self, draft: PrinterDraft) -> PrinterDraft | None:
        """The draft with these settings; None while one of them cannot be."""
        ui = self._ui
        density, speed = _whole(ui.density, _DENSITIES, -1), _whole(ui.speed, _SPEEDS, 0)
        if density is None or speed is None:
            return None
        return replace(
            draft,
            coding=ui.coding.value() or "",
            dpi=int(ui.dpi.value() or draft.dpi),
            baud=int(ui.baud.value() or draft.baud),
            flow=ui.flow.value() or draft.flow,
            density=density,
            speed_ips=speed,
        )

    def show_wrong(self) -> None:
        """What was typed cannot be: show where."""
        self._ui.more.show()
        self._ui.heat_note.show_note(_WRONG_HEAT, Role.ERROR)
        wrong = self._ui.density if _whole(self._ui.density, _DENSITIES, -1) is None else self._ui.speed
        wrong.setFocus()

    def _say_changed(self, _: str) -> None:
        self._ui.heat_note.show_note(_OWN)
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        at = self._ui.coding.value()
        self._ui.coding_note.show_note(next((one.note for one in self._codings if one.key == at), ""))


def _whole(field: FieldEdit, allowed: range, empty: int) -> int | None:
    text = field.text().strip()
    if not text:
        return empty
    return int(text) if text.isascii() and text.isdigit() and int(text) in allowed else None
