"""For what a second person is asked: a dated row says it, at least for A, B, C and Hỏa tốc, and for every outgoing dispatch.

The carrier's own system calls the two Kiểm soát bưu gửi and Kiểm soát chuyến thư đi.

This module must not know how somebody confirms.
"""

from __future__ import annotations

from datetime import date

from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.custody_rows import HeldItem

_RULES = "approval.rules"
_DISPATCH = "dispatch"


def needs_approval(reference: ReferenceData, secrecy: str, urgency: str, on: date) -> bool:
    """Whether a second person must let an item of this letter and urgency go."""
    return not {secrecy, urgency}.isdisjoint(_rules(reference, on))


def dispatch_needs_approval(reference: ReferenceData, on: date) -> bool:
    """Whether a second person must let a dispatch go."""
    return _DISPATCH in _rules(reference, on)


def waits_for_approval(reference: ReferenceData, item: HeldItem, on: date) -> bool:
    """Whether an item still lacks the second person it needs."""
    return item.state is State.ACCEPTED and needs_approval(reference, item.secrecy, item.urgency, on)


def check_approved(reference: ReferenceData, item: HeldItem, on: date) -> None:
    """Refuse to let go what a second person has not seen.

    Raises:
        DeskError: ``approval.item_needed`` with ``number``.
    """
    if waits_for_approval(reference, item, on):
        raise DeskError("approval.item_needed", "items", number=item.item)


def _rules(reference: ReferenceData, on: date) -> frozenset[str]:
    return frozenset(str(reference.setting(_RULES, on).value).split())
