"""What people do at a desk on a day, as values: the plan of it, before anybody does it.

This module must not know how an act is carried out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.numbers import VoidReason
from kt1desk.services.papers import ReprintReason
from kt1desk.services.reversal import ReversalReason


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


@dataclass(frozen=True, slots=True)
class ItemWithdrawn:
    """An item of the open shift is taken back; ``which`` is its place among those accepted in it, from 0."""

    at_ms: int
    user: str
    which: int
    reason: ReversalReason


@dataclass(frozen=True, slots=True)
class ItemCorrected:
    """An item of the open shift is taken back and accepted anew as it should have been: it becomes the next one of the shift."""

    at_ms: int
    user: str
    which: int
    draft: AcceptanceDraft = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperAgain:
    """A paper of an item of the open shift is printed again; ``role`` is ``label`` or ``receipt``."""

    at_ms: int
    user: str
    which: int
    role: str
    reason: ReprintReason


@dataclass(frozen=True, slots=True)
class DossierBrought:
    """A dossier is accepted."""

    at_ms: int
    user: str
    draft: DossierDraft = field(repr=False)


Act: TypeAlias = (
    ShiftBegun
    | ShiftEnded
    | ItemBrought
    | CoverRefused
    | NumberSpoilt
    | ItemWithdrawn
    | ItemCorrected
    | PaperAgain
    | DossierBrought
)


@dataclass(frozen=True, slots=True)
class Day:
    """Everything of one business date at one point, in the order of time."""

    date: date
    acts: tuple[Act, ...]
