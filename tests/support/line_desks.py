"""Desks on the line: real store, real outbox, real courier; the gate in memory or a real one, and a line that breaks where a test says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.gate_talk import Ask, Gate, Reply
from kt1desk.exchange.inbox import Taken
from kt1desk.exchange.line_ports import LineDesk
from kt1desk.store.frame_shelf import FrameShelf
from kt1desk.store.settings import Settings
from tests.support.clocks import NOON_MS
from tests.support.exchange_keys import COMMUNE_POINT, seeded
from tests.support.gate_model import GateModel
from tests.support.mail_desks import MailDesk

PROGRAM = 7_001


def letter(number: int, text: str = "") -> bytes:
    """A frame with mail as these tests have it: its number and anything."""
    return number.to_bytes(4, "big") + text.encode()


def letter_hash(data: bytes) -> bytes:
    """Its hash."""
    return hashlib.sha256(data).digest()


@dataclass
class LetterBox:
    """Where mail goes: `kt1desk.exchange.line_ports.MailIntake` for letters of these tests.

    ``refuses`` are the numbers it refuses.
    """

    letters: list[bytes] = field(default_factory=list)
    at: MailMark = NOTHING
    refuses: frozenset[int] = frozenset()
    gone_back: list[MailMark] = field(default_factory=list)

    def mark(self) -> MailMark:
        return self.at

    def take(self, data: bytes) -> tuple[Taken, ...]:
        number = int.from_bytes(data[:4], "big")
        if number in self.refuses or number != self.at.number + 1:
            raise DeskError("mail.damaged")
        self.letters.append(data)
        self.at = MailMark(number, letter_hash(data).hex())
        return ()

    def go_back(self, mark: MailMark) -> None:
        self.gone_back.append(mark)
        self.at = mark


@dataclass
class Tapped:
    """A line that writes down what is asked and answered, and may break.

    Attributes:
        lost_asks: questions, counted from 0 over all conversations, that never arrive.
        lost_replies: questions that arrive and whose answer is lost.
    """

    gate: Gate
    lost_asks: set[int] = field(default_factory=set)
    lost_replies: set[int] = field(default_factory=set)
    asks: list[Ask] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        for ask in asks:
            call = len(self.asks)
            self.asks.append(ask)
            if call in self.lost_asks:
                raise DeskError("line.unreachable")
            for reply in self.gate.talk([ask]):
                if call in self.lost_replies:
                    raise DeskError("line.cut")
                self.replies.append(reply)
                yield reply

    def close(self) -> None:
        self.gate.close()


def gate_ahead_of_time(device: int) -> GateModel:
    """A gate that has let a desk of the commune in; its clock is a minute and a half before ours."""
    chance = seeded(5)
    model = GateModel(lambda: chance(16), lambda: NOON_MS + 90_000)
    model.enrol(device, COMMUNE_POINT)
    return model


def line_desk(desk: MailDesk, hardware: bytes = b"") -> LineDesk:
    """A desk as the courier knows it."""
    return LineDesk(
        journal=desk.store,
        own=desk.own,
        incarnation=1,
        shelf=FrameShelf(desk.store, 1),
        notes=Settings(desk.store),
        clock=desk.clock,
        hardware=hardware or desk.own.device.to_bytes(16, "big"),
        program=PROGRAM,
    )


def courier(gate: Gate, desk: MailDesk, box: LetterBox | None = None) -> Courier:
    """A courier as the program makes one after each start: it remembers nothing but what is on the disk."""
    return Courier(gate, line_desk(desk), box or LetterBox())
