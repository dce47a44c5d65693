"""What the item before lends to the next one: all of it, or its sender alone, for a messenger brings a dozen covers of one office.

Weight and cover are looked at anew each time; with the sender alone letter and urgency are, too. It must not know how an item is saved.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.services.drafts import AcceptanceDraft

_NOTHING_BEFORE = "Chưa có bì nào nhận trước bì này từ lúc đăng nhập."
_NOT_EMPTY = "Bì đang nhập còn dở: nhận xong hoặc xóa hết (Ctrl+Delete), rồi F8."


class Again:
    """Each method is a key. ``say`` shows a sentence where the clerk looks."""

    def __init__(self, form: AcceptForm, say: Callable[[str], None]) -> None:
        self._form, self._say = form, say
        self._last: AcceptanceDraft | None = None

    def remember(self, draft: AcceptanceDraft) -> None:
        """What was accepted last."""
        self._last = draft

    def forget(self) -> None:
        """Nothing was accepted here."""
        self._last = None

    def last_sender(self) -> str:
        """Who sent it, "" for nobody."""
        return self._last.sender if self._last is not None else ""

    def whole(self) -> None:
        """Parties and marks as before, who hands in and how it is paid."""
        last = self._usable()
        if last is not None:
            self._form.take_over(last)
            self._form.repeat(last)

    def sender(self) -> None:
        """The same sender, who hands in and how it is paid; another receiver."""
        last = self._usable()
        if last is not None:
            self._form.take_over(last)
            self._form.repeat_sender(last)

    def _usable(self) -> AcceptanceDraft | None:
        if self._last is None:
            self._say(_NOTHING_BEFORE)
        elif not self._form.is_empty():
            self._say(_NOT_EMPTY)
        else:
            return self._last
        return None
