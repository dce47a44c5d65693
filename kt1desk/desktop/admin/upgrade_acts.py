"""Forth to a new version and back to the one before: each is asked about once, then everything is made ready and the desk is left.

This module must not know how a page shows it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.admin.upgrade_texts import BACK_ASKED, upgrade_asked
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.needs.upgrades import OfferView, ProgramView, UpgradeBegun, UpgradeNeeds
from kt1desk.domain.errors import DeskError

_COPYING = "Đang chép bản mới"
_FORTH, _BACK = "forth", "back"


class UpgradeActs(QObject):
    """`asking(question)`, "" for none any more; `refused(DeskError)`; `leaving(UpgradeBegun)`: all is ready, the desk is to be left.

    ``half_typed`` says whether another page holds what is half typed; whoever owns all pages gives it.
    """

    asking = Signal(str)
    refused = Signal(object)
    leaving = Signal(object)
    busy_changed = Signal()
    half_typed: Callable[[], bool] = staticmethod(lambda: False)

    def __init__(self, needs: UpgradeNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        self._asked, self._busy = "", False

    @property
    def is_busy(self) -> bool:
        """Whether something is being made ready."""
        return self._busy

    def forth(self, offer: OfferView | None) -> None:
        """Ask; the second time copy the version and leave. It can be stopped while it copies."""
        if offer is None or self._busy:
            return
        if self._asked != _FORTH:
            self._check(_FORTH, upgrade_asked(offer))
            return
        self.forget()
        self._set_busy(busy=True)
        self._jobs.run_long(_COPYING, self._needs.fetch_upgrade, (self._leave, self._refuse), Lane.OUTSIDE)

    def back(self, view: ProgramView) -> None:
        """Ask; the second time leave."""
        if self._busy:
            return
        if self._asked != _BACK:
            self._check(_BACK, BACK_ASKED.format(version=view.before))
            return
        self.forget()
        self._set_busy(busy=True)
        self._jobs.run(self._needs.begin_return, self._leave, self._refuse)

    def forget(self) -> bool:
        """What was asked is not done; whether anything was."""
        was, self._asked = bool(self._asked), ""
        self.asking.emit("")
        return was

    def _check(self, what: str, question: str) -> None:
        """Ask, where nothing is in the way; what is, is said instead."""

        def ask(_: None) -> None:
            self._asked = what
            self.asking.emit(question)

        self.forget()
        if self.half_typed():
            self._refuse(DeskError("upgrade.half_typed"))
        else:
            self._jobs.run(self._needs.may_upgrade, ask, self._refuse)

    def _leave(self, begun: UpgradeBegun) -> None:
        """Ready; what somebody began to type while the version was copied is not thrown away for it."""
        if self.half_typed():
            self._refuse(DeskError("upgrade.half_typed"))
            return
        self._set_busy(busy=False)
        self.leaving.emit(begun)

    def _refuse(self, error: DeskError) -> None:
        self._set_busy(busy=False)
        self.forget()
        self.refused.emit(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit()
