"""One desk: its machine that can die at any step, its program with the real services, and what it printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.kept_desk_file import keep_desk_file
from kt1desk.exchange.kept_keys import keep_keys
from kt1desk.exchange.key_list import sign_key_list
from kt1desk.exchange.trust import KeyList
from kt1desk.store.journal import DeskStore
from kt1desk.store.settings import Settings
from tests.simulation.at_rest import AtRest
from tests.simulation.chance import Crash
from tests.simulation.medium import Medium, watched
from tests.simulation.program import Machine, Program, Setting
from tests.simulation.world import MINUTE
from tests.support.exchange_keys import PROVINCE, PROVINCE_KEY

Result = TypeVar("Result")


@dataclass(frozen=True)
class Shown:
    """A paper that came out: which event it says it proves, and the twelve digits of its hash."""

    template: str
    number: str
    event: str
    digits: str
    values: Mapping[str, str]


class SimDesk(AtRest):
    """A desk of one point."""

    def __init__(
        self, setting: Setting, machine: Machine, medium: Medium, ways: frozenset[Transport]
    ) -> None:
        super().__init__(setting, machine, medium, ways)
        self.shown: list[Shown] = []
        self.refused: list[str] = []
        self.followed: dict[int, int] = {}
        """Events of its KT1 journal that the world has seen, by incarnation."""
        self.deaths = 0
        self.came_up: list[Callable[[], None]] = []
        self.program: Program | None = None
        self.closed = False
        """Whether it waits for its own records, and nobody works at it but for taking new items."""
        self._lies = False
        """Whether no program may start by itself."""

    def is_up(self) -> bool:
        """Whether its program runs."""
        return self.program is not None

    @property
    def up(self) -> Program:
        """The running program.

        Raises:
            Crash: where none runs.
        """
        if self.program is None:
            raise Crash
        return self.program

    def begin(self, keys: KeyList) -> None:
        """Believe these desks, and start the program."""
        self.machine.keys = keys
        notes, who = Settings(self._last), (self.device, self.point)
        keep_desk_file(notes, PROVINCE_KEY, self.desk_file(), who)
        keep_keys(notes, PROVINCE_KEY, sign_key_list(keys, PROVINCE))
        self.program = Program(self.setting, self.machine, self._last)
        self.program.shifts.open(self.program.session(), self.program.shifts.proposed_date(), 500_000)

    def act(self, what: str, do: Callable[[Program], Result]) -> Result | None:
        """Let somebody do something; None where it was refused, or the program died of it, or none runs."""
        if self.program is None:
            return None
        world, faults = self.setting.world, self.setting.faults
        if faults.strikes("crash.any_step"):
            self.fuse.light(world.mischief.randint(0, world.mischief.choice((20, 60, 300))))
        self.fuse.before_commit = faults.strikes("crash.before_commit")
        self.fuse.after_commit = faults.strikes("crash.after_commit")
        try:
            made = do(self.program)
            self.fuse.put_out()
            if faults.strikes("crash.after_act"):
                raise Crash
        except DeskError as error:
            self.fuse.put_out()
            self.refused.append(error.code)
            world.note(self.name, f"{what} refused {error.code}")
            return None
        except Crash:
            self.die(what)
            return None
        world.note(self.name, what)
        return made

    def die(self, what: str) -> None:
        """The program ends; somebody starts it again some minutes later."""
        world = self.setting.world
        self.fuse.put_out()
        self.deaths += 1
        self.program = None
        world.note(self.name, f"{what} died")
        world.after(world.between(MINUTE, 8 * MINUTE), self._come_up)

    def go_on(self, store: DeskStore) -> None:
        """The program starts over this store."""
        self._last, self._lies = store, False
        self.program = Program(self.setting, self.machine, store)
        self.setting.world.note(self.name, "up again")
        for each in self.came_up:
            each()

    def lie(self, store: DeskStore) -> None:
        """This store lies there, and no program runs."""
        self.program, self._last, self._lies = None, store, True

    def _come_up(self) -> None:
        if self.program is not None or self._lies:  # somebody has taken the machine in hand meanwhile
            return
        self.clock.reboot()
        self.go_on(watched(self.medium.again(self._last, self.outside), self.fuse))
