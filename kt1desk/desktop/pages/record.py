"""One item or case: what the books say of it, its papers, and what may be done with it: take it back, correct it, print a paper again.

A number of this desk that nobody has yet can be taken out for ever. Whatever cannot be undone is asked once more by its own key, never by
Enter. The page must not know how a correction is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.record import Ui_RecordPage
from kt1desk.desktop.forms.record_side import Ui_RecordSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.record_texts import number_of
from kt1desk.desktop.navigation import Going, Page, PageKey, Place, correction_of
from kt1desk.desktop.needs import RecordNeeds, RecordView
from kt1desk.desktop.record.acts import RecordActs
from kt1desk.desktop.record.question import Asking
from kt1desk.desktop.record.sheet import Sheet
from kt1desk.domain.errors import DeskError
from kt1desk.services.records import DossierRecord, LooseNumber, Record
from kt1desk.services.rows import SearchHit

_UNKNOWN = "Bàn này không có bưu gửi, hồ sơ hay số nào như vậy. Xem lại số, hoặc Ctrl+K tìm theo tên."
_IN_CARD = "|"
"""Stands in the code of an identity card: no number of ours, and nothing that may be shown here."""


class RecordPage(Page):
    """Shows what a number stands for."""

    def __init__(self, needs: RecordNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._newest = Newest(jobs)
        self._record: Record | None = None
        self._ui = Ui_RecordPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_RecordSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._sheet = Sheet(self._ui, self._side, self)
        self._asking = Asking(self._side, self)
        self._acts = RecordActs(self._asking, jobs, needs)
        self._join()
        self._put(None)

    # --- Page ----------------------------------------------------------------------------------------------------

    def entered(self, ref: str = "") -> None:
        """Show what a number stands for; without one the field takes the keys, and what is shown is read again."""
        self._side.problem.hide()
        if ref:
            self._look_up(ref)
        else:
            self._begin()
            self.papers_changed()

    def papers_changed(self) -> None:
        """A paper came out, or did not: its state says so at once."""
        if self._record is not None and self.isVisible():
            number = self._record.number
            self._newest.run(lambda: self._needs.find(number), self._show, self._refuse)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def takes(self, kind: str) -> bool:
        """See `Page.takes`."""
        return kind in {"item", "dossier"}

    def take_found(self, hit: SearchHit) -> bool:
        """What was found is shown."""
        if self.takes(hit.kind):
            self.entered(hit.ref)
        return self.takes(hit.kind)

    def take_scan(self, code: str) -> bool:
        """What was scanned is shown; a question that is open is not answered by it, and a card is nothing to be shown here."""
        if self._asking.is_open() or _IN_CARD in code:
            return False
        self.entered(code)
        return True

    def step_back(self) -> bool:
        """The question, then back to the field."""
        if self._asking.close():
            return True
        if self._ui.number.hasFocus():
            return False
        self._begin()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        acts = self._acts
        return (
            PageKey("F8", "rút lại, bấm hai lần", acts.withdraw),
            PageKey("Ctrl+E", "sửa: nhận lại bằng số mới", self._correct),
            PageKey("Ctrl+P", "in lại giấy đang chọn", self._print_again),
            PageKey("Ctrl+H", "hủy số còn trống, bấm hai lần", acts.void),
            PageKey("Ctrl+M", "mở số mới đã thay số này", partial(self._open, newer=True)),
            PageKey("Ctrl+B", "mở số cũ mà số này thay", partial(self._open, newer=False)),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        """Who hears whom."""
        ui, side, acts = self._ui, self._side, self._acts
        ui.number.attach_note(ui.number_note)
        ui.number.set_leading_icon(Icon.SEARCH, "Tìm theo số")
        ui.number.returnPressed.connect(lambda: self.entered(ui.number.text()))
        ui.number.textEdited.connect(lambda _: ui.number.show_idle())
        side.withdraw.clicked.connect(acts.withdraw)
        side.correct.clicked.connect(self._correct)
        side.reprint.clicked.connect(self._print_again)
        side.void_number.clicked.connect(acts.void)
        side.open_new.clicked.connect(lambda: self._open(newer=True))
        side.open_old.clicked.connect(lambda: self._open(newer=False))
        self._asking.began.connect(self._settle)
        self._asking.ended.connect(self._settle)
        self._asking.ended.connect(ui.papers.setFocus)
        acts.refused.connect(self._tell)
        acts.done.connect(self._done)

    def _begin(self) -> None:
        self._ui.number.setFocus()
        self._ui.number.selectAll()

    def _look_up(self, text: str) -> None:
        if text.strip():
            self._newest.run(lambda: self._needs.find(text), self._found, self._miss)

    def _found(self, view: RecordView) -> None:
        if view.record is None:
            self._miss(None)
            return
        self._ui.number.setText(number_of(view.record))
        self._ui.number.show_idle()
        self._show(view)
        if self.isVisible() and not self._asking.is_open():
            (self._ui.number if isinstance(view.record, LooseNumber) else self._ui.papers).setFocus()

    def _miss(self, error: DeskError | None) -> None:
        """What was shown before must not stand under a number that is not its own."""
        self._sheet.clear()
        self._put(None)
        self._ui.number.show_error(say(error) if error is not None else _UNKNOWN)
        self._begin()

    def _show(self, view: RecordView) -> None:
        if view.record is not None:
            self._sheet.show(view.record, view)
        self._put(view.record)

    def _put(self, record: Record | None) -> None:
        self._record = record
        self._acts.put(record)
        self._settle()

    def _settle(self) -> None:
        """The keys that act on what is in front; while something is asked, the question has their place."""
        side, record = self._side, self._record
        free, asked = isinstance(record, LooseNumber), self._asking.is_open()
        here = record is not None and not isinstance(record, LooseNumber) and record.is_here
        side.taken_card.setVisible(
            record is not None and not free and not asked
        )  # the question needs its room
        for button in (side.withdraw, side.correct):
            button.setVisible(here and not asked)
        side.reprint.setVisible(record is not None and not free and not asked)
        side.void_number.setVisible(isinstance(record, LooseNumber) and not record.voided and not asked)

    def _correct(self) -> None:
        record = self._acts.accepted()
        if record is not None:
            place = Place.DOSSIER if isinstance(record, DossierRecord) else Place.ACCEPT
            self.going.emit(Going(place, correction_of(record.number)))

    def _print_again(self) -> None:
        self._acts.print_again(self._sheet.paper())

    def _open(self, *, newer: bool) -> None:
        record = self._record
        if record is None or isinstance(record, LooseNumber):
            return
        told = record.told
        self._look_up((told.back.replaced_by if told.back is not None else "") if newer else told.replaces)

    def _done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered(self._record.number if self._record is not None else "")

    def _refuse(self, error: DeskError) -> None:
        self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.show()
