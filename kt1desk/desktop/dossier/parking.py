"""Nothing that was typed is lost: the draft is kept a moment after each change, and whoever stepped aside for another finds it again.

A parked draft is the kept one with an empty form before it; one that was resumed stays kept until it is accepted. So a log-off, a lock or a
power cut at any time leaves it in the list. Each draft has a key of its own from its beginning, so that keeping it twice is one entry.
"""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from kt1desk.desktop.dossier.form import DossierForm
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft
from kt1desk.desktop.jobs import Jobs
from kt1desk.domain.errors import DeskError
from kt1desk.services.dossier_drafts import DossierDraft

_PAUSE_MS = 800


class DraftKeeper(QObject):
    """`listed`: what is kept changed. `resumed`: a draft came back. `failed(DeskError)`: it could not be kept or found."""

    listed = Signal()
    resumed = Signal()
    failed = Signal(object)

    def __init__(self, form: DossierForm, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(form)
        self.form = form
        self._jobs = jobs
        self._needs = needs
        self._ref = uuid4().hex
        self._kept: DossierDraft | None = None
        self._pause = QTimer(self)  # ended by `keep` itself
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.keep)

    def ref(self) -> str:
        """Key of the draft on the form."""
        return self._ref

    def changed(self) -> None:
        """The draft changed: it is kept soon."""
        self._pause.start()

    def keep(self) -> None:
        """Keep the draft now, where it changed since. Nothing on the form is no draft."""
        self._pause.stop()
        draft, ref = self.form.draft(), self._ref
        if self.form.is_empty() or draft == self._kept or not self._jobs.is_open:
            return
        self._kept = draft
        self._jobs.run(lambda: self._needs.park(draft, ref), lambda _: self.listed.emit(), self._missed)

    def park(self) -> bool:
        """Keep the draft and empty the form; False where there is nothing to park."""
        if self.form.is_empty():
            return False
        self.keep()
        self._begin(uuid4().hex)
        self.form.clear()
        return True

    def resume(self, ref: str) -> None:
        """Bring a parked draft back; what is on the form is parked."""
        self.park()
        self._jobs.run(lambda: self._needs.resume(ref), lambda opened: self._show(ref, opened), self._missed)

    def correct(self, number: str) -> None:
        """Bring an accepted case back to be corrected; what is on the form is parked. It is kept from its first change on."""
        self.park()
        ref = uuid4().hex
        self._jobs.run(
            lambda: self._needs.correction(number), lambda opened: self._show(ref, opened), self._missed
        )

    def is_untouched_correction(self) -> bool:
        """Whether an accepted case stands on the form and nothing of it was changed."""
        return bool(self.form.replaces()) and self.form.draft() == self._kept

    def begin_next(self) -> None:
        """The draft was accepted: what is typed now is another."""
        self._begin(uuid4().hex)

    def throw_away(self) -> None:
        """The clerk does not want the draft on the form."""
        ref, was_kept = self._ref, self._kept is not None
        self._begin(uuid4().hex)
        if was_kept:
            self.drop(ref)

    def drop(self, ref: str) -> None:
        """Forget a parked draft."""
        self._jobs.run(lambda: self._needs.drop(ref), lambda _: self.listed.emit(), self._missed)

    def _show(self, ref: str, opened: OpenedDraft) -> None:
        self.park()  # somebody may have typed since
        self._begin(ref)
        self.form.show(opened)
        self._kept = self.form.draft()
        self.resumed.emit()

    def _begin(self, ref: str) -> None:
        self._pause.stop()
        self._ref, self._kept = ref, None

    def _missed(self, error: DeskError) -> None:
        self._kept = None
        self.failed.emit(error)
