"""What an authority said of one case, as it stands on its paper: the slip by which it took the dossier up, or a decision.

The form must not know what is stored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.forms.one_stop_case_side import Ui_CaseSide
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, day
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop import CaseLine
from kt1desk.desktop.one_stop.paper_list import PaperList, PaperRow
from kt1desk.desktop.one_stop.rows import code_or_number, iso_day
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.widgets import FieldEdit, NoteLabel, Sign
from kt1desk.domain.case import Outcome
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.wording_case import outcome_name

_NO_DAY = "Gõ ngày như 04/12/2026."
_LACKS = {
    "official": "Quét hoặc gõ mã hồ sơ trên giấy hẹn.",
    "received_day": _NO_DAY,
    "paper": "Gõ số văn bản của cơ quan.",
    "paper_day": _NO_DAY,
    "day": _NO_DAY,
}
_DAYS = frozenset({"received_day", "official_day", "paper_day", "day"})
_DAY_OF = {Outcome.SUPPLEMENT: "Hạn bổ sung", Outcome.EXTENDED: "Hẹn mới"}
_ASKED_LINES = 4
_ASKED = {
    False: Sign(Icon.SQUARE, "muted", "chưa chọn"),
    True: Sign(Icon.SQUARE_CHECK, "accent", "phải bổ sung"),
}


class CaseForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_CaseSide, owner: QWidget) -> None:
        super().__init__(owner)
        self._ui = ui
        self._case: CaseLine | None = None
        self._outcome: Outcome | None = None
        self._reason = ""
        self._asked: list[str] = []
        self._papers: tuple[PaperLine, ...] = ()
        self._list = PaperList(ui.asked, _ASKED, _ASKED_LINES)
        self._list.asked.connect(self._toggle)
        for name, (field, note) in self._inputs().items():
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
            if name in _DAYS:
                field.editingFinished.connect(lambda field=field: _spell(field))
        self._visited = Visited()
        seen = self._visited.step
        self._registering = EnterWay(
            owner, (_wanted(ui.official), _wanted(ui.received_day), seen(ui.official_day), seen(ui.slip))
        )
        self._deciding = EnterWay(
            owner,
            (_wanted(ui.paper), _wanted(ui.paper_day), seen(ui.day), Step(ui.asked, lambda: not self._asked)),
        )
        for way in (self._registering, self._deciding):
            way.finished.connect(self.finished)
        self.close()

    def case(self) -> CaseLine | None:
        """The case at hand, None for none."""
        return self._case

    def is_open(self) -> bool:
        """Whether something of it is being entered."""
        return self._case is not None and (not self._ui.register_card.isHidden() or self._outcome is not None)

    def show_case(self, case: CaseLine | None) -> None:
        """Which case it is about; nothing is entered yet."""
        ui, self._case, self._outcome = self._ui, case, None
        self._visited.forget()
        for card in (ui.register_card, ui.decision_card):
            card.hide()
        ui.hint_card.setVisible(case is None)
        ui.case_card.setVisible(case is not None)
        if case is not None:
            ui.case_number.setText(code_or_number(case.official, case.dossier))
            ui.case_what.setText(f"{case.procedure}\n{case.authority}")
            due = iso_day(case.official_day or case.promised)
            ui.case_state.setText(" · ".join(filter(None, (case.state_words, f"hẹn {due}" if due else ""))))

    def begin_register(self, today: str) -> None:
        """Enter the slip."""
        ui, case = self._ui, self._case
        if case is None:
            return
        texts = (case.official, iso_day(case.received_day or today), iso_day(case.official_day))
        for field, text in zip((ui.official, ui.received_day, ui.official_day), texts, strict=True):
            field.setText(text)
            field.show_idle()
        ui.slip.setChecked(False)
        ui.register_card.show()
        _go_to(ui.official if not case.official else ui.official_day)

    def begin_decision(
        self, outcome: Outcome, reason: Choice, papers: Sequence[PaperLine], today: str
    ) -> None:
        """Enter a decision; its reason is chosen already."""
        ui, self._outcome, self._reason = self._ui, outcome, reason.key
        self._papers, self._asked = tuple(papers), []
        ui.decision_title.setText(outcome_name(outcome))
        ui.decision_reason.setText(reason.text)
        for field, text in ((ui.paper, ""), (ui.paper_day, iso_day(today)), (ui.day, "")):
            field.setText(text)
            field.show_idle()
        for part in (ui.day_label, ui.day, ui.day_note):
            part.setVisible(outcome in _DAY_OF)
        ui.day_label.setText(_DAY_OF.get(outcome, ""))
        asks = outcome is Outcome.SUPPLEMENT and bool(papers)
        for shown in (ui.asked_title, ui.asked):
            shown.setVisible(asks)
        ui.decision_card.show()
        self._show_asked()
        _go_to(ui.paper)

    def take_code(self, official: str) -> bool:
        """A mã hồ sơ was scanned; False where none is wanted now."""
        if self._ui.register_card.isHidden() or self._case is None:
            return False
        self._ui.official.setText(official)
        self._ui.official.show_done()
        self._registering.start()
        return True

    def close(self) -> None:
        """No case is at hand."""
        self.show_case(None)

    def registering(self) -> RegisterDraft | None:
        """What stands on the slip; None where something lacks, or a decision is entered."""
        ui, case = self._ui, self._case
        if case is None or ui.register_card.isHidden() or not self._is_whole(("official", "received_day")):
            return None
        return RegisterDraft(
            case.dossier,
            ui.official.text().strip(),
            _iso(ui.received_day),
            _iso(ui.official_day),
            ui.slip.isChecked(),
        )

    def deciding(self) -> DecisionDraft | None:
        """What stands on the paper; None where something lacks, or a slip is entered."""
        ui, case, outcome = self._ui, self._case, self._outcome
        wanted = ("paper", "paper_day", *(("day",) if outcome is Outcome.EXTENDED else ()))
        if case is None or outcome is None or not self._is_whole(wanted):
            return None
        return DecisionDraft(
            dossier=case.dossier,
            outcome=outcome,
            paper=ui.paper.text().strip(),
            paper_day=_iso(ui.paper_day),
            reason=self._reason,
            asked=tuple(line.key for line in self._papers if line.key in self._asked),
            day=_iso(ui.day) if outcome in _DAY_OF else "",
        )

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none in sight or is longer than the line there."""
        field, note = self._inputs().get(error.field, (None, None))
        if field is None or note is None or field.isHidden():
            return False
        fits = show_refusal(field, note, say(error))
        _go_to(field)
        return fits

    def _is_whole(self, wanted: Sequence[str]) -> bool:
        for name, (field, _) in self._inputs().items():
            if not field.isVisible():
                continue
            text = field.text().strip()
            lacks = not text and name in wanted
            if lacks or (text and name in _DAYS and read_day(text) is None):
                field.show_error(_LACKS.get(name, _NO_DAY))
                _go_to(field)
                return False
        return True

    def _toggle(self, key: str) -> None:
        self._asked = (
            [each for each in self._asked if each != key] if key in self._asked else [*self._asked, key]
        )
        self._show_asked()

    def _show_asked(self) -> None:
        self._list.show(
            [
                PaperRow(line.key, line.name, count(line.pieces) if line.pieces else "")
                for line in self._papers
            ],
            marked=self._asked,
        )

    def _inputs(self) -> Mapping[str, tuple[FieldEdit, NoteLabel]]:
        ui = self._ui
        return {
            "official": (ui.official, ui.official_note),
            "received_day": (ui.received_day, ui.received_day_note),
            "official_day": (ui.official_day, ui.official_day_note),
            "paper": (ui.paper, ui.paper_note),
            "paper_day": (ui.paper_day, ui.paper_day_note),
            "day": (ui.day, ui.day_note),
        }


def _wanted(field: FieldEdit) -> Step:
    return Step(field, lambda: not field.text().strip())


def _iso(field: FieldEdit) -> str:
    found = read_day(field.text())
    return found.isoformat() if found is not None else ""


def _spell(field: FieldEdit) -> None:
    """A day in full, whichever way it was typed."""
    found: date | None = read_day(field.text())
    if found is not None:
        field.setText(day(found))


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
