"""The board of the day: figures that people look at before they read, each a way to what it counts, and what must be done next.

It reads again by itself while it is in front: when something happened at the desk behind it, and every minute, because time itself changes
what is late. It must not know how anything is counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.forms.today import Ui_TodayPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.day_tiles import HERE, due_bars, due_title, place_bars, tiles_of, way_of
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.models.todo_rows import TODO_COLUMNS, todo_rows, todo_words, way_of_todo
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs import TodayNeeds, TodayView
from kt1desk.desktop.quiet_rows import show_again
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError
from kt1desk.services.day_todo import Todo

AGAIN_MS = 60_000
_BESIDE_A_COLUMN = 720
_NOTHING_WAITS = "Không có việc nào đang chờ."
_NOT_CLEARED = "Không có việc nào đang chờ. Bưu gửi KT1 chỉ hiện cho người được phân công làm KT1."


class TodayPage(Page):
    """What stands where, now."""

    def __init__(self, needs: TodayNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._view: TodayView | None = None
        self._reading = self._stale = False
        self._ui = Ui_TodayPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.notice.hide()
        self._ui.charts.hide()
        self._rows = self._ui.items.show_rows(TODO_COLUMNS)
        self._ui.items.set_empty_text(_NOTHING_WAITS)
        RowOpening(self._ui.items).opened.connect(self._open)
        self._ui.items.selectionModel().currentRowChanged.connect(lambda *_: self._tell_whole())
        for figures in (self._ui.tiles, self._ui.places, self._ui.due):
            figures.opened.connect(self._follow)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.read_again)
        self._again.start()

    def minimumSizeHint(self) -> QSize:
        """Less than it needs: it stands where there is no right column, and must not make the window wider for pages that have one."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _BESIDE_A_COLUMN), hint.height())

    def entered(self, _ref: str = "") -> None:
        """Read; the list takes the keys."""
        self._ui.items.setFocus()
        self._read()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._view = None
        self._rows.set_rows(())
        self._ui.tiles.show_tiles({})
        self.read_again()

    def read_again(self) -> None:
        """Something happened, or time passed: read, where anybody looks. While a reading is under way, right after it."""
        if self.isVisible() and self._jobs.is_open:
            self._read()

    def keys(self) -> Sequence[PageKey]:
        """Enter opens what is chosen."""
        return (
            PageKey("Enter", "mở dòng, ô số hoặc biểu đồ đang chọn"),
            PageKey("Ctrl+B", "đến các ô số và biểu đồ", self._to_figures),
            reading(self._read),
        )

    def step_back(self) -> bool:
        """From the figures back to the list."""
        if self._ui.items.hasFocus():
            return False
        self._ui.items.setFocus()
        return True

    def _to_figures(self) -> None:
        """The tiles, and from them the charts, and round again."""
        ui = self._ui
        charts = ui.charts.isVisibleTo(self)
        if ui.tiles.has_keys() and ui.places_card.isVisibleTo(self):
            ui.places.setFocus()
        elif charts and (ui.places.hasFocus() or ui.tiles.has_keys()):
            ui.due.setFocus()
        else:
            ui.tiles.take_keys()

    def _read(self) -> None:
        self._stale = self._reading
        if not self._reading:
            self._reading = True
            self._jobs.run(self._needs.today, self._show, self._refuse)

    def _read_what_changed(self) -> None:
        self._reading = False
        if self._stale:
            self._stale = False
            self.read_again()

    def _show(self, view: TodayView) -> None:
        self._view = view
        board, ui = view.board, self._ui
        ui.tiles.show_tiles(tiles_of(board, view.offset_min, view.now_ms))
        ui.places_card.setVisible(board.cases is not None)
        ui.charts.setVisible(board.items is not None or board.cases is not None)
        ui.due_title.setText(due_title(board))
        ui.places.show_bars(ui.places_title.text(), place_bars(board))
        ui.due.show_bars(ui.due_title.text(), due_bars(board))
        ui.items.set_empty_text(_NOTHING_WAITS if board.items is not None else _NOT_CLEARED)
        show_again(ui.items, self._rows, todo_rows(board.todo, view.now_ms, view.offset_min))
        self._tell_whole()
        first = f"{count(len(board.todo))} việc đầu, còn " if board.more else ""
        rest = board.more or len(board.todo)
        ui.items_count.setText(f"{first}{count(rest)} việc" + (" nữa" if board.more else ""))
        _tell(ui.notice, Role.WARN_BOX, _warning(view))
        self._read_what_changed()

    def _refuse(self, error: DeskError) -> None:
        _tell(self._ui.notice, Role.ERROR_BOX, say(error))
        self._read_what_changed()

    def _follow(self, key: str) -> None:
        """A tile or a bar leads to what it counts; what it counts may be the list here."""
        if self._view is None:
            return
        going = way_of(self._view.board, key)
        if going != HERE:
            self.going.emit(going)
        else:
            self._ui.items.setFocus()
            if self._rows.rowCount():
                self._ui.items.selectRow(0)

    def _open(self, ref: str) -> None:
        """The item, or the case with its task begun."""
        found = _todo(self._view, ref)
        if found is not None:
            self.going.emit(way_of_todo(found))

    def _tell_whole(self) -> None:
        """Below the list all of the line that the keys are at."""
        at = self._ui.items.currentIndex().row()
        ref = self._rows.row(at).ref if 0 <= at < self._rows.rowCount() else ""
        self._ui.whole.show_note(todo_words(_todo(self._view, ref)))


def _warning(view: TodayView) -> str:
    """What must be seen to before work goes on; "" where there is nothing."""
    board, sentences = view.board, []
    if board.shift is None:
        taken = "bưu gửi" if board.items is not None else "hồ sơ"
        sentences.append(f"Chưa mở ca: F6 để đếm quỹ và mở ca trước khi nhận {taken}.")
    if board.questions:
        sentences.append(f"{count(board.questions)} giấy in cần trả lời: F10 để trả lời.")
    if board.numbers.low:
        left = count(board.numbers.left)
        sentences.append(f"Dải số chỉ còn {left} số: xin bưu điện tỉnh cấp dải mới.")
    return " ".join(sentences)


def _tell(notice: QLabel, role: Role, sentence: str) -> None:
    set_role(notice, role)
    notice.setText(sentence)
    notice.setVisible(bool(sentence))


def _todo(view: TodayView | None, ref: str) -> Todo | None:
    todo = view.board.todo if view is not None else ()
    return next((each for each in todo if each.ref == ref), None)
