"""What a template is: a name, a version, the values it takes and the document it makes of them.

A print job stores template, version and values; a version once shipped keeps its layout for ever, a change of layout
is a new version. Values are text only: figures are already formatted, codes already resolved.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from types import MappingProxyType
from typing import Any, TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.printing.document import Document
from kt1desk.printing.paper import Paper

_Values = TypeVar("_Values")
Build = Callable[[Mapping[str, str], int], Document]
"""Makes the pages of values and copy; 1 is the original."""
TRIAL_TEXT = "DÙNG THỬ – KHÔNG CÓ GIÁ TRỊ"
"""Stands on every paper of the training device (device 0): no real desk accepts such a paper."""


@dataclass(frozen=True, slots=True)
class Template:
    """One version of one document.

    Attributes:
        name: name in the print job.
        version: counts from 1.
        build: makes the pages for the usual paper.
        widest: the widest texts of the values that are known only after the commit.
        layouts: what makes them for another paper, where there is a layout of its own.
    """

    name: str
    version: int
    build: Build
    widest: Mapping[str, str]
    layouts: Mapping[Paper, Build] = field(default_factory=lambda: MappingProxyType({}))

    def build_for(self, paper: Paper) -> Build:
        """The layout for a paper; the usual one where there is none of its own, which a smaller sheet then refuses by its size."""
        return self.layouts.get(paper, self.build)


def read_values(kind: type[_Values], values: Mapping[str, str]) -> _Values:
    """Read values into their dataclass, strictly: a misspelt key would silently leave a hole on the paper.

    Raises:
        DeskError: ``paper.value_unknown`` or ``paper.value_missing`` with the key.
    """
    known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
    for key in values:
        if key not in known:
            raise DeskError("paper.value_unknown", key)
    for key, known_field in known.items():
        if key not in values and known_field.default is MISSING:
            raise DeskError("paper.value_missing", key)
    arguments: dict[str, Any] = dict(values)
    return kind(**arguments)


def take_rows(
    kind: type[_Values], prefix: str, values: Mapping[str, str]
) -> tuple[dict[str, str], list[_Values]]:
    """Split off the rows of a list: ``paper_1_name``, ``paper_1_originals``, ``paper_2_name`` and so on, from 1 without a gap.

    Returns:
        The values that belong to no row, and the rows.

    Raises:
        DeskError: ``paper.value_unknown`` for a row after a gap, and like `read_values`, with the whole key.
    """
    shape = re.compile(rf"{prefix}_([1-9]\d*)_(\w+)")
    rest: dict[str, str] = {}
    rows: dict[int, dict[str, str]] = {}
    for key, text in values.items():
        found = shape.fullmatch(key)
        if found is None:
            rest[key] = text
        else:
            rows.setdefault(int(found[1]), {})[found[2]] = text
    made: list[_Values] = []
    for at, number in enumerate(sorted(rows), start=1):
        if at != number:
            raise DeskError("paper.value_unknown", f"{prefix}_{number}_{next(iter(rows[number]))}")
        try:
            made.append(read_values(kind, rows[number]))
        except DeskError as error:
            raise DeskError(error.code, f"{prefix}_{number}_{error.field}") from error
    return rest, made


def check_letter(letter: str) -> None:
    """Refuse anything but A, B, C or "" where only a letter may stand.

    Raises:
        DeskError: ``paper.letter_only``.
    """
    if letter not in {"", "A", "B", "C"}:
        raise DeskError("paper.letter_only", "letter")


def grouped_number(number: str) -> str:
    """An S10 number as people read it: ``ME 473 124 829 VN``; another text stays as it is."""
    if len(number) == 13 and number[2:11].isdigit():
        return f"{number[:2]} {number[2:5]} {number[5:8]} {number[8:11]} {number[11:]}"
    return number


def in_pieces(code: str, most: int) -> str:
    """A code without blanks in pieces of so many signs that a narrow column takes below each other: after a hyphen, else anywhere."""
    pieces = []
    while len(code) > most:
        at = code.rfind("-", 0, most) + 1 or most
        pieces.append(code[:at])
        code = code[at:]
    return " ".join((*pieces, code))


def grouped_hash(digits: str) -> str:
    """Digits of a hash in groups of four, to be compared by eye."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def reprint_text(copy: int, reprinted_at: str = "") -> str:
    """``IN LẠI n`` with the time, "" for the original."""
    if copy <= 1:
        return ""
    return f"IN LẠI {copy - 1} {reprinted_at}".strip()
