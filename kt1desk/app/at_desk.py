"""A desk opened for a command: the place taken, the user's password asked for, everything closed again whatever happens.

What the command wrote goes to the flight recorder before the desk is closed: a user who was put out by it stays out after a restore.

This module must not know what a command does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kt1desk.app.backup_words import why_not_recorded
from kt1desk.app.desk import OpenDesk
from kt1desk.app.flight_room import FlightRoom
from kt1desk.app.options import options_of
from kt1desk.app.passwords import asked_password
from kt1desk.app.place import take_place
from kt1desk.app.works import Works, works_in
from kt1desk.domain.errors import DeskError

PATIENCE_S = 10.0
"""So long a command waits for the medium of the flight recorder."""


@dataclass
class AtDesk:
    """An open desk, what it works with, and the password that opened it."""

    works: Works
    desk: OpenDesk
    password: str = field(repr=False)
    _left: bool = False

    def leave(self) -> None:
        """Record what was written, and close the desk. Twice is the same as once."""
        if self._left:
            return
        self._left = True
        try:
            _record(self.desk)
        finally:
            self.desk.close()


@contextmanager
def at_desk(asked: argparse.Namespace) -> Iterator[AtDesk]:
    """The desk of the folder, opened for the user that was named.

    Raises:
        DeskError: ``store.no_desk``; what opening a desk refuses.
    """
    place = take_place(options_of(asked))
    try:
        if not place.has_desk:
            raise DeskError("store.no_desk")
        works, password = works_in(place), asked_password()
        at = AtDesk(works, works.opener.open(asked.user, password), password)
        try:
            yield at
        finally:
            at.leave()
    finally:
        place.leave()


def _record(desk: OpenDesk) -> None:
    """What is not there yet goes to the flight recorder, where one is set; a medium that is away is told and stops nothing."""
    found: list[BaseException] = []
    room = FlightRoom(desk, found.append)
    room.start()
    done = room.close(PATIENCE_S)
    trouble = why_not_recorded(room.condition().failed if done else "backup.no_place")
    if trouble:
        print(trouble, file=sys.stderr)
    if found:
        raise found[0]
