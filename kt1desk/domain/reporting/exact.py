"""Shares and changes in whole hundredths of a percent. Integers only: the same figures give the same bytes on every machine."""

from __future__ import annotations

_WHOLE = 10_000
_STEPS = (100, 10, 1)
"""By how many decimals of a percent are kept."""


def share(part: int | None, base: int | None, places: int = 2) -> int | None:
    """``part`` of ``base`` in hundredths of a percent; a half is rounded away from zero, so that a fall reads like a rise.

    Args:
        part: how many, None where it is unknown.
        base: of how many; without one, or of nothing, there is no share.
        places: decimals of a percent that are kept, 0 to 2.
    """
    if part is None or not base:
        return None
    step = _STEPS[places]
    size, of = abs(part) * _WHOLE, abs(base) * step
    rounded = (2 * size + of) // (2 * of) * step
    return rounded if (part < 0) == (base < 0) else -rounded


def change(now: int | None, before: int | None) -> int | None:
    """How much more it is than before; unknown where either is."""
    return None if now is None or before is None else now - before


def added(values: tuple[int | None, ...], taken_off: tuple[int | None, ...] = ()) -> int | None:
    """All of them together; unknown where one is."""
    known = [value for value in values if value is not None]
    off = [value for value in taken_off if value is not None]
    return sum(known) - sum(off) if len(known) + len(off) == len(values) + len(taken_off) else None
