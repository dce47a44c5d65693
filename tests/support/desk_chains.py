"""Chains of frames as a desk seals them, the centre's key, and what is in its mail: for tests of the integrator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import Fact
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, Frame, Mark, seal_frame
from kt1desk.exchange.mail_frames import MailRecord, open_mail
from kt1desk.store.device_key import PointKey
from tests.support.chains import Writer
from tests.support.exchange_keys import COMMUNE, NOON_MS
from tests.support.gate_model import frame_hash


@dataclass(frozen=True)
class GateKey:
    """The centre's key."""

    private: Ed25519PrivateKey = field(
        default_factory=lambda: Ed25519PrivateKey.from_private_bytes(bytes(range(7, 39))), repr=False
    )

    @property
    def public(self) -> bytes:
        return self.private.public_key().public_bytes_raw()

    @property
    def sign(self) -> Callable[[bytes], bytes]:
        return self.private.sign


KEY = GateKey()
NOON = Moment(NOON_MS)


@dataclass
class DeskChain:
    """One chain of a desk, and the frames it sealed."""

    own: PointKey = COMMUNE
    writer: Writer = field(default_factory=lambda: Writer(COMMUNE))
    mark: Mark = START
    sent: int = 0
    frames: list[Frame] = field(default_factory=list)

    @classmethod
    def of(cls, own: PointKey, **chain: Any) -> DeskChain:
        return cls(own, Writer(own, **chain))

    def seal(self, *facts: Fact) -> Frame:
        """The next frame, of these facts and of what was written since the last one."""
        for fact in facts:
            self.writer.append(fact)
        return self.seal_events(self.writer.events[self.sent :])

    def seal_events(self, events: Sequence[Event], made: Moment = NOON) -> Frame:
        """The next frame, of these events."""
        frame = seal_frame(events, self.mark, made, self.own, shipped())
        self.mark, self.sent = frame.mark, self.sent + frame.head.count
        self.frames.append(frame)
        return frame


def records_of(mail: Sequence[bytes]) -> list[MailRecord]:
    """The records in some mail frames, in their order; each frame is proved and follows the one before."""
    found: list[MailRecord] = []
    prev = bytes(32)
    for number, data in enumerate(mail, 1):
        opened = open_mail(data, KEY.public, shipped())
        assert (opened.frame.head.number, opened.frame.head.prev) == (number, prev)
        prev = opened.frame.hash
        found.extend(opened.records)
    return found


def forged(frame: Frame, own: PointKey, change: Callable[[bytes], bytes]) -> Frame:
    """The frame with other bytes before its signature, signed anew by its desk: a desk that knows its key and nothing of the rules."""
    unsigned = change(frame.data[:-64])
    data = unsigned + own.sign(b"kt1desk/signed-frame/1\0" + frame_hash(unsigned + bytes(64)))
    return Frame(frame.head, frame_hash(data), data)
