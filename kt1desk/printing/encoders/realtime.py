"""Bytes that a printer acts on at once, wherever they stand, the middle of a picture included.

ESC/POS carries out DLE EOT, DLE ENQ and DLE DC4 while it still reads a bitmap, TSPL does so with ``ESC !``; clones of
either take both. A picture that happened to hold them would ask for the status, drop the buffer or open the cash drawer,
so no encoder ever sends them next to each other. Source: Epson ESC/POS command reference, "real-time commands";
TSPL/TSPL2 Programming Manual, "status polling and immediate commands".
"""

import re

_DANGEROUS = re.compile(rb"\x10[\x04\x05\x14]|\x1b!")


def dangerous_at(data: bytes) -> int:
    """Where the first pair of such bytes begins, -1 where there is none."""
    found = _DANGEROUS.search(data)
    return found.start() if found else -1
