"""Drafts as canonical JSON, both ways: what a form holds, without a line of code for each of its inputs.

What stands at its usual value is left out; what an older program wrote without a newer input is read with that input at its usual value.
This module must not know any draft.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError

_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""What canonical JSON cannot hold; a draft is laid aside as far as it can be."""
_T = TypeVar("_T")


def written(draft: object) -> dict[str, Json]:
    """A frozen dataclass of texts, whole numbers, yes and no, enums, tuples, mappings and other such dataclasses."""
    if not is_dataclass(draft):
        raise TypeError
    given = {part.name: (getattr(draft, part.name), _usual(part)) for part in fields(draft)}
    return {
        name: _json(value) for name, (value, usual) in given.items() if value is not None and value != usual
    }


def read(kind: type[_T], value: Mapping[str, Json]) -> _T:
    """What `written` made, as the draft it was.

    Raises:
        DeskError: ``parked.damaged`` for what no draft of this kind is.
    """
    try:
        return cast(_T, _typed(kind, value))
    except (TypeError, ValueError, AttributeError) as error:
        raise DeskError("parked.damaged") from error


def _usual(part: Field[Any]) -> object:
    if part.default_factory is not MISSING:
        return part.default_factory()
    return part.default


def _json(value: object) -> Json:
    if isinstance(value, Enum):
        return cast(str, value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str):
        return _UNFIT.sub("", unicodedata.normalize("NFC", value))
    if isinstance(value, int):
        return value
    if isinstance(value, Mapping):
        return {str(name): _json(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [_json(each) for each in value]
    return written(value)


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    """The types of a draft's parts; asking for them costs as much as reading the draft ten times."""
    return get_type_hints(kind)


def _typed(kind: Any, value: Any) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return _typed(next(each for each in inner if each is not NoneType), value)
    if origin is tuple:
        return tuple(_typed(inner[0], each) for each in value)
    if origin is not None:
        return {name: _typed(inner[1], each) for name, each in value.items()}
    if is_dataclass(kind):
        hints = _hints(cast(type, kind))
        return cast(type, kind)(
            **{name: _typed(hints[name], each) for name, each in value.items() if name in hints}
        )
    if kind is bool:
        return bool(value)
    if issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError
    return value
