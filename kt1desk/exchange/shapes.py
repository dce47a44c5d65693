"""What a part of an event from outside may be: codes, numbers, days, sums, lists of them.

Where a code or a number must stand, nothing else does. This module must not know any type of event.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kt1desk.domain.canonical import Json
from kt1desk.domain.dossier import LocalNumber
from kt1desk.domain.events import EventId
from kt1desk.domain.identifiers import LocalKind, is_item_number, read_local_number
from kt1desk.domain.official_code import official_code
from kt1desk.domain.text import clean

Check = Callable[[Json], bool]
CODE_SHAPE = re.compile(r"[a-z0-9_]{1,40}")
SIGN_SHAPE = re.compile(r"[0-9A-Za-zĐđ./_-]{1,40}")
"""An id, a key, the number of a paper: no blank, so never a sentence."""
LATEST_MS = 4_102_444_800_000
"""2100-01-01: what is later is no time, and could not be shown as one everywhere."""
MOST_G = 100_000

_MOST_DONG = 1_000_000_000
_MOST = 9_999
_MAX_NAME = 2_000


def matches(shape: re.Pattern[str], *, empty: bool = False) -> Check:
    """A text of this shape."""
    return lambda value: (
        isinstance(value, str) and (shape.fullmatch(value) is not None or (empty and not value))
    )


def up_to(most: int) -> Check:
    """A whole number from nothing up to this."""
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def is_text(value: Json) -> bool:
    """A line of text as the desk would keep it."""
    return isinstance(value, str) and clean(value, "text", _MAX_NAME) == value


def is_day(value: Json) -> bool:
    """A day (ISO), or none."""
    return value == "" or date.fromisoformat(str(value)).isoformat() == value


def is_dossier(value: Json) -> bool:
    """A case's own number, or none."""
    return value == "" or LocalNumber.parse(str(value)).text == value


def is_item(value: Json) -> bool:
    """The number of an item, or none."""
    return value == "" or (isinstance(value, str) and is_item_number(value))


def is_event(value: Json) -> bool:
    """The identity of an event."""
    return EventId.parse(str(value)).text == value


def is_official(value: Json) -> bool:
    """Mã hồ sơ, or none."""
    return value == "" or official_code(str(value)).text == value


def is_local(kind: LocalKind) -> Check:
    """A number that a point gave by itself, or none."""
    return lambda value: value == "" or read_local_number(kind, str(value)) == value


def are(first: Check, second: Check | None = None) -> Check:
    """A list of values, or of pairs where ``second`` is said."""

    def check(value: Json) -> bool:
        if not isinstance(value, list) or len(value) > _MOST:
            return False
        if second is None:
            return all(first(each) for each in value)
        return all(isinstance(each, list) and first(each[0]) and second(each[1]) for each in value)

    return check


CODE, SIGN = matches(CODE_SHAPE, empty=True), matches(SIGN_SHAPE, empty=True)
POINT, DONG, COUNT = matches(re.compile(r"[0-9]{6}"), empty=True), up_to(_MOST_DONG), up_to(_MOST)
MOMENT = up_to(LATEST_MS)
