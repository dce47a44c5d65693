"""What is brought: the form of service, the procedure, how many sets.

It must not know the papers, neither those brought nor the one that the authority has given already, and decides nothing about post.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dossier.fitting import shortened
from kt1desk.desktop.dossier.official_part import OfficialPart
from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, is_read, note_spot, of_choice
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.navigation import Step
from kt1desk.desktop.widgets import Choice, FieldState, Role
from kt1desk.domain.dossier import Form
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, Procedure
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.wording_tthc import procedure_code_words

_FORMS = (
    Choice(Form.SEND.value, "Gửi hồ sơ", "1"),
    Choice(Form.RETURN.value, "Nhận kết quả", "2"),
    Choice(Form.BOTH.value, "Gửi và nhận", "3"),
)
_UNKNOWN = "Không có thủ tục nào như vậy. Sửa lại chữ đã gõ, hoặc gõ mã."
_MOST_OF_A_NAME = 72
_NOT_SETS = "Từ 1 đến 99 bộ"
_UNITS = {
    DurationUnit.WORKING_DAY: "ngày làm việc",
    DurationUnit.CALENDAR_DAY: "ngày",
    DurationUnit.HOUR: "giờ",
}


class WhatPart(QObject):
    """`edited`, `settled` as in `Part`. `asked(Procedure | None)`: another procedure's papers are wanted."""

    edited = Signal()
    settled = Signal()
    asked = Signal(object)

    def __init__(self, ui: Ui_DossierWhat, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self._ui = ui
        self._met: dict[str, Procedure] = {}

        def search(text: str) -> Sequence[Answer]:
            found = needs.procedures(text)
            self._met.update({row.code: row for row in found})
            return [_answer(row) for row in found]

        self.choice = ChoiceField(ui.procedure, page, jobs, search, _UNKNOWN)
        self.choice.chosen.connect(self._chosen)
        self.choice.changed.connect(lambda: self.asked.emit(None))
        self.choice.changed.connect(self.edited)
        ui.form.set_choices(_FORMS)
        ui.form.chosen.connect(self.edited)
        ui.form.chosen.connect(self.settled)
        self.official = OfficialPart(ui, page, lambda: self.form() is Form.RETURN)
        self.official.edited.connect(self.edited)
        self.official.settled.connect(self.settled)
        ui.sets.textEdited.connect(lambda _: self._sets_spot().calm())
        ui.sets.textEdited.connect(self.edited)
        ui.procedure.attach_note(ui.procedure_note)
        self.clear()

    def clear(self) -> None:
        """Nothing chosen: the form is decided each time."""
        ui = self._ui
        ui.form.set_value(None)
        self.choice.put(None)
        self.official.clear()
        ui.sets.setText("1")
        ui.sets.show_idle()
        self.asked.emit(None)

    def is_empty(self) -> bool:
        """Whether nothing was put in."""
        return self._ui.form.value() is None and not self._ui.procedure.text()

    def form(self) -> Form | None:
        """The form of service."""
        chosen = self._ui.form.value()
        return Form(chosen) if chosen else None

    def procedure(self) -> Procedure | None:
        """The procedure."""
        answer = self.choice.answer()
        return self._met.get(answer.ref) if answer is not None else None

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        ui, procedure = self._ui, self.procedure()
        filled = replace(
            draft,
            form=self.form(),
            procedure=procedure.code if procedure is not None else "",
            sets=int(ui.sets.text()) if _is_sets(ui.sets.text()) else 1,
        )
        return self.official.fill(filled)

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's inputs in."""
        ui, draft = self._ui, opened.draft
        ui.form.set_value(draft.form.value if draft.form is not None else None)
        ui.sets.setText(str(draft.sets))
        self.official.show(draft)
        if opened.procedure is not None:
            self.put(opened.procedure)

    def offer(self) -> None:
        """Nothing is chosen yet: say what is accepted here most often."""
        if self.choice.answer() is None:
            self.choice.offer(lambda found: f"↓ {len(found)} thủ tục hay nhận" if found else "")

    def put(self, procedure: Procedure) -> None:
        """Choose a procedure found elsewhere."""
        self._met[procedure.code] = procedure
        self.choice.put(_answer(procedure))
        self._ui.procedure.setCursorPosition(0)
        self.asked.emit(procedure)

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        sets = () if _is_sets(self._ui.sets.text()) else (Unread(self._sets_spot(), _NOT_SETS),)
        return (*sets, *of_choice(self.choice), *self.official.unread())

    def steps(self) -> tuple[Step, ...]:
        """See `Part`."""
        ui = self._ui
        return (
            Step(ui.form, lambda: ui.form.value() is None),
            Step(ui.sets, lambda: False, lambda: is_read(self.unread(), ui.sets)),
            Step(ui.procedure, lambda: self.choice.answer() is None, self.choice.enter),
            *self.official.steps(),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        ui = self._ui
        return {
            "form": note_spot(ui.form, ui.procedure_note),
            "sets": self._sets_spot(),
            "procedure": field_spot(ui.procedure),
            **self.official.spots(),
        }

    def _sets_spot(self) -> Spot:
        """Too narrow for a line of its own: its sentence stands below the procedure beside it, in place of what is known of that."""
        ui, plain = self._ui, field_spot(self._ui.sets)

        def tell(sentence: str) -> None:
            plain.tell(sentence)
            ui.procedure_note.show_note(sentence, Role.ERROR)

        def calm() -> None:
            answer = self.choice.answer()
            if ui.sets.state() is FieldState.ERROR:
                ui.procedure_note.show_note(answer.note if answer is not None else "")
            plain.calm()

        return Spot(ui.sets, tell, calm)

    def _chosen(self, answer: Answer) -> None:
        self._ui.procedure.setCursorPosition(0)
        self.asked.emit(self._met.get(answer.ref))
        self.edited.emit()
        self.settled.emit()


def _answer(row: Procedure) -> Answer:
    code = procedure_code_words(row.code)
    parts = [code, row.field] if row.field else [code]
    rule = row.channel(Channel.POST) or row.channel(Channel.DIRECT)
    note = " · ".join((*parts, *_rule_words(rule)))
    return Answer(row.code, shortened(row.name, _MOST_OF_A_NAME), " · ".join(parts), "", note)


def _rule_words(rule: ChannelRule | None) -> tuple[str, ...]:
    """``5 ngày làm việc``, ``phí 8.000 đ``: what the source says, nothing where it does not."""
    if rule is None:
        return ()
    words = []
    if rule.unit is DurationUnit.SAME_DAY:
        words.append("trả trong ngày")
    elif rule.duration is not None and rule.unit is not None:
        words.append(f"{rule.duration} {_UNITS[rule.unit]}")
    if rule.fee_dong is not None:
        words.append(f"phí {dong(rule.fee_dong)} đ" if rule.fee_dong else "không thu phí")
    return tuple(words)


def _is_sets(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text) <= 99
