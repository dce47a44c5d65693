"""The command field: the one field for everything that is typed to be found. Ctrl+K leads to it; scans never land in it as text.

It asks while the clerk types, shows only the newest answer, and says what was chosen. Places and actions are found as well, each with its
key, so that people outgrow the list. The field must not know what an answer leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.actions import Action, matching
from kt1desk.desktop.command_hits import Line, arranged
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import SearchNeeds
from kt1desk.desktop.widgets import FieldEdit, NoteLabel, SearchPopup
from kt1desk.desktop.widgets import SearchHit as ShownHit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10, normalise_number
from kt1desk.services.rows import SearchHit

_LIMIT = 12
_NOTHING = (
    "Không thấy gì. Gõ ít chữ hơn, không cần dấu. Tìm được: số hoặc vài chữ số của bưu gửi, hồ sơ; tên, điện thoại người nộp; "
    "cơ quan («so noi vu», «svh»); thủ tục; đồng nghiệp; việc muốn làm («in lại nhãn», «đóng ca»)."
)
_KEYS = "↑ ↓ chọn · Enter mở · Esc đóng"
_MORE = f"{_KEYS} · còn nữa: gõ thêm chữ để thu hẹp"


class Offers(Protocol):
    """What can be done in the program now."""

    def actions(self) -> Sequence[Action]:
        """All of it."""

    def here(self) -> Place | None:
        """Where the clerk stands."""


class CommandField(QObject):
    """Joins field, list and search.

    `found` carries a `SearchHit`, `action_chosen` an `Action`; `number_typed` a whole item number typed by hand.
    """

    found = Signal(object)
    action_chosen = Signal(object)
    number_typed = Signal(str)

    def __init__(self, field: FieldEdit, note: NoteLabel, window: QWidget, jobs: Jobs) -> None:
        super().__init__(field)
        self._field = field
        self._needs: SearchNeeds | None = None
        self._places: Callable[[], Sequence[Place]] = tuple
        self._newest = Newest(jobs)
        self._offers: Offers | None = None
        self._actions: Sequence[Action] = ()
        self._lines: Sequence[Line] = ()
        field.attach_note(note)
        field.set_leading_icon(Icon.SEARCH, "Tìm")
        self._popup = SearchPopup(field, window)
        self._popup.hit_chosen.connect(self._choose)
        field.textEdited.connect(self._typed)
        field.returnPressed.connect(self._entered)

    def serve(self, needs: SearchNeeds, places: Callable[[], Sequence[Place]], offers: Offers) -> None:
        """What can be found from now on; ``places`` and ``offers`` say what may be gone to and done at the moment."""
        self._needs, self._places, self._offers = needs, places, offers

    def forget(self) -> None:
        """Drop what was typed and found."""
        self._leave()

    def begin(self) -> None:
        """Bring the focus here, ready to type; nothing happens before there is something to find."""
        if self._needs is None:
            return
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def step_back(self) -> bool:
        """Shut the list, then empty the field; False when there is nothing to take back."""
        if self._popup.isVisible():
            self._newest.forget()  # an answer that is on its way would open the list again
            self._popup.hide()
            return True
        if self._field.text():
            self._leave()
            return True
        return False

    def has_focus(self) -> bool:
        """Whether keys come here."""
        return self._field.hasFocus()

    def say(self, sentence: str) -> None:
        """A sentence below the field, such as what the last scan was."""
        self._field.show_idle(sentence)

    def warn(self, sentence: str) -> None:
        """A sentence below the field that somebody should notice."""
        self._field.show_warning(sentence)

    def _typed(self) -> None:
        """Each key asks at once: a question that was overtaken before its turn costs nothing (`Newest`)."""
        self._field.show_idle()
        self._popup.await_hits()
        if self._field.text().strip():
            self._ask()
        else:
            self._newest.forget()
            self._popup.hide()

    def _ask(self) -> None:
        text = self._field.text().strip()
        needs = self._needs
        if not text or needs is None:
            return
        if not self._actions and self._offers is not None:
            self._actions = self._offers.actions()  # once for all that is typed until the field is left
        self._newest.run(
            lambda: tuple(needs.search(text, _LIMIT)),
            self._show,
            lambda error: self._field.show_error(say(error)),
        )

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        if not self._field.hasFocus():
            return
        text, offers = self._field.text(), self._offers
        here = offers.here() if offers is not None else None
        self._lines = arranged(text, self._places(), matching(self._actions, text, here), hits)
        shown = [replace(line.shown, ref=f"{at}") for at, line in enumerate(self._lines)]
        foot = _NOTHING if not shown else _MORE if len(hits) == _LIMIT else _KEYS
        self._popup.show_hits(shown, foot, text)
        if self._popup.take_wanted() and not self._popup.choose_current():
            self._take_number()

    def _entered(self) -> None:
        """Enter with no list open: a whole number, or a search that has not answered yet and whose first answer is meant."""
        if not self._take_number():
            self._popup.await_hits(wanted=True)
            self._ask()

    def _take_number(self) -> bool:
        """Whether a whole number stands there; it is told, or what is wrong with it."""
        try:
            number = S10.parse(normalise_number(self._field.text())).text
        except DeskError as error:
            is_number = error.code == "number.check_digit"
            if is_number:
                self._field.show_error(say(error))
            return is_number
        self._leave()
        self.number_typed.emit(number)
        return True

    def _choose(self, shown: ShownHit) -> None:
        means = self._lines[int(shown.ref)].means
        self._leave()
        (self.action_chosen if isinstance(means, Action) else self.found).emit(means)

    def _leave(self) -> None:
        self._newest.forget()
        self._popup.hide()
        self._lines = self._actions = ()
        self._field.clear()
        self._field.show_idle()
