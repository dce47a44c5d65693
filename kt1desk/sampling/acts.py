"""What people do at a desk on a day, as values: the plan of it, before anybody does it.

This module must not know how an act is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.numbers import VoidReason


@dataclass(frozen=True, slots=True)
class ShiftBegun:
    """A shift is opened with a drawer."""

    at_ms: int
    user: str
    business_date: date
    float_dong: int


@dataclass(frozen=True, slots=True)
class ShiftEnded:
    """The open shift is closed; the drawer was counted with this difference to what it should hold (đồng, 0 for none)."""

    at_ms: int
    user: str
    difference_dong: int


@dataclass(frozen=True, slots=True)
class ItemBrought:
    """A KT1 item is accepted."""

    at_ms: int
    user: str
    draft: AcceptanceDraft = field(repr=False)


@dataclass(frozen=True, slots=True)
class CoverRefused:
    """A cover is handed back, for the question of the checklist that was answered with a no."""

    at_ms: int
    user: str
    draft: AcceptanceDraft = field(repr=False)
    line: str


@dataclass(frozen=True, slots=True)
class NumberSpoilt:
    """The next free number is taken out for ever."""

    at_ms: int
    user: str
    reason: VoidReason


Act: TypeAlias = ShiftBegun | ShiftEnded | ItemBrought | CoverRefused | NumberSpoilt


@dataclass(frozen=True, slots=True)
class Day:
    """Everything of one business date at one point, in the order of time."""

    date: date
    acts: tuple[Act, ...]
