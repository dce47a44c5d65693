"""Questions of eight digits that were read out over the telephone and wait for their answer.

They live as long as the desk is open: whoever restarts it asks again. Five wrong answers make a question void, a right one uses it up. This
module must not know what is approved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from kt1desk.domain import approval
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import digest_of

NONCE_BYTES = 16

Nonces = Callable[[int], bytes]
"""Fresh random bytes."""


class SharedKeys(Protocol):
    """Keys agreed with other desks by the key list of the province."""

    def agree(self, device: int) -> bytes:
        """The key this desk shares with another one (32 bytes).

        Raises:
            DeskError: ``trust.*`` where the list does not have that desk, or this one is for training.
        """


@dataclass(frozen=True, slots=True)
class Question:
    """What is read out, and to whom.

    Attributes:
        digits: eight digits.
        device: the desk of whoever is asked.
        act: what for.
        things: numbers of what is to be approved, in the order they were named.
        user: who asks.
    """

    digits: str
    device: int
    act: Act
    things: tuple[str, ...]
    user: str


@dataclass
class Questions:
    """The questions of this desk that have no answer yet, with the wrong answers each has had."""

    keys: SharedKeys
    nonces: Nonces
    _wrong: dict[Question, int] = field(default_factory=dict, init=False, repr=False)

    def ask(self, own_device: int, device: int, act: Act, things: tuple[str, ...], user: str) -> Question:
        """A new question to another desk.

        Raises:
            DeskError: ``approval.own_device``, ``trust.*``.
        """
        if device == own_device:
            raise DeskError("approval.own_device", "device")
        key = self.keys.agree(device)
        digits = approval.question(key, own_device, self.nonces(NONCE_BYTES), digest_of(act, things))
        question = Question(digits, device, act, things, user)
        self._wrong[question] = 0
        return question

    def answer(self, question: Question, approver: str, told: str) -> None:
        """Hold the digits that were told against what only the other desk and this one can reckon.

        Raises:
            DeskError: ``approval.question_void``; ``approval.wrong_answer`` with ``left``, ``approval.answer_shape``.
        """
        if question not in self._wrong:
            raise DeskError("approval.question_void", "answer")
        digits = "".join(told.split())
        if not (digits.isascii() and digits.isdigit() and len(digits) == approval.DIGITS):
            raise DeskError("approval.answer_shape", "answer")
        if approval.is_answer(self.keys.agree(question.device), question.digits, approver, digits):
            del self._wrong[question]
            return
        self._wrong[question] += 1
        left = approval.TRIES - self._wrong[question]
        if left <= 0:
            del self._wrong[question]
            raise DeskError("approval.question_void", "answer")
        raise DeskError("approval.wrong_answer", "answer", left=left)
