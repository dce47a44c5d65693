"""What a desk remembers of another one in the shared folder: how far each has the other's chains, and which files were last.

Notes beside the journal: where they are lost or too old more is sent than need be, and nothing is missed.
This module must not know folders.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream
from kt1desk.exchange.near_file import ChainMark, mark_json, read_mark
from kt1desk.exchange.peers import Notes

Chain = tuple[Stream, int]


@dataclass(frozen=True, slots=True)
class NearPeer:
    """One sibling.

    Attributes:
        incarnation, number: its newest file that was proved here, made at ``made_ms``.
        written: number of our newest file for it.
        taken: how far its chains are here.
        acked: how far it said it has ours.
    """

    incarnation: int = 0
    number: int = 0
    made_ms: int = 0
    written: int = 0
    taken: tuple[ChainMark, ...] = ()
    acked: tuple[ChainMark, ...] = ()

    def taken_of(self, chain: Chain) -> ChainMark:
        """How far one of its chains is here."""
        return _of(self.taken, chain)

    def acked_of(self, chain: Chain) -> ChainMark:
        """How far it has one of ours."""
        return _of(self.acked, chain)


def near_peer(notes: Notes, device: int) -> NearPeer:
    """What is remembered of a device; nothing where the note cannot be read."""
    noted = notes.get(_name(device))
    if noted is None:
        return NearPeer()
    try:
        numbers = [noted[name] for name in ("incarnation", "number", "made_ms", "written")]
        incarnation, number, made_ms, written = (_whole(each) for each in numbers)
        return NearPeer(incarnation, number, made_ms, written, _marks(noted["taken"]), _marks(noted["acked"]))
    except (KeyError, TypeError, ValueError):
        return NearPeer()


def note_near(notes: Notes, device: int, known: NearPeer) -> None:
    """Remember it.

    Raises:
        DeskError: ``disk.*``.
    """
    notes.put(
        _name(device),
        {
            "acked": [mark_json(mark) for mark in known.acked],
            "incarnation": known.incarnation,
            "made_ms": known.made_ms,
            "number": known.number,
            "taken": [mark_json(mark) for mark in known.taken],
            "written": known.written,
        },
    )


def with_mark(marks: Iterable[ChainMark], mark: ChainMark) -> tuple[ChainMark, ...]:
    """The marks, with one of a chain in place of what was said of it before."""
    return tuple(sorted((*(each for each in marks if each.chain != mark.chain), mark)))


def _of(marks: Iterable[ChainMark], chain: Chain) -> ChainMark:
    return next((mark for mark in marks if mark.chain == chain), ChainMark(*chain))


def _marks(rows: Json) -> tuple[ChainMark, ...]:
    if not isinstance(rows, list):
        raise TypeError
    return tuple(map(read_mark, rows))


def _whole(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _name(device: int) -> str:
    return f"near.device.{device}"
