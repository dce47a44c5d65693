"""Accepting a KT1 item: the page of the counter.

It reads its inputs, asks one service what they come to, and shows the answer beside each input. Enter goes on to what is still missing;
letter, urgency and the look at the cover are decided by a key each, every time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_again import Again
from kt1desk.desktop.accept_back import StepBack
from kt1desk.desktop.accept_correcting import Correcting
from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.accept_needs import AcceptNeeds
from kt1desk.desktop.accept_offers import Offers
from kt1desk.desktop.accept_quote import QuoteFeed
from kt1desk.desktop.accept_recent import ShiftSoFar
from kt1desk.desktop.accept_saving import Saving
from kt1desk.desktop.accept_side import AcceptSide
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.half_typed import is_half_typed
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.later_part import LATER_KEY
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.navigation import CORRECTION_STAYS, EnterWay, Going, Page, PageKey, Place, corrected_in
from kt1desk.desktop.scale_watch import ScaleWatch
from kt1desk.desktop.take_back import TAKE_BACK_KEY, TakeBack
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.identifiers import S10
from kt1desk.services.acceptance import Accepted
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.rows import SearchHit

_MOST_LINES = 9


class AcceptItemPage(Page):
    """`item_accepted` carries the item's number: its papers may be printed."""

    item_accepted = Signal(str)
    takes = frozenset({"agency"})

    def __init__(self, needs: AcceptNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_AcceptItemPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._side = AcceptSide()
        self._form = AcceptForm(self._ui, self, jobs, needs)
        self._way = EnterWay(self, self._form.steps())
        self._quote = QuoteFeed(self._ui, self._form, self._side, jobs, needs)
        self._so_far = ShiftSoFar(self._ui, jobs, needs, self._side.show_refusal)
        self._saving = Saving(self._form, self._way, self._side, jobs, needs)
        self._correcting = Correcting(self._ui, self._form, self._side, jobs, needs)
        self._saving.write_by(self._correcting.accepting, self._correcting.handing_back)
        self._back = StepBack(self, self._ui, self._form, self._way, self._correcting)
        self._again = Again(self._ui, self._form, self.said.emit)
        self._offers = Offers(self._ui, self._form, needs)
        self._take_back = TakeBack(self, self._side, jobs, needs)
        self._scale = ScaleWatch(needs, jobs, self._ui.scale_note, self)
        self._take_back.done.connect(self._so_far.refresh)
        self._take_back.closed.connect(self._way.start)
        self._take_back.correct_wanted.connect(self._correcting.begin)
        self._form.edited.connect(self._quote.ask)
        self._form.edited.connect(lambda: self._side.above.say_later(self._form.later.words()))
        self._form.settled.connect(self._way.start)
        self._way.finished.connect(self._ui.confirm.setFocus)
        self._quote.calmed.connect(self._so_far.show_supply)
        self._so_far.read.connect(self._offer)
        self._so_far.printer_told.connect(self._side.show_printer)
        self._so_far.opened.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))
        self._side.save_wanted.connect(self._saving.save)
        self._form.checklist.hand_back.connect(self._saving.hand_back)
        self._saving.began.connect(self._quote.stop)
        self._saving.accepted.connect(self._accepted)
        self._saving.handed_back.connect(lambda event: self._begin_next(_handed_back(event)))
        self._saving.stands.connect(lambda error: self._begin_next(say(error)))
        self._scale.settled.connect(partial(_weighed, self._form))
        self._correcting.filled.connect(partial(_filled, self._offers, self._way))
        self._correcting.refused.connect(self.said)
        self._correcting.left.connect(self._reset)
        self._correcting.left.connect(self._offer)
        self._correcting.back.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))

    # --- Page ----------------------------------------------------------------------------------------------------

    def entered(self, ref: str = "") -> None:
        """Read supply and list, go to the first input that needs something. `ref` is a sender's id, or what is to be corrected."""
        self._take_back.close()
        self._so_far.refresh()
        self._scale.start()
        if corrected_in(ref):
            self._correcting.begin(corrected_in(ref))
        elif ref and not self._form.draft().sender:
            self._form.parties.look_up(ref)
        else:
            self._correcting.take_up()
        self._way.start()

    def half_done(self) -> Callable[[], None] | None:
        """See `Page.half_done`. A correction is begun anew from the accepted item: nothing of it is kept."""
        if self._form.is_empty() or self._correcting.number():
            return None
        return self._correcting.laying_aside(self._form.draft())

    def forget(self) -> None:
        """See `Page.forget`."""
        self._take_back.close()
        self._again.forget()
        self._offers.forget()
        self._so_far.forget()
        self._reset()

    def papers_changed(self) -> None:
        """A label came out, or did not: the list beside the draft says so at once."""
        if self.isVisible():
            self._so_far.refresh()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._take_back.side

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        if self._take_back.is_open():
            return self._take_back.keys()
        refuse = partial(partial, _refuse_line, self._ui, self._form, self._way)
        numbers = (
            PageKey(f"Alt+{at}", f"điều {at} ngoài bì không đúng", refuse(at))
            for at in range(1, _MOST_LINES + 1)
        )
        fact = "có hoặc không «Chỉ người có tên mới được bóc bì»"
        return (
            PageKey("F9", "nhận, in nhãn và phiếu", self._saving.save),
            PageKey("F8", "như bì trước", self._again.whole),
            PageKey("Shift+F8", "cùng người gửi với bì trước", self._same_sender),
            PageKey(TAKE_BACK_KEY, "rút lại bì vừa nhận", self._take_back.begin),
            PageKey("Dấu cách", "đã xem ngoài bì, tất cả đúng"),
            PageKey("Alt+0", fact, self._form.checklist.toggle_fact),
            *numbers,
            PageKey(LATER_KEY, "nhập bù: giờ thật ghi trên giấy", self._form.later.turn),
            PageKey("Ctrl+N", "người nhận ngoài danh mục", self._form.parties.begin_other),
            PageKey("Ctrl+Delete", "xóa hết, làm bì khác; thôi sửa", self._correcting.leave),
        )

    def step_back(self) -> bool:
        """See `StepBack`. A correction that was begun is not left by going on backwards."""
        if self._take_back.close() or self._back.take():
            return True
        if self._correcting.number():
            self.said.emit(CORRECTION_STAYS)
        return bool(self._correcting.number())

    def take_scan(self, code: str) -> bool:
        """A label of this desk's roll becomes the number of the item; whether it is one of them is said below it.

        Raises:
            DeskError: ``number.check_digit``.
        """
        try:
            number = S10.parse(code)
        except DeskError as error:
            if error.code == "number.check_digit":
                raise
            return False
        if self._saving.is_busy():
            return False
        self._form.parties.close_list()  # an Enter that follows must not take a row of it
        self._ui.number.setText(number.grouped)
        self._ui.number.show_idle()
        self._form.edited.emit()
        if not is_half_typed(self._ui.number):  # the rest of a word would be typed into whatever comes next
            self._way.start()
        return True

    def take_found(self, hit: SearchHit) -> bool:
        """An agency found by search becomes the sender, then the receiver."""
        if hit.kind == "agency":
            self._form.parties.look_up(hit.ref)
        return hit.kind == "agency"

    # --- what keys do --------------------------------------------------------------------------------------------

    def _reset(self) -> None:
        self._correcting.end()
        self._form.clear()
        self._offers.fresh()
        self._side.show_empty()
        self._form.edited.emit()
        self._way.start()

    def _same_sender(self) -> None:
        self._again.sender()
        self._offers.destinations()

    def _offer(self) -> None:
        self._offers.learn(self._so_far.items())
        if self._form.is_empty():
            self._offers.sources(self._again.sender_code())
        self._quote.ask()

    # --- what came back ------------------------------------------------------------------------------------------

    def _accepted(self, draft: AcceptanceDraft, accepted: Accepted) -> None:
        replaced = self._correcting.number()
        self._again.remember(draft)
        self._scale.wait_for_next()
        self._reset()
        self._so_far.refresh()
        event = accepted.event
        instead = f" thay {item_number(replaced)}" if replaced else ""
        self.said.emit(f"Đã nhận {item_number(accepted.item)}{instead} · sổ {event.id.text} · {event.proof}")
        self.changed.emit()
        self.item_accepted.emit(accepted.item)

    def _begin_next(self, sentence: str) -> None:
        """Something of the item on the form stands in the books: what is typed from now on is another."""
        self._scale.wait_for_next()
        self._reset()
        self._so_far.refresh()
        self.said.emit(sentence)
        self.changed.emit()


def _handed_back(event: Event) -> str:
    return f"Đã ghi lý do trả bì lại người gửi · sổ {event.id.text} · {event.proof}"


def _refuse_line(ui: Ui_AcceptItemPage, form: AcceptForm, way: EnterWay, number: int) -> None:
    """A question is answered with a no: the key that hands the cover back has the focus."""
    if ui.secrecy.value() is None:
        form.show_wanted(ui.secrecy)
        form.parties.bring(ui.secrecy)
    elif form.checklist.refuse(number) and form.checklist.is_refused():
        form.parties.bring(ui.hand_back)
    else:
        way.start()


def _filled(offers: Offers, way: EnterWay) -> None:
    """The form holds what was decided before."""
    offers.keep()
    way.start()


def _weighed(form: AcceptForm, grams: int) -> None:
    """Where nobody has begun, what lies on the scale belongs to no item yet."""
    if not form.is_empty():
        form.weight.take(grams)
