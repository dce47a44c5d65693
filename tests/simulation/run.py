"""One run: desks of a province at work for some hours, then nobody works and nothing goes wrong any more, then the oracle is asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import DispatchSent
from kt1desk.domain.reference import Point
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.round_report import Ending, RoundReport
from kt1desk.exchange.trust import KeyList
from kt1desk.recovery.restoring import reason_to_bar
from kt1desk.services.ports import Documents
from tests.simulation import delivering, leaving, people, receiving
from tests.simulation.centre import Centre
from tests.simulation.chance import Faults
from tests.simulation.desk import SimDesk
from tests.simulation.files import Post
from tests.simulation.going_back import GoingBack
from tests.simulation.ground import Ground
from tests.simulation.keeping import allow, plan_the_centre, plan_the_line
from tests.simulation.line import Exchange
from tests.simulation.medium import InMemory, Medium, OnDisk
from tests.simulation.people import DAY, TRIES, Folk, Move
from tests.simulation.printer import print_all
from tests.simulation.program import Machine, Setting
from tests.simulation.roads import Roads
from tests.simulation.sharing import SharedFolder, look_and_leave
from tests.simulation.world import BEGIN_MS, HOUR, MINUTE, DeskClock, World
from tests.support.desks import sample_reference

FIRST_POINTS = ("240000", "241000", "243120", "240100", "241120", "241800", "243100", "241350")
"""A relay point of the province, one of a former district, one with one person, one that relays nothing, and again."""
REST_MS, RESTS = HOUR, 12
"""How long the exchange may take once nothing goes wrong; it is asked after each whether all is sent."""
PACE_MS = 6 * MINUTE
EVERY_WAY = frozenset(Transport)
NO_NETWORK = frozenset({Transport.BUNDLE, Transport.PAPER})
NO_BUNDLE = frozenset({Transport.NETWORK, Transport.PAPER})

MOVES: tuple[tuple[Move, int], ...] = (
    (people.accept, 10),
    (people.approve, 6),
    (people.approve_own, 1),
    (people.withdraw, 1),
    (people.store, 4),
    (people.hand, 2),
    (leaving.pack, 8),
    (leaving.undo, 1),
    (leaving.send, 8),
    (leaving.recall, 2),
    (delivering.start_round, 3),
    (delivering.deliver, 3),
    (delivering.attempt, 2),
    (delivering.bring_back, 2),
    (delivering.redirect, 2),
    (receiving.read_paper, 6),
    (receiving.receive, 8),
    (receiving.open_bag, 8),
    (receiving.scan, 14),
    (receiving.close_arrival, 5),
    (receiving.tend_incidents, 1),
    (receiving.review, 1),
)
ARRIVING = frozenset(
    {receiving.read_paper, receiving.receive, receiving.open_bag, receiving.scan, receiving.close_arrival}
)


class AnyPaper:
    """Implements `kt1desk.services.ports.Documents`: layout is tested elsewhere and takes longer than all else here."""

    def check_fit(self, template: str, version: int, values: object) -> None:
        """Everything fits."""


@dataclass(frozen=True)
class Plan:
    """What is run: how many desks, for how many hours, where their stores lie (in memory where no folder is given)."""

    desks: int = 8
    hours: float = 8
    folder: Path | None = None
    only: Collection[str] | None = None


class Run:
    """Everything of one run."""

    def __init__(self, seed: int, plan: Plan) -> None:
        self.plan, self.world = plan, World(seed)
        chance = self.world.chance
        self.faults = Faults(self.world.mischief, plan.only)
        documents: Documents = PaperFit() if plan.folder else AnyPaper()
        setting = Setting(self.world, self.faults, sample_reference(), documents)
        self.ground = Ground()
        self._roads = Roads(self.world, self.faults, self.ground)
        self.barred: list[str] = []
        """Desks that the gate's word shut although nothing was done to them."""
        lacking = chance.choice((NO_NETWORK, NO_BUNDLE))  # some way is left between any two
        self.desks: dict[str, SimDesk] = {}
        """The desk of each point; where there are two, the one that takes arrivals over."""
        for device, point in enumerate(_points(setting, plan.desks), start=1):
            ways = EVERY_WAY if device == 1 or chance.random() < 0.6 else lacking
            self.desks[point.code] = _desk(self, setting, device, point, ways)
        self.all_desks = list(self.desks.values())
        if "near.second_desk" in self.faults.on:
            self.all_desks.append(self._second_desk(setting))
        keys = KeyList(tuple(desk.listed for desk in self.all_desks), 1, DAY)
        self.centre, self.post = Centre(self.world, self.faults, keys), Post(self.all_desks)
        self.exchanges = [Exchange(desk, self.centre, self._exchanged) for desk in self.all_desks]
        seals = [0]
        self.working = True
        for desk in self.all_desks:
            desk.begin(keys)
            plan_the_line(desk, plan.hours, for_good=lacking is NO_NETWORK)
            desk.came_up.append(partial(self._followed, desk))
            beside = (each.device for each in self.all_desks if each.point == desk.point and each is not desk)
            self._start(desk, Folk(desk, self.ground, self.desks, seals, frozenset(beside)))
        self.ways_back: dict[int, GoingBack] = {}
        for exchange in self.exchanges:
            self.world.after(chance.randint(0, MINUTE), exchange.tick)
            back = self.ways_back[exchange.desk.device] = GoingBack(
                exchange.desk, exchange.line, self._is_sent, self._is_back
            )
            back.plan(plan.hours)
        self.centre.start()
        plan_the_centre(self.centre, plan.hours, lambda: any(desk.closed for desk in self.all_desks))

    def go(self) -> None:
        """Work, then rest."""
        self.world.run_until(BEGIN_MS + int(self.plan.hours * HOUR))
        self.working = False
        self.faults.heal()
        self.world.note("--", "nobody works, nothing goes wrong")
        for _ in range(RESTS):
            self.world.run_until(self.world.now_ms + REST_MS)
            if self.is_quiet():
                return

    def close(self) -> None:
        """Let every store go."""
        for desk in self.all_desks:
            desk.store.close()

    def is_quiet(self) -> bool:
        """Whether nothing is left to be sent, taken in, or answered."""
        if not self.centre.has_taken_all or any(desk.closed for desk in self.all_desks):
            return False
        return all(self._is_settled(exchange) for exchange in self.exchanges)

    def _is_settled(self, exchange: Exchange) -> bool:
        desk, report = exchange.desk, exchange.report
        if desk.program is None or self.post.due(desk) or report is None or report.ended is not Ending.DONE:
            return False
        if desk.program.intake.mark() != self.centre.gate.mailbox(desk.point):
            return False
        return self._is_sent(desk, all_of_it=False)

    def _is_sent(self, desk: SimDesk, *, all_of_it: bool = True) -> bool:
        """Whether the gate has all that a desk wrote, or all that may go over the network."""
        known = self.centre.gate.devices[desk.device]
        heads = desk.store.heads()
        for stream in Stream if all_of_it else filter(desk.sends, Stream):
            frames = known.chains.get((stream, desk.own.incarnation), [])
            if heads.of(stream).seq and (
                not frames or read_head(frames[-1]).head.last_seq < heads.of(stream).seq
            ):
                return False
        return True

    def _exchanged(self, desk: SimDesk, report: RoundReport) -> None:
        """A round is over. What came with it changes what people see; nothing of it moves on the ground."""
        why = reason_to_bar(report)
        if not self.ways_back[desk.device].heard(report) and why:
            self.barred.append(f"{desk.name} {why}")

    @property
    def by_device(self) -> dict[int, SimDesk]:
        """All desks."""
        return {desk.device: desk for desk in self.all_desks}

    @property
    def refusals(self) -> list[str]:
        """Codes of everything that was refused."""
        return [code for desk in self.all_desks for code in desk.refused]

    def _is_back(self, desk: SimDesk) -> None:
        """What people do at a desk that was restored: they say how far it has everybody's mail, and enter the approval once more."""
        self.post.tell_everybody(desk)
        if self.ways_back[desk.device].was_allowed:
            allow(desk)

    def _second_desk(self, setting: Setting) -> SimDesk:
        """Another desk at the first point; the two share a folder."""
        first = self.all_desks[0]
        second = _desk(self, setting, len(self.all_desks) + 1, first.place, first.ways)
        for desk in (first, second):
            desk.machine.folder = first.machine.folder or SharedFolder(self.faults)
        return second

    def _start(self, desk: SimDesk, folk: Folk) -> None:
        world = self.world
        world.after(world.between(0, PACE_MS), partial(self._work, folk))
        world.after(world.between(0, 40 * MINUTE), partial(self.post.tick, desk))
        world.after(world.between(0, 4 * MINUTE), partial(look_and_leave, desk))

    def _work(self, folk: Folk) -> None:
        """Somebody does something, and somebody again after a while."""
        if not self.working:
            return
        desk, world = folk.desk, self.world
        if self.faults.strikes("clock.jump"):
            desk.clock.wrong_ms += world.between(-26 * HOUR, 26 * HOUR)
            world.note(desk.name, f"clock wrong by {desk.clock.wrong_ms}")
        moves, weights = zip(*MOVES, strict=True)
        for _ in range(TRIES):
            move = world.chance.choices(moves, weights)[0]
            if desk.program is None or (self._may(desk, move) and move(folk)):
                break
        self._followed(desk)
        slow = 6 if self.faults.strikes("people.slow") else 1
        world.after(world.between(PACE_MS // 3, slow * PACE_MS), partial(self._work, folk))

    def _may(self, desk: SimDesk, move: Move) -> bool:
        """Whether this is done at a desk now: one that waits for its records takes new items only, a second one takes no arrivals over."""
        if desk.closed:
            return move is people.accept and desk.own.incarnation > 1
        return desk is self.desks[desk.point] or move not in ARRIVING

    def _followed(self, desk: SimDesk) -> None:
        """What was committed has come out on paper, and moves on the ground."""
        print_all(desk)
        for event in self.ground.follow(desk):
            self.world.note(desk.name, f"{event.id.text} {event.envelope.type} {event.hash.hex()[:12]}")
            if event.envelope.type == DispatchSent.TYPE:
                self._roads.leaves(desk, event)


def _points(setting: Setting, count: int) -> list[Point]:
    """The first few are chosen, the rest as the list has them."""
    known = {point.code: point for point in setting.reference.points}
    rest = [code for code in known if code not in FIRST_POINTS]
    return [known[code] for code in (*FIRST_POINTS, *rest)[:count]]


def _desk(run: Run, setting: Setting, device: int, point: Point, ways: frozenset[Transport]) -> SimDesk:
    folder, nobody = run.plan.folder, KeyList((), 1, DAY)
    machine = Machine(device, point, DeskClock(run.world), run.world.entropy(device), nobody)
    medium: Medium = OnDisk(folder / f"desk-{device}") if folder else InMemory()
    return SimDesk(setting, machine, medium, ways)
