"""The outbox: frames of this desk's own events, each sealed once, kept on the disk, and only then sent, as often as it takes.

    seal and keep → send → the other side says how far it has them → go on from there

How far to go on from is what the other side says, with number and hash, never what was sent (a frame is marked as sent by nothing here).
Where it says less than before, because it was restored, older frames are sent again as the same bytes. Where its hash is not the one of
our frame of that number, one of the two was restored or copied: nothing is sent and somebody is told.

This module must not know the line, nor where frames are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import MAX_EVENTS, START, Frame, Mark, read_head, seal_frame
from kt1desk.exchange.own_frames import last_hash
from kt1desk.exchange.policy import require_way
from kt1desk.exchange.trust import OwnKeys, refuse_trial
from kt1desk.services.ports import Clock, Journal


class Shelf(Protocol):
    """Where sealed frames are kept, in their order, for each stream of this desk in one incarnation."""

    def of(self, incarnation: int) -> Shelf:
        """The shelf of another incarnation."""

    def last_frame(self, stream: Stream) -> bytes | None:
        """The frame with the highest number; None where there is none."""

    def frame(self, stream: Stream, number: int) -> bytes | None:
        """One frame by its number, as it was sealed."""

    def keep_frame(self, stream: Stream, number: int, data: bytes) -> None:
        """Keep the next frame; when this returns, it is on the disk.

        Raises:
            DeskError: ``disk.*``; ``outbox.taken`` where there is one of this number.
        """


class Outbox:
    """The frames of one desk.

    Args:
        journal: its open store.
        own: its keys.
        shelf: where frames are kept.
        clock: the wall clock.
        way: how they are to go, for the policy.
    """

    def __init__(
        self, journal: Journal, own: OwnKeys, shelf: Shelf, clock: Clock, way: Transport = Transport.NETWORK
    ) -> None:
        self._journal = journal
        self._own = own
        self._shelf = shelf
        self._clock = clock
        self._way = way
        self._incarnation = 0

    def of(self, incarnation: int) -> Outbox:
        """The frames of an earlier incarnation: what of them was never sealed is sealed as it stands."""
        earlier = Outbox(self._journal, self._own, self._shelf.of(incarnation), self._clock, self._way)
        earlier._incarnation = incarnation
        return earlier

    def seal_next(self, stream: Stream) -> Frame | None:
        """Seal and keep the next frame; None where every event of the stream is in one.

        Raises:
            DeskError: ``trust.trial_desk``, ``exchange.no_network``, ``frame.too_large``, ``disk.*``; ``outbox.fork`` with ``number`` where
                the next event does not follow the last one in the frame before.
        """
        refuse_trial(self._own.device)
        kept = self._shelf.last_frame(stream)
        last = read_head(kept) if kept is not None else None
        with self._journal.read() as reader:
            require_way(reader, self._way, stream)
            after = last.head.last_seq if last else 0
            events = reader.events_after(stream, after, MAX_EVENTS, incarnation=self._incarnation)
        if not events:
            return None
        if kept is not None and last_hash(kept, self._own) != events[0].prev:
            # what was sealed is not what the journal says now: somebody with the key changed it and hashed it again
            raise DeskError("outbox.fork", number=read_head(kept).head.number)
        frame = seal_frame(events, last.mark if last else START, self._clock.now(), self._own, shipped())
        self._shelf.keep_frame(stream, frame.head.number, frame.data)
        return frame

    def to_send(self, stream: Stream, taken: Mark) -> Iterator[Frame]:
        """The frames after the one that the other side says it took last, sealing what is not sealed yet.

        Raises:
            DeskError: as `seal_next`; ``outbox.fork`` with ``number`` where its frame of that number is not ours, ``outbox.ahead`` with
                ``number`` where it has one we have not.
        """
        if taken != START:
            ours = self._shelf.frame(stream, taken.number)
            if ours is None:
                raise DeskError("outbox.ahead", number=taken.number)
            if read_head(ours).hash != taken.hash:
                raise DeskError("outbox.fork", number=taken.number)
        number = taken.number
        while True:
            number += 1
            kept = self._shelf.frame(stream, number)
            frame = self._still_may_go(stream, kept) if kept is not None else self.seal_next(stream)
            if frame is None:
                return
            yield frame

    def _still_may_go(self, stream: Stream, kept: bytes) -> Frame:
        """A frame that was sealed before: a way that was closed since is closed for what waits, too."""
        with self._journal.read() as reader:
            require_way(reader, self._way, stream)
        return read_head(kept)
