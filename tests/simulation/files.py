"""Bundles on sticks and in bags: written while mail is not known to be taken, carried by hand, lost, late, twice, or an old one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.outgoing import write_bundle
from kt1desk.exchange.peers import peer
from tests.simulation.desk import SimDesk
from tests.simulation.program import Program
from tests.simulation.world import HOUR, MINUTE


@dataclass
class Post:
    """Carries bundle files between the desks."""

    desks: Sequence[SimDesk]
    refused: list[str] = field(default_factory=list)
    _owed: set[tuple[int, str]] = field(default_factory=set)
    """Devices that have to say what they took, and to which point."""
    _old: dict[tuple[int, str], bytes] = field(default_factory=dict)

    def tick(self, desk: SimDesk) -> None:
        """A desk writes what is due; the timer comes again."""
        world = desk.setting.world
        if desk.is_up() and not desk.closed:
            for point in self.due(desk):
                self._write(desk, point)
        world.after(world.between(25 * MINUTE, 50 * MINUTE), lambda: self.tick(desk))

    def due(self, desk: SimDesk) -> list[str]:
        """Points with a desk that did not say that it has all our mail, or whose mail came and was not answered."""
        program = desk.up
        with program.store.read() as reader:
            last = dict(reader.mail_points())
        points = dict.fromkeys(each.point for each in self.desks if self.goes_to(desk, each))
        return [point for point in points if self._is_due(program, (desk.device, point), last.get(point, 0))]

    def tell_everybody(self, desk: SimDesk) -> None:
        """A desk whose file was put back says how far it has everybody's mail now, for that is less than it said before."""
        self._owed.update((desk.device, each.point) for each in self.desks if self.goes_to(desk, each))

    def goes_to(self, desk: SimDesk, other: SimDesk) -> bool:
        """Whether a bundle may go from one desk to the other."""
        return other.point != desk.point and Transport.BUNDLE in desk.ways & other.ways

    def _is_due(self, program: Program, way: tuple[int, str], last: int) -> bool:
        if way in self._owed:
            return True
        there = [each.device for each in self.desks if each.point == way[1] and Transport.BUNDLE in each.ways]
        return any(last > peer(program.room.notes, device).acked.number for device in there)

    def _write(self, desk: SimDesk, point: str) -> None:
        world, faults = desk.setting.world, desk.setting.faults
        written = desk.act(
            f"bundle to {point}", lambda program: write_bundle(program.room, program.session(), point)
        )
        if written is None:
            return
        way = (desk.device, point)
        self._owed.discard(way)
        if faults.strikes("bundle.old_again") and way in self._old:
            self._carry(desk.point, point, self._old[way])
        self._old[way] = written.data
        if not faults.strikes("bundle.lost"):
            self._carry(desk.point, point, written.data)
        if faults.strikes("bundle.doubled"):
            self._carry(desk.point, point, written.data)
        if faults.strikes("bundle.flipped"):
            at = world.chance.randrange(len(written.data))
            bent = bytearray(written.data)
            bent[at] ^= 1 << world.chance.randrange(8)
            self._carry(desk.point, point, bytes(bent))

    def _carry(self, giver: str, point: str, data: bytes) -> None:
        """To every desk of a point."""
        for other in (each for each in self.desks if each.point == point and Transport.BUNDLE in each.ways):
            self._carry_to(giver, other, data)

    def _carry_to(self, giver: str, other: SimDesk, data: bytes) -> None:
        world = other.setting.world
        late = other.setting.faults.strikes("bundle.late")
        span_ms = world.between(2 * HOUR, 8 * HOUR) if late else world.between(5 * MINUTE, 40 * MINUTE)
        world.after(span_ms, lambda: self._arrive(giver, other, data))

    def _arrive(self, giver: str, other: SimDesk, data: bytes) -> None:
        world = other.setting.world
        if not other.is_up() or other.closed:  # it lies there until somebody is at the desk
            world.after(10 * MINUTE, lambda: self._arrive(giver, other, data))
            return

        def take(program: Program) -> str:
            try:
                rows = program.inbox.take_bundle(program.session(), data)
            except DeskError as error:
                self.refused.append(error.code)
                raise
            if rows:
                self._owed.add((other.device, giver))
            for row in rows:
                if row.reason is not None:
                    self.refused.append(row.reason.code)
            return " ".join(f"{row.type}:{row.outcome.value}" for row in rows)

        told = other.act("bundle taken", take)
        if told is not None:
            world.note(other.name, told)
        elif not other.is_up():  # it died of it, or while it took it in
            world.after(10 * MINUTE, lambda: self._arrive(giver, other, data))
