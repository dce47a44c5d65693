"""The cover and the money: weight, seal, numbers of the legs, exemption with its proof, fees collected, how it is paid.

It must not know any price.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dossier.fitting import shortened
from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, is_read, note_spot, of_choice
from kt1desk.desktop.dossier_needs import DossierNeeds, ExemptionChoice, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_money import Ui_DossierMoney
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import dong, item_number, parse_dong
from kt1desk.desktop.navigation import Step, Visited
from kt1desk.desktop.weight_field import HINT, NO_MARKS, WeightField
from kt1desk.desktop.widgets import Choice, FieldEdit, NoteLabel
from kt1desk.domain.dossier import DossierPayment, Form
from kt1desk.domain.identifiers import normalise_number
from kt1desk.services.dossier_drafts import DossierDraft

_PAYMENTS = (
    Choice(DossierPayment.CASH.value, "Tiền mặt", "1"),
    Choice(DossierPayment.TRANSFER.value, "Chuyển khoản", "2"),
)
_PASSES = (Choice("post", "Thu cước", "1"), Choice("free", "Không thu", "2"))
_UNKNOWN = "Không có đối tượng này. Sửa lại, hoặc xóa hết chữ nếu không giảm."
_NO_AMOUNT = "Chỉ gõ số tiền, ví dụ 8.000; không thu thì để trống."
_MOST_OF_WORDS = 24
_MOST_DONG = 100_000_000


class MoneyPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_DossierMoney, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._ui = ui
        self._form: Form | None = None
        self._visited = Visited()
        self._met: dict[str, ExemptionChoice] = {}
        self.weight = WeightField(ui.weight)

        def search(text: str) -> Sequence[Answer]:
            found = needs.exemptions(text)
            self._met.update({row.ref: row for row in found})
            return [_answer(row) for row in found]

        self.exemption = ChoiceField(ui.exemption, page, jobs, search, _UNKNOWN)
        self.exemption.chosen.connect(self._exempted)
        self.exemption.changed.connect(self.edited)
        ui.passes.set_choices(_PASSES)
        ui.payment.set_choices(_PAYMENTS)
        for field, note in _notes_of(ui):
            field.attach_note(note)
        for field in (ui.seal, ui.send_number, ui.return_number, ui.proof, ui.collected, ui.receipt):
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)
        for segments in (ui.passes, ui.payment):
            segments.chosen.connect(self.edited)
            segments.chosen.connect(self.settled)
        ui.exemption.textEdited.connect(self.arrange)
        ui.collected.textEdited.connect(self.arrange)
        ui.collected.editingFinished.connect(partial(_group, ui.collected))
        self.weight.edited.connect(self.edited)
        self.weight.weighed.connect(self.settled)
        self.clear()

    def clear(self) -> None:
        """An empty cover, nothing to pay."""
        ui = self._ui
        for field, _ in _notes_of(ui):
            field.clear()
            field.show_idle()
        self.exemption.put(None)
        ui.weight.show_idle(HINT)
        ui.passes.set_value("post")
        ui.payment.set_value(DossierPayment.CASH.value)
        self._visited.forget()
        self.ask(None)

    def ask(self, form: Form | None) -> None:
        """Which legs there are: only a cover that is sent is weighed and sealed."""
        self._form = form
        self.arrange()

    def arrange(self) -> None:
        """Show the inputs that belong to these legs, this exemption, these fees."""
        ui = self._ui
        sends = self._form is None or self._form.sends
        returns = self._form is not None and self._form.returns
        for widget in (ui.weight, ui.seal, ui.send_number):
            widget.setEnabled(sends)
        ui.return_number.setEnabled(returns)
        ui.proof.setEnabled(bool(ui.exemption.text()))
        ui.receipt.setEnabled(bool(ui.collected.text().strip()))
        ui.passes.setEnabled(bool(ui.collected.text().strip()))

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        ui, answer = self._ui, self.exemption.answer()
        sends = draft.form is None or draft.form.sends
        return replace(
            draft,
            weight_g=self.weight.grams() if sends else 0,
            seal=normalise_number(ui.seal.text()) if sends else "",
            send_number=normalise_number(ui.send_number.text()) if sends else "",
            return_number=normalise_number(ui.return_number.text())
            if draft.form and draft.form.returns
            else "",
            exemption=answer.ref if answer is not None else "",
            exemption_proof=ui.proof.text().strip() if ui.exemption.text() else "",
            collected_dong=parse_dong(ui.collected.text()) or 0,
            receipt_number=ui.receipt.text().strip() if ui.collected.text().strip() else "",
            passes_on=ui.passes.value() != "free",
            payment=DossierPayment(ui.payment.value() or "cash"),
        )

    def choice(self) -> ExemptionChoice | None:
        """The exemption that is chosen."""
        answer = self.exemption.answer()
        return self._met.get(answer.ref) if answer is not None else None

    def put_payment(self, payment: DossierPayment) -> None:
        """How it is paid, as of a draft before."""
        self._ui.payment.set_value(payment.value)

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's cover and money in."""
        ui, draft, chosen = self._ui, opened.draft, opened.exemption
        ui.weight.setText(str(draft.weight_g) if draft.weight_g else "")
        ui.seal.setText(draft.seal)
        ui.send_number.setText(item_number(draft.send_number))
        ui.return_number.setText(item_number(draft.return_number))
        if chosen is not None:
            self._met[chosen.ref] = chosen
        self.exemption.put(_answer(chosen) if chosen is not None else None)
        ui.proof.setText(draft.exemption_proof)
        ui.collected.setText(dong(draft.collected_dong) if draft.collected_dong else "")
        ui.receipt.setText(draft.receipt_number)
        ui.passes.set_value("post" if draft.passes_on else "free")
        ui.payment.set_value(draft.payment.value)
        self.ask(draft.form)

    def take_number(self, number: str) -> None:
        """A scanned label of this desk: the leg's that has none yet; of both, the sending one first."""
        ui = self._ui
        sends = self._form is None or self._form.sends
        free = ui.send_number if sends and not ui.send_number.text() else ui.return_number
        if self._form is None or not self._form.returns:
            free = ui.send_number
        free.setText(item_number(number))
        free.show_idle()
        self.edited.emit()

    def take_seal(self, seal: str) -> None:
        """A scanned seal."""
        self._ui.seal.setText(seal)
        self._ui.seal.show_idle()
        self.edited.emit()
        self.settled.emit()

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        ui, amount = self._ui, self._ui.collected
        weight: tuple[Unread, ...] = ()
        collected: tuple[Unread, ...] = ()
        if ui.weight.isEnabled() and ui.weight.text() and not ui.weight.text().isdigit():
            weight = (Unread(field_spot(ui.weight, HINT), NO_MARKS),)
        if amount.text().strip() and not _is_sum(parse_dong(amount.text())):
            collected = (Unread(field_spot(amount), _NO_AMOUNT),)
        return (*weight, *of_choice(self.exemption), *collected)

    def steps(self) -> tuple[Step, ...]:
        """See `Part`. What is optional is stopped at once: nobody forgets a seal or a fee because the form did not ask."""
        ui, visited = self._ui, self._visited
        seal = visited.step(ui.seal)
        exemption, collected = visited.step(ui.exemption), visited.step(ui.collected)
        return (
            Step(ui.weight, lambda: not ui.weight.text(), self.weight.enter),
            Step(ui.seal, lambda: seal.needs() and not ui.seal.text().strip(), seal.commit),
            Step(ui.send_number, lambda: False),
            Step(ui.return_number, lambda: False),
            Step(
                ui.exemption,
                lambda: exemption.needs() or (bool(ui.exemption.text()) and self.exemption.answer() is None),
                lambda: exemption.commit() and (not ui.exemption.text().strip() or self.exemption.enter()),
            ),
            Step(ui.proof, lambda: self._needs_proof() and not ui.proof.text().strip()),
            Step(
                ui.collected,
                collected.needs,
                lambda: collected.commit() and is_read(self.unread(), ui.collected),
            ),
            visited.step(ui.receipt),
            Step(ui.passes, lambda: False),
            visited.step(ui.payment),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        ui = self._ui
        return {
            "weight": field_spot(ui.weight, HINT),
            "seal": field_spot(ui.seal),
            "send_number": field_spot(ui.send_number),
            "return_number": field_spot(ui.return_number),
            "exemption": field_spot(ui.exemption),
            "exemption_proof": _proof_spot(ui),
            "collected": field_spot(ui.collected),
            "receipt_number": field_spot(ui.receipt),
            "payment": note_spot(ui.payment, ui.payment_note),
        }

    def _needs_proof(self) -> bool:
        chosen = self.choice()
        return chosen is not None and chosen.needs_proof

    def _exempted(self, _: Answer) -> None:
        self._ui.exemption.setCursorPosition(0)
        self.arrange()
        self.edited.emit()
        self.settled.emit()


def _answer(row: ExemptionChoice) -> Answer:
    return Answer(row.ref, shortened(row.words, _MOST_OF_WORDS), row.note, "", row.note)


def _group(field: FieldEdit) -> None:
    """An amount that is left stands in groups, as everywhere; what is none stays as it was typed."""
    amount = parse_dong(field.text())
    if amount is not None:
        field.setText(dong(amount))


def _is_sum(amount_dong: int | None) -> bool:
    """Compared and not looked for in a range: what is no number at all would be looked for in it one by one."""
    return amount_dong is not None and 0 <= amount_dong < _MOST_DONG


def _proof_spot(ui: Ui_DossierMoney) -> Spot:
    """Both notes share a line: what is refused has it alone."""
    plain = field_spot(ui.proof)

    def tell(sentence: str) -> None:
        ui.exemption_note.show_note("")
        plain.tell(sentence)

    return Spot(plain.widget, tell, plain.calm)


def _notes_of(ui: Ui_DossierMoney) -> tuple[tuple[FieldEdit, NoteLabel], ...]:
    return (
        (ui.weight, ui.weight_note),
        (ui.seal, ui.seal_note),
        (ui.send_number, ui.send_number_note),
        (ui.return_number, ui.return_number_note),
        (ui.exemption, ui.exemption_note),
        (ui.proof, ui.proof_note),
        (ui.collected, ui.collected_note),
        (ui.receipt, ui.receipt_note),
    )
