"""Ports of settling: what the end of a shift looks at beside the journal, as a Protocol."""

from __future__ import annotations

from typing import Protocol

from kt1desk.services.sessions import Session


class Surroundings(Protocol):
    """What lies about at this desk."""

    def unsent(self) -> int | None:
        """How many events the centre has not said it has, of the journals that may go to it over the line; 0 where none may.

        None where nothing was ever to go there: no line is set up, and no hand-over by file has begun.
        """

    def aside(self, session: Session) -> int:
        """How many half-done acceptances lie aside that the user may know of."""
