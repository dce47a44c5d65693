"""What the middle of the shift's first work shows: the drawer's count with lines beside it, or one list over all of it.

It must not know what opens or closes a shift.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.cash_count import CashCount
from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.forms.shift import Ui_ShiftPage
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.shift.rows import ASKED_COLUMNS, CHECK_COLUMNS, THING_COLUMNS
from kt1desk.desktop.widgets import Column, Hint, TableRow

_HINTS = (Hint("thấy, bỏ thấy", "Dấu cách"), Hint("thấy cả túi", "Ctrl+B"), Hint("gõ số hiệu", "Ctrl+K"))


class TillParts(QStackedWidget):
    """``items`` is the list of what the shift took, ``things`` what must be seen at its end, ``steps`` every other list of a closing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = QWidget(self)
        self._ui = Ui_ShiftPage()
        self._ui.setupUi(self._drawer)  # type: ignore[no-untyped-call]
        self.addWidget(self._drawer)
        self.things = DutyList(ListCard("Bưu gửi, hồ sơ trong tay", "", _HINTS, self), THING_COLUMNS)
        self.steps = DutyList(ListCard("", "", (), self), ASKED_COLUMNS)
        for name, each in (("things", self.things), ("steps", self.steps)):
            each.card.table.setObjectName(name)
            self.addWidget(each.card)
        self.items = self._ui.items
        self._ui.lines.show_rows(CHECK_COLUMNS)
        self._ui.lines_card.hide()

    @property
    def cash(self) -> CashCount:
        """The drawer, note by note."""
        return self._ui.count

    def show_items(self, title: str, how_many: str) -> None:
        """Only what the shift took."""
        self._show(counts=False, lines=False, items=True)
        self._ui.items_title.setText(title)
        self._ui.items_count.setText(how_many)

    def show_opening(self, title: str, how_many: str, *, counts: bool, checks: bool) -> None:
        """The drawer is counted; beside it what is looked at, and what the shift before took."""
        self._show(counts=counts, lines=checks, items=True)
        self._ui.count_title.setText("Đếm quỹ đầu ca")
        self._ui.items_title.setText(title)
        self._ui.items_count.setText(how_many)

    def show_counting(self) -> None:
        """The drawer is counted to close the shift; what the books say stands beside it afterwards."""
        self._show(counts=True, lines=True, items=False)
        self._ui.count_title.setText("Đếm quỹ để kết ca")

    def show_lines(
        self, title: str, how_many: str, columns: Sequence[Column], rows: Sequence[TableRow], nothing: str
    ) -> None:
        """What stands beside the count."""
        self._ui.lines_title.setText(title)
        self._ui.lines_count.setText(how_many)
        self._ui.lines.setAccessibleName(title)
        self._ui.lines.set_empty_text(nothing)
        self._ui.lines.show_rows(columns, rows)

    def show_things(self, rows: Sequence[TableRow], how_many: str) -> None:
        """What must be seen."""
        self.things.show(rows)
        self.things.card.say(how_many)
        self.setCurrentWidget(self.things.card)

    def show_steps(
        self, title: str, how_many: str, columns: Sequence[Column], rows: Sequence[TableRow], at: str = ""
    ) -> None:
        """One list over all of it; the keys are at the row ``at``."""
        self.steps.show(rows, columns, at)
        self.steps.card.say(how_many, title)
        self.steps.card.table.setAccessibleName(title)
        self.setCurrentWidget(self.steps.card)

    def _show(self, **cards: bool) -> None:
        ui = self._ui
        shown: Mapping[str, QWidget] = {
            "counts": ui.count_card,
            "lines": ui.lines_card,
            "items": ui.items_card,
        }
        for name, card in shown.items():
            card.setVisible(cards[name])
        self.setCurrentWidget(self._drawer)
