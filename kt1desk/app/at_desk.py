"""A desk opened for a command: the place taken, the user's password asked for, everything closed again whatever happens.

This module must not know what a command does.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from kt1desk.app.desk import OpenDesk
from kt1desk.app.options import options_of
from kt1desk.app.passwords import asked_password
from kt1desk.app.place import take_place
from kt1desk.app.works import Works, works_in
from kt1desk.domain.errors import DeskError


@dataclass(frozen=True)
class AtDesk:
    """An open desk, what it works with, and the password that opened it."""

    works: Works
    desk: OpenDesk
    password: str = field(repr=False)


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
        desk = works.opener.open(asked.user, password)
        try:
            yield AtDesk(works, desk, password)
        finally:
            desk.close()
    finally:
        place.leave()
