"""What moves cash in a drawer, by kind: sums that are never mixed. This module must not know any shift."""

from __future__ import annotations

from enum import StrEnum


class CashKind(StrEnum):
    """Whose money it is, or where it comes from or goes to."""

    KT1 = "kt1"
    POSTAGE = "postage"
    COLLECTED = "collected"
    """Fees and charges that belong to an authority."""
    PASS_ON = "pass_on"  # noqa: S105 - money passed on, no password
    REMITTED = "remitted"
    """Collected fees on their way to the authority."""
    SERVED = "served"
    """Other counter services: pensions paid out, Postmart and the like."""
    ADVANCE = "advance"
    """Brought into the drawer from the post's own till."""
    DEPOSIT = "deposit"
    """Taken out of the drawer to the post's own till or bank."""
    ADJUSTED = "adjusted"
    """Puts right what a shift that is closed had wrong."""


class MoveWay(StrEnum):
    """Which way cash moves between the drawer and the post's own till."""

    ADVANCE = "advance"
    DEPOSIT = "deposit"
