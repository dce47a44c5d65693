"""What may be done with the record in front: taken back, its number taken out, a paper printed again. One thing at a time.

It must not know how a record is found or shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.record_texts import number_of
from kt1desk.desktop.needs import RecordNeeds
from kt1desk.desktop.record.question import Asking
from kt1desk.desktop.record.questions import (
    VOID_KEY,
    WITHDRAW_KEY,
    reprint_question,
    void_question,
    withdraw_question,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.print_job import JobState
from kt1desk.services.journeys import Journey
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason, may_come_out
from kt1desk.services.records import DossierRecord, ItemRecord, LooseNumber, Record
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.rows import PaperRow

_ALREADY = "Số này đã rút rồi, không còn ở đây."
_NOTHING = "Chưa có bưu gửi hay hồ sơ nào ở đây. Quét hoặc gõ số trước."
_NOT_LOOSE = "Chỉ hủy được số còn trống của bàn này. Bưu gửi đã nhận thì rút lại bằng F8."
_NOT_OUT = "Giấy này chưa in xong nên chưa in lại được. Xem ở F10."
_NO_ITEM = "Chỉ bưu gửi KT1 có giấy chứng nhận. Quét hoặc gõ số của bưu gửi trước."
T = TypeVar("T")


class RecordActs(QObject):
    """`done`: a sentence about what was done. `refused`: a sentence about what cannot be done."""

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, asking: Asking, jobs: Jobs, needs: RecordNeeds) -> None:
        super().__init__(asking)
        self._asking, self._jobs, self._needs = asking, jobs, needs
        self._record: Record | None = None
        self._journey: Journey | None = None
        self._busy = False

    def put(self, record: Record | None, journey: Journey | None = None) -> None:
        """What stands in front now, and where it was. A question about another one is taken back."""
        before, self._record = self._record, record
        self._journey = journey
        if before is None or record is None or before.number != record.number:
            self._asking.close()

    def record(self) -> Record | None:
        """What stands in front."""
        return self._record

    def journey(self) -> Journey | None:
        """Where it was: of an item, a bag or a dispatch."""
        return self._journey

    def number(self) -> str:
        """The number of what is in front, "" for nothing."""
        front = self._record or self._journey
        return front.number if front is not None else ""

    def certify(self) -> None:
        """Print the custody certificate of the item in front."""
        record = self._record
        if not isinstance(record, ItemRecord):
            self.refused.emit(_NO_ITEM)
            return

        def printing(papers: int) -> None:
            self.done.emit(f"Đang in giấy chứng nhận của {number_of(record)}, {papers} bản.")

        self._run(lambda: self._needs.certify(record.number), printing)

    def accepted(self) -> ItemRecord | DossierRecord | None:
        """The acceptance in front, if it is here; else it is said why nothing can be done with it."""
        record = self._record
        if record is None or isinstance(record, LooseNumber):
            self.refused.emit(_NOTHING)
        elif not record.is_here:
            self.refused.emit(_ALREADY if record.is_taken_back else say(DeskError("reversal.gone")))
        else:
            return record
        return None

    def withdraw(self) -> None:
        """Take it back: asked first, done when the key is pressed once more."""
        if self._asking.press(WITHDRAW_KEY):
            return
        record = self.accepted()
        if record is None:
            return

        def withdrawn(event: Event) -> None:
            self.done.emit(
                f"Đã rút {number_of(record)}: phiếu rút đang in · sổ {event.id.text} · {event.proof}"
            )

        def act(why: str) -> None:
            self._run(lambda: self._needs.withdraw(record, ReversalReason(why)), withdrawn)

        self._asking.begin(withdraw_question(record, act))

    def void(self) -> None:
        """Take a free number out for ever: asked first, done when the key is pressed once more."""
        if self._asking.press(VOID_KEY):
            return
        record = self._record
        if not isinstance(record, LooseNumber) or record.voided:
            self.refused.emit(_NOT_LOOSE)
            return

        def voided(_: None) -> None:
            self.done.emit(f"Đã hủy số {number_of(record)}: không bao giờ cấp nữa.")

        def act(why: str) -> None:
            self._run(lambda: self._needs.void(record.number, VoidReason(why)), voided)

        self._asking.begin(void_question(record, act))

    def not_again(self, paper: PaperRow | None) -> str:
        """Why a paper of the record in front cannot be printed once more, "" where it can."""
        record = self._record
        if paper is None or record is None or isinstance(record, LooseNumber):
            return _NOTHING
        if not may_come_out(paper, here=not record.is_taken_back):
            return say(DeskError("print.reversed"))
        return "" if paper.state in {JobState.DONE.value, JobState.UNKNOWN.value} else _NOT_OUT

    def print_again(self, paper: PaperRow | None) -> None:
        """A paper once more: for a reason where it came out, at once where nobody knows."""
        why_not = self.not_again(paper)
        if paper is None or why_not:
            self.refused.emit(why_not)
            return

        def act(why: str) -> None:
            self._run(lambda: self._needs.print_again(paper.job, ReprintReason(why)), printing)

        def printing(_: None) -> None:
            self.done.emit("Đang in lại. Bản mới ghi IN LẠI.")

        if paper.state == JobState.UNKNOWN.value:
            act(ReprintReason.IN_DOUBT.value)
        else:
            self._asking.begin(reprint_question(paper, act))

    def _run(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        if self._busy:
            return
        self._busy = True

        def finished(outcome: T) -> None:
            self._busy = False
            then(outcome)

        def failed(error: DeskError) -> None:
            self._busy = False
            self.refused.emit(say(error))

        self._jobs.run(work, finished, failed)
