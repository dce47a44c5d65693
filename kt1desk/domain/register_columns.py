"""What may stand in a register: kinds of columns, and the rule that turns what was typed into what is stored.

There is no kind for anybody's words: codes of dated lists, dates, counts, short references without a blank, ids, and names and addresses of
who is registered. What names a natural person is kept apart, to stand beside the event. This module must not know any register.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.coded import CodedWord, CodeList, check_code
from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import as_name, clean

MAX_NUMBER = 9_999
"""The largest count that is believed, where a column says no other."""


class Kind(StrEnum):
    """What may stand in a column."""

    CODE = "code"
    """A code of a list."""
    DATE = "date"
    """ISO date."""
    NUMBER = "number"
    """A count."""
    REFERENCE = "reference"
    """A short sign without a blank: number of a contract, a plate, a place."""
    USER = "user"
    """Id of a user of this desk."""
    AGENCY = "agency"
    """Id of an agency of the list."""
    COMMUNE = "commune"
    """Code of a commune or ward."""
    ADDRESS = "address"
    """A registered address of an agency."""
    PERSON = "person"
    """Name of a natural person; stands beside the event."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        code: its name in events, frozen.
        title: as shown.
        purpose: why it is kept.
        max_length: of the stored text.
        code_list: for a code, of which list.
        most: of a count, the largest that is believed.
    """

    code: str
    title: str
    kind: Kind
    purpose: str
    max_length: int
    required: bool = True
    code_list: CodeList | None = None
    most: int = MAX_NUMBER


@dataclass(frozen=True, slots=True)
class Register:
    """One register.

    Attributes:
        key: the column whose value is the key of an entry, "" where entries are numbered.
        spans: pairs of columns with days, of which the second never comes before the first.
        ends: columns with a last day; after the earliest of them the entry holds no more.
        done: the column that says, once it is filled, that nothing runs out any more; "" for none.
        listed: the columns by which entries are known in a list; () for the first three, or the key where entries run out.
        open_to_all: whether it says nothing of KT1: it is of the counter's stream and needs no clearance.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    key: str = ""
    spans: tuple[tuple[str, str], ...] = ()
    ends: tuple[str, ...] = ()
    done: str = ""
    listed: tuple[str, ...] = ()
    open_to_all: bool = False

    def column(self, code: str) -> Column:
        """One column.

        Raises:
            DeskError: ``register.column_unknown``.
        """
        for column in self.columns:
            if column.code == code:
                return column
        raise DeskError("register.column_unknown", code)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry held against its register: ``values`` for the body, ``beside`` what names a person."""

    values: tuple[tuple[str, str], ...]
    beside: Mapping[str, str] = field(repr=False)


def checked(of: Register, values: Mapping[str, str], words: Iterable[CodedWord], on: date) -> Entry:
    """An entry as it will be stored.

    Args:
        of: the register.
        values: text by column; an empty one counts as absent.
        words: the coded lists.
        on: the day that chooses the codes in force.

    Raises:
        DeskError: ``register.column_unknown``, ``register.value_missing``, ``register.value_long``, ``register.date``,
            ``register.date_order``, ``register.number``, ``register.reference``, ``code.unknown``, ``text.*``, each at its column.
    """
    for code in values:
        of.column(code)
    known = list(words)
    body: dict[str, str] = {}
    beside: dict[str, str] = {}
    for column in of.columns:
        text = _value(column, values.get(column.code, "").strip(), known, on)
        if text:
            (beside if column.kind is Kind.PERSON else body)[column.code] = text
    for first, last in of.spans:
        if body.get(first, "") > body.get(last, "9"):
            raise DeskError("register.date_order", last, column=of.column(last).title)
    return Entry(tuple(sorted(body.items())), MappingProxyType(beside))


def _value(column: Column, text: str, words: Iterable[CodedWord], on: date) -> str:
    if not text:
        if column.required:
            raise DeskError("register.value_missing", column.code, column=column.title)
        return ""
    if len(text) > column.max_length:
        raise DeskError("register.value_long", column.code, column=column.title, limit=column.max_length)
    if column.code_list is not None:
        return _code(column, column.code_list, text, words, on)
    return _READ[column.kind](column, text)


def _code(column: Column, code_list: CodeList, text: str, words: Iterable[CodedWord], on: date) -> str:
    try:
        return check_code(words, code_list, text, on)
    except DeskError as error:
        raise DeskError("code.unknown", column.code, list=code_list.value) from error


def _date(column: Column, text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise DeskError("register.date", column.code, column=column.title) from error


def _count(column: Column, text: str) -> str:
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) <= column.most:
        raise DeskError("register.number", column.code, column=column.title, limit=column.most)
    return str(int(text))


def _shaped(shape: str) -> Callable[[Column, str], str]:
    pattern = re.compile(shape)

    def read(column: Column, text: str) -> str:
        if pattern.fullmatch(text) is None:
            raise DeskError("register.reference", column.code, column=column.title)
        return text

    return read


_READ: Mapping[Kind, Callable[[Column, str], str]] = MappingProxyType(
    {
        Kind.DATE: _date,
        Kind.NUMBER: _count,
        Kind.REFERENCE: _shaped(r"[0-9A-ZĐ][0-9A-ZĐ./-]*"),
        Kind.USER: _shaped(r"[a-z0-9.]+"),
        Kind.AGENCY: _shaped(r"[0-9A-Z-]+"),
        Kind.COMMUNE: _shaped(r"[0-9]+"),
        Kind.ADDRESS: lambda column, text: clean(text, column.code, column.max_length),
        Kind.PERSON: lambda column, text: as_name(clean(text, column.code, column.max_length), column.code),
    }
)
