"""A closing that is half done: which step, what was seen, counted and answered. It outlives leaving the page, not the program.

Nothing is thrown away by stepping back; where the books changed meanwhile, what still holds stays. Nothing of Qt here.
"""

from __future__ import annotations

from enum import Enum

from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.shift import AskedLine, ClosingDraft, ClosingView, ComparedView, ThingLine


class Step(Enum):
    """The steps of a closing, in their order; their values are their numbers on the screen."""

    THINGS = 1
    COUNT = 2
    COMPARE = 3
    QUESTIONS = 4
    SIGN = 5


STEPS = len(Step)


class ClosingState:
    """What is known of the closing so far."""

    def __init__(self, view: ClosingView) -> None:
        self.view = view
        self.step = Step.THINGS if view.things else Step.COUNT
        self.notes: dict[int, int] = {}
        self.compared = ComparedView((), (), 0)
        self.answers: dict[str, str] = {}
        self.alone = False
        self._seen: set[str] = set()

    @property
    def counted_dong(self) -> int:
        """What was counted, in đồng."""
        return sum(value * pieces for value, pieces in self.notes.items())

    @property
    def difference_dong(self) -> int:
        """Counted minus expected."""
        return self.counted_dong - self.compared.expected_dong

    def read_again(self, view: ClosingView) -> None:
        """The books as they are now. Of what was seen only what is still there stays."""
        self.view = view
        self._seen &= {thing.number for thing in view.things}
        if self.step is Step.THINGS and not view.things:
            self.step = Step.COUNT

    def is_seen(self, thing: ThingLine) -> bool:
        """Whether it was ticked."""
        return thing.number in self._seen

    def unseen(self) -> tuple[ThingLine, ...]:
        """What nobody has ticked."""
        return tuple(thing for thing in self.view.things if thing.number not in self._seen)

    def named(self, code: str) -> tuple[ThingLine, ...]:
        """What a number names: the thing itself, or all that lies in the bag of that number."""
        return tuple(thing for thing in self.view.things if code in {thing.number, thing.inside})

    def see(self, code: str) -> tuple[str, ...]:
        """Tick what a number names; the numbers that were not ticked before."""
        new = tuple(thing.number for thing in self.named(code) if thing.number not in self._seen)
        self._seen.update(new)
        return new

    def toggle(self, number: str) -> None:
        """Tick a thing, or take its tick away."""
        self._seen ^= {number}

    def compare(self, compared: ComparedView) -> None:
        """This is what the books say, and these are the questions now.

        Only what is asked in the very same words keeps its answer: the reason of one difference is not that of another.
        """
        before = {each.key: each for each in self.compared.asked}
        same = {each.key for each in compared.asked if before.get(each.key) == each}
        self.compared = compared
        self.answers = {key: said for key, said in self.answers.items() if key in same}

    def open_question(self) -> AskedLine | None:
        """The first that has no answer."""
        return next((each for each in self.compared.asked if each.key not in self.answers), None)

    def answer_words(self, asked: AskedLine) -> str:
        """How it was answered, "" while it was not."""
        said = self.answers.get(asked.key, "")
        return next((answer.text for answer in asked.answers if answer.key == said), "")

    def take_back(self) -> bool:
        """The answer before the one that is asked now is open again; False where there is none."""
        now = self.open_question()
        before = (
            self.compared.asked[: self.compared.asked.index(now)] if now is not None else self.compared.asked
        )
        if not before:
            return False
        self.answers.pop(before[-1].key, None)
        return True

    def reason_is_open(self) -> None:
        """The reason of the difference was not believed."""
        for each in self.compared.asked:
            if each.is_reason:
                self.answers.pop(each.key, None)

    def draft(self, taker: AtDesk | None = None) -> ClosingDraft:
        """What is written."""
        notes = {value: pieces for value, pieces in self.notes.items() if pieces}
        return ClosingDraft(notes, frozenset(self._seen), dict(self.answers), taker)
