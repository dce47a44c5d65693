"""Who stands for an authority when something is given or taken: a name and a position, beside the event and on the paper.

This module must not know what is given.
"""

from __future__ import annotations

from kt1desk.domain.text import as_name, clean, required
from kt1desk.services.delivery_rules import MAX_NAME, MAX_POSITION


def officer_fields(name: str, position: str) -> dict[str, str]:
    """The fields of the slot ``officer`` (`kt1desk.domain.facts.authority.OFFICER`); the position may be missing.

    Raises:
        DeskError: ``text.*`` at ``officer_name`` and ``officer_position``.
    """
    said = as_name(required(name, "officer_name", MAX_NAME), "officer_name")
    place = as_name(clean(position, "officer_position", MAX_POSITION), "officer_position")
    return {"name": said, **({"position": place} if place else {})}
