"""The one-stop place: dossiers to their authority, results from it, results to their applicants; each work with its key.

One more work is one more line here.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import TASKS
from kt1desk.desktop.needs.one_stop import OneStopNeeds
from kt1desk.desktop.one_stop.case_work import CaseWork
from kt1desk.desktop.one_stop.complaint_work import ComplaintWork
from kt1desk.desktop.one_stop.fee_work import FeeWork
from kt1desk.desktop.one_stop.hand_work import CASES_KEY, HandWork
from kt1desk.desktop.one_stop.pickup_work import PickupWork
from kt1desk.desktop.one_stop.take_work import TakeWork
from kt1desk.desktop.one_stop.task_work import TaskWork
from kt1desk.desktop.one_stop.turning import TurningWork
from kt1desk.desktop.one_stop.visit_work import VisitWork
from kt1desk.desktop.works import WorksPage

HAND, TAKE, PICKUP = "hand", "take", "pickup"
FEES, COMPLAINTS, VISITS = "fees", "complaints", "visits"
"""Works, as `entered(ref)` names them; `TASKS` is one more."""


class OneStopPage(WorksPage):
    """Its works, one in front."""

    def __init__(self, needs: OneStopNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        at_authority = TurningWork(
            CASES_KEY,
            (HandWork(needs, jobs), CaseWork(needs, jobs, CASES_KEY)),
            ("chờ giao cơ quan", "đang ở cơ quan: nhập trả lời"),
        )
        super().__init__(
            {
                HAND: ("Giao cơ quan", at_authority),
                TAKE: ("Kết quả", TakeWork(needs, jobs)),
                PICKUP: ("Trả kết quả", PickupWork(needs, jobs)),
                TASKS: ("Việc cần làm", TaskWork(needs, jobs)),
                FEES: ("Phí thu hộ", FeeWork(needs, jobs)),
                COMPLAINTS: ("Khiếu nại", ComplaintWork(needs, jobs)),
                VISITS: ("Hẹn nhận", VisitWork(needs, jobs)),
            },
            parent,
        )
