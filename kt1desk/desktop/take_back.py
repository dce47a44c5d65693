"""Ctrl+Z on a page that accepts: the last acceptance of whoever works there is shown and, by F9, taken back. Esc leaves it as it is.

F9 that was pressed before anything was shown takes nothing back: nobody undoes what he has not seen. It must not know what is accepted.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.record_texts import number_of
from kt1desk.desktop.navigation import Going, Page, PageKey, Place
from kt1desk.desktop.take_back_needs import TakeBackNeeds
from kt1desk.desktop.take_back_side import TakeBackSide
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.services.last_accepted import LastAccepted

TAKE_BACK_KEY = "Ctrl+Z"
_WORKING = "Đang ghi sổ…"
_LETTERS = (
    "Ctrl+Z vừa hoàn lại chữ trong ô này. Muốn rút lại bì hoặc hồ sơ vừa nhận: sang ô trống rồi bấm Ctrl+Z."
)


class TakeBack(QObject):
    """Speaks through its page. `done`: it was taken back. `closed`: the form has the keys again.

    `correct_wanted(str)`: the acceptance of that number is to be put right on the form instead.
    """

    done = Signal()
    correct_wanted = Signal(str)
    closed = Signal()

    def __init__(self, page: Page, usual: QWidget, jobs: Jobs, needs: TakeBackNeeds) -> None:
        super().__init__(page)
        self._page = page
        page.state = lambda: "back" if self.is_open() else ""
        self.side = TakeBackSide(usual)
        self._jobs, self._needs = jobs, needs
        self._last: LastAccepted | None = None
        self._is_asked = self._is_busy = False
        self.side.sure.connect(self.confirm)
        self.side.correct.connect(self.correct)
        self.side.look.connect(self.look)
        # Once the keyboard has come to where it goes: what is hidden on its way out would lose it.
        self.side.left.connect(self._leave, Qt.ConnectionType.QueuedConnection)
        for field in page.findChildren(QLineEdit):
            field.installEventFilter(self)

    def is_open(self) -> bool:
        """Whether F9 means the taking back: also while it is still being looked up."""
        return self._is_asked or self.side.is_asking()

    def keys(self) -> Sequence[PageKey]:
        """What acts while it is open."""
        if self._last is not None and self._last.why_not is not None:
            return (PageKey("F8", "xem ở Tra cứu: đang ở đâu, làm gì được", self.look),)
        return (
            PageKey("F9", "rút lại bì hoặc hồ sơ đang hỏi", self.confirm),
            PageKey("Ctrl+E", "sửa: nhận lại bằng số mới", self.correct),
            PageKey("1", "nhận nhầm"),
            PageKey("2", "người gửi rút"),
        )

    def begin(self) -> None:
        """Look up what was accepted last, and ask."""
        if not self.is_open():
            self._is_asked = True
            self._page.keys_changed.emit()
            self._jobs.run(self._needs.last_accepted, self._ask, self._nothing)

    def confirm(self) -> None:
        """Take it back, for the reason that is chosen."""
        last = self._last
        if last is None or last.why_not is not None or self._is_busy or not self.side.is_asking():
            return
        self._is_busy = True
        self.side.tell(_WORKING)
        record, reason = last.record, self.side.reason()
        self._jobs.run(lambda: self._needs.take_back(record, reason), self._taken_back, self._refused)

    def correct(self) -> None:
        """Put it right on the form instead: it is taken back only once it was accepted anew."""
        last = self._last
        if last is not None and last.why_not is None and not self._is_busy and self.close():
            self.correct_wanted.emit(last.record.number)

    def look(self) -> None:
        """It cannot be taken back any more: see where it is and what may be done there."""
        last = self._last
        if last is not None and self.close():
            self._page.going.emit(Going(Place.RECORD, last.record.number))

    def close(self) -> bool:
        """Leave everything as it is; False where nothing was asked. What is being written is not left."""
        was_open = self.is_open()
        if was_open and not self._is_busy:
            self._end()
            self.closed.emit()
        return was_open

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An input in which nothing was typed has nothing of its own to take back: there the key means the acceptance."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Z or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        if isinstance(watched, QLineEdit) and watched.text() and watched.isUndoAvailable():
            self._page.said.emit(
                _LETTERS
            )  # or the F9 that follows would accept where somebody meant to take back
            return False
        event.ignore()
        return True

    def _ask(self, last: LastAccepted) -> None:
        if self._is_asked:
            self._is_asked, self._last = False, last
            self.side.ask(last)
            self._page.keys_changed.emit()

    def _nothing(self, error: DeskError) -> None:
        if self._is_asked:
            self._end()
            self._page.said.emit(say(error))

    def _taken_back(self, event: Event) -> None:
        last, self._is_busy = self._last, False
        self._end()
        number = number_of(last.record) if last is not None else ""
        self._page.said.emit(f"Đã rút {number}: phiếu rút đang in · sổ {event.id.text} · {event.proof}")
        self._page.changed.emit()
        self.done.emit()
        self.closed.emit()

    def _refused(self, error: DeskError) -> None:
        self._is_busy = False
        self.side.tell(say(error), refused=True)

    def _leave(self) -> None:
        if self.side.is_asking() and not self._is_busy:
            self._end()

    def _end(self) -> None:
        self._is_asked, self._last = False, None
        self.side.end()
        self._page.keys_changed.emit()
