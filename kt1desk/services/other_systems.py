"""Other systems of the post: what they have not taken over yet, files for them, and what they answer.

A file is written down before it is written: what stands in it, by number. Where the writing fails, or the stick is lost, the same file is
made again from the journal. Nothing here talks to any system: there is no right to connect to one, so files are all there is (tthc.md §8).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.domain.dated import in_force
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Exported, Kt1Exported
from kt1desk.domain.identifiers import count_in_life
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.system_file import SystemFile
from kt1desk.services.ports import Appending, Clock, Journal, Reader
from kt1desk.services.record_check import require_sound
from kt1desk.services.rights import day_of_rights, require_now
from kt1desk.services.sessions import Session
from kt1desk.services.system_ports import NotTaken
from kt1desk.services.system_rows import Where, case_cells, item_cells

MOST_IN_FILE = 900
"""So many numbers fit the body of one event (`kt1desk.domain.body_limits`); what is more waits for the next file."""
BACK_MS = 31 * 86_400_000
"""Before its first file nothing older than a month is asked about: it was typed into that system by hand."""
_ACTS = {Service.KT1: Act.FEED_KT1_SYSTEMS, Service.TTHC: Act.FEED_OTHER_SYSTEMS}
_FACTS: dict[Service, type[Exported]] = {Service.KT1: Kt1Exported, Service.TTHC: Exported}


@dataclass(frozen=True, slots=True)
class Feed:
    """A system and how far it is behind: things never written into a file, and things without an answer."""

    kind: SystemFile
    never: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class FileRows:
    """What stands in a file, ready to be written.

    Attributes:
        batch: its number.
        titles: of its columns.
        numbers: of the things in it, one for each row.
    """

    kind: SystemFile
    batch: str
    titles: tuple[str, ...]
    numbers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


class OtherSystems:
    """The use cases of files that leave for other systems."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def feeds(self, session: Session) -> tuple[Feed, ...]:
        """The systems that this user may feed, in the order of the list; those of KT1 for who is cleared.

        Raises:
            DeskError: ``record.doubted``, rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.FEED_OTHER_SYSTEMS, reader.open_shift(), self._clock)
            require_sound(reader)
            kinds = [
                kind
                for kind in in_force(self._reference.system_files, on)
                if permits(session.actor, _ACTS[kind.service], on)
            ]
            return tuple(
                Feed(kind, *reader.count_not_taken(kind.service, kind.system, self._since(reader, kind)))
                for kind in kinds
            )

    def waiting(self, session: Session, system: str, after: int = 0, limit: int = 200) -> Sequence[NotTaken]:
        """What a system has not taken over, oldest first, after a place.

        Raises:
            DeskError: ``system.unknown``, ``record.doubted``, rights.
        """
        with self._journal.read() as reader:
            kind = system_kind((self._reference, self._clock), reader, session, system)
            return reader.not_taken(kind.service, system, self._since(reader, kind), after, limit)

    def export(self, session: Session, system: str) -> FileRows:
        """Write down which things go into the next file: those that were in none, oldest first, at most `MOST_IN_FILE`.

        Raises:
            DeskError: ``system.unknown``, ``system.nothing``, ``record.doubted``, ``disk.*``, rights.
        """
        with self._journal.work() as work:
            kind = system_kind((self._reference, self._clock), work, session, system)
            since = self._since(work, kind)
            numbers = tuple(work.never_exported(kind.service, system, since, MOST_IN_FILE))
            if not numbers:
                raise DeskError("system.nothing", "system")
            count = count_in_life(session.desk.incarnation, work.batches(system) + 1)
            batch = f"{system}-{session.desk.device}-{count}"
            fact = _FACTS[kind.service](batch, system, kind.mapping, numbers, session.desk.point)
            work.append(fact, Appending(session.actor.user_id))
            made = self._file(work, session, kind, batch, numbers)
            work.commit()
        return made

    def again(self, session: Session, system: str, batch: str) -> FileRows:
        """The rows of a file that was written before, as the journal has them now.

        Raises:
            DeskError: ``system.unknown``, ``system.batch_unknown``, ``record.doubted``, rights.
        """
        with self._journal.read() as reader:
            kind = system_kind((self._reference, self._clock), reader, session, system)
            numbers = tuple(reader.batch(system, batch.strip()))
            if not numbers:
                raise DeskError("system.batch_unknown", "batch")
            return self._file(reader, session, kind, batch.strip(), numbers)

    def _since(self, reader: Reader, kind: SystemFile) -> int:
        first = reader.first_exported_ms(kind.system)
        return (first or self._clock.now().utc_ms) - BACK_MS

    def _file(
        self, reader: Reader, session: Session, kind: SystemFile, batch: str, numbers: tuple[str, ...]
    ) -> FileRows:
        where = Where(session.desk.point, self._clock.now().offset_min)
        rows = tuple(self._cells(reader, kind, number, where) for number in numbers)
        return FileRows(kind, batch, tuple(column.title for column in kind.columns), numbers, rows)

    def _cells(self, reader: Reader, kind: SystemFile, number: str, where: Where) -> tuple[str, ...]:
        if kind.service is Service.KT1:
            item = reader.item(number)
            if item is not None:
                return item_cells(kind, item, where)
        else:
            row, case = reader.dossier(number), reader.case(number)
            if row is not None and case is not None:
                return case_cells(kind, (row, case), where)
        raise DeskError("store.damaged")


def system_kind(by: tuple[ReferenceData, Clock], reader: Reader, session: Session, system: str) -> SystemFile:
    """A system as it is declared today, for a user who may feed it.

    Raises:
        DeskError: ``system.unknown``, ``record.doubted``, rights.
    """
    reference, clock = by
    on = day_of_rights(reader.open_shift(), clock)
    found = [row for row in in_force(reference.system_files, on) if row.system == system]
    if not found:
        raise DeskError("system.unknown", "system")
    require_now(session, _ACTS[found[-1].service], reader.open_shift(), clock)
    require_sound(reader)
    return found[-1]
