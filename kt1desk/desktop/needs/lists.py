"""What the page of lists needs: a list that was brought is looked at line by line, then taken line by line, and reported."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import Protocol


class ListTask(StrEnum):
    """What is done with a file."""

    ACCEPT = "accept"
    """A list of items or dossiers: each line becomes an acceptance."""
    PROCEDURES = "procedures"
    AGENCIES = "agencies"
    STAFF = "staff"


class LineShape(StrEnum):
    """How a line stands."""

    READY = "ready"
    REFUSED = "refused"
    REPEAT = "repeat"
    """Accepted from the same list before."""
    ACCEPTED = "accepted"
    LEFT = "left"
    """Not tried: the run ended before it."""
    WAITING = "waiting"
    """A row of a catalogue that was only read."""
    TAKEN = "taken"
    THERE = "there"
    """The very same row is in the catalogue already."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line as the page shows it.

    Attributes:
        line: its number in the file.
        shape: how it stands.
        first: sender or applicant; code of a row of a catalogue. A dash where the reader may not see it.
        second: receiver or procedure; name of a row.
        weight_g: 0 where it says none.
        total_dong: its price, 0 while there is none.
        cash_dong: what of it is due in cash.
        number: what it was accepted as, this time or before.
        place: title of the column that the reason belongs to, or "".
        reason: the sentence why it is not taken, or "".
    """

    line: int
    shape: LineShape
    first: str = field(default="", repr=False)
    second: str = field(default="", repr=False)
    weight_g: int = 0
    total_dong: int = 0
    cash_dong: int = 0
    number: str = ""
    place: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ListView:
    """A list as the page shows it.

    Attributes:
        task: what is done with it.
        kind: what it holds, in words («bưu gửi KT1»).
        file: name of the file, without its folder.
        titles: of the columns `ListLine.first` and `ListLine.second`.
        lines: all of them, in their order.
        warnings: sentences about how the file was read.
        asks: what the clerk must confirm before the lines are taken («Đã xem ngoài từng bì»), "" for nothing.
    """

    task: ListTask
    kind: str
    file: str
    titles: tuple[str, str]
    lines: tuple[ListLine, ...]
    warnings: tuple[str, ...] = ()
    asks: str = ""

    def count(self, shape: LineShape) -> int:
        """How many lines stand so."""
        return sum(line.shape is shape for line in self.lines)


@dataclass(frozen=True, slots=True)
class WantedColumns:
    """What a kind of list must have and may have: its name in words, its columns with what may stand in them."""

    kind: str
    titles: tuple[str, ...]
    optional: tuple[str, ...] = ()


class ListWatch:
    """Between the thread that goes through a list and the screen: how far it is, what became of lines, whether to go on.

    The one side calls `step`, `tell` and reads `stopped`; the other calls `news` and `stop`.
    """

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._told: SimpleQueue[ListLine] = SimpleQueue()
        self._through = (0, 0)

    @property
    def stopped(self) -> bool:
        """Whether no other line shall be begun."""
        return self._stop.is_set()

    @property
    def through(self) -> tuple[int, int]:
        """How many lines are through, and of how many."""
        return self._through

    def stop(self) -> None:
        """Begin no other line; the one under way is finished."""
        self._stop.set()

    def step(self, done: int, of: int) -> None:
        """So many lines are through."""
        self._through = (done, of)

    def tell(self, line: ListLine) -> None:
        """What became of a line."""
        self._told.put(line)

    def news(self) -> Sequence[ListLine]:
        """The lines that were told of since the last time."""
        lines = []
        while True:
            try:
                lines.append(self._told.get_nowait())
            except Empty:
                return lines


class BroughtList(Protocol):
    """A list that was looked at, or that went through; it never changes."""

    @property
    def view(self) -> ListView:
        """What the page shows."""

    def take(self, watch: ListWatch, *, checked: bool) -> BroughtList:
        """Take every line that can be taken, each for itself and durable before the next; returns the list as it stands then.

        Args:
            watch: is told of each line, and may stop the run between two lines.
            checked: whether the clerk has confirmed what `ListView.asks`.

        Raises:
            DeskError: ``batch.not_checked``, ``user.*``; for a catalogue also ``disk.*``, ``store.*``: nothing is written then.
        """

    def save_report(self, path: str) -> None:
        """Write a line for each line of the list into a new file, ``.xlsx`` or ``.csv``.

        Raises:
            DeskError: ``batch.report_ending``, ``batch.report_exists``, ``province.folder``.
        """


class ListNeeds(Protocol):
    """What the page of lists needs. Its fields: ``file``, ``list``. Called outside the lane of the store: a list takes minutes."""

    def wanted(self, task: ListTask) -> Sequence[WantedColumns]:
        """The columns without which a list is refused, for each kind of list that the task takes.

        Raises:
            DeskError: ``user.*`` where the user may not do this at all.
        """

    def look(self, task: ListTask, path: str, list_id: str, watch: ListWatch) -> BroughtList:
        """Read a file and look at each line; writes nothing.

        Args:
            task: what shall be done with it; which kind of list it is shows in its titles.
            path: of the file, as it was typed.
            list_id: number of the list, for lines that name none.
            watch: is told how far it is, and may end it.

        Raises:
            DeskError: ``sheet.*`` and ``text.*`` at the fields, ``shift.not_open``, ``user.*``; ``batch.stopped`` where it was ended.
        """
