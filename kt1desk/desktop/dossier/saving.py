"""Saving a case: what is missing is asked for first, then it is written, and keys wait so long.

It must not know how a draft is typed, nor what becomes of the papers.
"""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.parking import DraftKeeper
from kt1desk.desktop.dossier.side import DossierSide
from kt1desk.desktop.dossier.way import CardWay
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft, TakenDossier
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import STANDS
from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierQuote


class DossierSaving(QObject):
    """`began`: answers to older drafts no longer count. `accepted(OpenedDraft, TakenDossier)`: it is on the disk.

    `stands(DeskError)`: it is on the disk, and something else is wrong there.
    """

    began = Signal()
    accepted = Signal(object, object)
    stands = Signal(object)

    def __init__(
        self, keeper: DraftKeeper, way: CardWay, side: DossierSide, jobs: Jobs, needs: DossierNeeds
    ) -> None:
        super().__init__(keeper)
        self._keeper = keeper
        self._form = keeper.form
        self._way = way
        self._side = side
        self._jobs = jobs
        self._needs = needs
        self._loop: QEventLoop | None = None

    def is_busy(self) -> bool:
        """Whether something is being written now."""
        return self._loop is not None

    def save(self) -> None:
        """Accept the case, or go to the first input that is missing or refused and say so there.

        Keys pressed while it is written wait in Qt's queue and come afterwards: they mean the next case.
        """
        if self.is_busy():
            return
        unread = next(iter(self._form.unread()), None)
        if unread is not None:
            unread.tell()
            self._way.bring(unread.widget)
            self._side.show_wrong(unread.sentence)
            return
        opened, ref = self._form.opened(), self._keeper.ref()
        self.began.emit()
        self._side.show_missing("Đang ghi sổ…")
        self._loop = QEventLoop(self)
        self._jobs.run(
            lambda: self._written(opened, ref), lambda done: self._end(opened, done), self._refused
        )
        if self._loop is not None:
            self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _written(self, opened: OpenedDraft, ref: str) -> DossierQuote | TakenDossier:
        """In the job's thread: a draft with problems is not tried, so that all of them are shown and not the first alone."""
        quote = self._needs.quote(opened.draft)
        return quote if quote.problems else self._needs.accept(opened.draft, ref)

    def _end(self, opened: OpenedDraft, done: DossierQuote | TakenDossier) -> None:
        self._quit()
        if isinstance(done, TakenDossier):
            self.accepted.emit(opened, done)
            return
        causes = [self._form.tell(problem) for problem in done.problems]
        self._go_to(next((cause for cause in causes if cause is not None), None))
        self._side.show_refusal(done.problems[0])

    def _refused(self, error: DeskError) -> None:
        """What was typed stays; the sentence stands next to its cause, and the cause has the focus."""
        self._quit()
        if error.code == STANDS:
            self.stands.emit(error)
            return
        self._go_to(self._form.tell(error))
        self._side.show_refusal(error)

    def _go_to(self, cause: QWidget | None) -> None:
        if cause is not None:
            self._way.bring(cause)

    def _quit(self) -> None:
        if self._loop is not None:
            self._loop.quit()
            self._loop.deleteLater()
            self._loop = None
