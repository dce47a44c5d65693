"""Provinces for a typed fragment, by their names of today and the old ones. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.domain.reference import Province
from kt1desk.domain.text import fold

_SHOWN = 8


def provinces_like(desk: OpenDesk, text: str) -> Sequence[Province]:
    """Those that hold today and have every word of the fragment; names that begin with it first."""
    words = fold(text).split()
    rows = (row for row in desk.reference.provinces if row.holds(desk.today))
    found = [
        row
        for row in rows
        if all(word in fold(f"{row.full_name} {' '.join(row.old_names)}") for word in words)
    ]
    return sorted(found, key=lambda row: not fold(row.name).startswith(fold(text)))[:_SHOWN]
