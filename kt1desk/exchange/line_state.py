"""What a desk remembers of the line between two rounds. All of it is a hint but the token: where to go on from is what the gate says.

The token is kept only when a conversation ended well. While it did not, the one before is shown again, which the gate still takes:
nobody can know which answer was the last that came out of the gate.

This module must not know how a question travels.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.frames import FIRST_PREV, START, Mark
from kt1desk.exchange.gate_talk import TOKEN_BYTES, Place
from kt1desk.exchange.peers import Notes

NOTE = "line"
MAX_MARKS = 64
NO_TOKEN = bytes(TOKEN_BYTES)
_FRAMES: Mapping[Stream, str] = {Stream.KT1: "frames_kt1", Stream.COUNTER: "frames_counter"}


@dataclass(frozen=True, slots=True)
class LineState:
    """What is remembered.

    Attributes:
        token: the word of the last conversation that ended well.
        taken: how far the gate said it has the frames of each stream, and in which incarnation: not both streams are in the same one.
        mail: marks of mail that was taken in, oldest first; they lie the wider apart the older they are.
        ended_well: whether the last conversation did.
        epoch: how often the centre was restored.
        offset_ms: the centre's clock minus ours.
        good_ms: when a conversation last ended well, by our clock; 0 for never.
        wanted: the program version the centre wishes for; 0 for none.
    """

    token: bytes = field(default=NO_TOKEN, repr=False)
    taken: Mapping[Stream, Place] = field(default_factory=dict)
    mail: tuple[MailMark, ...] = ()
    ended_well: bool = True
    epoch: int = 0
    offset_ms: int = 0
    good_ms: int = 0
    wanted: int = 0


def read_state(notes: Notes) -> LineState:
    """What is remembered; nothing of what cannot be read."""
    noted = notes.get(NOTE) or {}
    return LineState(
        token=_octets(noted.get("token"), TOKEN_BYTES, NO_TOKEN),
        taken={stream: _place(noted.get(name)) for stream, name in _FRAMES.items()},
        mail=_mail_marks(noted.get("mail")),
        ended_well=noted.get("ended_well") != 0,
        epoch=_number(noted.get("epoch")),
        offset_ms=_number(noted.get("offset_ms")),
        good_ms=_number(noted.get("good_ms")),
        wanted=_number(noted.get("wanted")),
    )


def believed(state: LineState, stream: Stream, incarnation: int) -> Place:
    """Where the gate is believed to be with a stream of a desk in this incarnation; at the very beginning, where nothing is known."""
    place = state.taken.get(stream, Place())
    return place if 0 < place.incarnation <= incarnation else Place(1)


def keep_state(notes: Notes, state: LineState) -> None:
    """Remember it.

    Raises:
        DeskError: ``disk.*``.
    """
    places = {name: state.taken.get(stream, Place()) for stream, name in _FRAMES.items()}
    frames: dict[str, Json] = {
        name: [place.incarnation, place.mark.number, place.mark.hash.hex()] for name, place in places.items()
    }
    rest: dict[str, Json] = {
        "ended_well": int(state.ended_well),
        "epoch": state.epoch,
        "good_ms": state.good_ms,
        "mail": [[mark.number, mark.hash] for mark in state.mail],
        "offset_ms": state.offset_ms,
        "token": state.token.hex(),
        "wanted": state.wanted,
    }
    notes.put(NOTE, frames | rest)


def with_mark(marks: tuple[MailMark, ...], mark: MailMark) -> tuple[MailMark, ...]:
    """The remembered marks of mail and one more. Those above it are of a mailbox that is no more."""
    if mark == NOTHING or mark in marks:
        return tuple(each for each in marks if each.number <= mark.number)
    kept = (*(each for each in marks if each.number < mark.number), mark)
    half = MAX_MARKS // 2
    return kept if len(kept) <= MAX_MARKS else kept[:half:2] + kept[half:]


def steps_back(marks: tuple[MailMark, ...]) -> tuple[MailMark, ...]:
    """Where to try next when the gate does not know the newest mark: 1, 2, 4 … marks further back, and at last the very beginning."""
    tries: list[MailMark] = []
    at, step = len(marks) - 2, 1
    while at >= 0:
        tries.append(marks[at])
        at, step = at - 2 * step, 2 * step
    return (*tries, NOTHING)


def _number(told: object) -> int:
    return told if isinstance(told, int) else 0


def _octets(told: object, length: int, otherwise: bytes) -> bytes:
    try:
        found = bytes.fromhex(told) if isinstance(told, str) else otherwise
    except ValueError:
        return otherwise
    return found if len(found) == length else otherwise


def _place(told: object) -> Place:
    if not isinstance(told, list) or len(told) != 3 or not all(isinstance(part, int) for part in told[:2]):
        return Place()
    incarnation, number = told[:2]
    mark = Mark(number, _octets(told[2], len(FIRST_PREV), FIRST_PREV)) if number > 0 else START
    return Place(incarnation, mark) if incarnation > 0 else Place()


def _mail_marks(told: object) -> tuple[MailMark, ...]:
    rows = told if isinstance(told, list) else []
    pairs = [row for row in rows if isinstance(row, list) and len(row) == 2]
    return tuple(
        MailMark(row[0], row[1]) for row in pairs if isinstance(row[0], int) and isinstance(row[1], str)
    )
