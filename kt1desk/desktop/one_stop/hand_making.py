"""A hand-over as far as it has come: kept after each change, made into a record that both sign. It must not know how it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.one_stop import HandNeeds
from kt1desk.desktop.one_stop.hand_state import HandState
from kt1desk.desktop.one_stop.officer_form import OfficerForm
from kt1desk.desktop.one_stop.rows import covers_words
from kt1desk.domain.errors import DeskError
from kt1desk.services.handover_drafts import HandoverDraft

_OFFICER = ("officer_name", "officer_position", "fee_reference")
_NONE = "Chưa kiểm bì nào: quét nhãn từng bì."


class HandMaking(QObject):
    """`restored`: what was begun before is known. `made(sentence)`: a record is on the disk. `told(sentence)`: why not."""

    restored = Signal()
    made = Signal(str)
    told = Signal(str)

    def __init__(
        self, needs: HandNeeds, jobs: Jobs, state: HandState, officer: OfficerForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._needs, self._jobs, self._state, self._officer = needs, jobs, state, officer
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)
        self._is_restored = False
        officer.finished.connect(self.make)
        officer.typed.connect(self._keep_officer)

    def restore(self) -> None:
        """Bring back what was begun before, once."""
        if not self._is_restored:
            self._jobs.run(self._needs.kept, self._restore, self._fail)

    def show_officer(self) -> None:
        """Whoever signs for the authority in front, as far as he is known."""
        handing = self._state.handing()
        for name in _OFFICER:
            self._officer.put(name, getattr(handing, name))

    def keep(self) -> None:
        """Keep how far it has come."""
        handings = self._state.handings()
        self._jobs.run(lambda: self._needs.keep(handings), lambda _: None, self._fail)

    def make(self) -> None:
        """Both sign; what lacks is said at its input."""
        draft = self._state.draft()
        if not draft.covers:
            self.told.emit(_NONE)
        elif self._officer.is_whole():
            self._doing.run(lambda: self._needs.hand_over(draft), lambda number: self._made(draft, number))

    def _restore(self, handings: Sequence[HandoverDraft]) -> None:
        self._is_restored = True
        self._state.restore(handings)
        self.restored.emit()

    def _keep_officer(self) -> None:
        name, position, reference = (self._officer.text(each) for each in _OFFICER)
        before = self._state.handing()
        self._state.change(
            replace(before, officer_name=name, officer_position=position, fee_reference=reference)
        )
        self.keep()

    def _made(self, draft: HandoverDraft, number: str) -> None:
        self._state.forget(draft.authority)
        self.keep()
        self._state.authority = ""
        self._officer.clear()
        self.made.emit(f"Đã giao {covers_words(len(draft.covers))}: biên bản {number} đang in hai liên.")

    def _refuse(self, error: DeskError) -> None:
        self.told.emit("" if self._officer.refuse(error) else say(error))

    def _fail(self, error: DeskError) -> None:
        self.told.emit(say(error))
