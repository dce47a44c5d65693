"""Accepting a KT1 item: the page of the counter.

It reads its inputs, asks one service what they come to, and shows the answer beside each input. Enter goes on to what is still missing;
letter, urgency and the look at the cover are decided by a key each, every time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.accept_needs import AcceptNeeds, CounterView, QuoteView
from kt1desk.desktop.accept_recent import show_recent
from kt1desk.desktop.accept_side import AcceptSide
from kt1desk.desktop.checklist_panel import ChecklistPanel
from kt1desk.desktop.choice_field import Answer
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, item_number
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step
from kt1desk.desktop.scale_watch import ScaleWatch
from kt1desk.desktop.widgets import Role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10
from kt1desk.domain.reference import Agency
from kt1desk.services.acceptance import Accepted
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.rows import SearchHit

_PAUSE_MS = 30
_MISSING = {
    "item.sender_missing": "người gửi",
    "item.receiver_missing": "người nhận",
    "item.weight_zero": "khối lượng",
    "item.agreed_time_missing": "giờ hẹn",
    "checklist.unanswered": "xem ngoài bì",
}
"""Problems that only say that something is not there yet: named beside the save key, never painted red while the clerk is still typing."""


class AcceptItemPage(Page):
    """`item_accepted` carries the item's number: its papers may be printed."""

    item_accepted = Signal(str)

    def __init__(self, needs: AcceptNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._busy = False
        self._view: CounterView | None = None
        self._last: AcceptanceDraft | None = None
        self._answers: dict[str, Answer] = {}
        self._ui = Ui_AcceptItemPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._side = AcceptSide()
        self._side.save_wanted.connect(self._save)
        checklist = ChecklistPanel(self._ui.check_lines, self._ui.confirm, self._ui.check_hint, self)
        asks = (self._ask_sender, self._ask_receiver, self._ask_province)
        self._form = AcceptForm(self._ui, self, jobs, asks, checklist)
        self._form.edited.connect(self._edited)
        self._form.space_pressed.connect(checklist.confirm)
        self._form.from_agency.chosen.connect(self._go_on)
        self._form.to_agency.chosen.connect(self._go_on)
        self._form.province.chosen.connect(self._go_on)
        self._ui.secrecy.chosen.connect(self._go_on)
        self._ui.urgency.chosen.connect(self._go_on)
        show_recent(self._ui.recent, (), 0)
        self._way = EnterWay(self, self._steps())
        self._way.finished.connect(self._ui.confirm.setFocus)
        self._quotes, self._labels = Newest(jobs), Newest(jobs, Lane.OUTSIDE)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_quote)
        self._scale = ScaleWatch(needs, jobs, self._ui.scale_note, self)
        self._scale.settled.connect(self._weighed)

    # --- Page ----------------------------------------------------------------------------------------------------

    def entered(self, ref: str = "") -> None:
        """Read supply and list, go to the first input that needs something. `ref` is a sender's id."""
        self._read()
        self._scale.start()
        if ref and self._form.from_agency.answer() is None:
            self._jobs.run(lambda: tuple(self._needs.agencies(ref, "")), self._put_sender, self._fail)
        self._way.start()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._side

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        refuse = self._form.checklist.refuse
        numbers = (
            PageKey(f"Alt+{at}", f"điều {at} ngoài bì không đúng", partial(refuse, at)) for at in range(1, 10)
        )
        return (
            PageKey("F9", "nhận, in nhãn và phiếu", self._save),
            PageKey("F8", "như bì trước", self._repeat),
            PageKey("Dấu cách", "đã xem ngoài bì, tất cả đúng"),
            PageKey(
                "Alt+0", "có hoặc không «Chỉ người có tên mới được bóc bì»", self._form.checklist.toggle_fact
            ),
            *numbers,
            PageKey("Ctrl+N", "người nhận ngoài danh mục", self._begin_other),
            PageKey("Ctrl+Delete", "xóa hết, làm bì khác", self._reset),
        )

    def step_back(self) -> bool:
        """One input back on the way; what was typed stays."""
        steps = [step.widget for step in self._steps()]
        at = next((i for i, widget in enumerate(steps) if widget.hasFocus()), len(steps))
        before = [widget for widget in steps[:at] if widget.isVisibleTo(self) and widget.isEnabled()]
        if not before:
            return False
        before[-1].setFocus()
        return True

    def take_scan(self, code: str) -> bool:
        """A label of this desk's roll becomes the number of the item."""
        try:
            number = S10.parse(code)
        except DeskError:
            return False
        self._ui.number.setText(number.grouped)
        self._ui.number.show_idle()
        self._edited()
        self._way.start()
        return True

    def takes(self, kind: str) -> bool:
        """See `Page.takes`."""
        return kind == "agency"

    def take_found(self, hit: SearchHit) -> bool:
        """An agency found by search becomes the sender, then the receiver."""
        if hit.kind != "agency":
            return False
        self._jobs.run(lambda: tuple(self._needs.agencies(hit.ref, "")), self._put_next, self._fail)
        return True

    # --- the way through the form --------------------------------------------------------------------------------

    def _steps(self) -> tuple[Step, ...]:
        ui, form = self._ui, self._form
        return (
            Step(ui.sender, lambda: form.from_agency.answer() is None, form.from_agency.enter),
            Step(
                ui.receiver,
                lambda: form.to_agency.answer() is None and not form.is_other(),
                form.to_agency.enter,
            ),
            Step(ui.other_name, lambda: self._is_other_open() and not ui.other_name.text()),
            Step(
                ui.other_province,
                lambda: self._is_other_open() and form.province.answer() is None,
                form.province.enter,
            ),
            Step(ui.other_address, lambda: self._is_other_open() and not ui.other_address.text()),
            Step(ui.secrecy, lambda: ui.secrecy.value() is None),
            Step(ui.urgency, lambda: ui.urgency.value() is None),
            Step(ui.agreed, lambda: form.is_timed() and not ui.agreed.text(), self._read_agreed),
            Step(ui.weight, lambda: not ui.weight.text()),
            Step(ui.confirm, lambda: not form.checklist.is_confirmed()),
            Step(ui.number, lambda: False),
            Step(ui.handed_by, lambda: False),
        )

    def _go_on(self, *_: object) -> None:
        self._form.show_agreed(shown=self._form.is_timed())
        self._way.start()

    def _is_other_open(self) -> bool:
        return bool(self._ui.below.currentWidget() is self._ui.other_card)

    def _begin_other(self) -> None:
        typed = self._ui.receiver.text() if self._form.to_agency.answer() is None else ""
        self._form.to_agency.put(None)
        self._ui.below.setCurrentWidget(self._ui.other_card)
        self._ui.other_name.setText(typed)
        self._ui.receiver.show_idle("Ngoài danh mục: ghi bên dưới như ngoài bì")
        self._ui.other_name.setFocus()
        self._edited()

    def _read_agreed(self) -> bool:
        text = self._ui.agreed.text()
        try:
            self._form.set_agreed(self._needs.agreed(text) if text else None)
        except DeskError as error:
            self._form.set_agreed(None)
            self._ui.agreed.show_error(say(error))
            return False
        self._ui.agreed.show_idle()
        self._edited()
        return True

    def _repeat(self) -> None:
        """The parties and marks of the item before; weight and cover are looked at again."""
        last = self._last
        if last is None or not self._form.is_empty():
            return
        self._form.from_agency.put(self._answers.get(last.sender))
        self._form.to_agency.put(self._answers.get(last.receiver))
        self._ui.secrecy.set_value(last.secrecy.value)
        self._ui.urgency.set_value(last.urgency.value)
        self._edited()
        self._go_on()

    def _reset(self) -> None:
        self._form.clear()
        self._side.show_empty()
        self._edited()
        self._way.start()

    # --- questions and answers -----------------------------------------------------------------------------------

    def _ask_sender(self, text: str) -> Sequence[Answer]:
        return [_answer(row) for row in self._needs.agencies(text, "")]

    def _ask_receiver(self, text: str) -> Sequence[Answer]:
        sender = self._form.from_agency.answer()
        return [_answer(row) for row in self._needs.agencies(text, sender.ref if sender else "")]

    def _ask_province(self, text: str) -> Sequence[Answer]:
        return [Answer(row.code, row.full_name) for row in self._needs.provinces(text)]

    def _put_sender(self, found: tuple[Agency, ...]) -> None:
        if found:
            self._form.from_agency.put(_answer(found[0]))
            self._edited()
            self._go_on()

    def _put_next(self, found: tuple[Agency, ...]) -> None:
        if found and self._form.from_agency.answer() is None:
            self._put_sender(found)
        elif found:
            self._form.to_agency.put(_answer(found[0]))
            self._edited()
            self._go_on()

    def _read(self) -> None:
        self._jobs.run(self._needs.counter, self._show_counter, self._fail)

    def _show_counter(self, view: CounterView) -> None:
        self._view = view
        show_recent(self._ui.recent, view.items, view.offset_min)
        self._ui.recent_note.show_note(f"{count(view.accepted)} bưu gửi")
        self._show_supply()
        self._edited()

    def _show_supply(self) -> None:
        view = self._view
        if view is None or self._ui.number.text():
            return
        if view.numbers_left == 0:
            self._ui.number.show_error("Hết số của bàn: báo Bưu điện tỉnh cấp dải số mới, rồi nhận tiếp.")
        elif view.numbers_low:
            self._ui.number.show_warning(
                f"Chỉ còn {count(view.numbers_left)} số: báo Bưu điện tỉnh cấp thêm."
            )
        else:
            self._ui.number.show_idle(
                f"Số kế tiếp {item_number(view.next_number)} · còn {count(view.numbers_left)} số"
            )

    def _edited(self) -> None:
        form = self._form
        if form.is_empty() and not self._is_other_open():
            self._ui.below.setCurrentWidget(self._ui.recent_card)
        elif not self._is_other_open() or (
            form.is_other() and form.province.answer() and self._ui.other_address.text()
        ):
            self._ui.below.setCurrentWidget(self._ui.check_card)
        form.show_agreed(shown=form.is_timed())
        form.checklist.show_lines(self._needs.checklist(form.draft().secrecy))
        self._pause.start()

    def _ask_quote(self) -> None:
        draft = self._form.draft()
        self._quotes.run(
            lambda: self._needs.quote(draft), lambda view: self._show_quote(draft, view), self._fail
        )
        self._labels.run(
            lambda: self._needs.label(draft), partial(self._side.show_label, draft), self._side.show_no_label
        )

    def _show_quote(self, draft: AcceptanceDraft, view: QuoteView) -> None:
        quote = view.quote
        if self._form.is_empty():
            self._side.show_empty()
        else:
            self._side.show_quote(draft, view)
        if quote.product is not None and self._form.is_chosen():
            self._ui.urgency_note.show_note(f"{quote.product.code} · {quote.product.name}")
        if draft.number and not any(problem.field == "number" for problem in quote.problems):
            self._ui.number.show_done("Đúng số kiểm tra, trong dải số của bàn", Role.OK)
        elif not draft.number:
            self._show_supply()
        if draft.weight_g and not any(problem.field == "weight" for problem in quote.problems):
            self._ui.weight.show_done("Gam")
        self._show_problems(quote.problems)

    def _show_problems(self, problems: Sequence[DeskError]) -> None:
        form, missing, wrong = self._form, [], ""
        if not form.is_chosen() and not form.is_empty():
            missing.append("ký hiệu và độ khẩn")
        for problem in problems:
            if problem.code in _MISSING:
                missing.append(_MISSING[problem.code])
            elif not form.show_problem(problem) or not wrong:
                wrong = wrong or say(problem)
        if wrong:
            self._side.show_wrong(wrong)
        elif missing or form.is_empty():
            self._side.show_missing("" if form.is_empty() else f"Còn thiếu: {', '.join(missing)}")
        else:
            self._side.show_ready()

    # --- accepting -----------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if self._busy or not self._form.is_chosen():
            return
        if self._form.is_timed() and not self._read_agreed():
            return
        draft = self._form.draft()
        self._busy = True
        self._side.show_missing("Đang ghi sổ…")
        self._jobs.run(
            lambda: self._needs.accept(draft), lambda done: self._accepted(draft, done), self._refused
        )

    def _accepted(self, draft: AcceptanceDraft, accepted: Accepted) -> None:
        self._busy = False
        self._last = draft
        for choice in (self._form.from_agency, self._form.to_agency):
            if (answer := choice.answer()) is not None:
                self._answers[answer.ref] = answer
        self._reset()
        self._read()
        self.said.emit(
            f"Đã nhận {item_number(accepted.item)} · sổ {accepted.event.id.text} · {accepted.event.proof}"
        )
        self.changed.emit()
        self.item_accepted.emit(accepted.item)

    def _refused(self, error: DeskError) -> None:
        """What was typed stays; the sentence stands next to its cause, and the cause has the focus."""
        self._busy = False
        self._form.show_problem(error)
        self._side.show_wrong(say(error))

    def _weighed(self, grams: int) -> None:
        """A weight that stands still fills an empty input; one that was typed stays."""
        if self._ui.weight.text() or self._form.is_empty():
            return
        self._ui.weight.setText(str(grams))
        self._edited()
        if self._ui.weight.hasFocus():
            self._way.start()

    def _fail(self, error: DeskError) -> None:
        self._side.show_wrong(say(error))


def _answer(row: Agency) -> Answer:
    contract = "ghi nợ theo hợp đồng" if row.uses_kt1 else "chưa có hợp đồng: trả tiền mặt"
    return Answer(row.agency_id, row.name, row.address, row.call_code, f"{row.address} · {contract}")
