"""How a run lets a desk's KT1 journal on to the network and takes it off again: by events, whenever an administrator gets to it."""

from __future__ import annotations

from collections.abc import Callable

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.facts.line import LineAllowed, LineClosed
from kt1desk.services.ports import Appending
from tests.simulation.centre import Centre
from tests.simulation.desk import SimDesk
from tests.simulation.program import Program
from tests.simulation.world import HOUR, MINUTE

BACKUPS = 3


def plan_the_line(desk: SimDesk, hours: float, *, for_good: bool) -> None:
    """Most desks are allowed at once, some in the middle of the day; some are closed again, of those some ``for_good``."""
    if Transport.NETWORK not in desk.ways:
        return
    world, faults = desk.setting.world, desk.setting.faults
    end_ms = int(hours * HOUR)
    if faults.strikes("line.late"):
        world.after(world.mischief.randint(0, end_ms), lambda: allow(desk))
    else:
        allow(desk)
    if faults.strikes("line.closed"):
        world.after(
            world.mischief.randint(end_ms // 2, end_ms), lambda: _close(desk, end_ms // 4, for_good=for_good)
        )


def allow(desk: SimDesk) -> None:
    """An administrator enters the written approval, again and again until it stands."""

    def do(program: Program) -> bool:
        with program.store.work() as work:
            work.append(LineAllowed("12/BĐT", "2026-11-20", desk.point), Appending("clerk"))
            work.commit()
        return True

    if desk.act("line allowed", do) is None:
        desk.setting.world.after(20 * MINUTE, lambda: allow(desk))


def _close(desk: SimDesk, most_ms: int, *, for_good: bool) -> None:
    def do(program: Program) -> bool:
        with program.store.work() as work:
            if (line := work.kt1_line()) is None or not line.allowed:
                return False
            work.append(LineClosed("ordered", desk.point), Appending("clerk"))
            work.commit()
        return True

    world = desk.setting.world
    if desk.act("line closed", do) and not (for_good and world.mischief.random() < 0.5):
        world.after(world.mischief.randint(0, most_ms), lambda: allow(desk))


def plan_the_centre(centre: Centre, hours: float, is_needed: Callable[[], bool]) -> None:
    """A backup now and then; in some seeds one of the databases is put back from one, or both from two that do not fit each other.

    Not while ``is_needed``: a disk that is lost here and one at the centre in the same hour lose what no third one has.
    """
    world, faults = centre.world, centre.faults
    end_ms = int(hours * HOUR)
    lost = [name for name in ("gate", "core") if faults.strikes(f"{name}.restored")]
    if not lost:
        return
    for _ in range(BACKUPS):
        world.after(world.mischief.randint(0, end_ms), centre.back_up)
    world.after(world.mischief.randint(end_ms // 3, end_ms), lambda: _put_back(centre, lost, is_needed))


def _put_back(centre: Centre, lost: list[str], is_needed: Callable[[], bool]) -> None:
    if is_needed():
        centre.world.after(10 * MINUTE, lambda: _put_back(centre, lost, is_needed))
    elif centre.has_backup:
        centre.go_back(lost)
