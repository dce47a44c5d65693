"""«Giao cơ quan»: by authority, each cover is scanned and re-counted piece by piece, then both sign one record.

How far it has come is kept after each cover: a restart loses nothing. The work must not know what may be handed over.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.one_stop_hand_side import Ui_HandSheetSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.one_stop import HandNeeds, ReadyView
from kt1desk.desktop.one_stop.count_form import CountForm
from kt1desk.desktop.one_stop.count_steps import CountSteps
from kt1desk.desktop.one_stop.hand_list import HandList
from kt1desk.desktop.one_stop.hand_making import HandMaking
from kt1desk.desktop.one_stop.hand_state import HandState
from kt1desk.desktop.one_stop.hand_words import hand_note, nothing_words
from kt1desk.desktop.one_stop.officer_form import OfficerForm
from kt1desk.desktop.one_stop.problem import Problem
from kt1desk.desktop.one_stop.rows import covers_words
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

CASES_KEY = "Ctrl+L"
_LABELS_ONLY = "Chỉ biết nhãn: chọn cơ quan nhận trước, các bì này hiện ở cuối danh sách của cơ quan ấy."


class HandWork(Page):
    """The first work of the one-stop place."""

    def __init__(self, needs: HandNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        hints = (Hint("chọn", "Enter"), Hint("lùi một bước", "Esc"), Hint("đang ở cơ quan", CASES_KEY))
        self._card = ListCard("Chờ giao cơ quan", nothing_words(()), hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._card)
        self._right = QWidget(self)
        self._side = side = Ui_HandSheetSide()
        side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._problem = Problem(side.problem)
        self._asking = ReasonPanel(self._right)
        side.side_body.insertWidget(0, self._asking)
        self._state, self._list = HandState(), HandList(self._card)
        self._form = CountForm(side, self._asking, self._right)
        self._officer = OfficerForm(
            {
                "officer_name": (side.officer_name, side.officer_name_note),
                "officer_position": (side.officer_position, side.officer_position_note),
                "fee_reference": (side.fee_reference, side.fee_reference_note),
            },
            self._right,
        )
        self._reads = Newest(jobs)
        self._steps = CountSteps(needs, jobs, self._state, self._form, self)
        self._making = HandMaking(needs, jobs, self._state, self._officer, self)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what lies here; go on where it was left."""
        self._problem.tell("")
        self._making.restore()
        self._reads.run(self._needs.ready, self._show, self._problem.fail)
        if not self._steps.item():
            self._card.table.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the cover, back to the list, back to the authorities; what was counted stays."""
        if self._asking.close_question():
            self._form.start()
        elif self._steps.item():
            self._steps.close()
            self._card.table.setFocus()
        elif not self._card.table.hasFocus():
            self._card.table.setFocus()
        elif self._state.authority:
            self._choose("")
        else:
            return False
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        side, steps = self._side, self._steps
        return (
            PageKey("Enter", "mở cơ quan, mở bì; trong bì: đúng như danh mục"),
            PageKey("T", "trong bì: thiếu giấy tờ đang chọn"),
            PageKey("Space", "trong bì: ghi sai lệch của giấy tờ đang chọn"),
            PageKey("F8", "niêm phong nguyên vẹn hay không", lambda: steps.tick(side.seal.toggle)),
            PageKey("Ctrl+E", "nộp hay không nộp phí thu hộ theo bì", lambda: steps.tick(side.fees.toggle)),
            PageKey("F9", "lập biên bản giao nhận, in hai liên", self._make),
            PageKey("Ctrl+Delete", "bỏ lần kiểm của bì đang chọn", self._take_back),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label opens the count of its cover.

        Raises:
            DeskError: ``one_stop.*``, ``handover.other_authority``: it lies here for nobody, for another, or another is being counted.
        """
        scan, state = classify(code), self._state
        if scan.kind is not Shape.ITEM or self._asking.is_open():
            return False
        if self._steps.item() not in {"", scan.value}:
            raise DeskError("one_stop.count_first", "items", number=self._steps.item())
        found = state.find(scan.value)
        if found is None:
            raise DeskError("one_stop.not_ready", "items", number=scan.value)
        whose = found[0].authority_id
        if not (state.authority or whose):
            raise DeskError("one_stop.choose_authority", "items", number=scan.value)
        if state.authority and whose not in {state.authority, ""}:
            raise DeskError("handover.other_authority", "items", number=scan.value)
        if not state.authority:
            self._choose(whose)
        self._list.go_to(scan.value)
        self._steps.open(scan.value, scan=True)
        return True

    def _join(self) -> None:
        side, steps, making = self._side, self._steps, self._making
        RowOpening(self._card.table).opened.connect(self._open_row)
        self._form.asking.connect(self._settle)
        steps.changed.connect(self._settle)
        steps.confirmed.connect(self._counted)
        making.restored.connect(lambda: self._show(self._state.view))
        making.made.connect(self._made)
        for told in (steps.told, making.told):
            told.connect(self._problem.tell)
        for button, act in (
            (side.confirm, steps.confirm),
            (side.make, self._make),
            (side.take_back, self._take_back),
        ):
            button.clicked.connect(act)
        self._settle()

    def _show(self, view: ReadyView) -> None:
        self._state.view = view
        if self._state.chosen() is None:
            self._state.authority = ""
        self._list.show(self._state)
        self._settle()

    def _open_row(self, ref: str) -> None:
        if self._state.authority:
            self._steps.open(ref, scan=False)
        elif ref:
            self._choose(ref)
        else:
            self._problem.tell(_LABELS_ONLY)

    def _choose(self, authority: str) -> None:
        before, self._state.authority = self._state.authority, authority
        self._list.show(self._state)
        if not authority:
            self._list.go_to(before)
        self._making.show_officer()
        self._problem.tell("")
        self._settle()

    def _counted(self, item: str) -> None:
        """A cover was counted, or its count was taken back: it is kept; after the last one the officer is asked for."""
        self._making.keep()
        self._list.change(self._state, item)
        self._settle()
        self._card.table.setFocus()
        if len(self._state.counted()) == len(self._state.covers()):
            self._officer.start()

    def _take_back(self) -> None:
        """The count of the row at hand does not hold."""
        item = self._list.current()
        if not self._steps.item() and self._state.authority and self._state.uncount(item):
            self._counted(item)

    def _make(self) -> None:
        """F9: with a cover at hand it is confirmed first."""
        if not self._steps.item():
            self._making.make()
        elif not self._asking.is_open():
            self._steps.confirm()

    def _made(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        side, state = self._side, self._state
        asked, at_sheet, draft = self._asking.is_open(), bool(self._steps.item()), state.draft()
        at_list = not (asked or at_sheet)
        side.sheet_card.setVisible(at_sheet and not asked)
        side.hand_card.setVisible(at_list)
        side.officer_card.setVisible(at_list and bool(draft.covers))
        for part in (side.fee_reference_label, side.fee_reference, side.fee_reference_note):
            part.setVisible(bool(draft.fees))
        side.confirm.setVisible(at_sheet and not asked)
        side.make.setVisible(at_list)
        side.make.setEnabled(bool(draft.covers))
        side.take_back.setVisible(at_list and bool(draft.covers))
        side.figure.setText(f"{len(draft.covers)} / {covers_words(len(state.covers()))}")
        side.figure_note.setText(hand_note(state.chosen(), draft))
