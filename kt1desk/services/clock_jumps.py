"""Jumps of the wall clock as facts of the journal: set by hand or by a server while the desk runs, or back while it was off.

Times of events are what a clerk who back-dates would change first. The order of the journal does not hang on them; that somebody turned
the clock stands in it. This module must not know how time is measured.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment, Stream
from kt1desk.domain.facts import ClockJumped
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.session_book import READS_ONLY
from kt1desk.services.set_up import SYSTEM

JUMP_MS = 120_000
"""By how much the wall clock may be off without a word. A time server slews by at most 500 parts per million, and a quartz goes wrong by
less: 43 s a day, and a log-in lasts no longer. What is turned by hand is measured from one beginning, so that small turns add up."""


class ClockJumps:
    """Writes the jumps of one desk's clock.

    Args:
        journal: the desk's store.
        clock: the wall clock.
    """

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def note_at_opening(self) -> None:
        """Write it where the clock stands before the event that was written last; how far it ran ahead while the desk was off nobody knows.

        What is written then is the last event itself, so that the next opening does not tell of the same jump.

        Raises:
            DeskError: ``disk.*``, ``store.*``.
        """
        with self._journal.read() as reader:
            last = _last_written(reader)
        if last is not None:
            self.note(min(0, self._clock.now().utc_ms - last.utc_ms))

    def note(self, by_ms: int) -> None:
        """Write a jump, forward (above 0) or back; nothing where it is none. A desk that only reads keeps silent.

        Raises:
            DeskError: ``disk.*``, ``store.*``.
        """
        if abs(by_ms) <= JUMP_MS:
            return
        try:
            with self._journal.work() as work:
                work.append(ClockJumped(max(0, by_ms), max(0, -by_ms)), Appending(SYSTEM))
                work.commit()
        except DeskError as error:
            if error.code != READS_ONLY:
                raise


def _last_written(reader: Reader) -> Moment | None:
    """What the wall clock showed when the last event of either stream was written: the hybrid time never goes back and says which."""
    newest = [event for stream in Stream if (event := next(reader.newest(stream), None)) is not None]
    if not newest:
        return None
    last = max(newest, key=lambda event: event.envelope.hlc).envelope
    return last.entered or last.happened
