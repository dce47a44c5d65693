"""In which role the clerk takes a dossier: the post's own, or one-stop reception staff, with a band of another colour over the whole form.

The role is the clerk's and stays for the next dossier; a draft that comes back brings its own. It must not know what the role asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dossier.spots import Spot, Unread
from kt1desk.desktop.dossier_needs import OpenedDraft
from kt1desk.desktop.forms.accept_dossier import Ui_AcceptDossierPage
from kt1desk.desktop.navigation import Step
from kt1desk.domain.dossier import Mode
from kt1desk.services.dossier_drafts import DossierDraft


class ModePart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, ui: Ui_AcceptDossierPage, page: QWidget) -> None:
        super().__init__(page)
        self._ui = ui
        self._role = self._mode = Mode.COURIER
        self._arrange()

    def mode(self) -> Mode:
        """The role of this draft."""
        return self._mode

    def toggle(self) -> None:
        """The clerk works in the other role from here on."""
        self._role = self._mode = Mode.COURIER if self._mode is Mode.ONE_STOP else Mode.ONE_STOP
        self._arrange()
        self.edited.emit()

    def clear(self) -> None:
        """See `Part`: back to the role of the clerk."""
        self._mode = self._role
        self._arrange()

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        return replace(draft, mode=self._mode)

    def show(self, opened: OpenedDraft) -> None:
        """The role in which a draft was begun."""
        self._mode = opened.draft.mode
        self._arrange()

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        return ()

    def steps(self) -> tuple[Step, ...]:
        """See `Part`: a role is never asked for."""
        return ()

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        return {}

    def _arrange(self) -> None:
        one_stop = self._mode is Mode.ONE_STOP
        self._ui.role_band.setVisible(one_stop)
        for widget in (self._ui.cap_role, self._ui.says_role):
            widget.setVisible(not one_stop)
