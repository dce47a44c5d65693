"""A new database key at the end of a session in which somebody was put out of the desk, or in which it was asked for.

The store is closed then, and nobody waits at the counter. Where it cannot be done the old key stays, and the next end of a session tries
again. This module must not know any screen.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from kt1desk.app.entropy import Entropy
from kt1desk.domain.errors import DeskError
from kt1desk.domain.sessions import Leaving
from kt1desk.services.key_renewal import KeyRenewal
from kt1desk.services.ports import Clock
from kt1desk.services.session_book import READS_ONLY
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.key_format import read_slots
from kt1desk.store.key_renewal import expected_s, is_due, renew


class KeyEnding:
    """What is done about the key when a session ends.

    Args:
        folder: of the desk.
        clock: both clocks.
        entropy: of the store.

    Attributes:
        wanted: somebody asked for a new key.
        made: it was made.
        failed: why it could not be made.
        tell: called with about how many seconds it takes, in the thread that ends the session, right before.
    """

    def __init__(self, folder: DataFolder, clock: Clock, entropy: Entropy) -> None:
        self._folder = folder
        self._clock = clock
        self._entropy = entropy
        self.wanted = False
        self.made = False
        self.failed: DeskError | None = None
        self.tell: Callable[[int], None] = lambda _: None
        self._is_over = False

    def of(self, store: DeskStore, user: str, why: Leaving) -> Callable[[], None]:
        """What is left to do for the session of this user, once the store is closed; asked again, nothing.

        Nor where somebody else takes over: he stands at the counter with a customer, and the next end does it.
        """
        try:
            if (
                self._is_over
                or why is Leaving.SWITCH
                or not (self.wanted or is_due(read_slots(self._folder)))
            ):
                return _nothing
            old, stays = store.lend_key(), KeyRenewal(store, self._clock).who_stays()
        except DeskError as error:
            self._fail(error)
            return _nothing
        finally:
            self._is_over = True

        def make() -> None:
            try:
                self.tell(expected_s(self._folder))
                self._note(renew(self._folder, old, stays), user)
            except DeskError as error:
                self._fail(error)

        return make

    def _note(self, new: bytes, user: str) -> None:
        self.wanted, self.made, self.failed = False, True, None
        store = DeskStore.open(self._folder, new, self._clock, self._entropy)
        try:
            KeyRenewal(store, self._clock).renewed(user)
        except DeskError as error:
            if error.code != READS_ONLY:
                raise
        finally:
            store.close()

    def _fail(self, error: DeskError) -> None:
        self.failed = error
        logging.getLogger(__name__).warning("no new database key: %s", error.code)


def _nothing() -> None:
    """Of an end like all others."""
