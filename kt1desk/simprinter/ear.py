"""Commands that a printer hears the moment they come, whatever it is doing and however the line cuts them in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable


class Ear:
    """Finds commands of a fixed spelling in a stream.

    Args:
        commands: how they are spelled; none begins within another one.
    """

    def __init__(self, commands: Iterable[bytes]) -> None:
        self.commands = frozenset(commands)
        self._split = re.compile(b"(" + b"|".join(map(re.escape, sorted(self.commands))) + b")")
        self._beginnings = {
            command[:length] for command in self.commands for length in range(1, len(command))
        }
        self._longest = max(map(len, self.commands)) - 1
        self._held = b""

    def hear(self, data: bytes) -> list[bytes]:
        """The stream in pieces, each a whole command or free of them; what may yet become one is held back."""
        *pieces, last = self._split.split(self._held + data)
        self._held = next(
            (last[-size:] for size in range(self._longest, 0, -1) if last[-size:] in self._beginnings), b""
        )
        pieces.append(last[: len(last) - len(self._held)])
        return [piece for piece in pieces if piece]
