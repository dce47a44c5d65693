"""One run: desks of a province at work for some hours, then nobody works and nothing goes wrong any more, then the oracle is asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kt1desk.app.desk import PaperFit
from kt1desk.domain.desk_file import Transport
from kt1desk.domain.events import Event, Stream
from kt1desk.domain.facts import DispatchSent
from kt1desk.domain.reference import Point
from kt1desk.exchange.trust import KeyList
from kt1desk.services.ports import Documents
from tests.simulation import delivering, leaving, people, receiving
from tests.simulation.centre import Centre
from tests.simulation.chance import Faults
from tests.simulation.desk import Setting, SimDesk
from tests.simulation.files import Post
from tests.simulation.ground import Ground, Trip
from tests.simulation.line import Fetcher, Sender
from tests.simulation.medium import InMemory, Medium, OnDisk
from tests.simulation.people import DAY, TRIES, Folk, Move
from tests.simulation.printer import print_all
from tests.simulation.world import BEGIN_MS, HOUR, MINUTE, World
from tests.support.desks import sample_reference

FIRST_POINTS = ("240000", "241000", "243120", "240100", "241120", "241800", "243100", "241350")
"""A relay point of the province, one of a former district, one with one person, one that relays nothing, and again."""
REST_MS, RESTS = HOUR, 12
"""How long the exchange may take once nothing goes wrong; it is asked after each whether all is sent."""
PACE_MS = 6 * MINUTE
EVERY_WAY = frozenset(Transport)
NO_NETWORK = frozenset({Transport.BUNDLE, Transport.PAPER})

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
        self.desks: dict[str, SimDesk] = {}
        for device, point in enumerate(_points(setting, plan.desks), start=1):
            ways = EVERY_WAY if device == 1 or chance.random() < 0.7 else NO_NETWORK
            self.desks[point.code] = SimDesk(setting, device, point, self._medium(device), ways)
        keys = KeyList(tuple(desk.listed for desk in self.desks.values()), 1, DAY)
        self.centre, self.post = Centre(keys), Post(self.desks)
        self.senders = [
            Sender(desk, self.centre, stream) for desk in self.desks.values() for stream in Stream
        ]
        seals = [0]
        self.working = True
        for desk in self.desks.values():
            desk.begin(keys)
            desk.came_up.append(partial(self._followed, desk))
            self._start(desk, Folk(desk, self.ground, self.desks, seals))
        for sender in self.senders:
            self.world.after(chance.randint(0, MINUTE), sender.tick)

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
        for desk in self.desks.values():
            desk.store.close()

    def sends(self, desk: SimDesk, stream: Stream) -> bool:
        """Whether a stream of a desk may go over the network."""
        return stream is Stream.COUNTER or Transport.NETWORK in desk.ways

    def is_quiet(self) -> bool:
        """Whether nothing is left to be sent."""
        for desk in self.desks.values():
            if desk.program is None or self.post.due(desk):
                return False
            heads = desk.store.heads()
            for stream in Stream:
                if (
                    self.sends(desk, stream)
                    and self.centre.last_seq(desk.device, stream) < heads.of(stream).seq
                ):
                    return False
        return True

    @property
    def refusals(self) -> list[str]:
        """Codes of everything that was refused."""
        return [code for desk in self.desks.values() for code in desk.refused]

    def _medium(self, device: int) -> Medium:
        return OnDisk(self.plan.folder / f"desk-{device}") if self.plan.folder else InMemory()

    def _start(self, desk: SimDesk, folk: Folk) -> None:
        world = self.world
        world.after(world.between(0, PACE_MS), partial(self._work, folk))
        world.after(world.between(0, 40 * MINUTE), partial(self.post.tick, desk))
        world.after(world.between(0, MINUTE), Fetcher(desk, self.centre).tick)

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
            if desk.program is None or world.chance.choices(moves, weights)[0](folk):
                break
        self._followed(desk)
        slow = 6 if self.faults.strikes("people.slow") else 1
        world.after(world.between(PACE_MS // 3, slow * PACE_MS), partial(self._work, folk))

    def _followed(self, desk: SimDesk) -> None:
        """What was committed has come out on paper, and moves on the ground."""
        print_all(desk)
        for event in self.ground.follow(desk):
            self.world.note(desk.name, f"{event.id.text} {event.envelope.type} {event.hash.hex()[:12]}")
            if event.envelope.type == DispatchSent.TYPE:
                self._leaves(desk, event)

    def _leaves(self, desk: SimDesk, event: Event) -> None:
        trip = self.ground.trips[str(event.body()["dispatch"])]
        span_ms = self.world.between(15 * MINUTE, 90 * MINUTE)
        self.world.after(self.world.between(2 * MINUTE, 12 * MINUTE), partial(self._loaded, desk, trip))
        self.world.after(span_ms, partial(self._arrives, trip))

    def _loaded(self, desk: SimDesk, trip: Trip) -> None:
        """The driver takes the manifest along, if it has come out by now."""
        if not self.faults.strikes("paper.left_behind"):
            papers = [
                shown
                for shown in desk.shown
                if shown.template == "manifest" and shown.number == trip.dispatch
            ]
            trip.manifest = papers[-1] if papers else None

    def _arrives(self, trip: Trip) -> None:
        if trip.over:
            return
        trip.arrived = True
        for bag in trip.bags:
            self.ground.at[bag] = trip.to
        self.world.note("--", f"{trip.dispatch} at {trip.to}, manifest {trip.manifest is not None}")


def _points(setting: Setting, count: int) -> list[Point]:
    """The first few are chosen, the rest as the list has them."""
    known = {point.code: point for point in setting.reference.points}
    rest = [code for code in known if code not in FIRST_POINTS]
    return [known[code] for code in (*FIRST_POINTS, *rest)[:count]]
