"""The steps of a closing on the screen: which comes after which, what ticks, counts and answers become of it, and where Esc leads.

It must not know what the books say, nor how a shift is closed.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from kt1desk.desktop.dispatch.reasons import ReasonQuestion
from kt1desk.desktop.needs.shift import AskedLine, ClosingView
from kt1desk.desktop.shift.close_side import CloseSide
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.showing import StepShowing
from kt1desk.desktop.shift.state import ClosingState, Step
from kt1desk.domain.errors import DeskError

AFTER_THE_COUNT = frozenset({Step.COMPARE, Step.QUESTIONS, Step.SIGN})


class ClosingSteps(QObject):
    """``state`` is the closing that is half done, None for none; ``is_open``: it is in front."""

    def __init__(self, parts: TillParts, side: CloseSide) -> None:
        super().__init__(side)
        self._parts, self._side = parts, side
        self._shown = StepShowing(parts, side)
        self.state: ClosingState | None = None
        self.is_open = False
        parts.things.ticked.connect(self._toggle)
        parts.things.opened.connect(lambda _: side.focus_go())
        parts.cash.changed.connect(self._counted)
        parts.cash.finished.connect(lambda: side.focus_go() if self.is_open else None)

    def enter(self, view: ClosingView) -> ClosingState:
        """It is in front: begun anew, or gone on with where the shift is still the same; what is read now counts."""
        self.is_open = True
        if self.state is None or self.state.view.shift.shift != view.shift.shift:
            self._parts.cash.clear()
            self.state = ClosingState(view)
        else:
            self.state.read_again(view)
        return self.state

    def show(self, step: Step | None = None) -> None:
        """Go to a step, or show the one it is at."""
        state = self.state
        if state is None:
            return
        state.step = step or state.step
        if state.step is Step.QUESTIONS and state.open_question() is None:
            state.step = Step.SIGN
        self._shown.step(state)
        asked = state.open_question() if state.step is Step.QUESTIONS else None
        if asked is not None:
            self._side.ask(
                ReasonQuestion(asked.title, asked.text, asked.answers, partial(self._answer, state, asked))
            )
        self._shown.focus(state)

    def close_alone(self) -> None:
        """F8: without a second person, where that may be."""
        state = self.state
        if (
            self.is_open
            and state is not None
            and state.step is Step.SIGN
            and state.view.may_close_alone
            and not state.alone
        ):
            state.alone = True
            self.show()

    def back(self) -> bool:
        """Esc: one step back, nothing is lost; False where it leads out of the closing."""
        state = self.state
        if state is None:
            return False
        self._side.forget()
        if state.step is Step.SIGN and state.alone:
            state.alone = False
            self.show()
        elif state.step in {Step.SIGN, Step.QUESTIONS}:
            self.show(Step.QUESTIONS if state.take_back() else Step.COMPARE)
        elif state.step is Step.COMPARE:
            self.show(Step.COUNT)
        elif state.step is Step.COUNT and state.view.things:
            self.show(Step.THINGS)
        else:
            return False
        return True

    def see(self, state: ClosingState, code: str) -> None:
        """A label or a bag was scanned.

        Raises:
            DeskError: ``holding.not_here``, ``holding.counted``.
        """
        if not state.named(code):
            raise DeskError("holding.not_here", "items", number=code)
        new = state.see(code)
        if not new:
            raise DeskError("holding.counted", "items", number=code)
        if state.step is Step.THINGS:
            self._shown.ticked(state, new)

    def see_bag(self) -> None:
        """Everything in the closed bag of the row at hand is here, for whoever has no scanner."""
        state = self.state
        if not self.is_open or state is None or state.step is not Step.THINGS:
            return
        here = self._parts.things.current()
        bag = next((thing.inside for thing in state.view.things if thing.number == here), "")
        if bag and (new := state.see(bag)):
            self._shown.ticked(state, new)

    def forget(self) -> None:
        """Nothing of an item is shown, nobody has signed."""
        self._parts.things.show(())
        self._parts.steps.show(())
        self._side.close_question()
        self._side.forget()

    def _toggle(self, number: str) -> None:
        if self.state is not None and self.state.step is Step.THINGS:
            self.state.toggle(number)
            self._shown.ticked(self.state, (number,), on=True)

    def _counted(self) -> None:
        if self.state is not None and self.is_open:
            self.state.notes = self._parts.cash.pieces()
            if self.state.step is Step.COUNT:
                self._shown.total(self.state)

    def _answer(self, state: ClosingState, asked: AskedLine, answer: str) -> None:
        state.answers[asked.key] = answer
        self._side.tell("")
        self.show(Step.QUESTIONS)
