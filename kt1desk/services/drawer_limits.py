"""What was done to a drawer already and is not done twice: a paper of the till within a day, what puts a closed shift right.

This module must not know who does it.
"""

from __future__ import annotations

from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Reader
from kt1desk.services.rows import ShiftRow

SHIFTS_BACK = 60
"""So many closed shifts are offered for putting right, and looked through."""
MADE_GOOD, HANDED_IN = "made_good", "handed_in"
"""Codes of the reasons that settle a counted difference: what was short is paid in, what was over is taken to the till."""


def check_taken_once(reader: Reader, shift: ShiftRow, way: MoveWay, reference: str) -> None:
    """Refuse a paper of the till that a shift of the same business date has already.

    Raises:
        DeskError: ``drawer.reference_twice``.
    """
    for row in (shift, *reader.closed_shifts(SHIFTS_BACK)):
        if row.business_date != shift.business_date:
            continue
        for line in reader.drawer_lines(row.shift):
            counts = not line.undoes and not line.undone_by
            if counts and line.kind == way.value and line.reference == reference:
                raise DeskError("drawer.reference_twice", "reference")


def check_left(reader: Reader, about: ShiftRow, reason: str, more_dong: int, back_dong: int) -> None:
    """Refuse to settle more of a counted difference than is left after all that has put the shift right since.

    Other reasons have no such bound: what was written and taken wrongly alike made no difference when it was counted.

    Args:
        reader: the journal.
        about: the closed shift.
        reason: why it is put right.
        more_dong: what comes into the drawer.
        back_dong: what goes out of it.

    Raises:
        DeskError: ``drawer.made_good``, ``drawer.handed_in`` with ``left_dong``.
    """
    if reason not in {MADE_GOOD, HANDED_IN}:
        return
    expected_dong = about.float_dong + about.cash_dong - about.paid_dong
    over_dong = about.counted_dong - expected_dong + _put_right(reader, about)
    left_dong, wanted_dong = (-over_dong, more_dong) if reason == MADE_GOOD else (over_dong, back_dong)
    if not 0 < wanted_dong <= left_dong:
        code = "drawer.made_good" if reason == MADE_GOOD else "drawer.handed_in"
        raise DeskError(code, "amount", left_dong=max(0, left_dong))


def _put_right(reader: Reader, about: ShiftRow) -> int:
    """What came into drawers since for the sake of a closed shift, less what went out, in đồng."""
    shifts = (reader.open_shift(), *reader.closed_shifts(SHIFTS_BACK))
    lines = (line for row in shifts if row is not None for line in reader.drawer_lines(row.shift))
    return sum(
        line.received_dong - line.paid_dong
        for line in lines
        if line.kind == CashKind.ADJUSTED and line.what == about.shift
    )
