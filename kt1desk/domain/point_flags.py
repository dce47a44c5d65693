"""What a point may do with KT1 items: its flags in the list of points, and which of them an act asks for.

Beside the rights of a person (`kt1desk.domain.permissions`). No clock here.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from kt1desk.domain.permissions import Act


class PointFlag(StrEnum):
    """What a point may do with KT1 items: three flags of the list of points, each for itself."""

    ACCEPT = "accept"
    RELAY = "relay"
    DELIVER = "deliver"


_TAKES_IN = frozenset({PointFlag.ACCEPT})
_GIVES_OUT = frozenset({PointFlag.DELIVER})

POINT_NEEDS: Mapping[Act, frozenset[PointFlag]] = MappingProxyType(
    {
        Act.ACCEPT_ITEM: _TAKES_IN,
        Act.ACCEPT_SECRET_ITEM: _TAKES_IN,
        Act.PACK_RECEPTACLE: frozenset(PointFlag),
        Act.SEND_DISPATCH: frozenset(PointFlag),
        Act.RECEIVE_DISPATCH: frozenset(PointFlag),
        Act.RELAY_RECEPTACLE: frozenset({PointFlag.RELAY}),
        Act.START_ROUND: _GIVES_OUT,
        Act.DELIVER_ITEM: _GIVES_OUT,
    }
)
"""Flags of which a point must have one for an act. Any of them is enough for packing, sending and receiving: what is accepted must leave,
what is to be delivered must come, and what could not be delivered goes back. Acts that are not here ask nothing of the point."""
