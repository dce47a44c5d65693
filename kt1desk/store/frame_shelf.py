"""Sealed frames of this desk on the disk: kept before they are sent, and never changed.

This module must not know what is in a frame, nor who it is sent to.
"""

from __future__ import annotations

from sqlalchemy import and_, bindparam, insert, select

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.store.journal import DeskStore
from kt1desk.store.local_tables import frame
from kt1desk.store.statements import Prepared

_CHAIN = and_(frame.c.stream == bindparam("of_stream"), frame.c.incarnation == bindparam("of_incarnation"))
_ONE = Prepared(select(frame.c.data).where(_CHAIN, frame.c.number == bindparam("of_number")))
_LAST = Prepared(select(frame.c.data).where(_CHAIN).order_by(frame.c.number.desc()).limit(1))
_INSERT = Prepared(insert(frame))


class FrameShelf:
    """Implements `kt1desk.exchange.outbox.Shelf` for one incarnation of a desk."""

    def __init__(self, store: DeskStore, incarnation: int) -> None:
        self._store = store
        self._incarnation = incarnation

    def of(self, incarnation: int) -> FrameShelf:
        """The shelf of another incarnation of the same desk."""
        return FrameShelf(self._store, incarnation)

    def last_frame(self, stream: Stream) -> bytes | None:
        """The frame with the highest number; None where there is none."""
        with self._store.look() as connection:
            row = _LAST.one(connection, self._asked(stream))
        return None if row is None else bytes(row[0])

    def frame(self, stream: Stream, number: int) -> bytes | None:
        """One frame by its number, as it was sealed."""
        with self._store.look() as connection:
            row = _ONE.one(connection, self._asked(stream) | {"of_number": number})
        return None if row is None else bytes(row[0])

    def keep_frame(self, stream: Stream, number: int, data: bytes) -> None:
        """Keep the next frame; when this returns, it is on the disk.

        Raises:
            DeskError: ``outbox.taken`` where there is one of this number; ``disk.*``.
        """
        asked = self._asked(stream) | {"of_number": number}
        row = {"stream": stream.value, "incarnation": self._incarnation, "number": number, "data": data}
        with self._store.local() as connection:
            if _ONE.one(connection, asked) is not None:
                raise DeskError("outbox.taken")
            _INSERT.run(connection, row)

    def _asked(self, stream: Stream) -> dict[str, object]:
        return {"of_stream": stream.value, "of_incarnation": self._incarnation}
