"""Somebody at one desk does something: it ends or is refused, and either is held against the laws at once.

This module must not know which acts there are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import person
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import Confirmed, digest_of
from kt1desk.services.sentences import SENTENCES
from tests.support.custody_machine import Ground, MachineDesk
from tests.support.custody_machine_laws import FAR_AWAY, check_stands, check_written, picture

Made = TypeVar("Made")
LETTERS = ((Secrecy.NONE, Urgency.NONE), (Secrecy.C, Urgency.NONE), (Secrecy.NONE, Urgency.EXPRESS))
"""Plain, with a letter, Hỏa tốc."""
NOT_AT_ALL = frozenset({"uncleared", "inspector"})


@dataclass(frozen=True)
class Doing:
    """Somebody at a desk of the ground, about to do something.

    ``right`` says that he does what he may with what he has, so that a refusal is wrong; ``wrong`` that he must be refused.
    """

    ground: Ground
    desk: MachineDesk
    user: str = "clerk"
    right: bool = False
    wrong: bool = False

    @property
    def me(self) -> str:
        """The user as a holder."""
        return person(self.desk.point, self.user)

    def confirmed(self, act: Act, how: str, *things: str) -> Confirmed:
        """A second person (his user name), ``remote``, ``other`` things over the telephone, or nobody (``alone``)."""
        if how == "alone":
            return Confirmed(Manner.EXCEPTION, reason="nobody_reached")
        if how in {"remote", "misheard"}:
            told = things if how == "remote" else (*things, "TUI00000000")
            return Confirmed(Manner.REMOTE, FAR_AWAY, "01234567", bound=digest_of(act, told).hex())
        return Confirmed(Manner.SPOT, how)

    def do(self, act: Callable[[], Made]) -> Made | None:
        """Do it: what it made, or None where it was refused and nothing changed."""
        before = picture(self.desk)
        made = _ended(act)
        doubted = self.ground.doubted.copy()
        self.ground.doubted.clear()
        if isinstance(made, DeskError):
            self._check_refused(made, before)
            return None
        self.ground.untrue |= doubted
        assert not self.wrong, f"{self.user} at {self.desk.point} did what nobody may"
        assert self.user not in NOT_AT_ALL, f"{self.user} did it"
        for learnt in self.desk.learnt():
            assert learnt.ours
            check_written(self.ground, self.desk, learnt)
            check_stands(self.desk, [(known.touch.kind, known.touch.number) for known, _ in learnt.things])
        return made

    def _check_refused(self, refused: DeskError, before: list[object]) -> None:
        """There is a sentence for it, nothing changed, and it was not right what was refused."""
        code = refused.code
        assert code in SENTENCES, code
        assert not self.right, f"{self.user} at {self.desk.point} is refused: {code} {refused.details}"
        assert picture(self.desk) == before, f"{code} changed something"

    def lies(self, *numbers: str) -> None:
        """What is not within reach cannot be in anybody's hands here: if it is done all the same, it is untrue."""
        out_of_reach = {number for number in numbers if not self.ground.is_within_reach(self.desk, number)}
        self.ground.doubted.update(out_of_reach)

    def has(self, number: str, holder: str) -> None:
        """A thing has come into other hands, and the desk where it did so says it."""
        truth = self.ground.truth
        with self.desk.store.read() as reader:
            row = reader.standing(number)
        assert row is not None
        assert row.holder == holder, f"{number} at {self.desk.point} is {row.holder} and not {holder}"
        if number not in self.ground.untrue:
            truth[number] = holder


def _ended(act: Callable[[], Made]) -> Made | DeskError:
    try:
        return act()
    except DeskError as error:
        return error
