"""Saving an item or the refusal of a cover: what is missing is asked for first, then it is written, and keys wait so long.

It must not know how a draft is typed, nor what becomes of the papers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.accept_form import AcceptForm
from kt1desk.desktop.accept_needs import AcceptNeeds
from kt1desk.desktop.accept_side import AcceptSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import STANDS
from kt1desk.desktop.navigation import EnterWay
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.services.acceptance import Accepted
from kt1desk.services.drafts import AcceptanceDraft

T = TypeVar("T")
Accepting = Callable[[AcceptanceDraft], Callable[[], Accepted]]
"""Makes of a draft the work that accepts it."""
HandingBack = Callable[[AcceptanceDraft, str], Callable[[], Event]]
"""Makes of a draft and a question's code the work that records a refusal."""


class Saving(QObject):
    """`began`: answers to older drafts no longer count. `accepted(draft, Accepted)`, `handed_back(Event)`: it is on the disk.

    `stands(DeskError)`: it is on the disk, and something else is wrong there.
    """

    began = Signal()
    accepted = Signal(object, object)
    handed_back = Signal(object)
    stands = Signal(object)

    def __init__(
        self, form: AcceptForm, way: EnterWay, side: AcceptSide, jobs: Jobs, needs: AcceptNeeds
    ) -> None:
        super().__init__(form)
        self._form = form
        self._way = way
        self._side = side
        self._jobs = jobs
        self._loop: QEventLoop | None = None
        self._accepting: Accepting = lambda draft: lambda: needs.accept(draft)
        self._handing: HandingBack = lambda draft, line: lambda: needs.refuse_cover(draft, line)

    def write_by(self, accepting: Accepting, handing: HandingBack) -> None:
        """Accept and hand back otherwise than as a new item."""
        self._accepting, self._handing = accepting, handing

    def is_busy(self) -> bool:
        """Whether something is being written now."""
        return self._loop is not None

    def save(self) -> None:
        """Accept the item, or go to the first input that is missing or not understood and say so there."""
        misread = self._form.read_agreed() or self._form.later.wanted()
        if misread is not None:
            self._bring(misread)
            return
        for widget in self._way.missing()[:1]:
            self._form.show_wanted(widget)
            self._form.parties.bring(widget)
            return
        draft = self._form.draft()
        self._write(self._accepting(draft), lambda accepted: self.accepted.emit(draft, accepted))

    def hand_back(self, line: str) -> None:
        """Record that the cover goes back to its sender for this question."""
        self._write(self._handing(self._form.draft(), line), self.handed_back.emit)

    def _write(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Write beside the screen. Keys pressed meanwhile wait in Qt's queue and come afterwards: they mean the next item."""
        if self.is_busy():
            return
        self.began.emit()
        self._side.show_missing("Đang ghi sổ…")
        self._loop = QEventLoop(self)
        self._jobs.run(work, self._ending(done), self._ending(self._refused))
        if self._loop is not None:
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _ending(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        def end(outcome: T) -> None:
            if self._loop is not None:
                self._loop.quit()
                self._loop.deleteLater()
                self._loop = None
            tell(outcome)

        return end

    def _bring(self, widget: QWidget) -> None:
        if not self._form.later.bring(widget):
            self._form.parties.bring(widget)

    def _refused(self, error: DeskError) -> None:
        """What was typed stays; the sentence stands next to its cause, and the cause has the focus."""
        if error.code == STANDS:
            self.stands.emit(error)
            return
        cause = self._form.show_problem(error)
        if cause is not None:
            self._bring(cause)
        self._side.show_wrong(self._form.weight.words(error))
