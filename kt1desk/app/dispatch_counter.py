"""What the page of dispatches needs, on the services: approving, packing, sending, receiving, and the scale beside them.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.app.arrival_counter import ArrivalCounter, DataCounter
from kt1desk.app.custody_services import CustodyServices
from kt1desk.app.sending_counter import ApprovalCounter, PackCounter, SendCounter
from kt1desk.desktop.needs import Weighing
from kt1desk.domain.errors import DeskError

Scale = Callable[[], Callable[[], Weighing] | None]
"""Hands out one reading's function, None where no scale is set up."""


class DispatchCounter(ApprovalCounter, PackCounter, SendCounter, ArrivalCounter, DataCounter):
    """Implements `kt1desk.desktop.needs.dispatch.DispatchNeeds`."""

    def __init__(self, services: CustodyServices, scale: Scale) -> None:
        ApprovalCounter.__init__(self, services)
        DataCounter.__init__(self, services)
        self._scale = scale

    def has_scale(self) -> bool:
        """See the port."""
        return self._scale() is not None

    def weigh(self) -> Weighing:
        """See the port."""
        weigh = self._scale()
        if weigh is None:
            raise DeskError("scale.not_set_up", "weight")
        return weigh()
