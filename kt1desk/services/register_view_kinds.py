"""What a register that is a view is declared with: which events become its lines, who may read them, under which columns.

This module must not know any register by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kt1desk.domain.events import Event, Stream
from kt1desk.domain.permissions import Act
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Cell, Column, Kind
from kt1desk.services.register_view_words import ViewWords

Cells = tuple[Cell, ...]
Listing = Callable[[ViewWords, Period, str], Iterable[Cells]]
"""The lines of some days at a point, where they are no events; each with all its cells."""
Telling = Callable[[ViewWords, Event], Cells | None]
"""The cells of an event, without day, time and entry, which every line has; None where it makes no line."""

DAY, TIME = Column("day", "Ngày", Kind.DATE), Column("time", "Giờ", Kind.TEXT)
ENTERED = Column("entered", "Nhập bù lúc", Kind.TEXT)


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A register as a view of what the journal says.

    Attributes:
        code: frozen.
        title: what it is called.
        columns: between day and time, and when it was entered.
        tellings: by type of event.
        acts: who may read the lines of a stream; those of KT1 only who is cleared.
        notes: what must be known of it.
        number: which column has the number that a line is opened by.
        listing: makes the lines of a register that is no list of events: it has neither day nor time nor entry.
        of_entering: whether day and time are those of the entry itself, so that no column need say it again.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    tellings: Mapping[str, Telling]
    acts: Mapping[Stream, Act]
    notes: tuple[str, ...] = ()
    number: str = ""
    of_entering: bool = False
    listing: Listing | None = None

    @property
    def whole(self) -> tuple[Column, ...]:
        """All columns of a line."""
        if self.listing is not None:
            return self.columns
        return (DAY, TIME, *self.columns, *(() if self.of_entering else (ENTERED,)))


def text(code: str, title: str) -> Column:
    """A column of words."""
    return Column(code, title, Kind.TEXT)


def count(code: str, title: str) -> Column:
    """A column of numbers."""
    return Column(code, title, Kind.COUNT)


def day(code: str, title: str) -> Column:
    """A column of days."""
    return Column(code, title, Kind.DATE)
