"""«Bảng kê tháng»: an agency and a month; its items with their quality, the sums by component, and the paper.

The work must not know how anything is reckoned.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.statement import Ui_StatementList
from kt1desk.desktop.forms.statement_side import Ui_StatementSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import EnterWay, Going, Page, PageKey, Place, Step, reading
from kt1desk.desktop.needs.registers import StatementNeeds, StatementView
from kt1desk.desktop.registers.texts import (
    STATEMENT_COLUMNS,
    month_text,
    quality_words,
    read_month,
    statement_rows,
    sums,
)
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.domain.errors import DeskError

_UNKNOWN = "Không có trong danh mục. Sửa lại chữ đã gõ."
_NO_AGENCY = "Chọn cơ quan trả tiền."
_NO_MONTH = "Gõ tháng như 10/2026."


class StatementWork(Page):
    """The second work of the page of registers."""

    def __init__(self, needs: StatementNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_StatementList()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_StatementSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        side = self._side
        self._view: StatementView | None = None
        self._reads, self._doing = Newest(jobs, long="Đang tính bảng kê"), Doing(jobs, self)
        self._rows = self._ui.items.show_rows(STATEMENT_COLUMNS)
        self._ui.items.set_empty_text("Chọn cơ quan và tháng ở bên phải.")
        side.agency.attach_note(side.agency_note)
        side.month.attach_note(side.month_note)
        side.month.textEdited.connect(lambda _: side.month.show_idle())

        def found(text: str) -> Sequence[Answer]:
            return [
                Answer(row.agency_id, row.name, row.address, row.call_code) for row in needs.agencies(text)
            ]

        self._agency = ChoiceField(side.agency, self._right, jobs, found, _UNKNOWN)
        self._way = EnterWay(
            self._right,
            (
                Step(side.agency, lambda: self._agency.answer() is None, self._agency.enter),
                Step(side.month, lambda: not read_month(side.month.text())),
            ),
        )
        self._way.finished.connect(self._read)
        self._agency.chosen.connect(lambda _: self._chosen())
        self._agency.changed.connect(lambda: self._show(None))
        RowOpening(self._ui.items).opened.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))
        side.print_statement.clicked.connect(self._print)
        self._doing.refused.connect(self._refuse)
        self._show(None)
        self._tell("")

    def entered(self, _ref: str = "") -> None:
        """The agency, or the month, takes the keys; what is shown is read again."""
        if not self._side.month.text():
            self._reads.run(self._needs.last_month, self._propose, self._refuse)
        elif self._agency.answer() is not None:
            self._read()
        self._side.agency.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._agency.put(None)
        self._show(None)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The list, then to the agency."""
        if self._agency.close_list():
            return True
        if self._side.agency.hasFocus():
            return False
        self._side.agency.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "xem bưu gửi của dòng này"),
            PageKey("Ctrl+P", "in bảng kê", self._print),
            PageKey("Ctrl+L", "tới danh sách bưu gửi", self._ui.items.setFocus),
            reading(self._read),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _propose(self, month: str) -> None:
        if not self._side.month.text():
            self._side.month.setText(month_text(month))

    def _chosen(self) -> None:
        if read_month(self._side.month.text()):
            self._read()
        else:
            self._way.start()

    def _asked(self) -> tuple[str, str] | None:
        """Agency and month; None where one lacks: it is said there, and it takes the keys."""
        side, agency, month = self._side, self._agency.answer(), read_month(self._side.month.text())
        lacking = (
            (side.agency, "" if agency is not None else self._agency.unread() or _NO_AGENCY),
            (side.month, "" if month else _NO_MONTH),
        )
        for field, sentence in lacking:
            if sentence:
                field.show_error(sentence)
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return None
        return (agency.ref if agency is not None else "", month)

    def _read(self) -> None:
        asked = self._asked()
        self._tell("")
        if asked is not None:
            self._reads.run(lambda: self._needs.statement(*asked), self._show, self._refuse)

    def _show(self, view: StatementView | None) -> None:
        side, self._view = self._side, view
        self._rows.set_rows(statement_rows(view) if view is not None else ())
        for part in (side.sums_card, side.quality_card):
            part.setVisible(view is not None)
        side.print_statement.setEnabled(view is not None and bool(view.statement.rows))
        self._ui.list_count.setText(f"{count(len(view.statement.rows))} bưu gửi" if view is not None else "")
        if view is None:
            return
        made = view.statement
        self._ui.list_title.setText(f"{made.agency.name} · tháng {month_text(made.month)}")
        rows, total = sums(view)
        side.sums.show_price(rows, total)
        side.unpriced.setText(f"{count(len(made.unpriced))} bưu gửi chưa có giá, chưa cộng vào.")
        side.unpriced.setVisible(bool(made.unpriced))
        side.sample.setText("Bảng giá mẫu, chưa được xác nhận.")
        side.sample.setVisible(made.sample)
        side.in_time.setText(quality_words("Đúng thời gian", [row.in_time for row in made.rows]))
        side.safe.setText(quality_words("An toàn", [row.safe for row in made.rows]))
        self._ui.items.set_empty_text("Cơ quan này không có bưu gửi ghi nợ trong tháng.")

    def _print(self) -> None:
        asked = self._asked()
        if asked is not None:
            self._doing.run(lambda: self._needs.print_statement(*asked), lambda _: self._printing())

    def _printing(self) -> None:
        self.said.emit("Đang in bảng kê.")
        self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        fields = {"agency": self._side.agency, "month": self._side.month}
        if error.field in fields:
            fields[error.field].show_error(say(error))
            fields[error.field].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
