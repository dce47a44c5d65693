"""«Giao cơ quan»: by authority, each cover is scanned and re-counted piece by piece, then both sign one record.

How far it has come is kept after each cover: a restart loses nothing. The work must not know what may be handed over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.one_stop_hand_side import Ui_HandSheetSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.one_stop import HandNeeds, ReadyView
from kt1desk.desktop.one_stop.count_form import CountForm
from kt1desk.desktop.one_stop.hand_list import HandList
from kt1desk.desktop.one_stop.hand_state import HandState
from kt1desk.desktop.one_stop.hand_words import hand_note
from kt1desk.desktop.one_stop.officer_form import OfficerForm
from kt1desk.desktop.one_stop.rows import covers_words
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.handover_drafts import CountSheet, HandoverDraft

CASES_KEY = "Ctrl+L"
_LABELS_ONLY = "Chỉ biết nhãn: chọn cơ quan nhận trước, các bì này hiện ở cuối danh sách của cơ quan ấy."
_OFFICER = ("officer_name", "officer_position", "fee_reference")
_NONE = "Chưa kiểm bì nào: quét nhãn từng bì."


class HandWork(Page):
    """The first work of the one-stop place."""

    def __init__(self, needs: HandNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        hints = (Hint("chọn", "Enter"), Hint("trở lại", "Esc"), Hint("đang ở cơ quan", CASES_KEY))
        self._card = ListCard("Chờ giao cơ quan", "Không có bì nào chờ giao.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._card)
        self._right = QWidget(self)
        self._side = Ui_HandSheetSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(0, self._asking)
        self._state = HandState()
        self._list = HandList(self._card)
        self._count = CountForm(self._side, self._asking, self._right)
        side = self._side
        self._officer = OfficerForm(
            {
                "officer_name": (side.officer_name, side.officer_name_note),
                "officer_position": (side.officer_position, side.officer_position_note),
                "fee_reference": (side.fee_reference, side.fee_reference_note),
            },
            self._right,
        )
        self._reads, self._sheets, self._doing = Newest(jobs), Newest(jobs), Doing(jobs, self)
        self._is_restored = False
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Read what lies here; go on where it was left."""
        self._tell("")
        if not self._is_restored:
            self._jobs.run(self._needs.kept, self._restore, self._fail)
        self._reads.run(self._needs.ready, self._show, self._fail)
        if self._count.sheet() is None:
            self._card.table.setFocus()

    def forget(self) -> None:
        """See `Page.forget`: nothing of KT1 stands here."""

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the cover, back to the list, back to the authorities; what was counted stays."""
        if self._asking.close_question():
            self._count.start()
        elif self._count.sheet() is not None:
            self._close_sheet()
        elif not self._card.table.hasFocus():
            self._card.table.setFocus()
        elif self._state.authority:
            self._choose("")
        else:
            return False
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        side = self._side
        return (
            PageKey("Enter", "mở cơ quan, mở bì; trong bì: đúng như danh mục"),
            PageKey("Space", "trong bì: ghi sai lệch của giấy tờ đang chọn"),
            PageKey("F8", "niêm phong nguyên vẹn hay không", lambda: self._tick(side.seal.toggle)),
            PageKey("Ctrl+E", "nộp hay không nộp phí thu hộ theo bì", lambda: self._tick(side.fees.toggle)),
            PageKey("F9", "lập biên bản giao nhận, in hai liên", self._make),
            PageKey("Ctrl+Delete", "bỏ lần kiểm của bì đang chọn", self._take_back),
            PageKey("Ctrl+R", "đọc lại", self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label opens the count of its cover.

        Raises:
            DeskError: ``one_stop.*``: it lies here for nobody, or another cover is being counted.
        """
        scan = classify(code)
        if scan.kind is not Shape.ITEM or self._asking.is_open():
            return False
        open_sheet = self._count.sheet()
        if open_sheet is not None and open_sheet.item != scan.value:
            raise DeskError("one_stop.count_first", "items", number=open_sheet.item)
        found = self._state.find(scan.value)
        if found is None:
            raise DeskError("one_stop.not_ready", "items", number=scan.value)
        whose, _ = found
        if not self._state.authority:
            if not whose.authority_id:
                raise DeskError("one_stop.choose_authority", "items", number=scan.value)
            self._choose(whose.authority_id)
        elif whose.authority_id not in {self._state.authority, ""}:
            raise DeskError("handover.other_authority", "items", number=scan.value)
        self._list.go_to(scan.value)
        self._open(scan.value, scan=True)
        return True

    def _join(self) -> None:
        side = self._side
        RowOpening(self._card.table).opened.connect(self._open_row)
        self._count.finished.connect(self._confirm)
        self._count.asking.connect(self._settle)
        self._officer.finished.connect(self._make)
        self._officer.typed.connect(self._keep_officer)
        self._doing.refused.connect(self._refuse)
        for button, act in (
            (side.confirm, self._confirm),
            (side.make, self._make),
            (side.take_back, self._take_back),
        ):
            button.clicked.connect(act)
        self._tell("")
        self._settle()

    def _restore(self, handings: Sequence[HandoverDraft]) -> None:
        self._is_restored = True
        self._state.restore(handings)
        if self._state.view is not None:
            self._show(self._state.view)

    def _show(self, view: ReadyView) -> None:
        self._state.view = view
        if self._state.chosen() is None:
            self._state.authority = ""
        self._list.show(self._state)
        self._settle()

    def _open_row(self, ref: str) -> None:
        if self._state.authority:
            self._open(ref, scan=False)
        elif ref:
            self._choose(ref)
        else:
            self._tell(_LABELS_ONLY)

    def _choose(self, authority: str) -> None:
        before, self._state.authority = self._state.authority, authority
        self._list.show(self._state)
        if not authority:
            self._list.go_to(before)
        handing = self._state.handing()
        for name in _OFFICER:
            self._officer.put(name, getattr(handing, name))
        self._tell("")
        self._settle()

    def _open(self, item: str, *, scan: bool) -> None:
        found = self._state.find(item)
        if found is not None and found[1].hindered:
            self._tell(found[1].hindered)
            return
        self._sheets.run(
            lambda: self._needs.sheet(item), lambda sheet: self._show_sheet(sheet, scan=scan), self._fail
        )

    def _show_sheet(self, sheet: CountSheet, *, scan: bool) -> None:
        self._tell("")
        before = self._state.counted().get(sheet.item)
        fees = before is None or sheet.dossier in self._state.handing().fees
        self._count.open(sheet, before, self._state.differences, scan=scan, fees=fees)
        self._settle()
        self._count.start()

    def _confirm(self) -> None:
        sheet, counted = self._count.sheet(), self._count.counted()
        if sheet is None or counted is None or self._asking.is_open():
            return
        self._state.count(counted, sheet.dossier, fees=self._count.fees())
        self._keep()
        self._list.change(self._state, counted.item)
        self._close_sheet()
        if len(self._state.counted()) == len(self._state.covers()):
            self._officer.start()

    def _close_sheet(self) -> None:
        self._count.close()
        self._settle()
        self._card.table.setFocus()

    def _take_back(self) -> None:
        """The count of the row at hand does not hold."""
        item = self._list.current()
        if self._count.sheet() is None and self._state.authority and self._state.uncount(item):
            self._keep()
            self._list.change(self._state, item)
            self._settle()

    def _tick(self, toggle: Callable[[], None]) -> None:
        if self._count.sheet() is not None:
            toggle()

    def _keep_officer(self) -> None:
        name, position, reference = (self._officer.text(each) for each in _OFFICER)
        before = self._state.handing()
        self._state.change(
            replace(before, officer_name=name, officer_position=position, fee_reference=reference)
        )
        self._keep()

    def _keep(self) -> None:
        handings = self._state.handings()
        self._jobs.run(lambda: self._needs.keep(handings), lambda _: None, self._fail)

    def _make(self) -> None:
        """Both sign."""
        if self._count.sheet() is not None:
            self._confirm()
            return
        draft = self._state.draft()
        if not draft.covers:
            self._tell(_NONE)
            self._card.table.setFocus()
        elif self._officer.is_whole():
            self._doing.run(lambda: self._needs.hand_over(draft), lambda number: self._made(draft, number))

    def _made(self, draft: HandoverDraft, number: str) -> None:
        self._state.forget(draft.authority)
        self._keep()
        self._state.authority = ""
        self._officer.clear()
        self.said.emit(f"Đã giao {covers_words(len(draft.covers))}: biên bản {number} đang in hai liên.")
        self.changed.emit()
        self.entered()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        side, state = self._side, self._state
        asked, sheet = self._asking.is_open(), self._count.sheet()
        draft = state.draft()
        counted = draft.covers
        at_list = not asked and sheet is None
        side.sheet_card.setVisible(sheet is not None and not asked)
        side.hand_card.setVisible(at_list)
        side.officer_card.setVisible(at_list and bool(counted))
        for part in (side.fee_reference_label, side.fee_reference, side.fee_reference_note):
            part.setVisible(bool(draft.fees))
        side.confirm.setVisible(sheet is not None and not asked)
        side.make.setVisible(at_list)
        side.make.setEnabled(bool(counted))
        side.take_back.setVisible(at_list and bool(counted))
        side.figure.setText(f"{len(counted)} / {covers_words(len(state.covers()))}")
        side.figure_note.setText(hand_note(state.chosen(), draft))

    def _refuse(self, error: DeskError) -> None:
        self._tell("" if self._officer.refuse(error) else say(error))

    def _fail(self, error: DeskError) -> None:
        self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
