"""Reading one file of reference rows: what is written there, checked part by part.

A file is an object with ``about``, ``sources`` (full text by key), ``defaults`` and ``rows``; a row takes what it does
not say from the defaults. Everything unexpected is refused with the file, the row and the part, because a slip in a
price or a date must be found when the file is read and not when it is used. This module must not know any kind of row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypedDict, TypeVar, cast

from kt1desk.domain.dated import Dated, Status
from kt1desk.domain.errors import DeskError

_DOUBTFUL = re.compile(r"\[\^?\[|--|&&|~~|\|\|")
"""What makes `re` say that it will mean something else one day: a refusal now instead of another meaning later."""

Choice = TypeVar("Choice", bound=Enum)
Made = TypeVar("Made", bound=Dated)


class DatedParts(TypedDict):
    """The parts every row carries."""

    valid_from: date
    valid_to: date | None
    source: str
    status: Status


class _Parts:
    """The parts of one row, and which of them were asked for."""

    def __init__(self, where: str, parts: Mapping[str, object], sources: Mapping[str, str]) -> None:
        self._where = where
        self._parts = parts
        self._sources = sources
        self._read: set[str] = set()

    def known(self, name: str) -> bool:
        """Whether the row says anything here: ``null``, or nothing at all, means that no source says it."""
        self._read.add(name)
        return self._parts.get(name) is not None

    def done(self) -> None:
        """Refuse a part that nobody has read: it is a slip in its name."""
        for name in self._parts.keys() - self._read:
            raise self._refusal(name)

    def _take(self, name: str) -> object:
        if name not in self._parts:
            raise self._refusal(name)
        self._read.add(name)
        return self._parts[name]

    def _refusal(self, name: str) -> DeskError:
        return DeskError("reference.bad_row", "reference", row=self._where, part=name)


class RowReader(_Parts):
    """One row, part by part; :meth:`done` refuses parts nobody asked for.

    Args:
        where: file and row for the refusal, for example ``points.json 12``.
        parts: the row with its defaults.
        sources: full text of the sources by key.
    """

    def text(self, name: str) -> str:
        """A text, empty allowed."""
        value = self._take(name)
        if not isinstance(value, str):
            raise self._refusal(name)
        return value

    def whole(self, name: str) -> int:
        """A whole number that is not negative."""
        value = self._take(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._refusal(name)
        return value

    def text_or_whole(self, name: str) -> str | int:
        """A text or a whole number."""
        return self.text(name) if isinstance(self._parts.get(name), str) else self.whole(name)

    def flag(self, name: str) -> bool:
        """True or false."""
        value = self._take(name)
        if not isinstance(value, bool):
            raise self._refusal(name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._take(name)
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise self._refusal(name)
        return tuple(values)

    def day(self, name: str) -> date:
        """A date as YYYY-MM-DD."""
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            raise self._refusal(name) from None

    def pattern(self, name: str) -> str:
        """A regular expression; one that a later Python may read otherwise (sets in sets) is refused."""
        text = self.text(name)
        try:
            if _DOUBTFUL.search(text):
                raise re.error("a set in a set")
            return re.compile(text).pattern
        except (re.error, OverflowError, RecursionError):
            raise self._refusal(name) from None

    def choice(self, name: str, kind: type[Choice]) -> Choice:
        """A member of an enum, by its value."""
        member = _member(self.text(name), kind)
        if member is None:
            raise self._refusal(name)
        return member

    def choices(self, name: str, kind: type[Choice]) -> frozenset[Choice]:
        """Members of an enum, by their values."""
        members = [_member(value, kind) for value in self.texts(name)]
        known = frozenset(member for member in members if member is not None)
        if len(known) != len(members):
            raise self._refusal(name)
        return known

    def inner(self, name: str) -> Iterator[RowReader]:
        """Rows inside this row."""
        rows = self._take(name)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise self._refusal(name)
        for row in rows:
            yield RowReader(f"{self._where} {name}", row, self._sources)

    def dated(self) -> DatedParts:
        """Validity, source and status; the source must be one the file names."""
        source = self.text("source")
        if source not in self._sources:
            raise self._refusal("source")
        return DatedParts(
            valid_from=self.day("valid_from"),
            valid_to=self.day("valid_to") if "valid_to" in self._parts else None,
            source=self._sources[source],
            status=self.choice("status", Status),
        )


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose names are all different: JSON itself lets the second one win in silence."""
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError
    return made


def _member(value: str, kind: type[Choice]) -> Choice | None:
    return next((member for member in kind if member.value == value), None)


def rows_in(name: str, data: bytes) -> Iterator[RowReader]:
    """The rows of a file of this name, in their order.

    Raises:
        DeskError: ``reference.unreadable`` with ``file`` when it is no file of rows.
    """
    try:
        loaded = json.loads(data.decode(), object_pairs_hook=_each_once)
        sources, defaults, rows = loaded["sources"], loaded["defaults"], loaded["rows"]
        whole = [defaults | row for row in rows]
        texts = isinstance(sources, dict) and all(isinstance(text, str) for text in sources.values())
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise DeskError("reference.unreadable", "reference", file=name) from error
    if not texts or not all(isinstance(parts, dict) for parts in whole):
        raise DeskError("reference.unreadable", "reference", file=name)
    for number, parts in enumerate(whole, start=1):
        yield RowReader(f"{name} {number}", parts, cast(Mapping[str, str], sources))


def rows_of(path: Path) -> Iterator[RowReader]:
    """The rows of a file, in their order.

    Raises:
        DeskError: ``reference.unreadable`` with ``file`` when it cannot be read or is no file of rows.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeskError("reference.unreadable", "reference", file=path.name) from error
    yield from rows_in(path.name, data)


def load_rows(path: Path, make: Callable[[RowReader], Made]) -> tuple[Made, ...]:
    """The rows of a file as values of the domain; a part that ``make`` did not read is refused.

    Raises:
        DeskError: ``reference.unreadable`` with ``file``; ``reference.bad_row`` with ``row`` and ``part``.
    """
    return tuple(_made(rows_of(path), make))


def read_rows(name: str, data: bytes, make: Callable[[RowReader], Made]) -> tuple[Made, ...]:
    """The same of the bytes of a file of this name.

    Raises:
        DeskError: as `load_rows`, and whatever ``make`` refuses.
    """
    return tuple(_made(rows_in(name, data), make))


def _made(rows: Iterator[RowReader], make: Callable[[RowReader], Made]) -> Iterator[Made]:
    for row in rows:
        yield make(row)
        row.done()
