"""How a session at the desk begins and why it ends, in the words that stand in the journal."""

from __future__ import annotations

from enum import StrEnum


class Proof(StrEnum):
    """How somebody proved who he is."""

    PASSWORD = "password"  # noqa: S105  the name of a way, no password
    RECOVERY = "recovery"


class Leaving(StrEnum):
    """Why he stopped."""

    LOG_OFF = "log_off"
    SWITCH = "switch"
    REVOKED = "revoked"
    ENDED = "ended"
