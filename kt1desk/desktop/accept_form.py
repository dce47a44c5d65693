"""The form of an acceptance: its inputs, what they say as a draft, where each refusal is shown. It decides nothing about post or money."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.accept_fields import fields_of, notes_of
from kt1desk.desktop.accept_needs import AcceptNeeds
from kt1desk.desktop.accept_parties import PartyFields
from kt1desk.desktop.checklist_panel import ChecklistPanel
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.later_part import LaterPart
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.weight_field import HINT, WeightField
from kt1desk.desktop.widgets import Choice, FieldState, NoteLabel, Role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Payment, Place, Secrecy, Urgency
from kt1desk.services.drafts import AcceptanceDraft

_SECRECY = (Choice("none", "Không", "0"), *(Choice(letter, letter, letter) for letter in "ABC"))
_URGENCY = (
    Choice("none", "Thường", "1"),
    Choice("express", "Hỏa tốc", "2"),
    Choice("timed", "Hẹn giờ", "3"),
    Choice("timed_express", "Hỏa tốc hẹn giờ", "4"),
)
_PLACES = (Choice("counter", "Tại quầy"), Choice("address", "Tại địa chỉ"))
_PAYMENTS = (Choice("account", "Ghi nợ"), Choice("cash", "Tiền mặt"))
_ROOM_FOR_TITLE = 216
"""Height of the card below at which the longest checklist leaves room for a title: at 1280×720 it does not."""
_MARKS_HINT = "Theo chữ đóng ngoài bì và dịch vụ khách chọn"
_CHOOSE_SECRECY = "Chọn ký hiệu bì như chữ đóng ngoài bì: phím 0 A B C."
_CHOOSE_URGENCY = "Chọn độ khẩn: phím 1 2 3 4."
_WANTED = {
    "sender": DeskError("item.sender_missing", "sender"),
    "receiver": DeskError("item.receiver_missing", "receiver"),
    "other_province": DeskError("item.province_missing", "receiver_province"),
    "other_name": DeskError("text.empty", "receiver_name"),
    "other_address": DeskError("text.empty", "receiver_address"),
    "agreed": DeskError("item.agreed_time_missing", "agreed_time"),
    "weight": DeskError("item.weight_zero", "weight"),
}
"""What is said at an input that nothing was put into."""


class AcceptForm(QObject):
    """Inputs of one draft. `edited`: the draft changed. `settled`: something was decided, go on."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_AcceptItemPage, window: QWidget, jobs: Jobs, needs: AcceptNeeds) -> None:
        super().__init__(window)
        self._ui, self._needs = ui, needs
        self._agreed_ms: int | None = None
        self._wanted: QWidget | None = None
        self.replaces = ""
        """Number of the item that is being corrected, "" for none."""
        self.parties = PartyFields(ui, window, jobs, needs)
        self.checklist = ChecklistPanel(ui, self)
        self.weight = WeightField(ui.weight)
        self.later = LaterPart(window, jobs, needs)
        ui.below.addWidget(self.later.card)
        self.edited.connect(self._changed)
        chosen = (ui.secrecy, _SECRECY), (ui.urgency, _URGENCY), (ui.place, _PLACES), (ui.payment, _PAYMENTS)
        for segments, choices in chosen:
            segments.set_choices(choices)
            segments.chosen.connect(self.edited)
        for segments in (ui.secrecy, ui.urgency):
            segments.chosen.connect(self.settled)
        for field, note in notes_of(ui):
            field.attach_note(note)
        for field in (ui.number, ui.handed_by):
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)
        self.parties.edited.connect(self.edited)
        self.parties.settled.connect(self.settled)
        self.later.edited.connect(self.edited)
        self.later.opened.connect(self.arrange)
        self.later.closed.connect(self.arrange)
        self.later.closed.connect(self.settled)
        ui.agreed.textEdited.connect(self._forget_agreed)
        ui.agreed.editingFinished.connect(self.read_agreed)
        self.weight.edited.connect(self.edited)
        self.weight.weighed.connect(self.settled)
        self.weight.space_pressed.connect(self.checklist.confirm)
        self.checklist.answered.connect(self.edited)
        for field in (ui.other_name, ui.other_province, ui.other_address):
            field.installEventFilter(self)
        self.clear()

    def clear(self) -> None:
        """An empty draft: nothing of letter and urgency is chosen, so that both are decided each time."""
        ui = self._ui
        self.parties.clear()
        self.later.clear()
        for field in (ui.number, ui.weight, ui.agreed, ui.handed_by):
            field.clear()
            field.show_idle()
        ui.secrecy.set_value(None)
        ui.urgency.set_value(None)
        ui.place.set_value("counter")
        ui.payment.set_value("account")
        ui.weight.show_idle(HINT)
        self._agreed_ms = None
        self.checklist.clear()
        self.calm(())
        self.arrange()

    def is_empty(self) -> bool:
        """Whether nothing was put in yet."""
        ui = self._ui
        chosen = ui.secrecy.value() is not None or ui.urgency.value() is not None
        return self.parties.is_empty() and not (ui.number.text() or ui.weight.text() or chosen)

    def is_timed(self) -> bool:
        """Whether a time of delivery is wanted."""
        return Urgency(self._ui.urgency.value() or "none").is_timed

    def draft(self) -> AcceptanceDraft:
        """What the inputs say."""
        ui = self._ui
        return self.parties.fill(
            AcceptanceDraft(
                number=normalise_number(ui.number.text()),
                secrecy=Secrecy(ui.secrecy.value() or "none"),
                urgency=Urgency(ui.urgency.value() or "none"),
                weight_g=self.weight.grams(),
                agreed_ms=self._agreed_ms if self.is_timed() else None,
                answers=self.checklist.answers(),
                place=Place(ui.place.value() or "counter"),
                payment=Payment(ui.payment.value() or "account"),
                handed_by=ui.handed_by.text(),
                later=self.later.later(),
                replaces=self.replaces,
            )
        )

    def steps(self) -> tuple[Step, ...]:
        """The way of Enter: what must be there first, then what may be."""
        ui, checklist = self._ui, self.checklist
        return (
            *self.later.steps(),
            *self.parties.steps(),
            Step(ui.secrecy, lambda: ui.secrecy.value() is None),
            Step(ui.urgency, lambda: ui.urgency.value() is None),
            Step(
                ui.agreed,
                lambda: self.is_timed() and self._agreed_ms is None,
                lambda: self.read_agreed() is None,
            ),
            Step(ui.weight, lambda: not ui.weight.text(), self.weight.enter),
            Step(ui.confirm, lambda: not checklist.is_confirmed()),
            Step(ui.number, lambda: False),
            Step(ui.handed_by, lambda: False),
        )

    def arrange(self) -> None:
        """Show the inputs and the card that belong to what stands there now."""
        ui, parties, checklist = self._ui, self.parties, self.checklist
        for widget in (ui.agreed, ui.agreed_label, ui.agreed_note):
            widget.setVisible(self.is_timed())
        ui.check_title.setVisible(ui.below.height() >= _ROOM_FOR_TITLE)
        letter = ui.secrecy.value()
        checklist.ask(letter, self._needs.checklist(Secrecy(letter or "none")))
        writes = ui.other_card.isAncestorOf(QApplication.focusWidget() or ui.secrecy)
        if self.later.is_open():
            ui.below.setCurrentWidget(self.later.card)
        elif checklist.is_refused():
            ui.below.setCurrentWidget(ui.check_card)
        elif parties.other.is_used() and (writes or not parties.other.is_settled()):
            ui.below.setCurrentWidget(ui.other_card)
        else:
            ui.below.setCurrentWidget(ui.recent_card if self.is_empty() else ui.check_card)

    def read_agreed(self) -> QWidget | None:
        """Understand the typed time and say how it was understood; the input itself where it was not."""
        field = self._ui.agreed
        if not field.text().strip() or not self.is_timed():
            return None
        try:
            agreed = self._needs.agreed(field.text())
        except DeskError as error:
            field.show_error(say(error))
            return field
        self._agreed_ms = agreed.at_ms
        field.show_done(f"Phát lúc {agreed.words}")
        self.edited.emit()
        return None

    def show_wanted(self, widget: QWidget) -> None:
        """Say at an input that it is still empty."""
        ui = self._ui
        self._wanted = widget
        if widget is ui.confirm:
            self.checklist.show_wanted()
        elif widget is ui.secrecy:
            _tell_mark(ui, ui.secrecy_note, _CHOOSE_SECRECY)
        elif widget is ui.urgency:
            _tell_mark(ui, ui.urgency_note, _CHOOSE_URGENCY)
        else:
            self.show_problem(_WANTED[widget.objectName()])

    def show_problem(self, error: DeskError) -> QWidget | None:
        """Put a refusal next to its cause; returns the cause, or None when it is no input here."""
        ui = self._ui
        fields = {**fields_of(ui, other=self.parties.other.is_used()), **self.later.fields()}
        segments: dict[str, tuple[QWidget, NoteLabel]] = {
            "payment": (ui.payment, ui.handed_by_note),
            "urgency": (ui.urgency, ui.urgency_note),
            "secrecy": (ui.secrecy, ui.secrecy_note),
        }
        if error.code.startswith("checklist."):
            return self.checklist.show_wanted()
        if error.field in fields:
            fields[error.field].show_error(self.weight.words(error))
            return fields[error.field]
        if error.field in segments:
            widget, note = segments[error.field]
            _tell_mark(ui, note, say(error))
            return widget
        return None

    def calm(self, problems: Sequence[DeskError]) -> None:
        """Take back every refusal that is no problem any more."""
        ui = self._ui
        fields = {**fields_of(ui, other=self.parties.other.is_used()), **self.later.fields()}
        wrong = [fields[problem.field] for problem in problems if problem.field in fields]
        unread = ui.agreed if ui.agreed.text() and self._agreed_ms is None else None
        for field in set(fields.values()) - {*wrong, self._wanted, unread}:
            # a fragment that the list does not know keeps its own sentence
            if field.state() is FieldState.ERROR and (not field.text() or self.parties.is_chosen(field)):
                field.show_idle(HINT if field is ui.weight else "")
        if self._wanted not in {ui.secrecy, ui.urgency}:
            ui.secrecy_note.hide()
            ui.secrecy_note.show_note("")
            ui.urgency_note.show_note(_MARKS_HINT)
        ui.handed_by_note.show_note("")

    def repeat(self, draft: AcceptanceDraft) -> None:
        """Parties and marks of an item that was accepted before; weight and cover are looked at again."""
        self.parties.repeat(draft)
        self._ui.secrecy.set_value(draft.secrecy.value)
        self._ui.urgency.set_value(draft.urgency.value)
        self.edited.emit()
        self.settled.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Once the receiver is written and the focus goes on, the questions about the cover take the place of its card.

        The card stands there again when the focus comes back, from the covered screen for one: nobody types into what he does not see.
        """
        away = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
        if isinstance(event, QFocusEvent) and (event.gotFocus() or event.reason() not in away):
            self.arrange()
        return False

    def _changed(self) -> None:
        self._wanted = None
        self.arrange()

    def _forget_agreed(self) -> None:
        self._agreed_ms = None
        self._ui.agreed.show_idle()
        self.edited.emit()


def _tell_mark(ui: Ui_AcceptItemPage, note: NoteLabel, sentence: str) -> None:
    """Below letter and urgency there is one line: a refusal of either has it alone."""
    if note is ui.secrecy_note:
        ui.urgency_note.show_note("")
    note.show_note(sentence, Role.ERROR)
    note.show()
