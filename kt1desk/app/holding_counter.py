"""What the page of holders needs, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.custody_services import CustodyServices
from kt1desk.app.desk import PaperFit
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.holding import HoldingBoard
from kt1desk.domain.permissions import Act, act_for


class HoldingCounter:
    """Implements `kt1desk.desktop.needs.holding.HoldingNeeds`."""

    def __init__(self, services: CustodyServices) -> None:
        desk = services.desk
        self._services = services
        self._holding = services.kinds.holding(desk.store, desk.reference, desk.clock, PaperFit())
        self._locator = services.kinds.locator(desk.store, desk.reference, desk.clock)

    def holding(self) -> HoldingBoard:
        """See the port."""
        desk = self._services.desk
        found, now = self._locator.whereabouts(desk.session), desk.clock.now()
        places = tuple(Choice(code, name) for code, name in found.places.items())
        return HoldingBoard(found.holders, places, now.utc_ms, now.offset_min)

    def put(self, items: Sequence[str], place: str, *, scan: bool) -> int:
        """See the port."""
        for item in items:
            self._holding.store(self._services.desk.session, item, place, scan=scan)
        return len(items)

    def hand(self, items: Sequence[str], taker: AtDesk, *, scan: bool) -> int:
        """See the port."""
        confirmed = self._services.confirmed(act_for(self._services.service, Act.HAND_OVER_ITEM), taker)
        handed = self._holding.hand(self._services.desk.session, items, confirmed, scan=scan)
        self._services.wake()
        return len(handed.events)
