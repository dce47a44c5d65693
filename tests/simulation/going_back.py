"""A desk's file is copied in the morning, lost in the afternoon, and the copy is put in its place.

    online    the line is up: what the centre has comes back before anybody works, by the real code
    offline   a later incarnation begins at once, new items are taken in, and what was lost comes back behind them
    image     the marker was put back too, so that nothing shows it; the gate does, in the next conversation

It happens when the centre has everything the desk wrote: what nobody else ever had is lost with a disk, and no program brings it back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.recovery.restoring import Approval, reason_to_bar
from kt1desk.store import incarnations
from kt1desk.store.incarnations import Renewal
from kt1desk.store.rewriting import Rewritten
from tests.simulation.chance import Crash
from tests.simulation.desk import SimDesk
from tests.simulation.line import SimLine
from tests.simulation.medium import watched
from tests.simulation.program import line_desk
from tests.simulation.world import HOUR, MINUTE

MOST_STEPS = 400


class Variant(StrEnum):
    """What is put back, and whether the line is up."""

    ONLINE = "online"
    OFFLINE = "offline"
    IMAGE = "image"


@dataclass
class GoingBack:
    """One desk's way back.

    Attributes:
        desk: whose.
        line: its line.
        is_sent: whether the centre has everything of it.
        is_back: called once it is brought together.
        done: what was done, once it is.
        was_allowed: whether its KT1 register went over the network when it was lost.
    """

    desk: SimDesk
    line: SimLine
    is_sent: Callable[[SimDesk], bool]
    is_back: Callable[[SimDesk], None]
    done: Rewritten | None = None
    was_allowed: bool = False
    _copy: Any = None
    _variant: Variant = Variant.ONLINE
    _is_barred: bool = False

    def plan(self, hours: float) -> None:
        """When it happens, if it does."""
        desk = self.desk
        world = desk.setting.world
        if not desk.setting.faults.strikes("desk.older_copy"):
            return
        end_ms = int(hours * HOUR)
        self._variant = world.mischief.choice(list(Variant))
        world.after(world.mischief.randint(0, end_ms // 2), self._take_copy)
        world.after(world.mischief.randint(end_ms // 2, end_ms), self._lose)

    def heard(self, report: RoundReport) -> bool:
        """A round of this desk is over; whether what it says is to be expected of a desk that is on its way back."""
        desk = self.desk
        if not desk.closed or self._variant is not Variant.IMAGE:
            return False
        if reason_to_bar(report) and not self._is_barred:
            self._is_barred = True
            self._later(self._bring)
        elif report.ended is Ending.DONE:
            desk.closed = False
        return True

    def _take_copy(self) -> None:
        self._copy = self.desk.medium.copy(self.desk.store)

    def _lose(self) -> None:
        desk = self.desk
        if not desk.is_up() or not self.is_sent(desk):
            self._later(self._lose)
            return
        desk.setting.world.note(desk.name, f"an older copy is put back, {self._variant}")
        self.was_allowed = desk.sends(Stream.KT1)
        desk.closed = True
        self._stop()
        store = desk.medium.put_back(
            desk.store, self._copy, desk.outside, image=self._variant is Variant.IMAGE
        )
        desk.lie(watched(store, desk.fuse))
        steps = {Variant.ONLINE: self._bring, Variant.OFFLINE: self._begin, Variant.IMAGE: self._go_on}
        self._later(steps[self._variant])

    def _go_on(self) -> None:
        self.desk.go_on(self.desk.store)

    def _begin(self) -> None:
        """Without the line: a later incarnation, and new items can be taken in."""
        desk = self.desk
        if self._crashed(
            lambda: incarnations.begin_where_needed(desk.store, Renewal(Cause.OLDER_COPY, desk.head))
        ):
            self._later(self._begin)
            return
        self._go_on()
        world = desk.setting.world
        world.after(world.between(20 * MINUTE, 90 * MINUTE), self._bring)

    def _bring(self) -> None:
        """With the line: compared with the centre and brought together."""
        desk = self.desk
        if not desk.closed:
            return
        if desk.is_up():
            self._stop()
            desk.lie(watched(desk.medium.again(desk.store, desk.outside), desk.fuse))
        before = desk.store
        if self._crashed(self._compare):
            self._later(self._bring)
            return
        if desk.store is not before:
            before.close()
        desk.closed = False
        desk.go_on(watched(desk.store, desk.fuse))
        self.is_back(desk)

    def _compare(self) -> None:
        desk = self.desk
        brought = desk.medium.bring(
            desk.store,
            desk.outside,
            (self.line, lambda store: line_desk(desk.machine, store), Approval(desk.head)),
        )
        self.done = brought.rewritten
        desk.lie(brought.store)
        back = brought.rewritten.came_back if brought.rewritten is not None else 0
        desk.setting.world.note(desk.name, f"brought together, {back} came back")

    def _crashed(self, do: Callable[[], object]) -> bool:
        """Whether it must be tried again: the line failed, or the program died of it; then its file is opened once more, unchecked."""
        desk, faults, world = self.desk, self.desk.setting.faults, self.desk.setting.world
        if faults.strikes("crash.restoring"):
            desk.fuse.light(world.mischief.randint(0, MOST_STEPS))
        try:
            do()
        except DeskError as error:
            if not error.code.startswith("line."):
                desk.refused.append(error.code)
            world.note(desk.name, f"restoring refused {error.code}")
        except Crash:
            world.note(desk.name, "restoring died")
        else:
            desk.fuse.put_out()
            return False
        desk.fuse.put_out()
        desk.lie(watched(desk.medium.again(desk.store, desk.outside, checked=False), desk.fuse))
        return True

    def _stop(self) -> None:
        self.desk.deaths += 1
        self.desk.fuse.put_out()
        self.desk.program = None

    def _later(self, do: Callable[[], None]) -> None:
        world = self.desk.setting.world
        world.after(world.between(MINUTE, 6 * MINUTE), do)
