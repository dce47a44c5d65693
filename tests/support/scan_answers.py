"""A scan at a handler, and the one answer that it gets."""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.desktop.scanning.dispatcher import ScanAnswer, ScanHandler
from kt1desk.devices.scan_shapes import Scan


def answer_to(handler: ScanHandler, scan: Scan, settle: Callable[[], object]) -> ScanAnswer:
    """What the handler says; ``settle`` waits for what it asks."""
    said: list[ScanAnswer] = []
    handler.on_scan(scan, lambda found: said.append(found()))
    settle()
    (only,) = said
    return only
