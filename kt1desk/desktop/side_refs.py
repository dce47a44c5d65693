"""How a `Going.ref` names the side of a place with two services, and what is meant there. Pure texts."""

from __future__ import annotations

from kt1desk.domain.service import Service

_SIDE = "side:"


def at_side(side: Service, ref: str = "") -> str:
    """The `Going.ref` to a side of a place, and to what is meant there."""
    return f"{_SIDE}{side.value}:{ref}"


def side_in(ref: str) -> tuple[Service | None, str]:
    """The side that a `Going.ref` wants, None for whichever is in front, and what is meant there."""
    side, _, rest = ref.removeprefix(_SIDE).partition(":")
    if not ref.startswith(_SIDE) or side not in set(Service):
        return None, ref
    return Service(side), rest
