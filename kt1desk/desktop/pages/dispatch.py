"""Dispatches: from the counter to the next point, in four works on one page, each with its key.

Of dossiers nothing waits for approval: in its stead stands, as the last work, what was done with them without a second person.

A scan does what the work in front is for; parts of a 2D code always go to the receiving one. The page must not know what a work does.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.approval_work import ApprovalWork
from kt1desk.desktop.dispatch.arrival_work import ARRIVAL, ArrivalWork
from kt1desk.desktop.dispatch.exception_work import ExceptionWork
from kt1desk.desktop.dispatch.pack_work import PackWork
from kt1desk.desktop.dispatch.send_work import SendWork
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import PAPER_CODE, Page
from kt1desk.desktop.needs.dispatch import DispatchNeeds
from kt1desk.desktop.works import WorksPage

APPROVAL, PACK, SEND, EXCEPTIONS = "approval", "pack", "send", "exceptions"
"""Works, as `entered(ref)` names them; another is `ARRIVAL`."""


class DispatchPage(WorksPage):
    """The works of one service, one in front; a work has the same key for both services."""

    takes = frozenset({PAPER_CODE})

    def __init__(
        self, needs: DispatchNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        arrival = ArrivalWork(needs, jobs, words)
        approval: dict[str, tuple[str, Page]] = {}
        exceptions: dict[str, tuple[str, Page]] = {}
        if words.is_kt1:
            approval = {APPROVAL: ("Chờ duyệt", ApprovalWork(needs, jobs))}
        else:
            exceptions = {EXCEPTIONS: ("Ngoại lệ", ExceptionWork(needs, jobs))}
        works: dict[str, tuple[str, Page]] = {
            **approval,
            PACK: ("Đóng túi", PackWork(needs, jobs, words)),
            SEND: ("Gửi chuyến", SendWork(needs, jobs, words)),
            ARRIVAL: ("Nhận chuyến", arrival),
            **exceptions,
        }
        super().__init__(works, parent, first=1 if approval else 2)
        self._arrival = arrival

    def take_part(self, data: bytes) -> bool:
        """Paper of a dispatch is read where dispatches are received."""
        if not self.is_in_front(ARRIVAL):
            self.entered(ARRIVAL)
        return self._arrival.take_part(data)
