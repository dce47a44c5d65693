"""What the page of the line shows: the ways, what came in, how the line stands. It must not know what is done there."""

from __future__ import annotations

from kt1desk.desktop.forms.line import Ui_LinePage
from kt1desk.desktop.forms.line_side import Ui_LineSide
from kt1desk.desktop.line.texts import CAME_COLUMNS, STREAM_COLUMNS, came_rows, role_of, stream_rows
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs.line import LineActs, LineView
from kt1desk.desktop.widgets import set_role
from kt1desk.desktop.widgets.labels import tell
from kt1desk.desktop.widgets.table import HEADER_HEIGHT, ROW_HEIGHT

_STREAMS = 2
_FRAME = 4


class LineBoard:
    """The two lists and the column at their right; empty until something is shown."""

    def __init__(self, ui: Ui_LinePage, side: Ui_LineSide) -> None:
        self._ui, self._side = ui, side
        self._view: LineView | None = None
        self._streams = ui.streams.show_rows(STREAM_COLUMNS)
        self._came = ui.came.show_rows(CAME_COLUMNS)
        ui.came.set_empty_text("Chưa nhận gì trong phiên này.")
        ui.came.selectionModel().currentRowChanged.connect(lambda *_: self._show_why())
        for label in (ui.problems, ui.why, side.problem, side.saved, side.folder_trouble, side.siblings):
            tell(label, "")
        ui.streams.setFixedHeight(HEADER_HEIGHT + _STREAMS * ROW_HEIGHT + _FRAME)
        _offer(side, LineActs())

    def folder(self) -> str:
        """The shared folder that is set, as it was shown."""
        return self._view.near.folder if self._view is not None else ""

    def forget(self) -> None:
        """Nothing came in."""
        self._came.set_rows(())

    def show(self, view: LineView) -> None:
        """Show this; the line at hand of what came in stays."""
        ui, side, about = self._ui, self._side, view.about
        self._view = view
        tell(side.problem, "")
        self._streams.set_rows(stream_rows(view.streams))
        at = ui.came.currentIndex().row()
        self._came.set_rows(came_rows(view.came))
        if view.came:
            ui.came.selectRow(min(max(at, 0), len(view.came) - 1))
        ui.came_count.setText(f"{count(len(view.came))} việc" if view.came else "")
        tell(ui.problems, "\n".join(about.problems))
        side.link.setText(about.link)
        set_role(side.link, role_of(about.tone))
        for label, text in (
            (side.server, about.server),
            (side.certificate, about.certificate),
            (side.good, about.good),
            (side.clock, about.clock),
            (side.program, about.program),
            (side.safe, about.safe),
            (side.folder, view.near.folder),
        ):
            label.show_note(text or "chưa có")
        side.approval.setText(about.approval)
        tell(side.siblings, "\n".join(view.near.siblings))
        tell(side.folder_trouble, view.near.trouble)
        _offer(side, view.acts)
        self._show_why()

    def _show_why(self) -> None:
        at, came = self._ui.came.currentIndex().row(), self._view.came if self._view is not None else ()
        tell(self._ui.why, came[at].why if 0 <= at < len(came) else "")


def _offer(side: Ui_LineSide, acts: LineActs) -> None:
    side.approve.setText("Thôi cho KT1 qua mạng" if acts.shut else "Cho KT1 qua mạng")
    for button, is_offered in (
        (side.hurry, acts.hurry),
        (side.approve, acts.allow or acts.shut),
        (side.join, acts.join),
        (side.share, acts.share),
        (side.leave, acts.leave),
    ):
        button.setVisible(is_offered)
