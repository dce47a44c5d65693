"""The re-count of one cover: its list as accepted, what differs, how many were found, its seal, its money.

Enter says that everything is as it stands here. The form must not know what is stored.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.forms.one_stop_hand_side import Ui_HandSheetSide
from kt1desk.desktop.models.texts import count, dong, item_number
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop import OFF_LIST
from kt1desk.desktop.one_stop.paper_list import PaperList, PaperRow
from kt1desk.desktop.one_stop.rows import code_or_number
from kt1desk.domain.dossier import PaperLine
from kt1desk.services.handover_drafts import CountedCover, CountSheet

_OFF_LIST_NAME = "Giấy tờ ngoài danh mục"
_COUNT_FIRST = "Gõ số giấy tờ đếm được."
_MISSING = "missing"
_MISSING_KEY = "T"
"""As where the list was made, at the counter."""
_TAKEN_AWAY = frozenset({_MISSING})
"""Differences by which a paper is not there at all."""
_AS_LISTED, _DIFFERS = "Đúng như trên", "Ghi có sai lệch"


class CountForm(QObject):
    """`finished`: Enter was pressed at the last input. `asking`: a difference is asked for, or was answered."""

    finished = Signal()
    asking = Signal()

    def __init__(self, ui: Ui_HandSheetSide, panel: ReasonPanel, owner: QWidget) -> None:
        super().__init__(owner)
        self._ui, self._panel = ui, panel
        self._sheet: CountSheet | None = None
        self._by_scan = self._is_typed = False
        self._codes: tuple[Choice, ...] = ()
        self._marks: dict[str, str] = {}
        ui.documents.attach_note(ui.documents_note)
        self._list = PaperList(ui.papers)
        self._way = EnterWay(
            owner,
            (
                Step(ui.papers, lambda: False),
                Step(ui.documents, lambda: not ui.documents.text().strip()),
                Step(ui.seal, lambda: False),
                Step(ui.fees, lambda: False),
            ),
        )
        self._way.finished.connect(self.finished)
        self._list.asked.connect(self._ask)
        self._list.lettered.connect(self._take_letter)
        ui.seal.toggled.connect(lambda _: self._name_confirm())
        ui.documents.textEdited.connect(self._type)
        panel.ended.connect(self.asking)

    def sheet(self) -> CountSheet | None:
        """The cover at hand, None for none."""
        return self._sheet

    def open(
        self,
        sheet: CountSheet,
        before: CountedCover | None,
        codes: Sequence[Choice],
        *,
        scan: bool,
        fees: bool,
    ) -> None:
        """Begin with a cover, or look again at one that was counted; ``fees``: whether its money goes along."""
        ui, self._sheet, self._by_scan, self._codes = self._ui, sheet, scan, tuple(codes)
        self._marks = dict(before.differences) if before is not None else {}
        ui.sheet_number.setText(item_number(sheet.item))
        case = sheet.case
        said = (
            code_or_number(case.official, case.dossier) if case is not None else "",
            case.procedure_name if case is not None else "",
            f"Niêm phong {sheet.seal}" if sheet.seal else "",
        )
        ui.sheet_what.setText("\n".join(filter(None, said)) or "Chỉ biết nhãn: chưa có dữ liệu của hồ sơ.")
        ui.seal.setChecked(before is None or before.seal_intact)
        due_dong = sum(fee.amount_dong for fee in sheet.fees)
        ui.fees.setVisible(bool(due_dong))
        ui.fees.setText(f"Nộp phí {dong(due_dong)} đ")
        ui.fees.setChecked(bool(due_dong) and fees)
        self._is_typed = before is not None
        ui.documents.setText(str(before.documents) if before is not None else "")
        ui.documents.show_idle(f"Danh mục: {count(sheet.documents)}" if sheet.documents else "")
        self._show()

    def close(self) -> None:
        """No cover is at hand."""
        self._sheet = None
        self._panel.close_question()

    def start(self) -> None:
        """The list takes the keys."""
        self._list.set_focus()

    def counted(self) -> CountedCover | None:
        """The re-count; None where something lacks: it is said there."""
        ui, sheet = self._ui, self._sheet
        if sheet is None:
            return None
        text = ui.documents.text().strip()
        if not (text.isascii() and text.isdigit()):
            ui.documents.show_error(_COUNT_FIRST)
            ui.documents.setFocus()
            return None
        return CountedCover(
            item=sheet.item,
            documents=int(text),
            seal_intact=ui.seal.isChecked(),
            differences=tuple((key, code) for key, code in self._marks.items()),
            scan=self._by_scan,
        )

    def fees(self) -> bool:
        """Whether the authority's money of the case goes along."""
        return self._sheet is not None and bool(self._sheet.fees) and self._ui.fees.isChecked()

    def _type(self, text: str) -> None:
        self._is_typed = bool(text.strip())
        self._ui.documents.show_idle()
        self._name_confirm()

    def _take_letter(self, key: str, letter: str) -> None:
        """T says that the paper is missing, again or not; what is on no list cannot be."""
        if letter == _MISSING_KEY and key != OFF_LIST and any(each.key == _MISSING for each in self._codes):
            self._mark(key, _MISSING)

    def _ask(self, key: str) -> None:
        """Space takes a mark away, or asks which."""
        if self._marks.pop(key, ""):
            self._show()
            return
        names = {line.key: line.name for line in self._sheet.papers} if self._sheet else {}
        question = ReasonQuestion(
            "Khác danh mục thế nào?",
            names.get(key, _OFF_LIST_NAME),
            self._codes,
            lambda code: self._mark(key, code),
        )
        self._panel.begin(question)
        self.asking.emit()
        self._panel.set_focus()

    def _mark(self, key: str, code: str) -> None:
        self._marks[key] = code
        self._show()
        self.start()

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        words = {each.key: each.text for each in self._codes}
        papers = sheet.papers
        rows = [_row(line, words.get(self._marks.get(line.key, ""), "")) for line in papers]
        off_list = PaperRow(OFF_LIST, _OFF_LIST_NAME, "", words.get(self._marks.get(OFF_LIST, ""), ""))
        self._list.show((*rows, off_list))
        if not self._is_typed and sheet.documents:
            gone = sum(line.pieces for line in papers if self._marks.get(line.key) in _TAKEN_AWAY)
            self._ui.documents.setText(str(sheet.documents - gone))
        self._name_confirm()

    def _name_confirm(self) -> None:
        """The button says which of the two is confirmed."""
        ui, sheet = self._ui, self._sheet
        if sheet is None:
            return
        text = ui.documents.text().strip()
        is_other_count = bool(sheet.documents and text) and text != str(sheet.documents)
        differs = bool(self._marks) or not ui.seal.isChecked() or is_other_count
        ui.confirm.setText(_DIFFERS if differs else _AS_LISTED)


def _row(line: PaperLine, mark: str) -> PaperRow:
    return PaperRow(line.key, line.name, count(line.pieces), mark)
