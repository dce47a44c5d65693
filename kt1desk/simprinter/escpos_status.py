"""What an ESC/POS printer says of itself. Source: Epson's ESC/POS command reference, DLE EOT, GS a."""

from __future__ import annotations

from kt1desk.simprinter.parts import Feeder


def real_time(feeder: Feeder, which: int, near_end_mm: float) -> bytes:
    """``DLE EOT``: bits 1 and 4 are always set, 0 and 7 never."""
    is_open, is_out = feeder.is_open, feeder.is_out
    near_end = is_out or feeder.left_mm < near_end_mm
    status = {
        1: 0x08 * (is_open or is_out),
        2: 0x04 * is_open | 0x20 * is_out,
        3: 0,
        4: 0x0C * near_end | 0x60 * is_out,
    }
    return bytes([0x12 | status[which]])


def automatic(feeder: Feeder, near_end_mm: float) -> bytes:
    """``GS a``: four bytes; of the first bit 4 is always set, of the others never."""
    is_open, is_out = feeder.is_open, feeder.is_out
    near_end = is_out or feeder.left_mm < near_end_mm
    first = 0x10 | 0x08 * (is_open or is_out) | 0x20 * is_open
    return bytes([first, 0, 0x03 * near_end | 0x0C * is_out, 0])
