"""What this machine pays for one try of a password: measured once, behind the desk, and kept beside the machine's other settings.

Nobody waits for it: slots that turn out to be cheaper are written anew at the next log-in, when their password is at hand. This module must
not know any screen.
"""

from __future__ import annotations

from kt1desk.app.machine_id import machine_id
from kt1desk.services.ports import Clock
from kt1desk.store.key_format import Cost
from kt1desk.store.keys import calibrated
from kt1desk.store.settings import Settings

_NAME = "password_cost"


def measured_cost(settings: Settings) -> Cost | None:
    """The cost that was measured on this machine; None before, and on a disk that came from another one.

    Raises:
        DeskError: ``disk.*``.
    """
    kept = settings.get(_NAME) or {}
    memory = kept.get("memory_kib")
    if kept.get("machine") != machine_id() or not isinstance(memory, int):
        return None
    return Cost(memory_kib=memory)


def measure_cost(settings: Settings, clock: Clock) -> None:
    """Measure it where that has not been done: a second or two of both cores.

    Raises:
        DeskError: ``disk.*``, ``key.no_memory``.
    """
    if measured_cost(settings) is None:
        settings.put(_NAME, {"machine": machine_id(), "memory_kib": calibrated(clock).memory_kib})
