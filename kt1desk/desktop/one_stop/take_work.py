"""«Kết quả»: one after the other results are scanned at an authority's desk, then both sign its book.

A scan is heard at once and written in its turn; nothing here waits, and three hundred in one go are three hundred rows that are put above
the others. The work must not know what a scan means.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.one_stop_take_side import Ui_TakeSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step, reading
from kt1desk.desktop.needs.one_stop_results import TakeNeeds
from kt1desk.desktop.one_stop.book_list import BookList, Shown
from kt1desk.desktop.one_stop.list_search import ListSearch
from kt1desk.desktop.one_stop.officer_form import OfficerForm
from kt1desk.desktop.one_stop.problem import Problem
from kt1desk.desktop.one_stop.rows import results_words
from kt1desk.desktop.one_stop.take_acts import TakeActs
from kt1desk.desktop.one_stop.take_answers import TakeAnswers
from kt1desk.desktop.one_stop.take_count import TakeCount
from kt1desk.desktop.one_stop.take_reading import TakeReading
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import normalise_number
from kt1desk.services.rows import SearchHit

LISTS_KEY = "Ctrl+L"
_HINTS = (
    Hint("chọn cơ quan", "Enter"),
    Hint("đã nhận, chưa thấy", LISTS_KEY),
    Hint("khác danh sách", "Dấu cách"),
)
_CHOOSE = "Chọn cơ quan rồi bắt đầu nhận trước."
_BEFORE = "Enter ở cơ quan đang đứng nhận: bắt đầu sổ mới, hoặc nhận tiếp sổ đang mở."


class TakeWork(Page):
    """The second work of the one-stop place."""

    def __init__(self, needs: TakeNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = ListCard("Nhận kết quả từ cơ quan", "Không có dòng nào.", _HINTS, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        self._search = ListSearch(self._card.table, self)
        body.addWidget(self._search)
        body.addWidget(self._card, 1)
        self._right = QWidget(self)
        self._side = side = Ui_TakeSide()
        side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._problem = Problem(side.problem)
        self._asking = ReasonPanel(self._right)
        side.side_body.insertWidget(1, self._asking)
        self._officer = OfficerForm(
            {
                "officer_name": (side.officer_name, side.officer_name_note),
                "officer_position": (side.officer_position, side.officer_position_note),
            },
            self._right,
        )
        self._opening = EnterWay(self._right, (Step(side.expected, lambda: False),))
        self._list, self._count = BookList(self._card), TakeCount(side)
        self._scans = TakeScans(needs, jobs, self)
        self._reading = TakeReading(needs, jobs, self._list, self._scans, self)
        self._answers = TakeAnswers(self._list, self._scans, self._count, self._asking, self)
        self._acts = TakeActs(needs, jobs, side, self._list, self._officer)
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Go on with the book, or read who may have something."""
        self._problem.tell("")
        self._reading.read()
        self._card.table.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The questions, back to the list, back to the authorities; a book stays open until both have signed it."""
        if self._asking.close_question() or self._answers.no_further() or not self._card.table.hasFocus():
            self._settle()
            self._card.table.setFocus()
        elif self._reading.book is not None or self._reading.chosen is not None:
            self._count.say("", good=True)
            self._reading.leave()
        else:
            return self._search.clear()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "chọn cơ quan, mở sổ đang nhận"),
            PageKey("Space", "có trong danh sách mà chưa giao; nhận mà không có trong danh sách"),
            PageKey("F8", "bì quét tiếp theo có gì khác kết quả", self._answers.ask_kind),
            PageKey("F9", "bắt đầu nhận; ký, kết thúc sổ và in", self._go),
            PageKey(LISTS_KEY, "đã nhận, đến hẹn chưa thấy", self._reading.turn),
            PageKey("Ctrl+Delete", "trả lại cơ quan kết quả đang chọn", self._give_back),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A result: its label, or the code on the giấy hẹn.

        Raises:
            DeskError: ``result.already``; ``one_stop.no_book``.
        """
        scan, book = classify(code), self._reading.book
        if scan.kind not in {Shape.ITEM, Shape.DOSSIER, Shape.UNKNOWN} or self._asking.is_open():
            return False
        if book is None:
            raise DeskError("one_stop.no_book", "takeover")
        text = normalise_number(scan.value) if scan.kind is Shape.ITEM else scan.value
        self._answers.take(book.takeover, text, is_label=scan.kind is Shape.ITEM)
        return True

    def take_found(self, hit: SearchHit) -> bool:
        """With an open book a label that was typed and found is taken as its scan would be."""
        return hit.kind == "item" and self._reading.book is not None and self.take_scan(hit.ref)

    def _join(self) -> None:
        side, acts, reading = self._side, self._acts, self._reading
        RowOpening(self._card.table).opened.connect(self._choose)
        self._search.entered.connect(lambda: self._choose(self._list.current()))
        self._search.changed.connect(lambda: reading.narrow(self._search.wants))
        self._opening.finished.connect(self._go)
        self._officer.finished.connect(self._go)
        self._asking.ended.connect(self._card.table.setFocus)
        for changed in (reading.shown, self._answers.changed, self._list.marked):
            changed.connect(self._settle)
        for told in (reading.told, acts.told):
            told.connect(self._problem.tell)
        self._answers.failed.connect(self.scan_failed)
        acts.begun.connect(self._begin)
        acts.gone.connect(self._say)
        acts.ended.connect(self._end)
        side.open_book.clicked.connect(self._go)
        side.close_book.clicked.connect(self._go)
        side.change_kind.clicked.connect(self._answers.ask_kind)
        self._settle()

    def _choose(self, ref: str) -> None:
        """Enter on an authority: its open book goes on, or one is begun."""
        chosen = self._reading.choose(ref) if self._list.shown is Shown.GIVERS else None
        if chosen is None:
            return
        self._problem.tell("")
        if chosen.takeover:
            self._begin(chosen.takeover)
            return
        self._side.expected.clear()
        self._side.expected.show_idle("Để trống khi không có danh sách")
        self._settle()
        self._side.expected.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self, takeover: str) -> None:
        self._answers.no_further()
        self._search.clear()
        self._count.say("", good=True)
        self._reading.begin(takeover)
        self._card.table.setFocus()

    def _go(self) -> None:
        """The next thing to do."""
        book, chosen = self._reading.book, self._reading.chosen
        if self._asking.is_open():
            return
        if book is not None:
            self._acts.close(book, self._scans)
        elif chosen is not None:
            self._acts.open(chosen.authority)
        else:
            self._problem.tell(_CHOOSE)
            self._card.table.setFocus()

    def _give_back(self) -> None:
        if self._reading.book is not None:
            self._answers.no_further()
            self._acts.give_back(self._reading.book, self._scans)

    def _say(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self._settle()

    def _end(self, sentence: str) -> None:
        self._answers.no_further()
        self._count.say("", good=True)
        self._reading.leave()
        self._say(sentence)
        self.entered()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        side, asked = self._side, self._asking.is_open()
        book, chosen = self._reading.book, self._reading.chosen
        self._search.setVisible(book is None)
        side.open_card.setVisible(book is None)
        side.open_title.setText(chosen.name if chosen is not None else "Nhận kết quả")
        note = f"Đang chờ {results_words(chosen.waiting)}." if chosen is not None else _BEFORE
        side.open_note.setText(note)
        for part in (side.expected_label, side.expected, side.expected_note, side.open_book):
            part.setVisible(book is None and chosen is not None)
        side.count_card.setVisible(book is not None)
        ending: tuple[QWidget, ...] = (side.officer_card, side.close_book, side.change_kind)
        for shown in ending:
            shown.setVisible(book is not None and not asked)
        side.kind.setText(self._answers.kind_words())
        side.kind.setVisible(bool(self._answers.kind))
        if book is not None:
            side.count_title.setText(f"Sổ {book.takeover}")
            self._count.show(self._list.taken(), book.expected, self._list.still_missing())
