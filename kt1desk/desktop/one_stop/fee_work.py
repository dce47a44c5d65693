"""«Phí thu hộ»: the authorities' money that is still here, passed on; one sum put right; the official biên lai entered later.

The work must not know what is due.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.forms.one_stop_fee_side import Ui_FeeSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, dong
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.one_stop_duties import DueView, FeeNeeds
from kt1desk.desktop.one_stop.duty_list import DutyList
from kt1desk.desktop.one_stop.duty_rows import DUE_COLUMNS
from kt1desk.desktop.one_stop.duty_side import DutySide, Offer
from kt1desk.desktop.one_stop.fee_acts import FeeActs
from kt1desk.desktop.one_stop.fee_list import FeeList
from kt1desk.desktop.one_stop.inputs import Input, InputForm, Kind
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify

_HINTS = (Hint("hồ sơ của cơ quan", "Enter"), Hint("nộp hoặc để lại", "Dấu cách"), Hint("biên lai", "Ctrl+B"))


class FeeWork(Page):
    """One of the works of the one-stop place."""

    def __init__(self, needs: FeeNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        card = ListCard("Phí thu hộ đang giữ", "Không giữ tiền của cơ quan nào.", _HINTS, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(card)
        self._right = QWidget(self)
        ui = self._ui = Ui_FeeSide()
        ui.setupUi(self._right)  # type: ignore[no-untyped-call]
        form = InputForm(_inputs(ui), self._right)
        self._side = DutySide(ui, self._right, form)
        self._rows = DutyList(card, DUE_COLUMNS)
        self._list = FeeList(self._rows)
        self._acts = FeeActs(needs, jobs, self._side, self._list)
        self._reads = Newest(jobs)
        self._wanted = ""
        self._list.changed.connect(self._tell)
        self._rows.moved.connect(lambda _: self._tell())
        self._side.left.connect(self._leave)
        self._acts.done.connect(self._stored)
        ui.save.clicked.connect(self._save)
        ui.other.clicked.connect(lambda: self._begin(self._acts.correct))

    def entered(self, ref: str = "") -> None:
        """Read what is due; ``ref`` is the authority that is to be opened."""
        self._wanted = ref
        self._reads.run(self._needs.fees_due, self._show, lambda error: self._side.tell(say(error)))
        if not self._side.is_busy():
            self._rows.set_focus()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._side.forget()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the form, back to the authorities."""
        return self._side.step_back() or self._list.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "mở các hồ sơ của cơ quan"),
            PageKey("Space", "nộp hoặc để lại tiền của hồ sơ"),
            PageKey("F8", "sửa một khoản đã thu", lambda: self._begin(self._acts.correct)),
            PageKey("F9", "nộp cơ quan, in bảng kê; lưu", self._save),
            PageKey("Ctrl+B", "ghi số biên lai của cơ quan", lambda: self._begin(self._acts.enter_receipt)),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A label or mã hồ sơ names the case that a form asks for."""
        scan = classify(code)
        is_case = scan.kind in {Shape.ITEM, Shape.DOSSIER}
        return is_case and bool(self._side.open_key()) and self._side.form.put("dossier", scan.value)

    def _begin(self, act: Callable[[], None]) -> None:
        if not self._side.is_busy():
            act()

    def _save(self) -> None:
        if self._side.is_busy():
            self._side.save()
        else:
            self._acts.remit()

    def _show(self, view: DueView) -> None:
        self._list.show(view)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._list.open(wanted)

    def _tell(self) -> None:
        """How much goes to whom."""
        if self._side.is_busy():
            return
        found, chosen = self._list.authority(), self._list.chosen()
        if found is None:
            self._side.about("", "", "")
        else:
            total, left = sum(each.amount_dong for each in chosen), len(found.lines) - len(chosen)
            kept = f", để lại {count(left)}" if left else ""
            self._side.about(f"{dong(total)} đ", found.name, f"Nộp {count(len(chosen))} hồ sơ{kept}")
        self._side.offer(Offer("Nộp cơ quan" if chosen else "", "Sửa khoản đã thu"))

    def _leave(self) -> None:
        self._rows.set_focus()
        self._tell()

    def _stored(self, sentence: str) -> None:
        self._side.close()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()


def _inputs(ui: Ui_FeeSide) -> dict[str, Input]:
    return {
        "dossier": Input(ui.dossier_label, ui.dossier, ui.dossier_note, "Quét nhãn, hoặc gõ số hồ sơ."),
        "amount": Input(ui.amount_label, ui.amount, ui.amount_note, "Gõ số tiền.", Kind.DONG),
        "fee_reference": Input(
            ui.fee_reference_label, ui.fee_reference, ui.fee_reference_note, "Gõ số phiếu thu hoặc số lệnh."
        ),
        "officer_name": Input(
            ui.officer_name_label, ui.officer_name, ui.officer_name_note, "Gõ họ tên người nhận tiền."
        ),
        "officer_position": Input(
            ui.officer_position_label, ui.officer_position, ui.officer_position_note, "Gõ chức vụ."
        ),
        "receipt": Input(ui.receipt_label, ui.receipt, ui.receipt_note),
    }
