"""A dispatch that another desk sent, handed from the process that made it to those that receive it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kt1desk.domain.events import Event
from kt1desk.domain.facts import read_dispatch_sent
from kt1desk.exchange import wire

BAG, SEAL = "TUI00000777", "NP0004412"


@dataclass(frozen=True)
class Dispatched:
    """A dispatch on its way: the event that another desk wrote, its number and its items."""

    event: Event
    dispatch: str
    items: tuple[str, ...]

    @classmethod
    def of(cls, event: Event) -> Dispatched:
        fact = read_dispatch_sent(event)
        return cls(event, fact.dispatch, tuple(item.item for item in fact.items))

    def write(self, path: Path) -> Path:
        path.write_bytes(wire.encode(self.event))
        return path

    @classmethod
    def read(cls, path: Path) -> Dispatched:
        return cls.of(wire.decode(path.read_bytes()))
