"""Who takes a result, with which paper, and what comes back from him. The form must not know what is stored."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.forms.one_stop_pickup_side import Ui_PickupSide
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_results import PickupChoices, ResultAtCounter, ShownCard
from kt1desk.desktop.one_stop.rows import code_or_number
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError
from kt1desk.services.giving import GiveDraft

_APPLICANT = "Người nộp nhận"
_LACKS = {
    "taker_name": "Gõ họ tên người nhận.",
    "identity": "Quét thẻ, hoặc gõ số giấy tờ.",
    "authorisation": "Gõ số và ngày giấy cho phép.",
    "withdrawn": "Gõ số tờ, hoặc để trống.",
}


class PickupForm(QObject):
    """`finished`: Enter was pressed at the last input."""

    finished = Signal()

    def __init__(self, ui: Ui_PickupSide, owner: QWidget) -> None:
        super().__init__(owner)
        self._ui = ui
        self._result: ResultAtCounter | None = None
        self._proxy: Choice | None = None
        self._paper: Choice | None = None
        self._by_scan = False
        for field, note in self._inputs().values():
            field.attach_note(note)
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        ui.authorisation.editingFinished.connect(lambda: ui.authorisation.setCursorPosition(0))
        self._visited = Visited()
        self._way = EnterWay(
            owner,
            (
                *(_wanted(field) for field in (ui.taker_name, ui.identity, ui.authorisation)),
                self._visited.step(ui.withdrawn),
                self._visited.step(ui.slip_back),
            ),
        )
        self._way.finished.connect(self.finished)
        self.close()

    def result(self) -> ResultAtCounter | None:
        """The result at hand, None for none."""
        return self._result

    def open(self, result: ResultAtCounter, choices: PickupChoices, *, scan: bool) -> None:
        """Begin with a result: the applicant himself, with his card, until something else is said."""
        ui, sheet = self._ui, result.sheet
        self._result, self._by_scan = result, scan
        self._visited.forget()
        for field, _ in self._inputs().values():
            field.clear()
            field.show_idle()
        ui.slip_back.setChecked(False)
        ui.slip_back.setVisible(sheet.slip)
        case = sheet.case
        ui.result_number.setText(code_or_number(case.official, case.dossier, sheet.cover.item))
        ui.result_who.setText(sheet.applicant.name)
        ui.result_what.setText(case.procedure_name)
        told = (
            f"Nhãn {item_number(sheet.cover.item)}",
            f"Trong bì: {result.held}" if result.held else "",
            f"Số giấy tờ đã ghi: {sheet.applicant.identity}" if sheet.applicant.identity else "",
            f"Điện thoại: {sheet.applicant.phone}" if sheet.applicant.phone else "",
        )
        ui.result_note.setText("\n".join(filter(None, told)))
        papers = {each.key: each for each in choices.papers}
        self.choose(None, papers.get(choices.card) or next(iter(choices.papers), None))
        ui.hint_card.hide()
        ui.result_card.show()
        ui.taker_card.show()

    def choose(self, proxy: Choice | None, paper: Choice | None) -> None:
        """Who takes it (None for the applicant), and which paper he shows."""
        ui, self._proxy, self._paper = self._ui, proxy, paper
        ui.taker_title.setText(proxy.text if proxy is not None else _APPLICANT)
        ui.taker_paper.setText(paper.text if paper is not None else "")
        for part in (
            *(ui.taker_name_label, ui.taker_name, ui.taker_name_note),
            *(ui.authorisation_label, ui.authorisation, ui.authorisation_note),
        ):
            part.setVisible(proxy is not None)

    def paper(self) -> Choice | None:
        """Which paper is shown."""
        return self._paper

    def take_card(self, card: ShownCard) -> None:
        """What a chip card says of whoever stands there."""
        ui = self._ui
        ui.identity.setText(card.number)
        ui.identity.show_done()
        if self._proxy is not None:
            ui.taker_name.setText(card.name)
            ui.taker_name.show_done()
        self.start()

    def start(self) -> None:
        """The first input that lacks something takes the keys."""
        self._way.start()

    def close(self) -> None:
        """No result is at hand."""
        self._result = None
        self._ui.hint_card.show()
        self._ui.result_card.hide()
        self._ui.taker_card.hide()
        for field, _ in self._inputs().values():
            field.clear()  # numbers of persons stand here no longer than they are needed

    def draft(self) -> GiveDraft | None:
        """What was said; None where something lacks: it is said there, and it takes the keys."""
        ui, result = self._ui, self._result
        if result is None or not self._is_whole():
            return None
        return GiveDraft(
            item=result.sheet.cover.item,
            taker_name=ui.taker_name.text().strip() if self._proxy is not None else "",
            identity_paper=self._paper.key if self._paper is not None else "",
            identity=ui.identity.text().strip(),
            proxy=self._proxy.key if self._proxy is not None else "",
            authorisation=ui.authorisation.text().strip() if self._proxy is not None else "",
            withdrawn=int(ui.withdrawn.text().strip() or 0),
            slip_back=not ui.slip_back.isHidden() and ui.slip_back.isChecked(),
            scan=self._by_scan,
        )

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none in sight or is longer than the line there."""
        field, note = self._inputs().get(error.field, (None, None))
        if field is None or note is None or field.isHidden():
            return False
        fits = show_refusal(field, note, say(error))
        _go_to(field)
        return fits

    def _is_whole(self) -> bool:
        for name, (field, _) in self._inputs().items():
            text = field.text().strip()
            is_bad = not (text or "0").isdecimal() if name == "withdrawn" else not text
            if not field.isHidden() and is_bad:
                field.show_error(_LACKS[name])
                _go_to(field)
                return False
        return True

    def _inputs(self) -> Mapping[str, tuple[FieldEdit, NoteLabel]]:
        ui = self._ui
        return {
            "taker_name": (ui.taker_name, ui.taker_name_note),
            "identity": (ui.identity, ui.identity_note),
            "authorisation": (ui.authorisation, ui.authorisation_note),
            "withdrawn": (ui.withdrawn, ui.withdrawn_note),
        }


def _wanted(field: FieldEdit) -> Step:
    return Step(field, lambda: not field.text().strip())


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
