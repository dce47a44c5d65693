"""The keys of the page and the buttons that say them: what each acts on, and which of them stand beside the record in front.

It must not know what an act does to the books.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.forms.record_side import Ui_RecordSide
from kt1desk.desktop.navigation import Going, PageKey, Place, correction_of, incident_about
from kt1desk.desktop.record.acts import RecordActs
from kt1desk.desktop.record.question import Asking
from kt1desk.desktop.record.questions import VOID_KEY, WITHDRAW_KEY
from kt1desk.desktop.record.sheet import Sheet
from kt1desk.services.records import DossierRecord, ItemRecord, LooseNumber

_NOTHING_MOVES = "Chưa có bưu gửi, túi hay chuyến thư nào ở đây. Quét hoặc gõ số trước."


class RecordKeys(QObject):
    """`going(Going)`: the page that accepts the record anew is wanted. `number_wanted(str)`: the record of another number is."""

    going = Signal(object)
    number_wanted = Signal(str)

    def __init__(self, side: Ui_RecordSide, sheet: Sheet, asking: Asking, acts: RecordActs) -> None:
        super().__init__(sheet)
        self._side, self._sheet, self._asking, self._acts = side, sheet, asking, acts
        side.withdraw.clicked.connect(acts.withdraw)
        side.correct.clicked.connect(self._correct)
        side.reprint.clicked.connect(self._print_again)
        side.void_number.clicked.connect(acts.void)
        side.certify.clicked.connect(acts.certify)
        side.open_incident.clicked.connect(self._open_incident)
        side.open_new.clicked.connect(lambda: self._open(newer=True))
        side.open_old.clicked.connect(lambda: self._open(newer=False))
        sheet.paper_chosen.connect(self.settle)
        asking.began.connect(self.settle)
        asking.ended.connect(self.settle)

    def keys(self) -> Sequence[PageKey]:
        """Each key with what it is called."""
        acts = self._acts
        return (
            PageKey(WITHDRAW_KEY, "rút lại, bấm hai lần", acts.withdraw),
            PageKey("Ctrl+E", "sửa: nhận lại bằng số mới", self._correct),
            PageKey("Ctrl+P", "in lại giấy đang chọn", self._print_again),
            PageKey("Ctrl+G", "in giấy chứng nhận quá trình giữ", acts.certify),
            PageKey("Ctrl+N", "lập biên bản sự vụ về số này", self._open_incident),
            PageKey(VOID_KEY, "hủy số còn trống, bấm hai lần", acts.void),
            PageKey("Left", "chặng trước trên hành trình"),
            PageKey("Right", "chặng sau trên hành trình"),
            PageKey("Ctrl+M", "mở số mới đã thay số này", partial(self._open, newer=True)),
            PageKey("Ctrl+B", "mở số cũ mà số này thay", partial(self._open, newer=False)),
        )

    def settle(self) -> None:
        """Show the buttons that act on what is in front; while something is asked, the question has their place."""
        side, record, asked = self._side, self._acts.record(), self._asking.is_open()
        accepted = None if isinstance(record, LooseNumber) else record
        here = accepted is not None and accepted.is_here
        told = not self._sheet.case_card.isHidden()
        room = not asked and not told  # the question needs it, and a case tells its acceptance on its line
        side.taken_card.setVisible(accepted is not None and room)
        for button in (side.withdraw, side.correct):
            button.setVisible(here and not asked)
        journey = self._acts.journey()
        side.certify.setVisible(isinstance(record, ItemRecord) and not record.is_taken_back and not asked)
        gone = isinstance(record, ItemRecord) and record.is_taken_back
        side.open_incident.setVisible(journey is not None and not gone and not asked)
        for button in (side.do_next, side.tell_applicant, side.print_notice, side.show_identity):
            button.setVisible(told and not asked)
        side.reprint.setVisible(accepted is not None and not asked)
        why_not = self._acts.not_again(self._sheet.paper())
        side.reprint.setEnabled(not why_not)
        side.reprint.setToolTip(why_not)
        side.void_number.setVisible(isinstance(record, LooseNumber) and not record.voided and not asked)

    def _correct(self) -> None:
        record = self._acts.accepted()
        if record is not None:
            place = Place.DOSSIER if isinstance(record, DossierRecord) else Place.ACCEPT
            self.going.emit(Going(place, correction_of(record.number)))

    def _print_again(self) -> None:
        self._acts.print_again(self._sheet.paper())

    def _open_incident(self) -> None:
        journey = self._acts.journey()
        if journey is None:
            self._acts.refused.emit(_NOTHING_MOVES)
        else:
            self.going.emit(Going(Place.INCIDENTS, incident_about(journey.kind.value, journey.number)))

    def _open(self, *, newer: bool) -> None:
        record = self._acts.record()
        if record is None or isinstance(record, LooseNumber):
            return
        told = record.told
        self.number_wanted.emit(
            (told.back.replaced_by if told.back is not None else "") if newer else told.replaces
        )
