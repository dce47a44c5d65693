"""Bringing catalogues in: each line taken, already there, or refused with its reason; what is taken is written in one transaction.

The journal keeps who brought which file and how much of it was taken. This module must not know files, nor what any catalogue holds: an
`Importer` does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ReferenceImported
from kt1desk.domain.permissions import Act
from kt1desk.services.ports import Appending, Clock, Journal, Reader, Work
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, Sheet, SheetLine

Row = TypeVar("Row")


class ImportState(StrEnum):
    """What became of a line."""

    TAKEN = "taken"
    THERE = "there"
    """The very same is there already."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One line: its number in the file, what became of it, its key («1.001612»), and why, with the title of the column.

    A line that was taken may have a reason too: what whoever brought it should know (`Importer.remark`).
    """

    line: int
    state: ImportState
    key: str = ""
    reason: DeskError | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file."""

    sheet: Sheet
    lines: tuple[ImportLine, ...]

    def count(self, state: ImportState) -> int:
        """How many lines are in this state."""
        return sum(line.state is state for line in self.lines)


class Importer(Protocol[Row]):
    """Knows one catalogue."""

    @property
    def kind(self) -> str:
        """Its name in the journal: ``procedures``, ``agencies``, ``staff``."""

    @property
    def layout(self) -> Layout:
        """Its columns."""

    def check_rights(self, session: Session, on: date, /) -> None:
        """What is asked beside `Act.IMPORT_REFERENCE`, on the day that rights are judged on. Raises ``user.*``."""

    def read(self, line: SheetLine, file: str, /) -> Row:
        """The row of a line of the file with this name. Raises `DeskError` with the column as field."""

    def key(self, row: Row) -> str:
        """What makes it one row of the catalogue; no two lines of a file may have the same."""

    def remark(self, row: Row, /) -> DeskError | None:
        """What is said of a row that is taken or there, with the column as field; None as a rule."""

    def known(self, reader: Reader) -> Callable[[Row], bool]:
        """What tells whether the very same row is there; it raises ``import.*`` where something else is."""

    def write(self, work: Work, rows: Sequence[Row], how: Appending, /) -> None:
        """Add the rows; ``how`` names the event that tells of the import, for rows that are events themselves."""


class Imports:
    """The use case of whoever keeps the catalogues of a desk."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def take(self, session: Session, sheet: Sheet, importer: Importer[Row]) -> ImportReport:
        """Bring a file in; nothing is written where no line is taken.

        Raises:
            DeskError: ``user.*``; ``disk.*``, ``store.*``: nothing is written then. Refusals of a line stand at the line.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.IMPORT_REFERENCE, reader.open_shift(), self._clock)
        importer.check_rights(session, on)
        sorting = _Sorting(sheet, importer)
        for line in sheet.lines:
            sorting.read(line)
        with self._journal.work() as work:
            report = sorting.against(work)
            if sorting.taken:
                counts = (report.count(ImportState.TAKEN), report.count(ImportState.REFUSED))
                how = Appending(session.actor.user_id)
                event = work.append(ReferenceImported(importer.kind, sheet.digest, *counts), how)
                importer.write(work, sorting.taken, replace(how, parents=(event.id,)))
                work.commit()
        return report


class _Sorting(Generic[Row]):
    """Lines of one file on their way to a report: first by themselves and among each other, then against what is there."""

    def __init__(self, sheet: Sheet, importer: Importer[Row]) -> None:
        self.taken: list[Row] = []
        self._sheet = sheet
        self._importer = importer
        self._decided: list[ImportLine] = []
        self._open: dict[str, tuple[int, Row]] = {}

    def read(self, line: SheetLine) -> None:
        """Read a line; the same key twice is the same row said again, or a refusal."""
        try:
            if line.problem is not None:
                raise line.problem
            row = self._importer.read(line, self._sheet.name)
            key = self._importer.key(row)
            if key in self._open:
                first, other = self._open[key]
                if other != row:
                    raise DeskError("import.twice", self._sheet.layout.columns[0].key, line=first)
                self._decided.append(self._good(line.number, ImportState.THERE, key, row))
            else:
                self._open[key] = line.number, row
        except DeskError as error:
            self._decided.append(self._refused(line.number, "", error))

    def against(self, reader: Reader) -> ImportReport:
        """Hold what was read against what is there."""
        known = self._importer.known(reader)
        for key, (number, row) in self._open.items():
            try:
                there = known(row)
            except DeskError as error:
                self._decided.append(self._refused(number, key, error))
                continue
            if not there:
                self.taken.append(row)
            state = ImportState.THERE if there else ImportState.TAKEN
            self._decided.append(self._good(number, state, key, row))
        return ImportReport(self._sheet, tuple(sorted(self._decided, key=lambda line: line.line)))

    def _good(self, line: int, state: ImportState, key: str, row: Row) -> ImportLine:
        remark = self._importer.remark(row)
        return ImportLine(line, state, key, remark, self._place(remark))

    def _refused(self, line: int, key: str, error: DeskError) -> ImportLine:
        return ImportLine(line, ImportState.REFUSED, key, error, self._place(error))

    def _place(self, reason: DeskError | None) -> str:
        return self._sheet.layout.title_of(reason.field) if reason is not None else ""
