"""Collecting refusals instead of stopping at the first, so that a form can show all that is still wrong with it.

This module must not know any rule.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from kt1desk.domain.errors import DeskError

_T = TypeVar("_T")


@dataclass(slots=True)
class Problems:
    """What was found wrong so far, in the order of the fields."""

    found: list[DeskError] = field(default_factory=list)

    def tried(self, step: Callable[[], _T]) -> _T | None:
        """The result of a step, or None and one more problem."""
        try:
            return step()
        except DeskError as error:
            self.add(error)
            return None

    def add(self, error: DeskError) -> None:
        """One more problem; the same at the same input is said once (two legs of a case may ask for one thing)."""
        known = any((each.code, each.field) == (error.code, error.field) for each in self.found)
        if not known:
            self.found.append(error)


def at_field(step: Callable[[], _T], field_name: str) -> _T:
    """The result of a step whose refusal belongs to an input of this form.

    Raises:
        DeskError: what the step raises, with the name of the input.
    """
    try:
        return step()
    except DeskError as error:
        raise DeskError(error.code, field_name, **error.details) from error
