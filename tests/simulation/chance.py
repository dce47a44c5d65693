"""Faults by name: each is on in half of the seeds only, for a fault that strikes everywhere hides what another one would show."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from types import MappingProxyType

POINTS: Mapping[str, float] = MappingProxyType(
    {
        # the program of a desk
        "crash.any_step": 0.06,
        "crash.before_commit": 0.03,
        "crash.after_commit": 0.03,
        "crash.after_act": 0.03,
        "crash.printing": 0.02,
        "crash.sealing": 0.05,
        "crash.before_sending": 0.02,
        "crash.between_answers": 0.03,
        "crash.taking_mail": 0.10,
        "crash.restoring": 0.3,
        "clock.jump": 0.02,
        # the line to the centre
        "line.cut_before": 0.06,
        "line.cut_after": 0.06,
        "line.doubled": 0.10,
        "line.half_open": 0.04,
        "line.slow": 0.10,
        "line.late": 0.5,
        "line.closed": 0.4,
        # the centre
        "integrator.any_step": 0.08,
        "integrator.lock_lost": 0.01,
        "gate.restored": 0.7,
        "core.restored": 0.7,
        # a desk's file
        "desk.older_copy": 0.3,
        # the folder that two desks of one point share
        "near.second_desk": 1.0,
        "near.gone": 0.15,
        "near.torn": 0.15,
        "near.old_again": 0.15,
        # paper
        "paper.left_behind": 0.15,
        "paper.part_unread": 0.20,
        "paper.shuffled": 0.50,
        "paper.doubled": 0.30,
        "paper.mixed": 0.15,
        "paper.forged": 0.10,
        # files
        "bundle.lost": 0.20,
        "bundle.late": 0.20,
        "bundle.doubled": 0.20,
        "bundle.old_again": 0.15,
        "bundle.flipped": 0.10,
        # people
        "people.left_out": 0.06,
        "people.wrong_bag": 0.10,
        "people.typed_wrong": 0.4,
        "people.seal_again": 0.15,
        "people.twice": 0.15,
        "people.recall_too_late": 0.40,
        "people.wrong_seal": 0.10,
        "people.slow": 0.20,
    }
)
"""How often each strikes where it is on and its moment has come."""


class Crash(BaseException):
    """The program of a desk ends here, without a word. No code of the desk may catch it."""


class Faults:
    """Which faults this seed has, and whether one strikes now."""

    def __init__(self, chance: random.Random, only: Collection[str] | None = None) -> None:
        self._chance = chance
        self.on = frozenset(
            name for name in POINTS if chance.random() < 0.5 and (only is None or name in only)
        )
        self._healed = False

    def strikes(self, name: str) -> bool:
        """Whether it happens now."""
        if self._healed or name not in self.on:
            return False
        return self._chance.random() < POINTS[name]

    def heal(self) -> None:
        """From now on nothing goes wrong any more."""
        self._healed = True


class Fuse:
    """Ends a program after some steps more: each statement of the store is one, each frame kept, each paper sent."""

    def __init__(self) -> None:
        self._left: int | None = None
        self.before_commit = False
        self.after_commit = False

    def light(self, steps: int) -> None:
        """The program ends before its step after so many."""
        self._left = steps

    def put_out(self) -> None:
        """The program lives on."""
        self._left = None
        self.before_commit = self.after_commit = False

    def burn(self) -> None:
        """The program ends now.

        Raises:
            Crash: always.
        """
        self.put_out()
        raise Crash

    def step(self) -> None:
        """One step of the program.

        Raises:
            Crash: where this one is no more.
        """
        if self._left is None:
            return
        self._left -= 1
        if self._left < 0:
            self.burn()
