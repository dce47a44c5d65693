"""How long a desk may stay untouched before its screen is covered: by who works there, from the dated rows of the reference data.

This module must not know any screen.
"""

from __future__ import annotations

from datetime import date

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Actor, Role
from kt1desk.domain.reference import ReferenceData

IDLE = "session.idle_minutes"
IDLE_SHORT = "session.idle_minutes_kt1"
SHORTEST_MIN = 5
"""What the standard asks of administrators; it holds where a list of the centre has no such row: the door must not stay shut for that."""
_MINUTE_MS = 60_000


def idle_ms(actor: Actor, reference: ReferenceData, on: date) -> int:
    """Milliseconds for this user: the short time where KT1 is at hand or the desk is administered.

    TCVN 14423:2026, 5.5.2.2 lets a level-3 system wait up to 15 minutes for users and 5 for administrators.
    """
    short = actor.is_cleared(on) or Role.ADMINISTRATOR in actor.roles
    return _minutes(reference, IDLE_SHORT if short else IDLE, on) * _MINUTE_MS


def _minutes(reference: ReferenceData, key: str, on: date) -> int:
    try:
        return max(1, reference.setting_int(key, on))
    except DeskError:
        return SHORTEST_MIN
