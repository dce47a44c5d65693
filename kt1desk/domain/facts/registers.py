"""Facts of the registers that the KT1 service must keep: one entry of one register, in its newest wording.

Which registers there are, with which columns, is declared in `kt1desk.domain.registers`. What names a natural person stands beside the
event, slot ``entry``.

This module must not know any register.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class RegisterEntered(PlainFact):
    """An entry made or changed: the last one under a key counts, the others stay in the journal.

    Attributes:
        register: code of the register.
        entry: key of the entry within it.
        values: column and text, columns of natural persons left out.
    """

    TYPE: ClassVar[str] = "register.entered"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    register: str
    entry: str
    values: tuple[tuple[str, str], ...]
    point: str


@dataclass(frozen=True, slots=True)
class BookEntered(RegisterEntered):
    """An entry of a register that says nothing of KT1: service points, figures from outside."""

    TYPE: ClassVar[str] = "book.entered"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
