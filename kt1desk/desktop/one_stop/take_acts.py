"""What is done with a book beside scanning: it is opened, a result goes back over the counter, both sign it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.one_stop_take_side import Ui_TakeSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs.one_stop_results import BookEnd, BookView, TakeNeeds
from kt1desk.desktop.one_stop.book_list import BookList, Shown
from kt1desk.desktop.one_stop.officer_form import OfficerForm
from kt1desk.desktop.one_stop.rows import results_words
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError

_EXPECTED = "Gõ số kết quả, hoặc để trống."
_UNDER_WAY = "Còn lần quét đang ghi. Đợi một giây rồi bấm lại."


class TakeActs(QObject):
    """`begun(takeover)`, `gone(sentence)`, `ended(sentence)`: a book was opened, a result went back, both signed. `told(sentence)`."""

    begun = Signal(str)
    gone = Signal(str)
    ended = Signal(str)
    told = Signal(str)

    def __init__(
        self, needs: TakeNeeds, jobs: Jobs, side: Ui_TakeSide, rows: BookList, owner: OfficerForm
    ) -> None:
        super().__init__(owner)
        self._needs, self._rows, self._officer = needs, rows, owner
        self._expected: FieldEdit = side.expected
        self._expected.attach_note(side.expected_note)
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)

    def open(self, authority: str) -> None:
        """Begin a book with as many results as the authority's list says."""
        text = self._expected.text().strip()
        if text and not (text.isascii() and text.isdigit()):
            self._expected.show_error(_EXPECTED)
            return
        self._doing.run(lambda: self._needs.open_book(authority, int(text or 0)), self.begun.emit)

    def give_back(self, book: BookView, scans: TakeScans) -> None:
        """The result at hand was taken by mistake."""
        item = self._rows.current()
        if self._rows.shown is not Shown.TAKEN or not item:
            return

        def gone(_: None) -> None:
            line = self._rows.take_out(item)
            if line is not None:
                scans.forget((line.item, line.official, line.dossier))
            self.gone.emit(f"{item_number(item)}: đã trả lại cơ quan, không còn trong sổ.")

        self._doing.run(lambda: self._needs.give_back(book.takeover, item), gone)

    def close(self, book: BookView, scans: TakeScans) -> None:
        """Both sign; nothing may be under way."""
        if scans.under_way:
            self.told.emit(_UNDER_WAY)
            return
        if not self._officer.is_whole():
            return
        name, position = self._officer.text("officer_name"), self._officer.text("officer_position")
        end = BookEnd(book.takeover, name, position, *self._rows.differs())
        said = f"Sổ {book.takeover}: {results_words(self._rows.taken())} từ {book.name}, đang in."

        def closed(_: None) -> None:
            self._officer.clear()
            self.ended.emit(said)

        self._doing.run(lambda: self._needs.close_book(end), closed)

    def _refuse(self, error: DeskError) -> None:
        if error.field == "expected":
            self._expected.show_error(say(error))
        else:
            self.told.emit("" if self._officer.refuse(error) else say(error))
