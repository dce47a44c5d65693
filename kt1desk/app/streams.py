"""What this process says and is told by its standard streams is UTF-8, whatever the system would choose.

Windows gives a pipe the old code page of the machine, which has no Vietnamese letters: a report written to one would end the program. A
console is UTF-8 already. This module must not know what is said.
"""

from __future__ import annotations

import io
import sys

_UTF8 = {"utf-8", "utf8"}


def speak_utf8() -> None:
    """From now on. A program without a console has no streams; nothing may have been read from them yet."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() not in _UTF8:
            stream.reconfigure(encoding="utf-8", errors="replace")
