"""The keys of an open store, for whoever signs and opens with them. The secret half stays inside the value and is never shown.

This module must not know what is signed, nor what was sealed.
"""

from __future__ import annotations

from kt1desk.store.device_key import PointKey
from kt1desk.store.journal import DeskStore


def own_keys(store: DeskStore, point: str) -> PointKey:
    """The keys of this desk, at the point it stands at.

    Raises:
        DeskError: ``store.busy`` within a transaction of this thread; ``disk.*``.
    """
    with store.held() as held:
        return held.sources.key.at(point)
