"""The gate in memory: the same rules as the function at the centre, in plain Python, for simulations and to hold the function against.

Deterministic: the tokens and the time are handed in. It can be copied and put back, as a centre that is restored from a backup.
This module must not know SQL, sockets or what is inside a frame.
"""

from __future__ import annotations

import copy
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.exchange.bundle import MailMark
from kt1desk.exchange.frames import FIRST_PREV, MAX_BYTES, Mark
from kt1desk.exchange.gate_talk import (
    HARDWARE_BYTES,
    MAX_MAIL_BYTES,
    TOKEN_BYTES,
    Answer,
    Ask,
    OwnFrames,
    Place,
    Reason,
    Reply,
)

MAX_FRAMES_OF_MAIL = 64
_SMALLEST_FRAME = 129
_SIGNATURE = 64
_REASONS = {"token": Reason.TOKEN, "hardware": Reason.HARDWARE}

ChainOf = tuple[Stream, int]
"""Stream and incarnation."""


@dataclass
class ModelDevice:
    """What the gate knows of one desk."""

    device: int
    point: str
    hardware: bytes | None = None
    token: bytes | None = None
    token_before: bytes | None = None
    revoked: bool = False
    chains: dict[ChainOf, list[bytes]] = field(default_factory=dict)
    """The frames of each chain, the first under index 0."""

    def highest(self, stream: Stream) -> int:
        """The highest incarnation of a stream, 0 for none."""
        return max((number for of, number in self.chains if of is stream), default=0)

    def place(self, stream: Stream) -> Place:
        """How far the frames of a stream are."""
        incarnation = self.highest(stream)
        frames = self.chains.get((stream, incarnation), [])
        return Place(incarnation, Mark(len(frames), frame_hash(frames[-1])) if frames else Mark())


@dataclass(frozen=True, slots=True)
class _Head:
    stream: Stream
    incarnation: int
    number: int
    prev: bytes


def frame_hash(frame: bytes) -> bytes:
    """What the next frame names."""
    return hashlib.sha256(b"kt1desk/frame/1\0" + frame[:-_SIGNATURE]).digest()


class GateModel:
    """The gate of one centre.

    Args:
        entropy: gives 16 bytes for each new token.
        now: the centre's clock, UTC in ms.
    """

    def __init__(self, entropy: Callable[[], bytes], now: Callable[[], int]) -> None:
        self._entropy = entropy
        self._now = now
        self.devices: dict[int, ModelDevice] = {}
        self.mail: dict[str, list[tuple[bytes, bytes]]] = {}
        """Hash and data of each frame with mail, by point; number 1 under index 0."""
        self.audit: Counter[tuple[int, str]] = Counter()
        self.epoch = 1
        self.at_home = True
        self.wanted = 0

    def enrol(self, device: int, point: str) -> None:
        """Let a desk in, or in again: the machine is bound at its next call, its frames stay."""
        known = self.devices.get(device)
        chains = known.chains if known else {}
        self.devices[device] = ModelDevice(device, point, chains=chains)

    def revoke(self, device: int) -> None:
        """Put a desk out; its frames stay."""
        self.devices[device].revoked = True

    def post(self, point: str, hashed: bytes, data: bytes) -> MailMark:
        """Put the next frame with mail into a point's box."""
        box = self.mail.setdefault(point, [])
        box.append((hashed, data))
        return MailMark(len(box), hashed.hex())

    def mailbox(self, point: str) -> MailMark:
        """Number and hash of the newest mail of a point."""
        box = self.mail.get(point, [])
        return MailMark(len(box), box[-1][0].hex()) if box else MailMark()

    def frames(self, device: int, stream: Stream, incarnation: int, after: int = 0) -> list[bytes]:
        """The frames of a chain after a number: what the integrator reads."""
        known = self.devices.get(device)
        return known.chains.get((stream, incarnation), [])[after:] if known else []

    def backup(self) -> object:
        """All that it holds, for `restore`."""
        return copy.deepcopy((self.devices, self.mail))

    def restore(self, held: object, *, told: bool = True) -> None:
        """Go back to a backup and say so, unless that comes later (`restored`); until then nobody is answered.

        The audit is of those who watch, so it stays.
        """
        self.devices, self.mail = copy.deepcopy(held)  # type: ignore[misc]
        self.at_home = False
        if told:
            self.restored()

    def restored(self) -> None:
        """The operator says so, as `kt1desk.centre.restored_command` does: tokens are forgotten, the epoch counts up."""
        self.at_home = True
        for known in self.devices.values():
            known.token = known.token_before = None
        self.epoch += 1

    def exchange(self, device: int, ask: Ask, *, certified: bool = True) -> Reply:
        """Answer one question.

        Args:
            device: who is logged in.
            ask: the question.
            certified: whether the certificate shown is the one that was given out last.
        """
        if not self.at_home:
            raise DeskError("line.busy")
        known = self.devices.get(device)
        refusal = self._refusal(known, ask, certified=certified)
        reply = Reply(Answer.OK, places=_NOWHERE, now_ms=self._now(), epoch=self.epoch, wanted=self.wanted)
        if known is None or refusal in {"no_desk", "revoked", "serial"}:
            self.audit[device, refusal] += 1
            return replace(reply, answer=Answer.REVOKED)
        if refusal:
            self.audit[device, refusal] += 1
            told = replace(reply, answer=Answer.FORK, reason=_REASONS[refusal])
            if refusal == "token":
                told = replace(told, places=_places(known), own=_own(known, ask.own))
            return told
        self._roll(known, ask)
        return self._serve(known, ask, reply)

    def line(self, device: int) -> ModelLine:
        """A way to this gate for one desk, as `kt1desk.exchange.gate_talk.Gate`."""
        return ModelLine(self, device)

    def _refusal(self, known: ModelDevice | None, ask: Ask, *, certified: bool) -> str:
        if known is None:
            return "no_desk"
        if known.revoked:
            return "revoked"
        if not certified:
            return "serial"
        if len(ask.hardware) != HARDWARE_BYTES or known.hardware not in {None, ask.hardware}:
            return "hardware"
        if known.hardware is None or known.token is None or ask.token in {known.token, known.token_before}:
            return ""
        return "" if _begins_anew(known, ask) else "token"

    def _roll(self, known: ModelDevice, ask: Ask) -> None:
        if known.hardware is None or known.token is None:
            self.audit[known.device, "bound"] += 1
        elif ask.token not in {known.token, known.token_before}:
            self.audit[known.device, "rejoin"] += 1
        known.hardware = ask.hardware
        known.token_before = ask.token if len(ask.token) == TOKEN_BYTES else bytes(TOKEN_BYTES)
        known.token = self._entropy()

    def _serve(self, known: ModelDevice, ask: Ask, reply: Reply) -> Reply:
        answer, reason = (Answer.OK, Reason.NONE) if ask.frame is None else _take(known, ask.frame)
        if answer in {Answer.FORK, Answer.TOO_LARGE}:
            self.audit[known.device, f"{answer}_{reason}".removesuffix("_")] += 1
        box = self.mail.get(known.point, [])
        mail: tuple[bytes, ...] = ()
        if ask.mail is not None:
            shown = ask.mail.number
            if shown == 0 or (0 < shown <= len(box) and box[shown - 1][0].hex() == ask.mail.hash):
                mail = _as_far_as_it_goes(data for _, data in box[shown:])
            elif reason is Reason.NONE:
                reason = Reason.REWIND
        return replace(
            reply,
            answer=answer,
            reason=reason,
            places=_places(known),
            token=known.token or b"",
            mail_last=len(box),
            mail=mail,
            own=_own(known, ask.own),
        )


@dataclass
class ModelLine:
    """One desk's way to a gate in memory. Each question is answered when the one who asks reads the answer."""

    model: GateModel
    device: int

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        """Ask one after the other."""
        for ask in asks:
            yield self.model.exchange(self.device, ask)

    def close(self) -> None:
        """There is nothing to let go."""


_NOWHERE = {stream: Place() for stream in Stream}


def _head_of(device: int, frame: bytes) -> _Head | None:
    if len(frame) < _SMALLEST_FRAME or frame[:2] != b"KF" or int.from_bytes(frame[4:6], "big") != device:
        return None
    if frame[6] not in {1, 2}:
        return None
    head = _Head(
        Stream(frame[6]), int.from_bytes(frame[7:9], "big"), int.from_bytes(frame[9:13], "big"), frame[29:61]
    )
    sound = head.incarnation >= 1 and head.number >= 1 and (head.number == 1) == (head.prev == FIRST_PREV)
    return head if sound else None


def _begins_anew(known: ModelDevice, ask: Ask) -> bool:
    if ask.frame is None or len(ask.frame) > MAX_BYTES or len(ask.token) != TOKEN_BYTES:
        return False
    head = _head_of(known.device, ask.frame)
    highest = max((incarnation for _, incarnation in known.chains), default=1)
    return head is not None and head.number == 1 and head.incarnation > highest


def _take(known: ModelDevice, frame: bytes) -> tuple[Answer, Reason]:
    if len(frame) > MAX_BYTES:
        return Answer.TOO_LARGE, Reason.NONE
    head = _head_of(known.device, frame)
    if head is None:
        return Answer.FORK, Reason.FOREIGN
    frames = known.chains.get((head.stream, head.incarnation), [])
    if head.number <= len(frames) and frames[head.number - 1] == frame:
        return Answer.DUP, Reason.NONE
    if head.incarnation < known.highest(head.stream):
        return Answer.FORK, Reason.INCARNATION
    if head.number > len(frames) + 1:
        return Answer.GAP, Reason.NONE
    follows = head.number == 1 or frame_hash(frames[head.number - 2]) == head.prev
    if head.number <= len(frames) or not follows:
        return Answer.FORK, Reason.FRAME
    known.chains.setdefault((head.stream, head.incarnation), []).append(frame)
    return Answer.OK, Reason.NONE


def _places(known: ModelDevice) -> dict[Stream, Place]:
    return {stream: known.place(stream) for stream in Stream}


def _own(known: ModelDevice, wish: OwnFrames | None) -> tuple[bytes, ...]:
    if wish is None:
        return ()
    frames = known.chains.get((wish.stream, wish.incarnation), [])
    return _as_far_as_it_goes(frames[max(wish.number, 1) - 1 :])


def _as_far_as_it_goes(data: Iterable[bytes]) -> tuple[bytes, ...]:
    """What one answer holds: 64 frames, 65,536 bytes, but always the first."""
    chosen: list[bytes] = []
    for one in data:
        full = len(chosen) == MAX_FRAMES_OF_MAIL or sum(map(len, chosen)) + len(one) > MAX_MAIL_BYTES
        if chosen and full:
            break
        chosen.append(one)
    return tuple(chosen)
