"""Delivery: what goes out with a postman, what became of it, what comes back and what goes another way, in four works on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.back_work import BackWork
from kt1desk.desktop.delivery.result_work import ResultWork
from kt1desk.desktop.delivery.start_work import StartWork
from kt1desk.desktop.delivery.turn_work import TurnWork
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.needs.delivery import DeliveryNeeds
from kt1desk.desktop.works import WorksPage

START, RESULT, BACK, TURN = "start", "result", "back", "turn"
"""Works, as `entered(ref)` names them."""


class DeliveryPage(WorksPage):
    """Four works, one in front."""

    def __init__(
        self, needs: DeliveryNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            {
                START: ("Lập chuyến", StartWork(needs, jobs, words)),
                RESULT: ("Kết quả", ResultWork(needs, jobs, words)),
                BACK: ("Nộp lại", BackWork(needs, jobs, words)),
                TURN: ("Chuyển, hoàn", TurnWork(needs, jobs, words)),
            },
            parent,
        )
