"""Facts whose body is their fields by name: written and read back by one rule.

Texts, whole numbers, yes/no (1 or absent) and lists of them; a field that has a default is left out where it is empty. A field's name
is its name on the wire, so it can never change once an event was written; the golden vectors hold it.

This module must not know any fact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar, cast

from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError

Made = TypeVar("Made", bound="PlainFact")


@dataclass(frozen=True, slots=True)
class PlainFact:
    """A fact whose fields are its body."""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        kind: Any = type(self)  # mypy takes a class made by dataclass for one that has no hash
        return {
            name: _written(value) for name, must in _names(kind) if (value := getattr(self, name)) or must
        }

    @classmethod
    def of(cls: type[Made], body: Mapping[str, Json]) -> Made:
        """Read `body` back; what stands beside it and parts a later version may add are passed over.

        Raises:
            DeskError: ``event.body`` where a part is missing or of the wrong kind.
        """
        kind: Any = cls
        try:
            return cls(**{name: read(body[name]) for name, read in _readers(kind).items() if name in body})
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("event.body", type=str(getattr(cls, "TYPE", cls.__name__))) from error


def _written(value: Any) -> Json:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    return cast(Json, value)


@cache
def _names(kind: Any) -> tuple[tuple[str, bool], ...]:
    """Each field, and whether it is always written."""
    return tuple((each.name, each.default is MISSING) for each in fields(kind))


@cache
def _readers(kind: Any) -> dict[str, Callable[[Json], Any]]:
    return {each.name: _READERS[str(each.type)] for each in fields(kind)}


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _truth(value: Json) -> bool:
    if value != 1:
        raise ValueError
    return True


def _list(value: Json) -> Sequence[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _counted(value: Json) -> tuple[str, int]:
    text, number = _list(value)
    return text_of(text), _number(number)


def _pair(value: Json) -> tuple[str, str]:
    first, second = _list(value)
    return text_of(first), text_of(second)


_READERS: Mapping[str, Callable[[Json], Any]] = {
    "str": text_of,
    "int": _number,
    "bool": _truth,
    "tuple[str, ...]": lambda value: tuple(map(text_of, _list(value))),
    "tuple[tuple[str, int], ...]": lambda value: tuple(map(_counted, _list(value))),
    "tuple[tuple[str, str], ...]": lambda value: tuple(map(_pair, _list(value))),
}
"""By the annotation of the field, as it is written there."""
