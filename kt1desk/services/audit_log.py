"""The security log: who came and went, who was refused, what left the desk, what was set, whether the records are whole.

It reads the counter stream alone, and of that only the types below: nothing of an item, of a case or of their parties is among them, so
that no clearance is needed. This module must not know words, files or keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment, Stream
from kt1desk.domain.facts import ExportMade
from kt1desk.domain.permissions import Act
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DeskRow
from kt1desk.services.sessions import Session


class AuditKind(StrEnum):
    """What somebody looks for in the log."""

    SESSIONS = "sessions"
    REFUSALS = "refusals"
    USERS = "users"
    OUT = "out"
    MACHINE = "machine"
    RECORDS = "records"


KINDS: Mapping[str, AuditKind] = MappingProxyType(
    {
        "session.opened": AuditKind.SESSIONS,
        "session.closed": AuditKind.SESSIONS,
        "act.refused": AuditKind.REFUSALS,
        "user.enrolled": AuditKind.USERS,
        "user.revoked": AuditKind.USERS,
        "key_slot.written": AuditKind.USERS,
        "export.made": AuditKind.OUT,
        "dossier.identity_viewed": AuditKind.OUT,
        "dossier.persons_erased": AuditKind.OUT,
        "setting.changed": AuditKind.MACHINE,
        "clock.jumped": AuditKind.MACHINE,
        "reference.imported": AuditKind.MACHINE,
        "document.taken": AuditKind.MACHINE,
        "desk.opened": AuditKind.RECORDS,
        "backup.made": AuditKind.RECORDS,
        "backup.failed": AuditKind.RECORDS,
        "records.checked": AuditKind.RECORDS,
        "journal.reissued": AuditKind.RECORDS,
        "journal.set_aside": AuditKind.RECORDS,
    }
)
"""Every type of the log and the kind it is of."""

MOST_ROWS = 20_000
"""Of one extract. At 30 a day that is almost two years; a longer time is taken in parts."""


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """What of the log is wanted; everything as it stands.

    Attributes:
        since_ms: from when on, UTC; by when it happened.
        until_ms: before when; 0 for no end.
        user: of whom alone; empty for everybody.
        kind: of what alone.
    """

    since_ms: int = 0
    until_ms: int = 0
    user: str = ""
    kind: AuditKind | None = None

    @property
    def types(self) -> frozenset[str]:
        """The types of event that are wanted."""
        return frozenset(type_ for type_, kind in KINDS.items() if self.kind in {None, kind})

    def takes(self, event: Event) -> bool:
        """Whether an event of one of the types is wanted."""
        at_ms = event.envelope.happened.utc_ms
        if at_ms < self.since_ms or (self.until_ms and at_ms >= self.until_ms):
            return False
        body = event.body()
        return self.user in {"", event.envelope.actor, body.get("user", ""), body.get("holder", "")}


@dataclass(frozen=True, slots=True)
class AuditRows:
    """The newest rows of the log, newest first; ``more`` where there are others behind them."""

    events: tuple[Event, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class AuditExtract:
    """What leaves the desk.

    Attributes:
        desk: which one it is.
        by: id of the user who takes it.
        made: when.
        query: what was wanted of the log.
        events: oldest first.
        heads: the last event of each stream at that moment: place and hash in hex. The KT1 stream's says only how far it had come.
    """

    desk: DeskRow
    by: str
    made: Moment
    query: AuditQuery
    events: tuple[Event, ...]
    heads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MadeExtract:
    """The bytes of an extract, and how many rows are in it."""

    data: bytes
    rows: int


class AuditLog:
    """Reads the log of one desk and gives it out.

    Args:
        journal: the desk's store.
        clock: both clocks.
        write: what makes a signed file of an extract.
    """

    def __init__(self, journal: Journal, clock: Clock, write: Callable[[AuditExtract], bytes]) -> None:
        self._journal = journal
        self._clock = clock
        self._write = write

    def rows(self, session: Session, query: AuditQuery, limit: int) -> AuditRows:
        """What is in it.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_AUDIT, reader.open_shift(), self._clock)
            found = list(islice(_wanted(reader, query), limit + 1))
        return AuditRows(tuple(found[:limit]), len(found) > limit)

    def people(self, session: Session) -> Mapping[str, str]:
        """Names of all users there ever were by their ids.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_AUDIT, reader.open_shift(), self._clock)
            return {row.user: row.name for row in reader.users()}

    def extract(self, session: Session, query: AuditQuery) -> MadeExtract:
        """Make the signed file. That it was made is in the journal before anybody has its bytes.

        Raises:
            DeskError: rights; ``extract.too_many`` with ``limit``; ``store.no_desk``; ``disk.*``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.EXPORT_AUDIT, reader.open_shift(), self._clock)
            desk = reader.desk()
            if desk is None:
                raise DeskError("store.no_desk")
            found = list(islice(_wanted(reader, query), MOST_ROWS + 1))
            heads = tuple(_head(reader, stream) for stream in Stream)
        if len(found) > MOST_ROWS:
            raise DeskError("extract.too_many", "day", limit=MOST_ROWS)
        user = session.actor.user_id
        made = AuditExtract(desk, user, self._clock.now(), query, tuple(reversed(found)), heads)
        data = self._write(made)
        note_export(self._journal, user, "audit", (len(found), data))
        return MadeExtract(data, len(found))


def note_export(journal: Journal, user: str, what: str, given: tuple[int, bytes]) -> None:
    """Write that records leave the desk as a file: how many, and its bytes. Called before the file is written, never after.

    Raises:
        DeskError: ``disk.*``: nothing may leave then.
    """
    rows, data = given
    with journal.work() as work:
        work.append(ExportMade(what, rows, hashlib.sha256(data).hexdigest()), Appending(user))
        work.commit()


def _wanted(reader: Reader, query: AuditQuery) -> Iterator[Event]:
    """Newest first. The hybrid time never goes back and is never before an event happened, so that what is older need not be read."""
    for event in reader.newest(Stream.COUNTER, query.types):
        if event.envelope.hlc.ms < query.since_ms:
            return
        if query.takes(event):
            yield event


def _head(reader: Reader, stream: Stream) -> tuple[str, str]:
    last = next(reader.newest(stream), None)
    return ("", "") if last is None else (last.id.text, last.hash.hex())
