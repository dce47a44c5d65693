"""Items that are on the form again: one that is corrected, one that was laid aside when a session ended.

This module must not know any screen; it implements `kt1desk.desktop.accept_needs.HalfTypedNeeds`.
"""

from __future__ import annotations

from dataclasses import replace

from kt1desk.app.later_counter import LaterCounter
from kt1desk.desktop.accept_needs import Correction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.later import Later
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.paper_values import when_words
from kt1desk.services.refilling import draft_of_item


class HalfTyped(LaterCounter):
    """Implements `HalfTypedNeeds`."""

    def correction(self, number: str) -> Correction:
        """See the port."""
        desk = self._desk
        return self._filled(number, draft_of_item(desk.store, desk.session, number, desk.clock))

    def lay_aside(self, draft: AcceptanceDraft, aside: int = 0) -> int:
        """See the port."""
        kept, session = self._desk.aside, self._desk.session
        try:
            return kept.park_item(session, draft, aside)
        except DeskError as error:
            if error.code != "parked.unknown":
                raise
        return kept.park_item(session, draft)  # its time was over while it stood on the form

    def left_over(self) -> Correction | None:
        """See the port."""
        aside, session = self._desk.aside, self._desk.session
        rows = aside.items(session)
        if not rows:
            return None
        place = rows[0].parked
        return replace(self._filled("", aside.item(session, place)), aside=place)

    def throw_away(self, aside: int) -> None:
        """See the port."""
        self._desk.aside.drop_item(self._desk.session, aside)

    def _filled(self, number: str, draft: AcceptanceDraft) -> Correction:
        desk = self._desk
        named = {draft.sender, draft.receiver}
        other = draft.other_receiver.province if draft.other_receiver else ""
        rows = desk.reference.agencies
        return Correction(
            number=number,
            draft=draft,
            agencies=tuple(row for row in rows if row.agency_id in named and row.holds(desk.today)),
            provinces=tuple(
                row for row in desk.reference.provinces if row.code == other and row.holds(desk.today)
            ),
            agreed=when_words(draft.agreed_ms, desk.clock.now().offset_min) if draft.agreed_ms else "",
            real_time=_typed(draft.later, desk.clock.now().offset_min),
        )


def _typed(later: Later | None, offset_min: int) -> str:
    """A real time as it would be typed; "" where none was understood yet."""
    return when_words(later.at_ms, offset_min) if later is not None and later.at_ms else ""
