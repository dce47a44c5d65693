"""The services of the post that keep custody: KT1, and dossiers of administrative procedures.

They share custody, receptacles, dispatches, arrival and delivery, and never a bag: what is done for one stands in its own stream of events
and is asked for under its own rights. This module must not know what a service's rules are.
"""

from __future__ import annotations

from enum import StrEnum

_PREFIX = "tthc."


class Service(StrEnum):
    """Which service a thing belongs to; the word stands in desk files, rules of numbers and tables."""

    KT1 = "kt1"
    TTHC = "tthc"


def service_of(event_type: str) -> Service:
    """Whose custody an event of this type is about: those of dossiers begin with ``tthc.`` or ``dossier.``, or name what only they have."""
    if event_type.startswith((_PREFIX, "dossier.", "result.", "enclosure.")):
        return Service.TTHC
    return Service.KT1
