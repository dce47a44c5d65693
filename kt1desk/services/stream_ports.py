"""Reading a journal as it was written. Part of `kt1desk.services.ports`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kt1desk.domain.events import Event, Stream


class StreamReader(Protocol):
    """Reading of the streams themselves, whatever is in them."""

    def newest(self, stream: Stream, types: frozenset[str] = frozenset()) -> Iterator[Event]:
        """This desk's own events of a stream, newest first, read as they are asked for; of some types alone where any are said."""
