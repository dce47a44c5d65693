"""The shared folder by the newest key list: one may come with the centre's mail while the desk works, its first one too.

This module must not know when the folder is looked into, nor where it lies.
"""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.mailroom import Mailroom
from kt1desk.exchange.near import Near, NearReport
from kt1desk.exchange.near_folder import NearFolder
from kt1desk.exchange.trust import KeyList

Rooms = Callable[[], tuple[Mailroom, Mailroom]]
"""The mailrooms for KT1 and for dossiers, with the key list that is kept now; raises ``key_list.*`` where none is good."""


class ListedNear:
    """Rounds over the shared folder; without a key list each says so, and nothing else of the exchange waits for it.

    Args:
        rooms: asked at each round.
        folder: the folder.
    """

    def __init__(self, rooms: Rooms, folder: NearFolder) -> None:
        self._rooms = rooms
        self._folder = folder
        self._opened: tuple[KeyList, Near] | None = None

    def round(self) -> NearReport:
        """One round.

        Raises:
            DeskError: as `Near.round`; ``disk.*``.
        """
        try:
            kt1, tthc = self._rooms()
        except DeskError as error:
            if not error.code.startswith("key_list."):
                raise
            return NearReport(problem=error)
        if self._opened is None or self._opened[0] != kt1.keys:
            self._opened = kt1.keys, Near(kt1, tthc, self._folder)
        return self._opened[1].round()
