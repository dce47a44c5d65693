"""How far a desk has come that is laid out from a backup. Told while it goes on, so that whoever waits sees that something happens."""

from __future__ import annotations

from enum import Enum


class RestoreStage(Enum):
    """What is being done, in its order."""

    OPENING = "opening"
    """The key slots are tried."""
    PROVING = "proving"
    """The backup is read whole and every event of it checked."""
    COPYING = "copying"
    JOINING = "joining"
    """What the flight recorder has, the later incarnation, the numbers passed over."""
    KEYS = "keys"
    """Slots of whoever goes on with it."""
