"""A shift is closed step by step: what is in hand is seen, notes are counted, each question is answered, somebody signs.

Esc goes one step back and keeps everything; whoever leaves the page finds the closing where it was. What the books say is covered while
notes are counted. It must not know what is asked.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.shift import ClosedShift, ClosingView, ComparedView, SettleNeeds
from kt1desk.desktop.shift.close_side import CloseSide
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.state import ClosingState, Step
from kt1desk.desktop.shift.steps import AFTER_THE_COUNT, ClosingSteps
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError

_ABOUT_COUNT = frozenset({"notes", "counts", "counted"})


class ShiftClosing(QObject):
    """`begun`: it is in front. `left`: back to the open shift, the closing stays half done. `closed` carries the `ClosedShift`.

    `refused` carries the `DeskError` of a closing that cannot begin, or whose shift is not open any more.
    """

    begun = Signal()
    left = Signal()
    closed = Signal(object)
    refused = Signal(object)

    def __init__(self, needs: SettleNeeds, jobs: Jobs, parts: TillParts, side: CloseSide) -> None:
        super().__init__(side)
        self._needs, self._parts, self._side = needs, parts, side
        self.steps = ClosingSteps(parts, side)
        self._is_reading = False
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self._refuse)
        side.go_wanted.connect(self.go_on)

    def is_open(self) -> bool:
        """Whether it is in front."""
        return self.steps.is_open

    def is_half_done(self, shift: str) -> bool:
        """Whether a closing of that shift was begun."""
        state = self.steps.state
        return state is not None and state.view.shift.shift == shift

    def begin(self) -> None:
        """Begin, or go on where it was left; the books are read now, and nobody has signed."""
        self._side.forget()
        if self._doing.run(self._needs.closing, self._begun):
            self._is_reading = True

    def drop(self) -> None:
        """There is no such shift any more."""
        self.steps.state, self.steps.is_open = None, False
        self._side.forget()

    def forget(self) -> None:
        """See `Page.forget`: it is read again where the closing is in front."""
        self.steps.forget()

    def go_on(self) -> None:
        """F9."""
        state = self.steps.state
        if state is None or not self.steps.is_open or self._doing.is_busy:
            return
        self._side.tell("")
        if state.step is Step.THINGS:
            self.steps.show(Step.COUNT)
        elif state.step is Step.COUNT and not self._parts.cash.stop_at_wrong():
            self._compare(state, Step.COMPARE)
        elif state.step is Step.COMPARE:
            self.steps.show(Step.QUESTIONS)
        elif state.step is Step.SIGN:
            self._sign(state)

    def step_back(self) -> bool:
        """Esc."""
        if not self.steps.is_open:
            return False
        if not self._doing.is_busy and not self.steps.back():
            self.steps.is_open = False
            self.left.emit()
        return True

    def take_scan(self, code: str) -> bool:
        """A label or a bag: what it names was seen, also while it is asked about.

        Raises:
            DeskError: ``holding.not_here``, ``holding.counted``.
        """
        state, scan = self.steps.state, classify(code)
        if (
            state is None
            or state.step not in {Step.THINGS, Step.QUESTIONS}
            or scan.kind not in {Shape.ITEM, Shape.RECEPTACLE}
        ):
            return False
        self.steps.see(state, scan.value)
        if state.step is Step.QUESTIONS:
            self._compare(state, Step.QUESTIONS)
        return True

    def _begun(self, view: ClosingView) -> None:
        self._is_reading = False
        self.begun.emit()
        state = self.steps.enter(view)
        if state.step in AFTER_THE_COUNT:
            self._compare(state, state.step, again=True)
        else:
            self.steps.show()

    def _compare(self, state: ClosingState, step: Step, *, again: bool = False) -> None:
        """Ask the books; whoever comes back ``again`` signs nothing that they say otherwise now."""

        def compared(found: ComparedView) -> None:
            changed = found != state.compared
            state.compare(found)
            self.steps.show(Step.COMPARE if again and changed else step)

        draft = state.draft()
        self._side.wait()
        self._doing.run(lambda: self._needs.compare(draft), compared)

    def _sign(self, state: ClosingState) -> None:
        taker = None if state.alone else self._side.signed()
        if taker is not None or state.alone:
            draft = state.draft(taker)
            self._side.wait()
            self._doing.run(lambda: self._needs.settle(draft), self._closed)

    def _closed(self, closed: ClosedShift) -> None:
        self.drop()
        self.closed.emit(closed)

    def _refuse(self, error: DeskError) -> None:
        state, reading = self.steps.state, self._is_reading
        self._is_reading = False
        if state is None or error.code == "shift.not_open":
            self.drop()
            self.refused.emit(error)
            return
        if (
            reading or not self.steps.is_open
        ):  # nothing that was read before is shown again; what was counted stays
            self.steps.is_open = False
            self.refused.emit(error)
            return
        if error.field == "answers":  # there is more to ask than a moment ago
            self._compare(state, Step.QUESTIONS)
            return
        if error.field == "reason":
            state.reason_is_open()
            self.steps.show(Step.QUESTIONS)
        else:
            self.steps.show(Step.COUNT if error.field in _ABOUT_COUNT else None)
        self._side.refuse(error)
