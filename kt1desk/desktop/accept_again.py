"""What the item before lends to the next one: all of it, or its sender alone, for a messenger brings a dozen covers of one office.

Weight and cover are looked at anew each time; with the sender alone letter and urgency are, too. It must not know how an item is saved.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.services.drafts import AcceptanceDraft

_NOTHING_BEFORE = "Chưa có bì nào nhận trước bì này từ lúc đăng nhập."
_NOT_EMPTY = "Bì đang nhập còn dở: nhận xong hoặc xóa hết (Ctrl+Delete) trước."


class Again:
    """Two keys. ``say`` shows a sentence where the clerk looks."""

    def __init__(self, ui: Ui_AcceptItemPage, form: AcceptForm, say: Callable[[str], None]) -> None:
        self._ui, self._form, self._say = ui, form, say
        self._last: AcceptanceDraft | None = None

    def remember(self, draft: AcceptanceDraft) -> None:
        """What was accepted last."""
        self._last = draft

    def forget(self) -> None:
        """Nothing was accepted here."""
        self._last = None

    def sender_code(self) -> str:
        """The call code of who sent it, "" for nobody."""
        answer = self._form.parties.met(self._last.sender) if self._last is not None else None
        return answer.key if answer is not None else ""

    def whole(self) -> None:
        """Parties and marks as before, who hands in and how it is paid."""
        last = self._usable()
        if last is not None:
            self._take_over(last)
            self._form.repeat(last)

    def sender(self) -> None:
        """The same sender, who hands in and how it is paid; whom it goes to and how it is marked is decided anew."""
        last = self._usable()
        answer = self._form.parties.met(last.sender) if last is not None else None
        if last is not None and answer is not None:
            self._take_over(last)
            self._form.parties.source.put(answer)
            self._form.edited.emit()
            self._form.settled.emit()

    def _usable(self) -> AcceptanceDraft | None:
        if self._last is None:
            self._say(_NOTHING_BEFORE)
        elif not self._form.is_empty():
            self._say(_NOT_EMPTY)
        else:
            return self._last
        return None

    def _take_over(self, last: AcceptanceDraft) -> None:
        ui = self._ui
        ui.handed_by.setText(last.handed_by)
        ui.place.set_value(last.place.value)
        ui.payment.set_value(last.payment.value)
