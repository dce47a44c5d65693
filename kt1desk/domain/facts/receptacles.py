"""Facts of receptacles: a bag closed over its items with a seal, opened again, taken over at its arrival, opened, its items confirmed.

This module must not know what stands in a dispatch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.plain import PlainFact


@dataclass(frozen=True, slots=True)
class ReceptacleClosed(PlainFact):
    """A receptacle closed over its items (number and custody number); the first parents are their last events, in the same order."""

    TYPE: ClassVar[str] = "receptacle.closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    receptacle: str
    seal: str
    weight_g: int
    to: str
    items: tuple[tuple[str, int], ...]
    point: str
    shift: str


@dataclass(frozen=True, slots=True)
class ReceptacleUndone(PlainFact):
    """Opened again by the point that closed it, before it was sent. ``n`` is its own custody number; ``reason`` is coded."""

    TYPE: ClassVar[str] = "receptacle.undone"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    receptacle: str
    n: int
    items: tuple[tuple[str, int], ...]
    reason: str
    point: str
    shift: str


@dataclass(frozen=True, slots=True)
class ReceptacleReceived(PlainFact):
    """A receptacle taken over at its arrival. Who gave it stands beside, slot ``giver`` (name).

    Attributes:
        seal: as found, "" where there is none.
        condition: ``intact``, ``seal_broken``, ``seal_differs``, ``damaged``.
        dispatch, from_point: as the taker knows them, "" where the data has not come.
    """

    TYPE: ClassVar[str] = "receptacle.received"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    receptacle: str
    n: int
    seal: str
    weight_g: int
    condition: str
    point: str
    shift: str
    dispatch: str = ""
    from_point: str = ""
    scan: bool = False


@dataclass(frozen=True, slots=True)
class ReceptacleOpened(PlainFact):
    """Its seal broken by the taker, to look at the items one by one."""

    TYPE: ClassVar[str] = "receptacle.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    receptacle: str
    n: int
    point: str
    shift: str


@dataclass(frozen=True, slots=True)
class ItemArrived(PlainFact):
    """An item confirmed at its arrival, by its label.

    Attributes:
        n: 0 where its dispatch is not known here yet.
        receptacle, dispatch, from_point: what it came in and from whom, as far as known.
        condition: ``intact``, ``damaged``, ``opened``, ``wet``.
    """

    TYPE: ClassVar[str] = "item.arrived"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    condition: str
    point: str
    shift: str
    n: int = 0
    receptacle: str = ""
    dispatch: str = ""
    from_point: str = ""
    scan: bool = False
