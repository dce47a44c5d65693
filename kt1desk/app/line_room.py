"""The line room: what a desk exchanges while somebody is logged in, in threads of its own, so that no clerk ever waits for a line.

One thread talks with the centre: soon after something was written, now and then when nothing was, and always once more after a failure.
Another one looks into the shared folder of the point every other second. Both look for themselves whether something was written; nobody
has to tell them. This module must not know any screen: it calls back when something changed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import random
from typing import Protocol, TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.near import NearReport
from kt1desk.exchange.pacing import Chance, Pacing
from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.exchange.taking import Outcome, Taken
from kt1desk.services.ports import Clock

NEAR_S = 2.0
LOOK_S = 0.5
"""How often the room looks whether something was written."""
CLOSING_PATIENCE_S = 0.7
"""So long the end of a session waits for both rounds together: what was not answered comes again the next time."""
MAX_CAME = 200
Report = TypeVar("Report")
_NEWS = frozenset({Outcome.NEW, Outcome.REFUSED})


class Rounds(Protocol):
    """Exchanges with the centre (`kt1desk.exchange.courier.Courier`)."""

    def round(self) -> RoundReport:
        """One round."""


class NearRounds(Protocol):
    """Exchanges over a shared folder (`kt1desk.exchange.near.Near`)."""

    def round(self) -> NearReport:
        """One round."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How this desk exchanges now.

    Attributes:
        courier: with the centre; None where the desk has no line.
        near: over a shared folder; None where none is chosen.
        close: lets the line go.
    """

    courier: Rounds | None = None
    near: NearRounds | None = None
    close: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Came:
    """Something that came in: when by our clock, which way (``network``, ``folder``), and what became of it."""

    at_ms: int
    way: str
    taken: Taken


@dataclass(frozen=True, slots=True)
class LineCondition:
    """What is known of the exchange now.

    Attributes:
        joined: whether the desk has a line to the centre.
        at_work: whether a round is under way.
        report, reported_ms: the last round that ended, and when.
        good_ms: when one last ended well in this session; 0 for none.
        failing_ms: since when rounds do not; 0 while they do.
        offset_ms: the centre's clock minus ours, as the last answer showed it; None before the first.
        trouble: why there can be no round at all; None where there can.
        near, near_ms: the last look into the shared folder.
        came: what came in in this session, newest first.
    """

    joined: bool = False
    at_work: bool = False
    report: RoundReport | None = None
    reported_ms: int = 0
    good_ms: int = 0
    failing_ms: int = 0
    offset_ms: int | None = None
    trouble: DeskError | None = None
    near: NearReport | None = None
    near_ms: int = 0
    came: tuple[Came, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Calls:
    """Whom the room calls, from its threads: something changed; an error that is no refusal."""

    changed: Callable[[], None]
    faulted: Callable[[BaseException], None]


class LineRoom:
    """Exchanges until it is closed.

    Args:
        ways: makes the ways anew whenever they may have changed.
        written: a value that differs when something was written since it was last asked for.
        clock: both clocks.
        calls: whom to call.
        chance: for the spread of the waits.
    """

    def __init__(
        self,
        ways: Callable[[], Ways],
        written: Callable[[], object],
        clock: Clock,
        calls: Calls,
        chance: Chance = random,
    ) -> None:
        self._make, self._written = ways, written
        self._clock, self._calls, self._chance = clock, calls, chance
        self._ways = Ways()
        self._stale = True
        self._hurried = False
        self._closing, self._woken = threading.Event(), threading.Event()
        self._guard = threading.Lock()
        self._condition = LineCondition()
        self._threads: tuple[threading.Thread, ...] = ()

    def start(self) -> None:
        """Begin. Once only."""
        # Daemons: a round on a dead line may take its whole patience, and must not keep the program alive.
        self._threads = tuple(
            threading.Thread(target=serve, name=name, daemon=True)
            for name, serve in (("line", self._serve_line), ("near", self._serve_near))
        )
        for thread in self._threads:
            thread.start()

    def hurry(self) -> None:
        """Somebody wants it now. Waits for nothing."""
        self._hurried = True
        self._woken.set()

    def use(self) -> None:
        """The ways may have changed: joined, left, another folder. Waits for nothing."""
        self._stale = True
        self.hurry()

    def condition(self) -> LineCondition:
        """What is known now."""
        with self._guard:
            return self._condition

    def close(self) -> None:
        """End. A round under way is waited for a moment and then left alone: it may be cut at any place."""
        self._closing.set()
        self._woken.set()
        until_ms = self._clock.monotonic_ms() + round(CLOSING_PATIENCE_S * 1000)
        for thread in self._threads:
            thread.join(max(0, until_ms - self._clock.monotonic_ms()) / 1000)
        if not any(thread.is_alive() for thread in self._threads):
            self._ways.close()  # a line that somebody still listens on ends with the program

    def _serve_line(self) -> None:
        pacing = Pacing(due_ms=0)
        seen: object = None
        while not self._closing.is_set():
            self._woken.clear()
            if self._stale:
                self._renew()
                pacing = Pacing(due_ms=0)
            now_ms = self._clock.monotonic_ms()
            if self._hurried:
                self._hurried, pacing = False, pacing.hurried(now_ms)
            found, before = self._tried(self._written), seen
            seen = before if found is None else found  # where it cannot be read now, it is looked at again
            if seen != before:
                pacing = pacing.written(now_ms)
            courier = self._ways.courier
            if courier is None or pacing.wait_ms(now_ms):
                self._woken.wait(min(LOOK_S, pacing.wait_ms(now_ms) / 1000) if courier else LOOK_S)
                continue
            went_well = self._exchange(courier)
            after_ms = self._clock.monotonic_ms()
            step = pacing.went_well if went_well else pacing.failed
            pacing = step(after_ms, self._chance)

    def _exchange(self, courier: Rounds) -> bool:
        self._change(lambda old: replace(old, at_work=True))
        report = self._tried(courier.round)
        now_ms = self._clock.now().utc_ms
        well = report is not None and report.ended is Ending.DONE
        self._change(lambda old: _after_round(old, report, now_ms, well=well))
        return well

    def _serve_near(self) -> None:
        while not self._closing.wait(NEAR_S):
            near = self._ways.near
            if near is None:
                continue
            report = self._tried(near.round)
            if report is not None:
                self._looked(report)

    def _looked(self, report: NearReport) -> None:
        now_ms = self._clock.now().utc_ms
        came = tuple(Came(now_ms, "folder", each) for each in report.taken)
        quiet = not came and report.problem is None and self.condition().near is not None
        before = self.condition().near
        is_as_before = quiet and before is not None and before.problem is None
        self._change(
            lambda old: replace(old, near=report, near_ms=now_ms, came=_newest(came, old.came)),
            silent=is_as_before,
        )

    def _renew(self) -> None:
        """Make the ways anew. Where that is refused, the reason is shown, and there is none until something changes."""
        self._stale = False
        before, self._ways, trouble = self._ways, Ways(), None
        try:
            before.close()
            self._ways = self._make()
        except DeskError as error:
            trouble = error
        except Exception as error:  # noqa: BLE001  the room goes on without ways; a fault is told
            if not self._closing.is_set():
                self._calls.faulted(error)
        has_line, has_near = self._ways.courier is not None, self._ways.near is not None
        self._change(
            lambda old: replace(
                LineCondition(joined=has_line, trouble=trouble, came=old.came, good_ms=old.good_ms),
                near=old.near if has_near else None,
            )
        )

    def _tried(self, work: Callable[[], Report]) -> Report | None:
        try:
            return work()
        except DeskError as error:
            refusal = error
            self._change(lambda old: replace(old, trouble=refusal))
        except BaseException as error:  # noqa: BLE001  the room goes on; a fault is told and the next round is tried
            if not self._closing.is_set():
                self._calls.faulted(error)
        return None

    def _change(self, change: Callable[[LineCondition], LineCondition], *, silent: bool = False) -> None:
        with self._guard:
            before = self._condition
            self._condition = change(before)
        if not silent and not self._closing.is_set() and self._condition != before:
            self._calls.changed()


def _after_round(old: LineCondition, report: RoundReport | None, now_ms: int, *, well: bool) -> LineCondition:
    if report is None:
        return replace(old, at_work=False, failing_ms=old.failing_ms or now_ms)
    came = tuple(Came(now_ms, "network", each) for each in report.mail.taken)
    return replace(
        old,
        at_work=False,
        report=report,
        reported_ms=now_ms,
        good_ms=now_ms if well else old.good_ms,
        failing_ms=0 if well else old.failing_ms or now_ms,
        offset_ms=old.offset_ms if report.offset_ms is None else report.offset_ms,
        trouble=None,
        came=_newest(came, old.came),
    )


def _newest(came: tuple[Came, ...], before: tuple[Came, ...]) -> tuple[Came, ...]:
    news = tuple(each for each in reversed(came) if each.taken.outcome in _NEWS)
    return (*news, *before)[:MAX_CAME]
