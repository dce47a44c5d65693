"""The centre: the gate's rules in memory, a ledger in memory, and the real integrator between them, which may die at any step.

One integrator works at a time. In some seeds a second one waits; it takes over while the first one believes to be the only one, because the
first one's session with the database broke. What a backup brings back is older than what desks were told.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

from kt1desk.centre.integrator import KEY_LIST, LAG, PROVINCE_KEY, Integrator
from kt1desk.centre.standing import Works
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.signed_file import Sign
from kt1desk.exchange.trust import KeyList
from tests.simulation.chance import Crash, Faults, Fuse
from tests.simulation.world import MINUTE, SECOND, World
from tests.support.centre_mail import CENTRE, CENTRE_KEY
from tests.support.exchange_keys import PROVINCE
from tests.support.gate_model import GateModel
from tests.support.gate_shelves_in_memory import ModelGateStore
from tests.support.ledger_in_memory import MemoryCore, MemoryLedger

AT_ONCE = 20
"""Frames of one round: few, so that a day has many rounds that are not the last."""
MOST_STEPS = 30
NOT_BETWEEN = "commit"
"""Nobody else writes here: the ledger's own transaction holds the lease."""


@dataclass(frozen=True)
class CentreClock:
    """The centre's clock, which is right."""

    world: World

    def now(self) -> Moment:
        """See `kt1desk.services.ports.Clock.now`."""
        return Moment(self.world.now_ms)

    def monotonic_ms(self) -> int:
        """See `Clock.monotonic_ms`."""
        return self.world.now_ms

    def boot_id(self) -> str:
        """See `Clock.boot_id`."""
        return "centre"


class CentreKey:
    """Implements `kt1desk.centre.standing.CentreKey`."""

    @property
    def public(self) -> bytes:
        """See the port."""
        return CENTRE_KEY

    @property
    def sign(self) -> Sign:
        """See the port."""
        return CENTRE.sign


class Worker:
    """One integrator as a process of its own, with its timer."""

    def __init__(self, centre: Centre, name: str) -> None:
        self._centre, self._name = centre, name
        self._fuse = Fuse()
        self._lives = 0
        self._up_ms = 0
        self._start()

    def tick(self) -> None:
        """A round, if it runs; the timer comes again whatever happens."""
        world, faults = self._centre.world, self._centre.faults
        if world.now_ms >= self._up_ms:
            if faults.strikes("integrator.any_step"):
                self._fuse.light(world.mischief.randint(0, MOST_STEPS))
            self._round()
            self._fuse.put_out()
        world.after(world.between(20 * SECOND, 60 * SECOND), self.tick)

    def die(self) -> None:
        """The process ends, and with it what it held; it is started again some time later."""
        world = self._centre.world
        self._ledger.release()
        self._up_ms = world.now_ms + world.between(10 * SECOND, 4 * MINUTE)
        self._start()

    def _start(self) -> None:
        centre = self._centre
        self._lives += 1
        self._ledger = MemoryLedger(centre.core, f"{self._name}-{self._lives}", self._step)
        gate = ModelGateStore(centre.gate, lambda: centre.world.now_ms, self._step)
        works = Works(self._ledger, gate, CentreKey(), CentreClock(centre.world), shipped())
        self._integrator = Integrator(works, AT_ONCE)

    def _round(self) -> None:
        world = self._centre.world
        try:
            done = self._integrator.round()
        except Crash:
            world.note(self._name, "died")
            self.die()
            return
        except DeskError as error:
            world.note(self._name, error.code)
            self._centre.refused.append(error.code)
            return
        if done.frames or done.mail:
            world.note(self._name, f"{done.frames} frames, {done.mail} mail")

    def _step(self, name: str) -> None:
        self._fuse.step()
        if name != NOT_BETWEEN and self._centre.faults.strikes("integrator.lock_lost"):
            self._centre.another_goes_on(self)


class Centre:
    """Everything the centre has.

    Args:
        world: time and chance.
        faults: what goes wrong.
        keys: the desks of the province.
    """

    def __init__(self, world: World, faults: Faults, keys: KeyList) -> None:
        self.world, self.faults, self.keys = world, faults, keys
        dice = random.Random(f"gate {world.seed}")
        self.gate = GateModel(lambda: dice.randbytes(16), lambda: world.now_ms)
        self.core = MemoryCore()
        self.core.rows.settings[KEY_LIST] = sign_key_list(keys, PROVINCE)
        self.core.rows.settings[PROVINCE_KEY] = PROVINCE.public_key().public_bytes_raw()
        for row in keys.desks:
            self.gate.enrol(row.device, row.point)
        self.refused: list[str] = []
        self.restored = 0
        self._backups: list[tuple[object, object]] = []
        self._overlaps = False
        names = ("integrator", "second") if "integrator.lock_lost" in faults.on else ("integrator",)
        self._workers = [Worker(self, name) for name in names]

    def start(self) -> None:
        """The timers."""
        for worker in self._workers:
            self.world.after(self.world.between(0, MINUTE), worker.tick)

    def another_goes_on(self, worker: Worker) -> None:
        """The session of the one that works broke, unseen by it; the other one takes over and does a whole round before it goes on."""
        if self._overlaps:
            return
        self._overlaps = True
        self.core.locked_by = None
        self.world.note("--", "the integrator's session broke")
        for other in self._workers:
            if other is not worker:
                other._round()
        self._overlaps = False

    def back_up(self) -> None:
        """Gate and ledger, as they are now."""
        self._backups.append((self.gate.backup(), self.core.backup()))

    def go_back(self, which: Iterable[str]) -> None:
        """A database is put back from a backup. The servers go down for it, and with them everybody who was connected.

        With the gate the tokens are emptied: desks show newer ones than the backup has (`docs/decisions/line.md`).
        """
        for name in which:
            gate, core = self.world.mischief.choice(self._backups)
            if name == "gate":
                self.gate.restore(gate)
                for known in self.gate.devices.values():
                    known.token = known.token_before = None
            else:
                self.core.restore(core)
            self.world.note("--", f"{name} restored")
        self.restored += 1
        for worker in self._workers:
            worker.die()

    @property
    def has_backup(self) -> bool:
        """Whether there is anything to go back to."""
        return bool(self._backups)

    @property
    def has_taken_all(self) -> bool:
        """Whether every frame at the gate is in the ledger."""
        marks = self.core.rows.chains
        there = {(key.device, key.stream, key.incarnation): mark.number for key, mark in marks.items()}
        return all(
            there.get((device, int(stream), incarnation), 0) >= len(frames)
            for device, known in self.gate.devices.items()
            for (stream, incarnation), frames in known.chains.items()
        )

    @property
    def alarms(self) -> list[str]:
        """What a person was called for, but for mere lag."""
        return [f"{kind} {about}" for kind, about in self.core.rows.alarms if kind != LAG]
