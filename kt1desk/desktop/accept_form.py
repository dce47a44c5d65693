"""The form of an acceptance: its inputs, what they say together as a draft, and where each refusal is shown.

It reads widgets and writes them; it decides nothing about post or money and asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.checklist_panel import ChecklistPanel
from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import Choice, FieldEdit, NoteLabel, Role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Payment, Place, Secrecy, Urgency
from kt1desk.services.drafts import AcceptanceDraft, OtherParty

SECRECY = (Choice("none", "Không", "0"), *(Choice(letter, letter, letter) for letter in "ABC"))
URGENCY = (
    Choice("none", "Thường", "1"),
    Choice("express", "Hỏa tốc", "2"),
    Choice("timed", "Hẹn giờ", "3"),
    Choice("timed_express", "Hỏa tốc hẹn giờ", "4"),
)
PLACES = (Choice("counter", "Tại quầy"), Choice("address", "Tại địa chỉ"))
PAYMENTS = (Choice("account", "Ghi nợ"), Choice("cash", "Tiền mặt"))
_MAX_WEIGHT_DIGITS = 6

Ask = Callable[[str], Sequence[Answer]]


class AcceptForm(QObject):
    """Inputs of one draft. `edited` says that the draft changed; `space_pressed` that the decision key came from the weight."""

    edited = Signal()
    space_pressed = Signal()

    def __init__(
        self,
        ui: Ui_AcceptItemPage,
        window: QWidget,
        jobs: Jobs,
        asks: tuple[Ask, Ask, Ask],
        checklist: ChecklistPanel,
    ) -> None:
        super().__init__(window)
        self.ui = ui
        self.checklist = checklist
        self._agreed_ms: int | None = None
        nothing = "Không có trong danh mục. Sửa lại chữ đã gõ."
        other = "Không có trong danh mục. Sửa lại chữ đã gõ, hoặc Ctrl+N để ghi như ngoài bì."
        self.from_agency = ChoiceField(ui.sender, window, jobs, asks[0], nothing)
        self.to_agency = ChoiceField(ui.receiver, window, jobs, asks[1], other)
        self.province = ChoiceField(ui.other_province, window, jobs, asks[2], "Không có tỉnh này.")
        for segments, choices in (
            (ui.secrecy, SECRECY),
            (ui.urgency, URGENCY),
            (ui.place, PLACES),
            (ui.payment, PAYMENTS),
        ):
            segments.set_choices(choices)
            segments.chosen.connect(self.edited)
        for field, note in (
            (ui.number, ui.number_note),
            (ui.weight, ui.weight_note),
            (ui.agreed, ui.weight_note),
            (ui.handed_by, ui.handed_by_note),
            (ui.sender, ui.sender_note),
            (ui.receiver, ui.receiver_note),
            (ui.other_name, ui.other_name_note),
            (ui.other_address, ui.other_address_note),
            (ui.other_province, ui.other_province_note),
        ):
            field.attach_note(note)
        for field in (ui.number, ui.handed_by, ui.other_name, ui.other_address):
            field.textEdited.connect(lambda _, field=field: self._edited(field))
        for choice in (self.from_agency, self.to_agency, self.province):
            choice.chosen.connect(self.edited)
            choice.changed.connect(self.edited)
        ui.weight.textEdited.connect(self._clean_weight)
        ui.weight.installEventFilter(self)
        checklist.answered.connect(self.edited)
        self.clear()

    def clear(self) -> None:
        """An empty draft: nothing of letter and urgency is chosen, so that both are decided each time."""
        ui = self.ui
        for choice in (self.from_agency, self.to_agency, self.province):
            choice.put(None)
        for field in (ui.number, ui.weight, ui.agreed, ui.handed_by, ui.other_name, ui.other_address):
            field.clear()
            field.show_idle()
        ui.secrecy.set_value(None)
        ui.urgency.set_value(None)
        ui.place.set_value("counter")
        ui.payment.set_value("account")
        ui.secrecy_note.show_note("Phím 0 A B C, như chữ đóng ngoài bì")
        ui.urgency_note.show_note("Phím 1 2 3 4")
        ui.weight_note.show_note("Gam, số nguyên")
        self._agreed_ms = None
        self.checklist.clear()
        self.show_agreed(shown=False)

    def is_empty(self) -> bool:
        """Whether nothing was put in yet."""
        ui = self.ui
        texts = (ui.sender, ui.receiver, ui.number, ui.weight, ui.other_name)
        return (
            not any(field.text() for field in texts)
            and ui.secrecy.value() is None
            and ui.urgency.value() is None
        )

    def is_chosen(self) -> bool:
        """Whether letter and urgency were both decided."""
        return self.ui.secrecy.value() is not None and self.ui.urgency.value() is not None

    def draft(self) -> AcceptanceDraft:
        """What the inputs say."""
        ui = self.ui
        sender, receiver = self.from_agency.answer(), self.to_agency.answer()
        return AcceptanceDraft(
            number="".join(ui.number.text().split()).upper(),
            sender=sender.ref if sender else "",
            receiver=receiver.ref if receiver and not self.is_other() else "",
            other_receiver=self._other(),
            secrecy=Secrecy(ui.secrecy.value() or "none"),
            urgency=Urgency(ui.urgency.value() or "none"),
            weight_g=int(ui.weight.text()) if ui.weight.text() else 0,
            agreed_ms=self._agreed_ms if self.is_timed() else None,
            answers=self.checklist.answers(),
            place=Place(ui.place.value() or "counter"),
            payment=Payment(ui.payment.value() or "account"),
            handed_by=ui.handed_by.text(),
        )

    def is_timed(self) -> bool:
        """Whether a time of delivery is wanted."""
        return Urgency(self.ui.urgency.value() or "none").is_timed

    def is_other(self) -> bool:
        """Whether the receiver is written as on the cover."""
        return bool(self.ui.other_name.text())

    def set_agreed(self, agreed_ms: int | None) -> None:
        """What the typed time means; None while it is not known."""
        self._agreed_ms = agreed_ms

    def show_agreed(self, *, shown: bool) -> None:
        """Show or hide the input of the agreed time."""
        self.ui.agreed.setVisible(shown)
        self.ui.agreed_label.setVisible(shown)

    def show_problem(self, error: DeskError) -> bool:
        """Put a refusal next to its cause; False when it belongs to no input here."""
        ui = self.ui
        fields: dict[str, FieldEdit] = {
            "number": ui.number,
            "sender": ui.sender,
            "receiver": ui.other_name if self.is_other() else ui.receiver,
            "receiver_name": ui.other_name,
            "receiver_address": ui.other_address,
            "sender_name": ui.sender,
            "weight": ui.weight,
            "agreed_time": ui.agreed,
            "handed_by": ui.handed_by,
            "handed_in_by": ui.handed_by,
        }
        notes: dict[str, NoteLabel] = {
            "payment": ui.handed_by_note,
            "urgency": ui.urgency_note,
            "secrecy": ui.secrecy_note,
        }
        if error.field in fields:
            fields[error.field].show_error(say(error))
            return True
        if error.field in notes:
            notes[error.field].show_note(say(error), Role.ERROR)
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the weight, Space is the decision on the cover: it is no digit."""
        if watched is not self.ui.weight or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or event.key() != Qt.Key.Key_Space:
            return False
        self.space_pressed.emit()
        return True

    def _other(self) -> OtherParty | None:
        if not self.is_other():
            return None
        province = self.province.answer()
        return OtherParty(
            self.ui.other_name.text(), self.ui.other_address.text(), province.ref if province else ""
        )

    def _edited(self, field: FieldEdit) -> None:
        field.show_idle()
        self.edited.emit()

    def _clean_weight(self, text: str) -> None:
        digits = "".join(c for c in text if c.isascii() and c.isdigit())[:_MAX_WEIGHT_DIGITS]
        if digits != text:
            self.ui.weight.setText(digits)
        self.ui.weight.show_idle("Gam, số nguyên" if digits == text else "Chỉ gõ số gam, ví dụ 340")
        self.edited.emit()
