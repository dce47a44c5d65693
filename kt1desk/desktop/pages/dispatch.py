"""Dispatches: from the counter to the next point, in four works on one page, each with its key.

A scan does what the work in front is for; parts of a 2D code always go to the receiving one. The page must not know what a work does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.dispatch.approval_work import ApprovalWork
from kt1desk.desktop.dispatch.arrival_work import ArrivalWork
from kt1desk.desktop.dispatch.pack_work import PackWork
from kt1desk.desktop.dispatch.send_work import SendWork
from kt1desk.desktop.forms.dispatch import Ui_DispatchPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import PAPER_CODE, Page, PageKey
from kt1desk.desktop.needs.dispatch import DispatchNeeds
from kt1desk.desktop.widgets import Choice

APPROVAL, PACK, SEND, ARRIVAL = "approval", "pack", "send", "arrival"
"""Works, as `entered(ref)` names them."""
_TITLES = {APPROVAL: "Chờ duyệt", PACK: "Đóng túi", SEND: "Gửi chuyến", ARRIVAL: "Nhận chuyến"}


class DispatchPage(Page):
    """Four works, one in front."""

    def __init__(self, needs: DispatchNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_DispatchPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QStackedWidget(self)
        self._right.hide()
        self._works: dict[str, Page] = {
            APPROVAL: ApprovalWork(needs, jobs),
            PACK: PackWork(needs, jobs),
            SEND: SendWork(needs, jobs),
            ARRIVAL: ArrivalWork(needs, jobs),
        }
        titles = enumerate(_TITLES.items(), 1)
        self._ui.works.set_choices([Choice(name, title, f"Ctrl+{at}") for at, (name, title) in titles])
        self._ui.works.chosen.connect(self.entered)
        for work in self._works.values():
            self._add(work)
        self._front = APPROVAL
        self._ui.works.set_value(self._front)

    def entered(self, ref: str = "") -> None:
        """Bring a work to the front, or the one that was; it reads what it shows."""
        if ref in self._works:
            self._front = ref
        work = self._works[self._front]
        self._ui.works.set_value(self._front)
        self._ui.stack.setCurrentWidget(work)
        side = work.side()
        if side is not None:
            self._right.setCurrentWidget(side)
        self.keys_changed.emit()
        work.entered()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """One step inside the work in front."""
        return self._works[self._front].step_back()

    def keys(self) -> Sequence[PageKey]:
        """The works, and what acts in the one in front."""
        works = [
            PageKey(f"Ctrl+{at}", title, partial(self.entered, name))
            for at, (name, title) in enumerate(_TITLES.items(), 1)
        ]
        return (*works, *self._works[self._front].keys())

    def take_scan(self, code: str) -> bool:
        """The work in front takes it."""
        return self._works[self._front].take_scan(code)

    def works_with_scans(self) -> bool:
        """Each scan is a step of the work."""
        return True

    def takes(self, kind: str) -> bool:
        """Parts of 2D codes."""
        return kind == PAPER_CODE

    def take_part(self, data: bytes) -> bool:
        """Paper of a dispatch is read where dispatches are received."""
        if self._front != ARRIVAL:
            self.entered(ARRIVAL)
        return self._works[ARRIVAL].take_part(data)

    def _add(self, work: Page) -> None:
        self._ui.stack.addWidget(work)
        side = work.side()
        if side is not None:
            self._right.addWidget(side)
        for mine, its in (
            (self.changed, work.changed),
            (self.said, work.said),
            (self.going, work.going),
            (self.scan_failed, work.scan_failed),
        ):
            its.connect(mine)
        work.keys_changed.connect(
            lambda: self.keys_changed.emit() if work is self._works[self._front] else None
        )
