"""What the counter's pages ask of the store beside items, cases and custody: the day's board, files for other systems."""

from __future__ import annotations

from typing import Protocol

from kt1desk.services.day_ports import DayReader
from kt1desk.services.system_ports import SystemReader


class CounterReader(DayReader, SystemReader, Protocol):
    """Part of `kt1desk.services.ports.Reader`."""
