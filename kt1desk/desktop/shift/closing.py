"""A shift is closed step by step: what is in hand is seen, notes are counted, each question is answered, somebody signs.

Esc goes one step back and keeps everything; whoever leaves the page finds the closing where it was. What the books say is shown after the
count, never before. It must not know what is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonQuestion
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.shift import AskedLine, ClosedShift, ClosingView, ComparedView, SettleNeeds
from kt1desk.desktop.shift.close_side import CloseSide
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.showing import StepShowing
from kt1desk.desktop.shift.state import ClosingState, Step
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

_AFTER_THE_COUNT = frozenset({Step.COMPARE, Step.QUESTIONS, Step.SIGN})
_ABOUT_COUNT = frozenset({"notes", "counted"})


class ShiftClosing(QObject):
    """`begun`: it is in front. `left`: back to the open shift, the closing stays half done. `closed` carries the `ClosedShift`.

    `refused` carries the `DeskError` of a closing that cannot begin.
    """

    begun = Signal()
    left = Signal()
    closed = Signal(object)
    refused = Signal(object)

    def __init__(self, needs: SettleNeeds, jobs: Jobs, parts: TillParts, side: CloseSide) -> None:
        super().__init__(side)
        self._needs, self._parts, self._side = needs, parts, side
        self._shown = StepShowing(parts, side)
        self._state: ClosingState | None = None
        self._is_open = False
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)
        side.go_wanted.connect(self.go_on)
        side.other_wanted.connect(self.other)
        parts.things.ticked.connect(self._toggle)
        parts.things.opened.connect(lambda _: side.focus_go())
        parts.cash.changed.connect(self._counted)
        parts.cash.finished.connect(lambda: side.focus_go() if self._is_open else None)

    def is_open(self) -> bool:
        """Whether it is in front."""
        return self._is_open

    def is_half_done(self, shift: str) -> bool:
        """Whether a closing of that shift was begun."""
        return self._state is not None and self._state.view.shift.shift == shift

    def begin(self) -> None:
        """Begin, or go on where it was left; the books are read now."""
        self._doing.run(self._needs.closing, self._begun)

    def drop(self) -> None:
        """There is no such shift any more."""
        self._state, self._is_open = None, False
        self._side.forget()

    def forget(self) -> None:
        """See `Page.forget`: what must be seen is not shown any more; it is read again where the closing is in front."""
        self._parts.things.show(())
        self._parts.steps.show(())
        self._side.forget()

    def focus(self) -> None:
        """The keys act where the step is."""
        if self._state is not None and self._is_open:
            self._shown.focus(self._state)

    def go_on(self) -> None:
        """F9."""
        state = self._state
        if state is None or not self._is_open or self._doing.is_busy:
            return
        steps: dict[Step, Callable[[ClosingState], None]] = {
            Step.THINGS: partial(self._show, step=Step.COUNT),
            Step.COUNT: self._compare,
            Step.COMPARE: self._question,
            Step.QUESTIONS: lambda _: None,
            Step.SIGN: self._sign,
        }
        self._side.tell("")
        steps[state.step](state)

    def other(self) -> None:
        """F8: without a second person, where that may be."""
        state = self._state
        if state is not None and state.step is Step.SIGN and state.view.may_close_alone and not state.alone:
            state.alone = True
            self._show(state)

    def step_back(self) -> bool:
        """Esc."""
        state = self._state
        if state is None or not self._is_open:
            return False
        if self._doing.is_busy:
            return True
        self._side.forget()
        if state.step is Step.SIGN and state.alone:
            state.alone = False
            self._show(state)
        elif state.step in {Step.SIGN, Step.QUESTIONS} and state.take_back():
            self._show(state, Step.QUESTIONS)
        elif state.step in {Step.SIGN, Step.QUESTIONS}:
            self._show(state, Step.COMPARE)
        elif state.step is Step.COMPARE:
            self._show(state, Step.COUNT)
        elif state.step is Step.COUNT and state.view.things:
            self._show(state, Step.THINGS)
        else:
            self._is_open = False
            self.left.emit()
        return True

    def take_scan(self, code: str) -> bool:
        """A label or a bag: what it names was seen.

        Raises:
            DeskError: ``holding.not_here``, ``holding.counted``.
        """
        state, scan = self._state, classify(code)
        if (
            state is None
            or state.step not in {Step.THINGS, Step.QUESTIONS}
            or scan.kind not in {Shape.ITEM, Shape.RECEPTACLE}
        ):
            return False
        if not state.named(scan.value):
            raise DeskError("holding.not_here", "items", number=scan.value)
        new = state.see(scan.value)
        if not new:
            raise DeskError("holding.counted", "items", number=scan.value)
        if state.step is Step.QUESTIONS:
            self._ask_again(state, Step.QUESTIONS)
        else:
            self._shown.ticked(state, new)
        return True

    # --- what came back --------------------------------------------------------------------------------------------

    def _begun(self, view: ClosingView) -> None:
        self._is_open = True
        self.begun.emit()
        state = self._state
        if state is None or state.view.shift.shift != view.shift.shift:
            self._parts.cash.clear()
            state = self._state = ClosingState(view)
            self._show(state)
        else:
            state.read_again(view)
            if state.step in _AFTER_THE_COUNT:
                self._compare_now(state, lambda compared: self._compared_again(state, compared))
            else:
                self._show(state)

    def _compared(self, state: ClosingState, step: Step, compared: ComparedView) -> None:
        state.compare(compared)
        if step is Step.QUESTIONS and state.open_question() is None:
            step = Step.SIGN
        self._show(state, step)

    def _compared_again(self, state: ClosingState, compared: ComparedView) -> None:
        """Whoever comes back signs nothing that the books say otherwise now."""
        changed = compared != state.compared
        self._compared(state, Step.COMPARE if changed else state.step, compared)

    def _closed(self, closed: ClosedShift) -> None:
        self.drop()
        self.closed.emit(closed)

    def _refuse(self, error: DeskError) -> None:
        state = self._state
        if state is None or not self._is_open:
            self.refused.emit(error)
            return
        if error.field == "reason":
            state.reason_is_open()
            self._show(state, Step.QUESTIONS)
        elif error.field in _ABOUT_COUNT:
            self._show(state, Step.COUNT)
        else:
            self._show(state)
        self._side.refuse(error)

    # --- what the clerk does ---------------------------------------------------------------------------------------

    def _toggle(self, number: str) -> None:
        if self._state is not None and self._state.step is Step.THINGS:
            self._state.toggle(number)
            self._shown.ticked(self._state, (number,), on=True)

    def _counted(self) -> None:
        if self._state is not None and self._is_open:
            self._state.notes = self._parts.cash.pieces()
            if self._state.step is Step.COUNT:
                self._shown.total(self._state)

    def _compare(self, state: ClosingState) -> None:
        if not self._parts.cash.stop_at_wrong():
            self._ask_again(state, Step.COMPARE)

    def _question(self, state: ClosingState) -> None:
        self._show(state, Step.QUESTIONS if state.open_question() is not None else Step.SIGN)

    def _answer(self, state: ClosingState, asked: AskedLine, answer: str) -> None:
        state.answers[asked.key] = answer
        self._side.tell("")
        self._question(state)

    def _sign(self, state: ClosingState) -> None:
        taker = None if state.alone else self._side.signed()
        if taker is None and not state.alone:
            return
        draft = state.draft(taker)
        self._side.wait()
        self._doing.run(lambda: self._needs.settle(draft), self._closed)

    def _ask_again(self, state: ClosingState, step: Step) -> None:
        self._compare_now(state, lambda compared: self._compared(state, step, compared))

    def _compare_now(self, state: ClosingState, then: Callable[[ComparedView], None]) -> None:
        draft = state.draft()
        self._side.wait()
        self._doing.run(lambda: self._needs.compare(draft), then)

    def _show(self, state: ClosingState, step: Step | None = None) -> None:
        state.step = step or state.step
        self._shown.step(state)
        asked = state.open_question() if state.step is Step.QUESTIONS else None
        if asked is not None:
            self._side.ask(
                ReasonQuestion(asked.title, asked.text, asked.answers, partial(self._answer, state, asked))
            )
        self.focus()
