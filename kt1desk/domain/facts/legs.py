"""The ways of a case and its three sums, as they stand in the body of its acceptance.

This module must not know prices or paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from kt1desk.domain.canonical import Json


@dataclass(frozen=True, slots=True)
class Leg:
    """One way of a case: an item of the post with a number of its own.

    ``price_dong`` is what is paid for it, after ``reduced_dong`` was taken off; ``due`` the last day of its transit (ISO), "" while
    the day it begins is not known.
    """

    item: str
    direction: str
    zone: str
    weight_g: int
    price_dong: int
    reduced_dong: int = 0
    due: str = ""

    def fields(self) -> dict[str, Json]:
        """For the body; what is nothing is left out."""
        made: dict[str, Json] = {
            "item": self.item,
            "price": self.price_dong,
            "way": self.direction,
            "weight": self.weight_g,
            "zone": self.zone,
        }
        return made | ({"reduced": self.reduced_dong} if self.reduced_dong else {}) | texts(due=self.due)

    @classmethod
    def of(cls, fields: Mapping[str, Json]) -> Leg:
        """Read `fields` back."""
        return cls(
            str(fields["item"]),
            str(fields["way"]),
            str(fields["zone"]),
            cast(int, fields["weight"]),
            cast(int, fields["price"]),
            cast(int, fields.get("reduced", 0)),
            str(fields.get("due", "")),
        )


@dataclass(frozen=True, slots=True)
class Sums:
    """The three sums that are never mixed: the post's own revenue, the authority's money, the fee for passing that on. In đồng."""

    postage_dong: int = 0
    collected_dong: int = 0
    pass_on_dong: int = 0

    @property
    def total_dong(self) -> int:
        """What the applicant pays."""
        return self.postage_dong + self.collected_dong + self.pass_on_dong


def texts(**named: str) -> dict[str, Json]:
    """Texts of a body by name; what is empty is left out."""
    return {name: text for name, text in named.items() if text}
