"""Settling shifts in tests: what lies about is set by hand, the chief takes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kt1desk.app.desk import PaperFit
from kt1desk.domain.approval import Manner
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import ShiftSettled
from kt1desk.domain.settling import ANSWERS, Asked
from kt1desk.services.confirming import Confirmed
from kt1desk.services.drawer_book import DrawerBook
from kt1desk.services.sessions import Session
from kt1desk.services.settling import Settling
from tests.support.desks import Counter

CHIEF = Confirmed(Manner.SPOT, "chief")
FLOAT = ((500_000, 1),)


@dataclass
class Around:
    """What lies about, set by the test."""

    waiting: int | None = 0
    drafts: int = 0

    def unsent(self) -> int | None:
        return self.waiting

    def aside(self, _session: Session) -> int:
        return self.drafts


def settling(desk: Counter, around: Around | None = None) -> Settling:
    return Settling(desk.store, desk.reference, desk.clock, PaperFit(), around or Around())


def first_answers(asked: tuple[Asked, ...]) -> Mapping[str, str]:
    return {each.key: ANSWERS[each.question][0] for each in asked}


def written(desk: Counter, stream: Stream, kind: str) -> list[Event]:
    with desk.store.read() as reader:
        return [event for event in reader.newest(stream) if event.envelope.type == kind]


def settled_of(desk: Counter) -> ShiftSettled:
    (event,) = written(desk, Stream.COUNTER, ShiftSettled.TYPE)
    return ShiftSettled.of(event.body())


def events(desk: Counter) -> int:
    with desk.store.read() as reader:
        return reader.event_count()


def expected_dong(desk: Counter) -> int:
    return DrawerBook(desk.store, desk.reference, desk.clock).view(desk.session()).holds_dong


def notes(amount_dong: int) -> tuple[tuple[int, int], ...]:
    """Notes that make up an amount, as far as notes can."""
    made = []
    for value in (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200):
        pieces, amount_dong = divmod(amount_dong, value)
        made.append((value, pieces))
    return tuple(made)


def newest(desk: Counter) -> list[Event]:
    with desk.store.read() as reader:
        return [event for event, _ in zip(reader.newest(Stream.COUNTER), range(4), strict=False)]
