"""Correcting an accepted item at the form: filled from the books, accepted anew, the old number taken back in the same moment.

What the form has no input for comes along unseen. It must not know how an acceptance is taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.accept_needs import AcceptNeeds, Correction
from kt1desk.desktop.accept_side import AcceptSide
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.services.acceptance import Accepted
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.examination import NAMED_PERSON

_BEFORE_CORRECTING = "Bì đang nhập còn dở: nhận xong hoặc xóa hết (Ctrl+Delete), rồi sửa bì đã nhận."


class Correcting(QObject):
    """`filled`: the form holds the old item. `refused(str)`: why it cannot be corrected here or now.

    `left`: nothing of what is typed is wanted. `back(str)`: the item of that number is to be seen again as it is.
    """

    filled = Signal()
    refused = Signal(str)
    left = Signal()
    back = Signal(str)

    def __init__(
        self, ui: Ui_AcceptItemPage, form: AcceptForm, side: AcceptSide, jobs: Jobs, needs: AcceptNeeds
    ) -> None:
        super().__init__(form)
        self._ui, self._form, self._side = ui, form, side
        self._jobs, self._needs = jobs, needs
        self._number, self._aside = "", 0
        self._may_lie_aside = True
        self._done: AcceptanceDraft | None = None
        self._old = self._shown = AcceptanceDraft()

    def number(self) -> str:
        """The number that is being corrected, "" for none."""
        return self._number

    def is_untouched(self) -> bool:
        """Whether a correction has begun in which nothing was changed yet."""
        return bool(self._number) and self._form.draft() == self._shown

    def begin(self, number: str) -> None:
        """Fill the form from the books; what is being typed there is not thrown away for it."""
        if self._form.is_empty():
            self._jobs.run(lambda: self._needs.correction(number), self._fill, self._refuse)
        elif self._number != number:
            self.refused.emit(_BEFORE_CORRECTING)

    def take_up(self) -> None:
        """Put back what whoever works here had half typed when a session ended; it lies aside until something became of it.

        Looked for once, and again after something came back: there may be more than one.
        """
        if self._may_lie_aside and self._form.is_empty() and not self._number:
            self._may_lie_aside = False
            self._jobs.run(self._needs.left_over, self._fill_again, self._refuse)

    def laying_aside(self, draft: AcceptanceDraft) -> Callable[[], None]:
        """The work that keeps what is half typed. Done twice it is kept once: a session that could not end goes on with it."""

        def lay() -> None:
            if draft != self._done:  # it was being written when the session ended
                self._aside = self._needs.lay_aside(draft, self._aside)

        return lay

    def leave(self) -> None:
        """Another item instead; whoever corrected sees the old one again. What came back is not wanted any more."""
        number, aside = self._number, self._aside
        self.left.emit()
        if aside:
            self._jobs.run(lambda: self._needs.throw_away(aside), lambda _: None, self._refuse)
        if number:
            self.back.emit(number)

    def end(self) -> None:
        """What is typed from now on is a new item."""
        self._may_lie_aside |= self._aside > 0
        self._number, self._aside, self._done = "", 0, None
        self._form.replaces = ""
        self._side.show_correcting("")

    def accepting(self, draft: AcceptanceDraft) -> Callable[[], Accepted]:
        """The work that accepts a draft: as a new item, or in the place of the old one."""
        whole, number = self._completed(draft), self._number

        def accept() -> Accepted:
            accepted = self._needs.accept(whole, number, self._aside)
            self._done = draft
            return accepted

        return accept

    def handing_back(self, draft: AcceptanceDraft, line: str) -> Callable[[], Event]:
        """The work that records that the cover goes back."""

        def hand_back() -> Event:
            event = self._needs.refuse_cover(draft, line, self._aside)
            self._done = draft
            return event

        return hand_back

    def _completed(self, draft: AcceptanceDraft) -> AcceptanceDraft:
        """With what the form cannot show: pieces, and the telephone of whoever handed it in, if it is still he."""
        if not self._number:
            return draft
        same = draft.handed_by.strip() == self._old.handed_by.strip()
        phone = self._old.handed_by_phone if same else ""
        return replace(draft, pieces=self._old.pieces, handed_by_phone=phone)

    def _fill_again(self, left: Correction | None) -> None:
        """As it was typed; a mark that may not have been decided yet is decided by its key, and the label is scanned if it was."""
        if left is None or not self._form.is_empty():
            return
        self._fill(left)
        self._aside = left.aside
        ui, draft = self._ui, left.draft
        ui.number.setText(draft.number)
        if not draft.weight_g:
            ui.weight.clear()
        if draft.secrecy is Secrecy.NONE:
            ui.secrecy.set_value(None)
        if draft.urgency is Urgency.NONE:
            ui.urgency.set_value(None)
        self._form.edited.emit()
        self.filled.emit()

    def _fill(self, old: Correction) -> None:
        """Marks and parties as they were; the cover is looked at again, so that decision stays open."""
        if not self._form.is_empty():
            return
        ui, draft = self._ui, old.draft
        self._number, self._aside, self._old = old.number, 0, draft
        self._form.replaces = old.number
        self._side.show_correcting(old.number)
        ui.weight.setText(str(draft.weight_g))
        ui.place.set_value(draft.place.value)
        ui.payment.set_value(draft.payment.value)
        ui.handed_by.setText(draft.handed_by)
        self._form.parties.meet(old.agencies, old.provinces)
        self._form.repeat(draft)
        if old.agreed:
            ui.agreed.setText(old.agreed)
            self._form.read_agreed()
        self._form.later.put(draft.later, old.real_time)
        if draft.answers.get(NAMED_PERSON):
            self._form.checklist.toggle_fact()
        self._shown = self._form.draft()
        self.filled.emit()

    def _refuse(self, error: DeskError) -> None:
        self.refused.emit(say(error))
