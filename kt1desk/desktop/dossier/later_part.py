"""Nhập bù on the dossier page: a card of its own beside those of the form, for what was handed in at the counter and written on paper.

What was received at an address has its time among the inputs of who applies. It must not know how long ago it may have been.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.dossier.spots import Spot, Unread, field_spot
from kt1desk.desktop.dossier_needs import DossierNeeds, OpenedDraft
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.later_part import LaterPart
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import local
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.domain.kt1 import Place
from kt1desk.services.dossier_drafts import DossierDraft


class DossierLaterPart(QObject):
    """`edited`, `settled` as in `Part`."""

    edited = Signal()
    settled = Signal()

    def __init__(self, cards: QStackedWidget, page: QWidget, jobs: Jobs, needs: DossierNeeds) -> None:
        super().__init__(page)
        self.entry = LaterPart(page, jobs, needs)
        self.card = cards.addWidget(self.entry.card)
        self._offset_min = 0
        self._way = EnterWay(self.entry.card, self.entry.steps())
        self.entry.edited.connect(self.edited)

    def clear(self) -> None:
        """See `Part`."""
        self.entry.clear()

    def use_clock(self, offset_min: int) -> None:
        """By which offset a draft's time is shown."""
        self._offset_min = offset_min

    def fill(self, draft: DossierDraft) -> DossierDraft:
        """See `Part`."""
        return replace(draft, later=self.entry.later() if draft.place is Place.COUNTER else None)

    def show(self, opened: OpenedDraft) -> None:
        """Put a draft's time, reason and sheet in."""
        later = opened.draft.later
        text = f"{local(later.at_ms, self._offset_min):%H:%M %d/%m/%Y}" if later and later.at_ms else ""
        self.entry.put(later, text)

    def unread(self) -> tuple[Unread, ...]:
        """See `Part`."""
        error = self.entry.time.misread()
        field = self.entry.fields()["later_time"]
        return (Unread(field_spot(field), say(error)),) if error is not None else ()

    def steps(self) -> tuple[Step, ...]:
        """See `Part`: the card has a way of its own; most dossiers never see it."""
        return ()

    def spots(self) -> Mapping[str, Spot]:
        """See `Part`."""
        return {name: field_spot(field) for name, field in self.entry.fields().items()}
