"""What a draft comes to, shown while it is typed: deadline, price, label, and each problem next to its cause.

It asks a moment after the last change and drops answers to older drafts. It must not know how an item is saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.accept_needs import AcceptNeeds, QuoteView
from kt1desk.desktop.accept_side import AcceptSide
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.widgets import FieldState, Role
from kt1desk.domain.errors import DeskError
from kt1desk.services.drafts import AcceptanceDraft

_PAUSE_MS = 30
_MISSING = {
    ("item.sender_missing", "sender"): "người gửi",
    ("item.receiver_missing", "receiver"): "người nhận",
    ("text.empty", "receiver"): "tên người nhận",
    ("item.province_missing", "receiver_province"): "tỉnh của người nhận",
    ("text.empty", "receiver_address"): "địa chỉ người nhận",
    ("item.agreed_time_missing", "agreed_time"): "giờ hẹn",
    ("item.weight_zero", "weight"): "khối lượng",
    ("later.time_missing", "later_time"): "giờ thật",
    ("later.reason_missing", "later_reason"): "lý do nhập bù",
}
"""Problems that only say that something is not there yet: named beside the save key, never painted red while the clerk is typing."""
_UNANSWERED = "checklist.unanswered"


class QuoteFeed(QObject):
    """Asks for the draft of a form and shows the answer. `calmed`: old refusals are gone, those that still hold follow."""

    calmed = Signal()

    def __init__(
        self, ui: Ui_AcceptItemPage, form: AcceptForm, side: AcceptSide, jobs: Jobs, needs: AcceptNeeds
    ) -> None:
        super().__init__(form)
        self._ui = ui
        self._form = form
        self._side = side
        self._needs = needs
        self._quotes, self._labels = Newest(jobs), Newest(jobs, Lane.OUTSIDE)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def ask(self) -> None:
        """Something changed."""
        self._pause.start()

    def stop(self) -> None:
        """Whatever is under way no longer counts: the item is being saved."""
        self._pause.stop()
        self._quotes.forget()
        self._labels.forget()

    def _ask(self) -> None:
        draft, side = self._form.draft(), self._side
        self._quotes.run(
            lambda: self._needs.quote(draft),
            partial(self._show, draft),
            side.show_refusal,
        )
        self._labels.run(
            lambda: self._needs.label(draft), partial(side.show_label, draft), side.show_no_label
        )

    def _show(self, draft: AcceptanceDraft, view: QuoteView) -> None:
        quote, ui = view.quote, self._ui
        if self._form.is_empty():
            self._side.show_empty()
        else:
            self._side.show_quote(draft, view)
        wrong = [problem for problem in quote.problems if not self._is_missing(problem)]
        self._form.calm(wrong)
        if quote.product is not None and not self._undecided() and not ui.secrecy_note.text():
            ui.urgency_note.show_note(f"{quote.product.code} · {quote.product.name}")
        fields = {problem.field for problem in wrong}
        if draft.number and "number" not in fields:
            ui.number.show_done("Đúng số kiểm tra, trong dải số của bàn", Role.OK)
        if draft.weight_g and "weight" not in fields:
            ui.weight.set_state(FieldState.DONE)
        self.calmed.emit()
        self._show_problems(quote.problems, wrong)

    def _show_problems(self, problems: Sequence[DeskError], wrong: Sequence[DeskError]) -> None:
        for problem in wrong:
            self._form.show_problem(problem)
        missing = [
            _MISSING.get((problem.code, problem.field), "xem ngoài bì")
            for problem in problems
            if self._is_missing(problem)
        ]
        if wrong:
            self._side.show_wrong(self._form.weight.words(wrong[0]))
        elif self._form.is_empty():
            self._side.show_missing("")
        elif missing or self._undecided():
            self._side.show_missing(f"Còn thiếu: {', '.join((*self._undecided(), *missing))}")
        else:
            self._side.show_ready()

    def _is_missing(self, problem: DeskError) -> bool:
        if problem.code == "item.weight_zero":
            return not self._ui.weight.text()
        return problem.code == _UNANSWERED or (problem.code, problem.field) in _MISSING

    def _undecided(self) -> tuple[str, ...]:
        """Letter and urgency have no default: each is decided, every time."""
        pairs = ((self._ui.secrecy, "ký hiệu bì"), (self._ui.urgency, "độ khẩn"))
        return tuple(name for segments, name in pairs if segments.value() is None)
