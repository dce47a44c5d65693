"""Refusals of rights as facts of the journal: whoever asked for what he may not do is written down, whichever service refused.

The store tells of each refusal that ended a block of reading or writing; nothing is written for what is merely left out of an answer. This
module must not know any service, nor who shows what is written here.
"""

from __future__ import annotations

import logging

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ActRefused
from kt1desk.services.ports import Appending, Clock, Journal

OF_RIGHTS = frozenset({"user.not_allowed", "user.clearance_missing", "user.clearance_expired", "user.above"})
"""Refusals that are of the person and not of the matter (ASVS 5.0, 16.3.2)."""
AGAIN_MS = 60_000
"""The same refusal within a minute is the same try: a page asks anew at each stroke, and a journal full of it hides the next one."""


class RefusalBook:
    """Writes each refusal of rights at one desk."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._last: dict[ActRefused, int] = {}

    def note(self, error: DeskError) -> None:
        """Write it down where it is one of rights and of a known person.

        Where the disk refuses, the log says so: whoever asked is to hear why he may not, and not that the disk is full.
        """
        user = str(error.details.get("user", ""))
        if error.code not in OF_RIGHTS or not user:
            return
        fact = ActRefused(user, str(error.details.get("act", "")), error.code)
        now_ms = self._clock.monotonic_ms()
        self._last = {one: ms for one, ms in self._last.items() if now_ms - ms < AGAIN_MS}
        if fact in self._last:
            return
        try:
            with self._journal.work() as work:
                work.append(fact, Appending(user))
                work.commit()
        except DeskError as failed:
            logging.getLogger(__name__).warning("a refusal could not be written: %s", failed.code)
        else:
            self._last[fact] = now_ms
