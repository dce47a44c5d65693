"""A new database key: who is to have it, who may ask for it, and that the journal says it was made.

When somebody was put out of a desk its key is made anew at the end of the session, by the desk itself: who decided that is in the journal
already. This module must not know how keys are kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import SettingChanged
from kt1desk.domain.permissions import Act
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import RECOVERY, Session
from kt1desk.services.stream_ports import StreamReader

DATABASE_KEY = "database_key"
"""What `SettingChanged` calls it."""


class KeyRenewal:
    """The use cases of the database key."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def check(self, session: Session) -> None:
        """Refuse whoever may not ask for a new key.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.MANAGE_USERS, reader.open_shift(), self._clock)

    def who_stays(self) -> Mapping[str, int]:
        """Everybody who may log in, and the printed code, with the newest version of the slot of each.

        Raises:
            DeskError: ``disk.*``.
        """
        with self._journal.read() as reader:
            versions = reader.slot_versions()
            users = [row.user for row in reader.users() if row.active]
        return {holder: versions.get(holder, 0) for holder in (*users, RECOVERY)}

    def renewed(self, user: str) -> None:
        """The desk has a new key since the session of this user.

        Raises:
            DeskError: ``disk.*``, ``store.*``.
        """
        with self._journal.work() as work:
            work.append(SettingChanged(DATABASE_KEY), Appending(user))
            work.commit()


def renewed_since(reader: StreamReader, last: EventId) -> EventId | None:
    """The newest event after ``last`` that says the desk has a new key; None where none does. What is older is not read.

    Raises:
        DeskError: ``disk.*``, ``canonical.*``.
    """
    for event in reader.newest(Stream.COUNTER):
        if (event.id.incarnation, event.id.seq) <= (last.incarnation, last.seq):
            break
        if event.envelope.type == SettingChanged.TYPE and event.body().get("name") == DATABASE_KEY:
            return event.id
    return None
