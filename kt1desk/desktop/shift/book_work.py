"""«Sổ quỹ trong ca»: lines of other counter services, cash from and to the post's till, closed shifts put right.

Amounts and counts only: no customer is ever named. The work must not know what may be written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.forms.shift_book_side import Ui_BookSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import clock, dong
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.shift import DrawerBookView, DrawerNeeds
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.one_stop.duty_side import DutySide, Offer
from kt1desk.desktop.one_stop.inputs import Input, InputForm, Kind
from kt1desk.desktop.shift.book_acts import BookActs
from kt1desk.desktop.shift.book_list import BookList
from kt1desk.desktop.shift.book_rows import LINE_COLUMNS, line_paper, line_words, shift_words
from kt1desk.desktop.widgets import Hint
from kt1desk.services.drawer_rows import DrawerLine

_HINTS = (Hint("hủy dòng", "Ctrl+U"), Hint("ca đã kết", "Ctrl+E"))
_NOTHING = "Ca này chưa có dòng nào: F9 ghi dịch vụ khác tại quầy, F8 nhận từ quỹ hoặc nộp về quỹ."


class BookWork(Page):
    """One of the works of the shift's page."""

    def __init__(self, needs: DrawerNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        card = ListCard("Sổ quỹ trong ca", _NOTHING, _HINTS, self)
        card.table.setObjectName("book")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        self._right = QWidget(self)
        ui = Ui_BookSide()
        ui.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._side = DutySide(ui, self._right, InputForm(_inputs(ui), self._right))
        self._rows = DutyList(card, LINE_COLUMNS)
        self._list = BookList(self._rows)
        self._acts = BookActs(needs, jobs, self._side, self._list)
        self._reads = Newest(jobs)
        self._offset_min = 0
        self._list.changed.connect(self._tell)
        self._side.left.connect(self._leave)
        self._rows.opened.connect(lambda _: self._begin(self._acts.adjust))
        self._acts.done.connect(self._stored)
        ui.save.clicked.connect(self._save)
        ui.other.clicked.connect(lambda: self._begin(self._acts.move))

    def entered(self, _ref: str = "") -> None:
        """Read the drawer again."""
        self._reads.run(self._needs.drawer, self._show, lambda error: self._side.tell(say(error)))
        if not self._side.is_busy():
            self._rows.set_focus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the form, back to the lines."""
        return self._side.step_back() or self._list.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("F9", "ghi dòng dịch vụ; điều chỉnh ca đã kết; lưu", self._save),
            PageKey("F8", "nhận từ quỹ, nộp về quỹ", lambda: self._begin(self._acts.move)),
            PageKey("Ctrl+U", "hủy dòng đang chọn", lambda: self._begin(self._acts.undo)),
            PageKey("Ctrl+E", "ca đã kết: điều chỉnh", self._show_shifts),
            reading(self.entered),
        )

    def _begin(self, act: Callable[[], None]) -> None:
        if not self._side.is_busy():
            act()

    def _save(self) -> None:
        if self._side.is_busy():
            self._side.save()
        elif self._list.is_of_shifts():
            self._acts.adjust()
        elif self._list.is_open():
            self._acts.serve()

    def _show_shifts(self) -> None:
        if not self._side.is_busy():
            self._list.show_shifts()
            self._rows.set_focus()

    def _show(self, view: DrawerBookView) -> None:
        self._offset_min = view.offset_min
        self._list.show(view.drawer, view.offset_min)

    def _tell(self) -> None:
        """What the keys are at."""
        if self._side.is_busy():
            return
        shift, line, view = self._list.closed(), self._list.line(), self._list.view
        if shift is not None:
            self._side.about(shift_words(shift.shift), f"Đếm được {dong(shift.counted_dong)} đ", "")
            self._side.offer(Offer("Điều chỉnh ca này"))
            return
        if line is None or view is None:
            self._side.about("", "", "")
        else:
            words = (line_words(line, view), line_paper(line))
            self._side.about(line.line, " · ".join(filter(None, words)), self._note(line))
        is_open = self._list.is_open()
        self._side.offer(Offer("Ghi dòng dịch vụ", "Nhận từ quỹ, nộp về quỹ") if is_open else Offer())

    def _note(self, line: DrawerLine) -> str:
        view = self._list.view
        reasons = view.reasons if view is not None else ()
        why = next((each.name for each in reasons if each.code == line.reason), "")
        said = [f"{clock(line.at_ms, self._offset_min)} · {line.user}"]
        said += ["đã hủy"] if line.undone_by else []
        said += [why] if why else []
        return " · ".join(said)

    def _leave(self) -> None:
        self._rows.set_focus()
        self._tell()

    def _stored(self, sentence: str) -> None:
        self._side.close()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()


def _inputs(ui: Ui_BookSide) -> dict[str, Input]:
    return {
        "customers": Input(ui.customers_label, ui.customers, ui.customers_note, "Gõ số khách.", Kind.COUNT),
        "amount": Input(ui.amount_label, ui.amount, ui.amount_note, "Gõ số tiền.", Kind.DONG),
        "reference": Input(ui.reference_label, ui.reference, ui.reference_note, "Gõ số phiếu của quỹ."),
    }
