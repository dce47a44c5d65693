"""Who began to work at the desk and when he stopped, as facts of the journal.

Every way in that opens the desk for somebody is written here: the log-in page and each command that works at an open desk. A program that
was killed writes no end: the next beginning has no end before it, and says so by that. This module must not know how somebody proved
himself, nor any screen.
"""

from __future__ import annotations

import logging

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Fact, SessionClosed, SessionOpened
from kt1desk.domain.sessions import Leaving, Proof
from kt1desk.services.ports import Appending, Journal

READS_ONLY = "desk.read_only"
"""Of a desk that may be a copy of another: whoever looks at it writes nothing, and no event may tell of it."""


class SessionBook:
    """Writes the beginning and the end of one session of a user."""

    def __init__(self, journal: Journal, user: str) -> None:
        self._journal = journal
        self._user = user
        self._is_open = False

    def opened(self, proof: Proof, refused: int) -> bool:
        """He began; ``refused`` passwords were wrong, anybody's, since somebody did so last.

        Returns:
            Whether it is written: a desk that may only read does not write this either.

        Raises:
            DeskError: ``disk.*``, ``store.*``: nobody works at a desk that cannot write down who he is.
        """
        try:
            self._write(SessionOpened(self._user, proof.value, refused))
        except DeskError as error:
            if error.code != READS_ONLY:
                raise
            return False
        self._is_open = True
        return True

    def closed(self, why: Leaving) -> None:
        """He stopped; once, and only where a beginning is written.

        Where the disk refuses the log says so: whoever leaves is let go, and an end that is missing is seen.
        """
        if not self._is_open:
            return
        self._is_open = False
        try:
            self._write(SessionClosed(self._user, why.value))
        except DeskError as error:
            logging.getLogger(__name__).warning("the end of a session could not be written: %s", error.code)

    def _write(self, fact: Fact) -> None:
        with self._journal.work() as work:
            work.append(fact, Appending(self._user))
            work.commit()
