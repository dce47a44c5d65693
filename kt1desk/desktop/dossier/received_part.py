"""When a dossier was received at the applicant's address, where it is entered later. Empty is now.

This module must not know how long ago it may be.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, is_read
from kt1desk.desktop.dossier_needs import OpenedDraft
from kt1desk.desktop.forms.accept_dossier_who import Ui_DossierWho
from kt1desk.desktop.incidents.texts import read_when
from kt1desk.desktop.models.texts import local
from kt1desk.desktop.navigation import Step
from kt1desk.domain.kt1 import Place
from kt1desk.services.dossier_drafts import DossierDraft

_NO_TIME = "Gõ giờ:phút, thêm ngày/tháng nếu là hôm trước, như 14:52 22/11; để trống nếu là bây giờ."


class ReceivedPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierWho, page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._now_ms = self._offset_min = 0
        ui.received.attach_note(ui.received_note)
        ui.received.textEdited.connect(lambda _: ui.received.show_idle())
        ui.received.textEdited.connect(self.edited)
        self.clear()

    def clear(self) -> None:
        """See `Part`."""
        self._ui.received.clear()
        self._ui.received.show_idle()
        self.ask(wanted=False)

    def ask(self, *, wanted: bool) -> None:
        """Ask for it where the dossier is received at an address."""
        self._ui.received_block.setVisible(wanted)

    def use_clock(self, now_ms: int, offset_min: int) -> None:
        """What is today where a time is typed without a day."""
        self._now_ms, self._offset_min = now_ms, offset_min

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        at_address = draft.place is Place.ADDRESS
        return replace(draft, received_ms=(self._typed_ms() or 0) if at_address else 0)

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's time in."""
        told_ms = opened.draft.received_ms
        text = f"{local(told_ms, self._offset_min):%H:%M %d/%m/%Y}" if told_ms else ""
        self._ui.received.setText(text)

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        ui = self._ui
        is_asked = not ui.received_block.isHidden() and bool(ui.received.text().strip())
        no_time = is_asked and self._typed_ms() is None
        return (Unread(field_spot(ui.received), _NO_TIME),) if no_time else ()

    def steps(self) -> tuple[Step, ...]:
        """See `Part`: most of them are entered at once."""
        return (Step(self._ui.received, lambda: False, lambda: is_read(self.unread(), self._ui.received)),)

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        return {"happened": field_spot(self._ui.received)}

    def _typed_ms(self) -> int | None:
        return read_when(self._ui.received.text(), self._now_ms, self._offset_min)
