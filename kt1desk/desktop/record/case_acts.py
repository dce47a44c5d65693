"""What may be done with the case in front: the whole number of its applicant shown, the applicant told, the notice printed.

A whole number stands on the screen until something else is done, and nowhere else. It must not know how a case is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Going, Place, tasks_about
from kt1desk.desktop.needs import Choice, RecordNeeds
from kt1desk.services.records import DossierRecord, Record

_NO_CASE = "Chưa có hồ sơ nào ở đây. Quét hoặc gõ số hồ sơ trước."


class CaseActs(QObject):
    """`done`: a sentence about what was stored. `refused`: one about what cannot be done. `shown`: a whole number, to be seen now.

    `going(Going)`: what comes next is done at the one-stop place.
    """

    done = Signal(str)
    refused = Signal(str)
    shown = Signal(str)
    going = Signal(object)

    def __init__(self, asking: ReasonPanel, jobs: Jobs, needs: RecordNeeds) -> None:
        super().__init__(asking)
        self._asking, self._needs = asking, needs
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(lambda error: self.refused.emit(say(error)))
        self._dossier = ""
        self.tells_story = False

    def put(self, record: Record | None, *, tells_story: bool = False) -> None:
        """What stands in front now, and whether its story stands beside it."""
        self.tells_story = tells_story
        number = record.number if isinstance(record, DossierRecord) else ""
        if number != self._dossier:
            self._asking.close_question()
        self._dossier = number

    def show_identity(self) -> None:
        """Ask why, then show the whole number."""
        text = "Mỗi lần xem được ghi vào sổ với lý do."
        self._ask("Vì sao xem đủ số giấy tờ?", text, self._needs.identity_reasons, self._identity)

    def tell(self) -> None:
        """Ask how the applicant was told, then write it down."""
        self._ask("Đã báo người nộp bằng cách nào?", "", self._needs.telling_ways, self._tell)

    def print_notice(self) -> None:
        """Print what the authority answered."""
        dossier = self._front()
        if dossier:
            self._doing.run(
                lambda: self._needs.print_notice(dossier),
                lambda papers: self.done.emit(f"Đang in thông báo, {papers} bản."),
            )

    def do_next(self) -> None:
        """Go to where its supplement is taken, its slip enclosed, its applicant told: the task of the case."""
        dossier = self._front()
        if dossier:
            self.going.emit(Going(Place.ONE_STOP, tasks_about(dossier)))

    def _identity(self, dossier: str, reason: str) -> None:
        self._doing.run(lambda: self._needs.identity(dossier, reason), self.shown.emit)

    def _tell(self, dossier: str, way: str) -> None:
        self._doing.run(
            lambda: self._needs.tell(dossier, way), lambda _: self.done.emit("Đã ghi: người nộp đã được báo.")
        )

    def _ask(
        self, title: str, text: str, choices: Callable[[], Sequence[Choice]], act: Callable[[str, str], None]
    ) -> None:
        dossier = self._front()
        if not dossier or self._asking.is_open():
            return

        def ask(found: Sequence[Choice]) -> None:
            self._asking.begin(ReasonQuestion(title, text, found, lambda code: act(dossier, code)))

        self._doing.run(choices, ask)

    def _front(self) -> str:
        if not self._dossier:
            self.refused.emit(_NO_CASE)
        return self._dossier
