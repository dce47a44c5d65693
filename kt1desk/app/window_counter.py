"""What the main window of an open desk needs: its status line, what stands over all pages, the search, the locked screen.

This module must not know any screen; it implements what the window says it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.app.access import barred_places, barred_sides, screen_bars
from kt1desk.app.backup_words import old_backup_words
from kt1desk.app.desk import OpenDesk
from kt1desk.app.gates import LockedScreen
from kt1desk.app.line_room import LineCondition
from kt1desk.app.line_words import clock_words, link_words, since_words
from kt1desk.app.print_room import PrinterCondition
from kt1desk.app.record_words import finding_words
from kt1desk.app.recovering import is_unsettled
from kt1desk.app.words import printer_words
from kt1desk.desktop.needs import DeskStatus, Tone
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.backlog import StreamBacklog, backlogs
from kt1desk.exchange.line_state import read_state
from kt1desk.services.rows import SearchHit
from kt1desk.services.wording import sentence
from kt1desk.store import doubts
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.settings import Settings
from kt1desk.store.standing import barred


class WindowCounter:
    """Implements `WindowNeeds`.

    Args:
        desk: the open desk.
        lock: checks a password.
        printers: what is known of the printers.
        line: what is known of the exchange with others.
    """

    def __init__(
        self,
        desk: OpenDesk,
        lock: LockedScreen,
        printers: Callable[[], Sequence[PrinterCondition]],
        line: Callable[[], LineCondition] = LineCondition,
    ) -> None:
        self._desk = desk
        self._lock = lock
        self._printers = printers
        self._line = line

    def status(self) -> DeskStatus:
        """See the port."""
        now, line = self._desk.clock.now(), self._line()
        with self._desk.store.read() as reader:
            shift = reader.open_shift()
        waiting = [each for each in backlogs_of(self._desk) if each.by_network and each.unsent]
        oldest_ms = min((each.oldest_ms for each in waiting), default=0)
        states = tuple(printer_words(condition) for condition in self._printers())
        name = shift.shift.rsplit("/", 1)[-1] if shift else ""
        link = link_words(line, now)
        return DeskStatus(
            name,
            link.text,
            link.tone,
            sum(each.unsent for each in waiting),
            states,
            now.utc_ms,
            now.offset_min,
            oldest=since_words(oldest_ms, now) if oldest_ms and link.tone is not Tone.BAD else "",
            clock_doubt=clock_words(line),
            backup=old_backup_words(self._desk, now),
            banner=banner_words(self._desk),
            barred=barred_places(self._desk.session, shift, self._desk.clock),
            barred_sides=barred_sides(self._desk.session, shift, self._desk.clock),
            bars=screen_bars(self._desk.session, shift, self._desk.clock),
        )

    def search(self, text: str, limit: int) -> Sequence[SearchHit]:
        """See the port."""
        return self._desk.finder.anything(self._desk.session, text, limit)

    def check_password(self, user: str, password: str) -> None:
        """See the port."""
        self._lock.check_password(user, password)


def backlogs_of(desk: OpenDesk) -> tuple[StreamBacklog, ...]:
    """What the desk still has to send, stream by stream.

    Raises:
        DeskError: ``disk.*``.
    """
    state, incarnation = read_state(Settings(desk.store)), desk.session.desk.incarnation
    with desk.store.read() as reader:
        return backlogs(reader, FrameShelf(desk.store, incarnation), state, incarnation)


def banner_words(desk: OpenDesk) -> str:
    """What stands over all pages: why this desk writes nothing, what is wrong with its records, or that a restore was not compared."""
    with desk.store.look() as connection:
        reason, checked = barred(connection), doubts.read(connection)
    if reason:
        return sentence(DeskError("desk.read_only", reason=reason))
    if found := finding_words(checked, desk.clock.now()):
        return found
    return sentence(DeskError("restore.unsettled")) if is_unsettled(desk.store) else ""
