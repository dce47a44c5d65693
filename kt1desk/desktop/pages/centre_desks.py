"""Every desk as the centre sees it, those in trouble first; read again by itself. It stands in a window of its own, without any desk.

The page must not know where the state comes from.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.centre_desks import Ui_CentreDesksPage
from kt1desk.desktop.jobs import Jobs, Lane, Newest
from kt1desk.desktop.line.texts import role_of
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.centre import CentreDesk, CentreNeeds, CentreView
from kt1desk.desktop.widgets import Column, TableRow
from kt1desk.desktop.widgets.labels import tell
from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import fold

EVERY_MS = 10_000
_COLUMNS = (
    Column("Bàn", 70, right=True),
    Column("Điểm", 96),
    Column("Gọi lần cuối", 168),
    Column("Chờ vào sổ", 110, right=True),
    Column("Thư chờ", 90, right=True),
    Column("Còn số", 90, right=True),
    Column("Bản", 84),
    Column("Lệch giờ", 140),
    Column("Tình trạng", cut=True),
)


class CentreDesksPage(Page):
    """A table of desks with a search.

    Args:
        needs: reads the state.
        jobs: the threads.
        parent: the owner.
    """

    def __init__(self, needs: CentreNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._view = CentreView("", "")
        self._reads = Newest(jobs, Lane.OUTSIDE)
        self._ui = Ui_CentreDesksPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._rows = ui.desks.show_rows(_COLUMNS)
        ui.desks.set_empty_text("Đang đọc.")
        ui.search.textEdited.connect(lambda _: self._show_found())
        for label in (ui.alarms, ui.problem):
            tell(label, "")
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.read)

    def entered(self, _ref: str = "") -> None:
        """Read now, and again every ten seconds."""
        self._timer.start()
        self._ui.search.setFocus()
        self.read()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()
        self._reads.forget()

    def read(self) -> None:
        """Read the state; what is shown stays until the answer is there."""
        self._reads.run(self._needs.centre_view, self._show, self._miss)

    def step_back(self) -> bool:
        """Esc: an empty search shows every desk again."""
        if not self._ui.search.text():
            return False
        self._ui.search.clear()
        self._show_found()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Ctrl+K", "tìm bàn", self._ui.search.setFocus),
            PageKey("Ctrl+L", "tới danh sách", self._ui.desks.setFocus),
            reading(self.read),
        )

    def _show(self, view: CentreView) -> None:
        self._view = view
        tell(self._ui.problem, "")
        tell(self._ui.alarms, "\n".join(view.alarms))
        self._ui.read_at.setText(f"Đọc lúc {view.read_at} · vào sổ chậm {view.lag}")
        self._show_found()

    def _miss(self, error: DeskError) -> None:
        """What was read before stays, with the time it was read."""
        tell(self._ui.problem, say(error))

    def _show_found(self) -> None:
        words = fold(self._ui.search.text()).split()
        desks = self._view.desks
        found = [each for each in desks if all(word in fold(_all_of(each)) for word in words)]
        at = self._ui.desks.currentIndex()
        chosen = self._rows.row(at.row()).ref if at.isValid() else ""
        self._rows.set_rows([_row(each) for each in found])
        self._ui.desks.set_empty_text("Không có bàn nào như vậy." if desks else "Chưa có bàn nào.")
        refs = [str(each.device) for each in found]
        if chosen in refs:
            self._ui.desks.selectRow(refs.index(chosen))
        trouble = sum(each.trouble > 0 for each in desks)
        of_all = f"{count(len(found))} / {count(len(desks))} bàn" if words else f"{count(len(desks))} bàn"
        self._ui.sums.setText(f"{of_all} · {count(trouble)} bàn cần xem")


def _row(each: CentreDesk) -> TableRow:
    cells = (
        str(each.device),
        each.point,
        each.seen,
        each.waiting,
        each.mail,
        each.numbers,
        each.program,
        each.clock,
        each.state,
    )
    return TableRow(str(each.device), cells, {len(cells) - 1: role_of(each.tone)})


def _all_of(each: CentreDesk) -> str:
    return f"{each.device} {each.point} {each.program} {each.state}"
