"""Settling a shift: what is asked at its end and how it may be answered, and how far sums that no notes make up explain a difference.

It also says which serials between the first and the last that was used nobody can account for.

Answers are codes: nobody writes freely about a thing. This module must not know where the figures come from.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import gcd
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.shift import Denomination

ROUNDING = "rounding"
"""Code of the reason that is believed only within a `RoundingBound`."""
KT1_UNCOUNTED = "kt1_uncounted"
"""Stands among the answers of a closing by somebody who may not know of KT1 items: they were not counted, whether there were any or not."""
ALONE = "alone"
"""`ShiftSettled.manner` where nobody else was there to sign; otherwise it is a `kt1desk.domain.approval.Manner`."""
MAX_LINE_DONG = 2_000_000_000
"""More than any line of another service or move of cash at a counter: a slip of the finger, not a sum."""
MAX_CUSTOMERS = 9_999
MOST_ONE_BY_ONE = 10
"""More missing things of one keeper than these were never scanned: they are asked about in one question, so that the record has room."""


class Question(StrEnum):
    """What is asked at the end of a shift, in this order."""

    ITEM_MISSING = "item_missing"
    COVER_MISSING = "cover_missing"
    DIFFERENCE = "difference"
    NUMBERS = "numbers"
    PAPER = "paper"
    ARRIVAL = "arrival"
    ROUND = "round"
    ASIDE = "aside"
    UNSENT = "unsent"


class Answer(StrEnum):
    """How a question may be answered."""

    FOUND = "found"
    """It is there after all; it was not scanned."""
    INCIDENT = "incident"
    """An incident record is written in the next shift, for in none nothing is opened."""
    ON_ROUND = "on_round"
    """A postman has it; his round is written up afterwards."""
    OTHER_DESK = "other_desk"
    """It is counted at another desk of the point."""
    EXPLAINED = "explained"
    """The difference has its coded reason beside it."""
    LABELS_KEPT = "labels_kept"
    TO_VOID = "to_void"
    """They are voided with the closing."""
    CAME_OUT = "came_out"
    NOT_OUT = "not_out"
    """It is printed again."""
    NEXT_SHIFT = "next_shift"
    """Whoever comes next goes on with it."""
    BY_FILE = "by_file"
    """It goes as a file, for the line does not come back soon."""
    WHEN_LINE = "when_line"


_MISSING = (Answer.FOUND, Answer.INCIDENT, Answer.ON_ROUND, Answer.OTHER_DESK)
ANSWERS: Mapping[Question, tuple[Answer, ...]] = MappingProxyType(
    {
        Question.ITEM_MISSING: _MISSING,
        Question.COVER_MISSING: _MISSING,
        Question.DIFFERENCE: (Answer.EXPLAINED,),
        Question.NUMBERS: (Answer.LABELS_KEPT, Answer.TO_VOID),
        Question.PAPER: (Answer.CAME_OUT, Answer.NOT_OUT, Answer.NEXT_SHIFT),
        Question.ARRIVAL: (Answer.NEXT_SHIFT, Answer.INCIDENT),
        Question.ROUND: (Answer.NEXT_SHIFT, Answer.INCIDENT),
        Question.ASIDE: (Answer.NEXT_SHIFT,),
        Question.UNSENT: (Answer.WHEN_LINE, Answer.BY_FILE),
    }
)
"""Which answers a question has; the first is what is most often true."""


@dataclass(frozen=True, slots=True)
class RoundingBound:
    """How much may be missing and how much too many in a drawer because sums were paid that no notes make up, in đồng."""

    missing_dong: int = 0
    surplus_dong: int = 0

    def explains(self, difference_dong: int) -> bool:
        """Whether a difference (counted minus expected) lies within."""
        return -self.missing_dong <= difference_dong <= self.surplus_dong


@dataclass(frozen=True, slots=True)
class Asked:
    """One question.

    Attributes:
        question: what is asked.
        about: number of the thing, of the bag's journey or of the print job, prefix of the numbers; "" where one question is about
            several, or there is one of the kind only. It stays at this desk.
        at: the how-many-eth of its kind, from 1: that is written down, for the number of a KT1 item stands in no other stream than its own.
        count: how many, where it is asked once for all of them.
        amount_dong: counted minus expected, where cash is asked about.
        bound: how much of that sums explain which no notes make up.
        mine: that it is about things in the user's own hands: nobody counts them at another desk.
    """

    question: Question
    about: str = ""
    at: int = 1
    count: int = 1
    amount_dong: int = 0
    bound: RoundingBound = RoundingBound()
    mine: bool = False

    @property
    def answers(self) -> tuple[Answer, ...]:
        """How it may be answered; the first is what is most often true."""
        return tuple(each for each in ANSWERS[self.question] if not (self.mine and each is Answer.OTHER_DESK))

    @property
    def key(self) -> str:
        """By what an answer finds it: ``item_missing/EA…``, by its place where it is about several."""
        return f"{self.question}/{self.about or self.at}"

    @property
    def written(self) -> str:
        """As it stands in the journal: ``item_missing/1``; ``item_missing/3-40`` where it was asked once for those."""
        last = self.at + self.count - 1
        return f"{self.question}/{self.at}" if last == self.at else f"{self.question}/{self.at}-{last}"


def asked_of(
    question: Question, things: Sequence[str], first: int = 1, *, mine: bool = False
) -> tuple[Asked, ...]:
    """A question about each thing, or where there are many one about all of them: nobody answers two hundred.

    Args:
        question: what is asked.
        things: what each is about, in the order in which they are counted.
        first: place of the first among its kind.
        mine: as `Asked.mine`.
    """
    if len(things) > MOST_ONE_BY_ONE:
        return (Asked(question, "", first, len(things), mine=mine),)
    return tuple(Asked(question, about, at, mine=mine) for at, about in enumerate(things, start=first))


def answered(asked: Iterable[Asked], answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Every question with its answer, as it is written down; answers to what is asked no more are left out.

    Raises:
        DeskError: ``settle.unanswered`` with ``question`` for the first that has none, ``settle.answer_unknown`` with ``question``.
    """
    found: list[tuple[str, str]] = []
    for each in asked:
        answer = answers.get(each.key, "")
        if not answer:
            raise DeskError("settle.unanswered", "answers", question=each.question.value)
        if answer not in each.answers:
            raise DeskError("settle.answer_unknown", "answers", question=each.question.value)
        found.append((each.written, answer))
    return tuple(found)


def promised(asked: Iterable[tuple[str, str]], questions: Collection[Question]) -> int:
    """How many incident records the written answers of a closing promised, about some kinds of questions."""
    return sum(
        _many(written)
        for written, answer in asked
        if answer == Answer.INCIDENT and written.partition("/")[0] in questions
    )


def _many(written: str) -> int:
    """Of how many a question was asked, by `Asked.written`."""
    first, _, last = written.partition("/")[2].partition("-")
    return int(last or first) - int(first) + 1


def rounding_bound(
    received: Iterable[int], paid: Iterable[int], notes: Iterable[Denomination], on: date
) -> RoundingBound:
    """What sums that notes cannot pay explain at most.

    With change given, notes make up every multiple of their greatest common divisor (100 đ while 200 and 500 are in circulation). A sum
    that is none (84.250 đ) is paid as the next one below or above it: 84.200 or 84.300 đ. So each of them explains as much as it lies
    above the lower (too little) or below the upper one (too much), and other sums explain nothing.

    Args:
        received: what each customer paid in one go, in đồng.
        paid: what was given back in one go.
        notes: all rows of denominations.
        on: business date.
    """
    values = {row.value_dong for row in notes if row.holds(on)}
    if not values:
        return RoundingBound()
    step = gcd(*values)
    missing = surplus = 0
    for sums, comes_in in ((received, True), (paid, False)):
        for over in (amount_dong % step for amount_dong in sums if amount_dong % step):
            less, more = (over, step - over) if comes_in else (step - over, over)
            missing, surplus = missing + less, surplus + more
    return RoundingBound(missing, surplus)


def check_reason(difference_dong: int, reason: str, bound: RoundingBound) -> None:
    """A difference has a reason, no difference has none, and rounding explains no more than it can.

    Raises:
        DeskError: ``settle.reason_missing``, ``settle.reason_without``, ``settle.rounding_too_much`` with ``missing_dong`` and
            ``surplus_dong``.
    """
    if difference_dong and not reason:
        raise DeskError("settle.reason_missing", "reason")
    if reason and not difference_dong:
        raise DeskError("settle.reason_without", "reason")
    if reason == ROUNDING and not bound.explains(difference_dong):
        raise DeskError(
            "settle.rounding_too_much",
            "reason",
            missing_dong=bound.missing_dong,
            surplus_dong=bound.surplus_dong,
        )


@dataclass(frozen=True, slots=True)
class SerialsUsed:
    """What became of the serials of one prefix in a shift.

    ``unknown`` are those between the first and the last that was used or voided of which nobody knows: on the roll, or lost.
    """

    prefix: str
    first: int
    last: int
    used: int
    voided: int
    left: int
    unknown: tuple[int, ...] = ()


def unaccounted(first: int, last: int, known: Collection[int]) -> tuple[int, ...]:
    """The serials between the first and the last, both included, that are neither used nor voided."""
    return tuple(serial for serial in range(first, last + 1) if serial not in known)


def check_line_amounts(customers: int, received_dong: int, paid_dong: int) -> None:
    """A line of another service says how many came, and moves cash one way.

    Raises:
        DeskError: ``drawer.customers_range`` with ``limit``, ``drawer.amount_range`` with ``limit``, ``drawer.both_ways``.
    """
    if not 1 <= customers <= MAX_CUSTOMERS:
        raise DeskError("drawer.customers_range", "customers", limit=MAX_CUSTOMERS)
    if received_dong and paid_dong:
        raise DeskError("drawer.both_ways", "amount")
    check_amount_range(received_dong or paid_dong)


def check_amount_range(amount_dong: int, field: str = "amount") -> None:
    """Refuse a sum that no drawer moves in one line.

    Raises:
        DeskError: ``drawer.amount_range`` with ``limit``.
    """
    if not 1 <= amount_dong <= MAX_LINE_DONG:
        raise DeskError("drawer.amount_range", field, limit=MAX_LINE_DONG)
