"""The command field: the one field for everything that is typed to be found. Ctrl+K leads to it; scans never land in it as text.

It asks while the clerk types, shows only the newest answer, and says what was chosen. Places are found by their names as well, each with
its key, so that people outgrow the list. The field must not know what an answer leads to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs import SearchNeeds
from kt1desk.desktop.widgets import FieldEdit, NoteLabel, SearchPopup
from kt1desk.desktop.widgets import SearchHit as ShownHit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10, normalise_number
from kt1desk.domain.text import fold
from kt1desk.services.rows import SearchHit

_LIMIT = 12
PLACE = "place"
_KIND_WORDS = {
    "item": "Bưu gửi",
    "dossier": "Hồ sơ",
    "procedure": "Thủ tục",
    "authority": "Cơ quan",
    "agency": "Cơ quan",
    "point": "Điểm giao dịch",
    "action": "Lệnh",
    PLACE: "Nơi làm việc",
}


class CommandField(QObject):
    """Joins field, list and search. `found` carries a `SearchHit`; `number_typed` a whole item number typed by hand."""

    found = Signal(object)
    number_typed = Signal(str)

    def __init__(self, field: FieldEdit, note: NoteLabel, window: QWidget, jobs: Jobs) -> None:
        super().__init__(field)
        self._field = field
        self._needs: SearchNeeds | None = None
        self._places: Callable[[], Sequence[Place]] = tuple
        self._newest = Newest(jobs)
        self._hits: dict[str, SearchHit] = {}
        field.attach_note(note)
        field.set_leading_icon(Icon.SEARCH, "Tìm")
        self._popup = SearchPopup(field, window)
        self._popup.hit_chosen.connect(self._choose)
        field.textEdited.connect(self._typed)
        field.returnPressed.connect(self._entered)

    def serve(self, needs: SearchNeeds, places: Callable[[], Sequence[Place]]) -> None:
        """What can be found from now on; ``places`` says which of them are offered at the moment."""
        self._needs, self._places = needs, places

    def forget(self) -> None:
        """Drop what was typed and found."""
        self._hits = {}
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
        self._newest.run(lambda: tuple(needs.search(text, _LIMIT)), self._show, self._refuse)

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        if not self._field.hasFocus():
            return
        whole = (*_matching(self._places(), self._field.text()), *hits)
        self._hits = {f"{at}": hit for at, hit in enumerate(whole)}
        shown = [_shown(ref, hit) for ref, hit in self._hits.items()]
        self._popup.show_hits(shown, "" if shown else "Không tìm thấy. Gõ ít chữ hơn, không cần dấu.")

    def _refuse(self, error: DeskError) -> None:
        self._field.show_error(say(error))

    def _entered(self) -> None:
        """Enter with no list open: a whole number, or a search that has not answered yet."""
        typed = normalise_number(self._field.text())
        try:
            number = S10.parse(typed).text
        except DeskError as error:
            if error.code == "number.check_digit":
                self._field.show_error(say(error))
            else:
                self._ask()
            return
        self._leave()
        self.number_typed.emit(number)

    def _choose(self, shown: ShownHit) -> None:
        hit = self._hits[shown.ref]
        self._leave()
        self.found.emit(hit)

    def _leave(self) -> None:
        self._newest.forget()
        self._popup.hide()
        self._field.clear()
        self._field.show_idle()


def _matching(places: Sequence[Place], text: str) -> tuple[SearchHit, ...]:
    """Places of whose title each typed word begins a word, whatever the accents."""
    words = fold(text).split()
    return tuple(
        SearchHit(PLACE, place.name, place.title, "") for place in places if _begins(words, place.title)
    )


def _begins(words: Sequence[str], title: str) -> bool:
    parts = fold(title).split()
    return bool(words) and all(any(part.startswith(word) for part in parts) for word in words)


def _shown(ref: str, hit: SearchHit) -> ShownHit:
    key = Place[hit.ref].key if hit.kind == PLACE else ""
    return ShownHit(ref, hit.title, hit.subtitle, _KIND_WORDS.get(hit.kind, ""), key)
