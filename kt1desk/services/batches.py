"""Accepting a whole list: looked at line by line before anything is written, then accepted line by line, each for itself.

A batch is no transaction of its own. Every line is an acceptance like any other, on the disk before the next one begins; a line that is
refused leaves the others alone, and a run that is cut off is simply begun again, because lines are known by their keys. This module must
not know files, nor what kind of work a list holds: a `Taker` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import clean
from kt1desk.services.batch_columns import LIST
from kt1desk.services.batch_keys import line_keys
from kt1desk.services.ports import Journal
from kt1desk.services.sessions import Session
from kt1desk.services.sheets import Layout, Sheet, SheetLine
from kt1desk.services.shifts import needed_shift

MAX_LIST = 60
_ENDING = ("disk.", "store.", "shift.", "user.", "number.block_empty")
"""Refusals after which no other line can be accepted either."""

Draft = TypeVar("Draft")
ReadLine = Callable[[SheetLine], Draft]
GoOn = Callable[[int, int], bool]
"""Told how many lines are through, and of how many; says whether to go on."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a draft comes to: its price in đồng (0 while there is none) and what is wrong with it, in the order of the fields."""

    total_dong: int
    problems: tuple[DeskError, ...] = ()


class Taker(Protocol[Draft]):
    """Knows one kind of work: its columns, its drafts, its acceptance."""

    @property
    def layout(self) -> Layout:
        """The columns of its lists."""

    def lines(self, session: Session) -> ReadLine[Draft]:
        """How the lines of one list are read. Raises ``user.*`` for whoever may accept nothing of the kind.

        What is read from a line has every question about its cover answered with yes; reading raises `DeskError` with the column as field.
        """

    def numbers(self, draft: Draft) -> tuple[str, ...]:
        """Numbers of labels that stand on the covers already, in the one spelling that is stored."""

    def quote(self, session: Session, draft: Draft) -> Told:
        """What it comes to; writes nothing."""

    def take(self, session: Session, draft: Draft, key: str) -> str:
        """Accept it; returns its number. Raises `DeskError`; nothing is written then."""


class LineState(StrEnum):
    """What became of a line, or would."""

    READY = "ready"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    REPEAT = "repeat"
    """Accepted from the same list before."""
    LEFT = "left"
    """Not tried: the run ended before it."""


@dataclass(frozen=True, slots=True)
class BatchLine(Generic[Draft]):
    """One line of a list.

    Attributes:
        line: its number in the file.
        key: by which it is known again.
        state: what became of it.
        draft: what it asks for; None where it could not be read.
        reason: why it is refused, a repeat or left.
        place: title of the column that the reason belongs to, or "".
        number: what it was accepted as, this time or before.
        total_dong: its price in đồng.
    """

    line: int
    key: str
    state: LineState
    draft: Draft | None = field(default=None, repr=False)
    reason: DeskError | None = None
    place: str = ""
    number: str = ""
    total_dong: int = 0


@dataclass(frozen=True, slots=True)
class Batch(Generic[Draft]):
    """A list that was looked at, or that went through. ``sheet`` is where it came from."""

    sheet: Sheet
    lines: tuple[BatchLine[Draft], ...]

    def count(self, state: LineState) -> int:
        """How many lines are in this state."""
        return sum(line.state is state for line in self.lines)

    def total_dong(self, state: LineState) -> int:
        """What the lines in this state come to."""
        return sum(line.total_dong for line in self.lines if line.state is state)


class Batches(Generic[Draft]):
    """The use case of the list. ``secret`` is the desk's own, for the keys of lines (32 bytes)."""

    def __init__(self, journal: Journal, taker: Taker[Draft], secret: bytes) -> None:
        self._journal = journal
        self._taker = taker
        self._secret = secret

    @property
    def layout(self) -> Layout:
        """The columns of a list."""
        return self._taker.layout

    def plan(self, session: Session, sheet: Sheet, list_id: str = "") -> Batch[Draft]:
        """Look at every line; writes nothing.

        Args:
            session: who would accept.
            sheet: the list.
            list_id: its number, for lines that name none themselves: the same lines under another number are other items.

        Raises:
            DeskError: ``shift.not_open``, ``user.*``, ``text.*``: what would refuse every line.
        """
        named = clean(list_id, LIST, MAX_LIST)
        read = self._taker.lines(session)
        keys = line_keys(self._secret, sheet.lines, named, LIST)
        with self._journal.read() as reader:
            needed_shift(reader)
            taken = {key: number for key in keys if (number := reader.line_taken(key))}
        seen: Counter[str] = Counter()
        return Batch(
            sheet,
            tuple(
                _repeat(line, key, taken[key])
                if key in taken
                else self._looked_at(session, line, key, read, seen)
                for line, key in zip(sheet.lines, keys, strict=True)
            ),
        )

    def accept(
        self,
        session: Session,
        plan: Batch[Draft],
        *,
        checked: bool,
        go_on: GoOn = lambda _done, _of: True,
    ) -> Batch[Draft]:
        """Accept what is ready, one line after the other; returns what became of every line.

        Args:
            session: who accepts.
            plan: what `plan` found.
            checked: whether the clerk has said that each cover was looked at from outside.
            go_on: asked before every line.

        Raises:
            DeskError: ``batch.not_checked``. Refusals of a line stand at the line.
        """
        if not checked:
            raise DeskError("batch.not_checked")
        done: list[BatchLine[Draft]] = []
        ended: DeskError | None = None
        for line in plan.lines:
            if ended is None and line.state is LineState.READY and not go_on(len(done), len(plan.lines)):
                ended = DeskError("batch.stopped")
            tried = self._tried(session, line, ended)
            if tried.reason is not None and tried.reason.code.startswith(_ENDING):
                ended = ended or tried.reason
            done.append(tried)
        return Batch(plan.sheet, tuple(done))

    def _looked_at(
        self, session: Session, line: SheetLine, key: str, read: ReadLine[Draft], seen: Counter[str]
    ) -> BatchLine[Draft]:
        try:
            if line.problem is not None:
                raise line.problem
            draft = read(line)
            told = self._taker.quote(session, draft)
            if told.problems:
                raise told.problems[0]
            self._once(draft, seen)
        except DeskError as error:
            return self._refused(line.number, key, error)
        return BatchLine(line.number, key, LineState.READY, draft, total_dong=told.total_dong)

    def _once(self, draft: Draft, seen: Counter[str]) -> None:
        """A label that stands on two lines is on one cover at the most."""
        numbers = self._taker.numbers(draft)
        seen.update(numbers)
        if any(seen[number] > 1 for number in numbers):
            raise DeskError("batch.number_twice", "number")

    def _tried(self, session: Session, line: BatchLine[Draft], ended: DeskError | None) -> BatchLine[Draft]:
        if line.state is not LineState.READY or line.draft is None:
            return line
        if ended is not None:
            return BatchLine(line.line, line.key, LineState.LEFT, reason=ended)
        try:
            number = self._taker.take(session, line.draft, line.key)
        except DeskError as error:
            if error.code == "batch.line_taken":
                return BatchLine(
                    line.line, line.key, LineState.REPEAT, reason=error, number=str(error.details["number"])
                )
            return self._refused(line.line, line.key, error)
        return BatchLine(line.line, line.key, LineState.ACCEPTED, number=number, total_dong=line.total_dong)

    def _refused(self, line: int, key: str, error: DeskError) -> BatchLine[Draft]:
        return BatchLine(line, key, LineState.REFUSED, reason=error, place=self.layout.title_of(error.field))


def _repeat(line: SheetLine, key: str, number: str) -> BatchLine[Draft]:
    taken = DeskError("batch.line_taken", number=number)
    return BatchLine(line.number, key, LineState.REPEAT, reason=taken, number=number)
