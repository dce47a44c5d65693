"""One transaction of a use case: read, append, queue papers, commit.

A transaction in which anything went wrong cannot be committed, even by a caller who caught the error: half of what belongs together
would be written. This module must not know how a transaction begins, nor what is done once it is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import Fact
from kt1desk.domain.print_job import JobTrigger
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Agency
from kt1desk.services.ports import Appending, PaperDraft
from kt1desk.services.rows import PaperRow
from kt1desk.store import imported_rows, inbound, papers, parked_rows, procedures
from kt1desk.store.centre_work import CentreSteps
from kt1desk.store.projections import numbers
from kt1desk.store.statements import Connection
from kt1desk.store.steps import State
from kt1desk.store.writing import Sources, Tail, Writer

Commit: TypeAlias = Callable[[Tail], None]


class StoreWork(CentreSteps):
    """Implements `kt1desk.services.ports.Work`."""

    def __init__(self, connection: Connection, sources: Sources, tail: Tail, commit: Commit) -> None:
        super().__init__(connection, sources.clock)
        self._sources = sources
        self._writer = Writer(connection, sources, tail)
        self._commit = commit

    def append(self, fact: Fact, how: Appending) -> Event:
        """See `Work.append`.

        Raises:
            DeskError: ``number.used``, ``canonical.*``, ``event.*``, ``store.*``, ``disk.*``; nothing can be committed any more then.
        """
        return self._done(lambda: self._writer.append(fact, how))

    def take_mail(self, event: Event, way: str, actor: str) -> bool:
        """See `Work.take_mail`.

        Raises:
            DeskError: ``inbox.fork``, ``event.unknown_type``: nothing was written; ``store.*``, ``disk.*``: nothing can be committed then.
        """
        self._require_open()
        return inbound.is_new(self._connection, event) and self._done(
            lambda: self._writer.take(event, way, actor)
        )

    def take_number(self, prefixes: Collection[str] = (), after: str = "") -> str:
        """See `Work.take_number`. Asked twice before an event names it, it is the same number."""
        number = numbers.next_free(self._connection, prefixes, after)
        if number is None:
            raise DeskError("number.block_empty", "number")
        return number

    def put_procedures(self, rows: Sequence[Procedure]) -> int:
        """See `Work.put_procedures`.

        Raises:
            DeskError: ``import.version_differs``, ``canonical.*``; nothing can be committed any more then.
        """
        return self._done(lambda: procedures.put(self._connection, rows))

    def put_agencies(self, rows: Sequence[Agency]) -> int:
        """See `Work.put_agencies`.

        Raises:
            DeskError: ``import.version_differs``, ``canonical.*``; nothing can be committed any more then.
        """
        return self._done(lambda: imported_rows.put_agencies(self._connection, rows))

    def drop_draft(self, kind: str, parked: int) -> None:
        """See `Work.drop_draft`.

        Raises:
            DeskError: ``parked.unknown``; nothing can be committed any more then.
        """
        if not self._done(lambda: parked_rows.drop(self._connection, kind, parked)):
            self._state = State.FAILED
            raise DeskError("parked.unknown")

    def queue_paper(self, draft: PaperDraft) -> int:
        """See `Work.queue_paper`."""
        now_ms = self._clock.now().utc_ms
        return self._done(lambda: papers.queue(self._connection, draft, now_ms))

    def change_paper(self, job: int, trigger: JobTrigger, reason: str = "") -> PaperRow:
        """See `Work.change_paper`."""
        before = papers.load(self._connection, job)
        after = papers.stepped(before, trigger, reason)
        now_ms = self._clock.now().utc_ms
        self._done(lambda: papers.store(self._connection, before, after, now_ms))
        return papers.show(self._connection, job)

    def release_paper(self, job: int) -> None:
        """See `Work.release_paper`.

        Raises:
            DeskError: ``print.unknown_job``, or ``print.wrong_state`` where it does not wait.
        """
        now_ms = self._clock.now().utc_ms
        self._done(lambda: papers.release(self._connection, job, now_ms))

    def public_key(self) -> str:
        """See `Work.public_key`."""
        return self._sources.key.public_key_hex

    def commit(self) -> None:
        """See `Work.commit`.

        Raises:
            DeskError: ``disk.*`` or ``store.*`` where COMMIT failed: nothing was written. ``store.marker_behind`` where only the marker's
                file could not be written after it: the events stand, and no paper of them is claimed before the marker has caught up.
        """
        self._require_open()
        self._state = State.OVER
        self._commit(self._writer.tail)
