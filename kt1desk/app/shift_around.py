"""What lies about at a desk when its shift ends or begins: what waits for the line, half-done acceptances.

This module must not know what is asked about it.
"""

from __future__ import annotations

from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Act
from kt1desk.exchange.backlog import backlogs
from kt1desk.exchange.line_access import access_of
from kt1desk.exchange.line_state import LineState, read_state
from kt1desk.exchange.outbox import Shelf
from kt1desk.services.parking import Aside
from kt1desk.services.ports import Clock
from kt1desk.services.rights import permits_now
from kt1desk.services.sessions import Session
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings


class DeskSurroundings:
    """Implements `kt1desk.services.settling_ports.Surroundings`."""

    def __init__(self, store: DeskStore, aside: Aside, clock: Clock) -> None:
        self._store = store
        self._aside = aside
        self._clock = clock

    def unsent(self) -> int | None:
        """See the port."""
        notes = Settings(self._store)
        state = read_state(notes)
        with self._store.read() as reader:
            desk = reader.desk()
            if desk is None or desk.device == 0:  # a desk for trying out never sends
                return 0
            shelf = FrameShelf(self._store, desk.incarnation)
            if access_of(notes) is None and not _handed_over(shelf, state, desk.incarnation):
                return None
            waiting = backlogs(reader, shelf, state, desk.incarnation)
        return sum(each.unsent for each in waiting if each.by_network)

    def aside(self, session: Session) -> int:
        """See the port."""
        with self._store.read() as reader:
            shift = reader.open_shift()
        kinds = ((Act.ACCEPT_DOSSIER, self._aside.dossiers), (Act.ACCEPT_ITEM, self._aside.items))
        may = [look for act, look in kinds if permits_now(session, act, shift, self._clock)]
        return sum(len(look(session)) for look in may)


def _handed_over(shelf: Shelf, state: LineState, incarnation: int) -> bool:
    """Whether the centre ever had something of this desk, or frames were sealed for it, for a line of before or for a file."""
    sealed = (
        shelf.of(each).last_frame(stream) is not None
        for each in range(1, incarnation + 1)
        for stream in Stream
    )
    return bool(state.good_ms) or any(sealed)
