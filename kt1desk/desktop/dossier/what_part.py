"""What is brought: the form of service, the procedure, how many sets; what stands on the paper that the authority has given already.

It must not know the papers, and decides nothing about post.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dossier.fitting import shortened
from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot, is_read, note_spot, of_choice
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft
from kt1desk.desktop.forms.accept_dossier_what import Ui_DossierWhat
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.texts import day, dong
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
_NOT_A_DAY = "Gõ ngày/tháng/năm như trên giấy hẹn, ví dụ 26/11/2026."
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
        self._one_stop = False

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
        for field, note in ((ui.official, ui.official_note), (ui.official_day, ui.official_day_note)):
            field.attach_note(note)
        ui.sets.textEdited.connect(lambda _: self._sets_spot().calm())
        ui.sets.textEdited.connect(self.edited)
        for field in (ui.official, ui.official_day):
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            field.textEdited.connect(self.edited)
        ui.procedure.attach_note(ui.procedure_note)
        self.clear()

    def clear(self) -> None:
        """Nothing chosen: the form is decided each time."""
        ui = self._ui
        ui.form.set_value(None)
        self.choice.put(None)
        for field in (ui.official, ui.official_day):
            field.clear()
            field.show_idle()
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

    def ask_official(self, *, one_stop: bool) -> None:
        """Ask for what stands on the authority's paper where there is one: a result is only fetched, or one-stop staff take the dossier."""
        self._one_stop = one_stop
        self._ui.official_block.setVisible(self.has_official())

    def has_official(self) -> bool:
        """Whether the authority has given a paper for it already."""
        return self._one_stop or self.form() is Form.RETURN

    def procedure(self) -> Procedure | None:
        """The procedure."""
        answer = self.choice.answer()
        return self._met.get(answer.ref) if answer is not None else None

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        ui, procedure = self._ui, self.procedure()
        when = _day(ui.official_day.text()) if self.has_official() else None
        return replace(
            draft,
            form=self.form(),
            procedure=procedure.code if procedure is not None else "",
            sets=int(ui.sets.text()) if _is_sets(ui.sets.text()) else 1,
            official=ui.official.text().strip() if self.has_official() else "",
            official_day=when.isoformat() if when is not None else "",
        )

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's inputs in."""
        ui, draft = self._ui, opened.draft
        ui.form.set_value(draft.form.value if draft.form is not None else None)
        ui.sets.setText(str(draft.sets))
        ui.official.setText(draft.official)
        ui.official_day.setText(day(date.fromisoformat(draft.official_day)) if draft.official_day else "")
        if opened.procedure is not None:
            self.put(opened.procedure)

    def put(self, procedure: Procedure) -> None:
        """Choose a procedure found elsewhere."""
        self._met[procedure.code] = procedure
        self.choice.put(_answer(procedure))
        self._ui.procedure.setCursorPosition(0)
        self.asked.emit(procedure)

    def put_official(self, code: str) -> None:
        """A mã hồ sơ was scanned."""
        self._ui.official.setText(code)
        self._ui.official.show_idle()
        self.edited.emit()
        self.settled.emit()

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        ui, when = self._ui, self._ui.official_day.text().strip()
        sets = () if _is_sets(ui.sets.text()) else (Unread(self._sets_spot(), _NOT_SETS),)
        is_no_day = self.has_official() and when and _day(when) is None
        days = (Unread(field_spot(ui.official_day), _NOT_A_DAY),) if is_no_day else ()
        return (*sets, *of_choice(self.choice), *days)

    def steps(self) -> tuple[Step, ...]:
        """See `Part`."""
        ui = self._ui
        return (
            Step(ui.form, lambda: ui.form.value() is None),
            Step(ui.sets, lambda: False, lambda: is_read(self.unread(), ui.sets)),
            Step(ui.procedure, lambda: self.choice.answer() is None, self.choice.enter),
            Step(ui.official, lambda: self.has_official() and not ui.official.text().strip()),
            Step(
                ui.official_day,
                lambda: self.has_official() and not ui.official_day.text().strip(),
                lambda: is_read(self.unread(), ui.official_day),
            ),
        )

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        ui = self._ui
        return {
            "form": note_spot(ui.form, ui.procedure_note),
            "sets": self._sets_spot(),
            "procedure": field_spot(ui.procedure),
            "official": field_spot(ui.official),
            "official_day": field_spot(ui.official_day),
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


def _day(text: str) -> date | None:
    for shape in ("%d/%m/%Y", "%d/%m/%y"):
        try:
            return datetime.strptime(text.strip(), shape).date()  # noqa: DTZ007  a day of the calendar, no instant
        except ValueError:
            continue
    return None
