"""«Kết quả»: one after the other results are scanned at an authority's desk, then both sign its book.

A scan is heard at once and written in its turn; nothing here waits, and three hundred in one go are three hundred rows that are put above
the others. The work must not know what a scan means.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.forms.one_stop_take_side import Ui_TakeSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step
from kt1desk.desktop.needs.one_stop import BookEnd, BookView, GivingAuthority, TakeNeeds, TakenScan
from kt1desk.desktop.one_stop.book_list import BookList, Shown
from kt1desk.desktop.one_stop.officer_form import OfficerForm
from kt1desk.desktop.one_stop.rows import results_words
from kt1desk.desktop.one_stop.take_count import TakeCount, taken_words
from kt1desk.desktop.one_stop.take_scans import TakeScans
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import normalise_number
from kt1desk.services.wording import sentence

LISTS_KEY = "Ctrl+L"
_CHOOSE = "Chọn cơ quan rồi bắt đầu nhận trước."
_BEFORE = "Enter ở cơ quan đang đứng nhận: bắt đầu sổ mới, hoặc nhận tiếp sổ đang mở."
_EXPECTED = "Gõ số kết quả, hoặc để trống khi cơ quan không có danh sách."
_UNDER_WAY = "Còn lần quét đang ghi. Đợi một giây rồi bấm lại."


class TakeWork(Page):
    """The second work of the one-stop place."""

    def __init__(self, needs: TakeNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        hints = (
            Hint("chọn cơ quan", "Enter"),
            Hint("đã nhận, chưa thấy", LISTS_KEY),
            Hint("khác danh sách", "Dấu cách"),
        )
        self._card = ListCard("Nhận kết quả từ cơ quan", "Không có cơ quan nào.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._card)
        self._right = QWidget(self)
        self._side = Ui_TakeSide()
        side = self._side
        side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._asking = ReasonPanel(self._right)
        side.side_body.insertWidget(1, self._asking)
        self._list = BookList(self._card)
        self._count = TakeCount(side)
        self._officer = OfficerForm(
            {
                "officer_name": (side.officer_name, side.officer_name_note),
                "officer_position": (side.officer_position, side.officer_position_note),
            },
            self._right,
        )
        side.expected.attach_note(side.expected_note)
        self._opening = EnterWay(self._right, (Step(side.expected, lambda: False),))
        self._scans = TakeScans(needs, jobs, self)
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._givers: Sequence[GivingAuthority] = ()
        self._chosen: GivingAuthority | None = None
        self._book: BookView | None = None
        self._kind = ""
        self._join()

    def entered(self, _ref: str = "") -> None:
        """Go on with the book, or read who may have something."""
        self._tell("")
        if not self._list.kinds:
            self._jobs.run(self._needs.result_kinds, self._list.name_kinds, self._fail)
        self._read()
        self._card.table.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, back to the list, back to the authorities; a book stays open until both have signed it."""
        if self._asking.close_question():
            self._settle()
        elif not self._card.table.hasFocus():
            self._card.table.setFocus()
        elif self._book is not None or self._chosen is not None:
            self._book, self._chosen = None, None
            self._count.say("", good=True)
            self._read()
            self._settle()
        else:
            return False
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "chọn cơ quan, mở sổ đang nhận"),
            PageKey("Space", "có trong danh sách mà chưa giao; nhận mà không có trong danh sách"),
            PageKey("F8", "bì quét tiếp theo có gì khác kết quả", self._ask_kind),
            PageKey("F9", "bắt đầu nhận; ký, kết thúc sổ và in", self._go),
            PageKey(LISTS_KEY, "đã nhận, đến hẹn chưa thấy", self._turn),
            PageKey("Ctrl+Delete", "trả lại cơ quan kết quả đang chọn", self._give_back),
            PageKey("Ctrl+R", "đọc lại", self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A result: its label, or the code on the giấy hẹn.

        Raises:
            DeskError: ``result.already``; ``one_stop.no_book``.
        """
        scan = classify(code)
        if scan.kind not in {Shape.ITEM, Shape.DOSSIER, Shape.UNKNOWN} or self._asking.is_open():
            return False
        book = self._book
        if book is None:
            raise DeskError("one_stop.no_book", "takeover")
        text = normalise_number(scan.value) if scan.kind is Shape.ITEM else scan.value
        try:
            self._scans.take(book.takeover, text, self._kind)
        except DeskError as refusal:
            self._count.say(f"{text}\n{say(refusal)}", good=False)
            raise
        self._kind = ""
        self._settle()
        return True

    def _join(self) -> None:
        side = self._side
        RowOpening(self._card.table).opened.connect(self._choose)
        self._opening.finished.connect(self._go)
        self._officer.finished.connect(self._close)
        self._scans.settled.connect(self._taken)
        self._scans.failed.connect(self._missed)
        self._list.marked.connect(self._settle)
        self._doing.refused.connect(self._refuse)
        for button, act in (
            (side.open_book, self._go),
            (side.close_book, self._go),
            (side.change_kind, self._ask_kind),
        ):
            button.clicked.connect(act)
        self._tell("")
        self._settle()

    def _read(self) -> None:
        book = self._book
        if book is None:
            self._reads.run(self._needs.givers, self._show_givers, self._fail)
        else:
            self._reads.run(lambda: self._needs.book(book.takeover), self._show_book, self._fail)

    def _show_givers(self, givers: Sequence[GivingAuthority]) -> None:
        self._givers = tuple(givers)
        self._list.show_givers(self._givers)
        self._settle()

    def _show_book(self, book: BookView) -> None:
        """A book as it is on the disk; what was scanned meanwhile is written and stands there too."""
        if self._scans.under_way and self._book is not None:
            return  # it would be read without what is being written; every scan shows itself
        self._book = book
        self._list.show_book(book)
        kept = (line for line in book.lines if line.item not in book.back)
        self._scans.use(text for line in kept for text in (line.item, line.official, line.dossier))
        self._settle()

    def _choose(self, ref: str) -> None:
        """Enter on an authority: its open book goes on, or one is begun."""
        if self._list.shown is not Shown.GIVERS:
            return
        chosen = next((each for each in self._givers if each.authority == ref), None)
        if chosen is None:
            return
        self._chosen = chosen
        self._tell("")
        if chosen.takeover:
            self._begin(chosen.takeover)
            return
        self._side.expected.clear()
        self._side.expected.show_idle("Để trống khi không có danh sách")
        self._settle()
        self._side.expected.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self, takeover: str) -> None:
        self._count.say("", good=True)
        self._reads.run(lambda: self._needs.book(takeover), self._show_book, self._fail)
        self._card.table.setFocus()

    def _go(self) -> None:
        """The next thing to do."""
        if self._asking.is_open():
            return
        if self._book is not None:
            self._close()
        elif self._chosen is not None:
            self._open()
        else:
            self._tell(_CHOOSE)
            self._card.table.setFocus()

    def _open(self) -> None:
        chosen, text = self._chosen, self._side.expected.text().strip()
        if chosen is None:
            return
        if text and not (text.isascii() and text.isdigit()):
            self._side.expected.show_error(_EXPECTED)
            return
        self._doing.run(lambda: self._needs.open_book(chosen.authority, int(text or 0)), self._begin)

    def _taken(self, text: str, taken: TakenScan) -> None:
        scan = taken.scan
        if taken.line is not None:
            self._list.add(taken.line)
            self._count.say(taken_words(scan), good=True)
            self._settle()
            return
        error = DeskError(f"result.{scan.outcome.value}", "item", number=text)
        self._wrong(text, sentence(error))

    def _missed(self, text: str, error: DeskError) -> None:
        self._wrong(text, f"CHƯA ghi được. {say(error)}")

    def _wrong(self, text: str, words: str) -> None:
        self._count.say(f"{text}\n{words}", good=False)
        self.scan_failed.emit(words)
        self._settle()

    def _turn(self) -> None:
        if self._book is not None:
            self._list.turn_to(Shown.MISSING if self._list.shown is Shown.TAKEN else Shown.TAKEN)
            self._card.table.setFocus()

    def _ask_kind(self) -> None:
        """What lies in the next cover beside or instead of a result."""
        if self._book is None or self._asking.is_open():
            return
        question = ReasonQuestion(
            "Bì quét tiếp theo có", "Chỉ cho một bì.", self._list.choices(), self._next_kind
        )
        self._asking.begin(question)
        self._settle()
        self._asking.set_focus()

    def _next_kind(self, kind: str) -> None:
        self._kind = kind
        self._settle()
        self._card.table.setFocus()

    def _give_back(self) -> None:
        book, item = self._book, self._list.current()
        if book is None or self._list.shown is not Shown.TAKEN or not item:
            return
        self._doing.run(lambda: self._needs.give_back(book.takeover, item), lambda _: self._gone(item))

    def _gone(self, item: str) -> None:
        line = self._list.take_out(item)
        if line is not None:
            self._scans.forget((line.item, line.official, line.dossier))
        self.said.emit(f"{item}: đã trả lại cơ quan, không còn trong sổ.")
        self.changed.emit()
        self._settle()

    def _close(self) -> None:
        book = self._book
        if book is None:
            return
        if self._scans.under_way:
            self._tell(_UNDER_WAY)
        elif self._officer.is_whole():
            missing, surplus = self._list.differs()
            name, position = self._officer.text("officer_name"), self._officer.text("officer_position")
            end = BookEnd(book.takeover, name, position, missing, surplus)
            taken = self._list.taken()
            self._doing.run(lambda: self._needs.close_book(end), lambda _: self._closed(book, taken))

    def _closed(self, book: BookView, taken: int) -> None:
        self._book, self._chosen = None, None
        self._officer.clear()
        self._count.say("", good=True)
        self.said.emit(f"Sổ {book.takeover}: {results_words(taken)} từ {book.name}, đang in.")
        self.changed.emit()
        self._settle()
        self.entered()

    def _settle(self) -> None:
        """Show what belongs to the step at hand."""
        side, book, asked = self._side, self._book, self._asking.is_open()
        chosen = self._chosen
        side.open_card.setVisible(book is None)
        side.open_title.setText(chosen.name if chosen is not None else "Nhận kết quả")
        side.open_note.setText(
            f"Đang chờ {results_words(chosen.waiting)}." if chosen is not None else _BEFORE
        )
        for part in (side.expected_label, side.expected, side.expected_note, side.open_book):
            part.setVisible(book is None and chosen is not None)
        side.count_card.setVisible(book is not None)
        ending: tuple[QWidget, ...] = (side.officer_card, side.close_book, side.change_kind)
        for shown in ending:
            shown.setVisible(book is not None and not asked)
        side.kind.setVisible(bool(self._kind))
        side.kind.setText(f"Bì tiếp theo: {self._list.kinds.get(self._kind, '')}")
        if book is not None:
            side.count_title.setText(f"Sổ {book.takeover}")
            self._count.show(self._list.taken(), book.expected, self._list.still_missing())

    def _refuse(self, error: DeskError) -> None:
        if error.field == "expected":
            self._side.expected.show_error(say(error))
        else:
            self._tell("" if self._officer.refuse(error) else say(error))

    def _fail(self, error: DeskError) -> None:
        self._tell(say(error))

    def _tell(self, words: str) -> None:
        self._side.problem.setText(words)
        self._side.problem.setVisible(bool(words))
