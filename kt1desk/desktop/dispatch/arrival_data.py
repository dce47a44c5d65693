"""How the data of a dispatch comes in without a link: part by part from its paper, or as a file.

It must not know what the data says.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import SEE_BELOW, Doing
from kt1desk.desktop.forms.arrival_side import Ui_ArrivalSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs.arrival import ArrivalNeeds, PartNews
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError

_KNOWN = "Bản kê này đã có ở bàn, không ghi thêm gì."
_NOTHING_NEW = "Đã nhập tệp: không có chuyến thư nào mới."


class ArrivalData(QObject):
    """`came(dispatches)`: data is here. `said(str)`: what it came to, where the list does not show it.

    `elsewhere(Service)`: data is here, to be gone on with at the side of that service.

    `failed(str)`: a part was refused, for the ear and the eye; `refused(str)`: a file.
    """

    came = Signal(object)
    elsewhere = Signal(object)
    said = Signal(str)
    failed = Signal(str)
    refused = Signal(str)

    def __init__(self, ui: Ui_ArrivalSide, needs: ArrivalNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._needs, self._jobs = ui, needs, jobs
        self._doing = Doing(jobs, self)
        ui.file.attach_note(ui.file_note)
        ui.file.returnPressed.connect(self._take_file)
        ui.file.textEdited.connect(lambda _: ui.file.show_idle())
        self._doing.refused.connect(self._refuse_file)
        self.show_start()

    def show_start(self) -> None:
        """No part of a paper is here."""
        self._ui.paper_state.hide()
        self._ui.file_card.hide()

    def take_part(self, data: bytes) -> None:
        """One part, in its turn: none is lost while another is looked at."""
        self._ui.paper_card.show()
        self._jobs.run(lambda: self._needs.take_part(data), self._show, self._refuse)

    def forget(self) -> None:
        """Begin with another paper."""
        self._jobs.run(self._needs.forget_parts, lambda _: self.show_start(), self._refuse)

    def ask_file(self) -> None:
        """The path takes the keys."""
        self._ui.file_card.show()
        self._ui.file.setFocus()

    def close_file(self) -> bool:
        """Away with the path; False where it was not there."""
        was_open = self._ui.file_card.isVisible()
        self._ui.file_card.hide()
        return was_open

    def _show(self, news: PartNews) -> None:
        if news.known:
            self._say(_KNOWN, Role.OK_BOX)
            self.said.emit(_KNOWN)
        elif not news.missing:
            self._say(f"Đã có đủ {news.of} phần.", Role.OK_BOX)
        else:
            missing = ", ".join(map(str, news.missing))
            self._say(f"Đã có {news.have}/{news.of} phần, thiếu phần {missing}.", Role.WARN_BOX)
        if news.elsewhere is not None:
            self.show_start()
            self.elsewhere.emit(news.elsewhere)
        elif not news.missing:
            self.came.emit(tuple(news.dispatches))

    def _take_file(self) -> None:
        path = self._ui.file.text().strip().strip('"')
        if path:
            self._doing.run(lambda: self._needs.take_bundle(path), self._took_file)

    def _took_file(self, dispatches: Sequence[str]) -> None:
        self._ui.file.clear()
        self._ui.file.show_idle()
        self._ui.file_card.hide()
        self.said.emit(
            f"Đã nhập tệp: {count(len(dispatches))} chuyến thư mới." if dispatches else _NOTHING_NEW
        )
        self.came.emit(tuple(dispatches))

    def _refuse_file(self, error: DeskError) -> None:
        self._ui.file.show_error(SEE_BELOW)
        self._ui.file.setFocus()
        self.refused.emit(say(error))

    def _refuse(self, error: DeskError) -> None:
        self._say(say(error), Role.ERROR_BOX)
        self.failed.emit(say(error))

    def _say(self, sentence: str, role: Role) -> None:
        set_role(self._ui.paper_state, role)
        self._ui.paper_state.setText(sentence)
        self._ui.paper_state.show()
