"""How each step of a closing looks: the middle, the words of the right column, where the keys act. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kt1desk.desktop.models.texts import count, dong, shift_name
from kt1desk.desktop.shift.close_side import CloseSide, StepWords
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.rows import (
    ASKED_COLUMNS,
    MONEY_COLUMNS,
    SUMMARY_COLUMNS,
    asked_rows,
    money_rows,
    summary_rows,
    thing_row,
    thing_rows,
)
from kt1desk.desktop.shift.state import STEPS, ClosingState, Step
from kt1desk.desktop.shift_side import difference_words
from kt1desk.desktop.widgets import Role

_AFTER_THE_COUNT = "Sổ ghi hiện ở đây khi đếm xong: F9."
_FOR_EVER = "Kết ca rồi không sửa được; sai thì ghi điều chỉnh ở ca sau."
_ALONE = "Không có người nhận ca ký. Ca này sẽ có người khác xem lại. F9 kết một mình; Esc để có người ký."


class StepShowing:
    """Shows steps in the middle and in the right column."""

    def __init__(self, parts: TillParts, side: CloseSide) -> None:
        self._parts, self._side = parts, side

    def step(self, state: ClosingState) -> None:
        """Show the step that it is at."""
        shows: Mapping[Step, Callable[[ClosingState], None]] = {
            Step.THINGS: self._things,
            Step.COUNT: self._count,
            Step.COMPARE: self._compare,
            Step.QUESTIONS: self._questions,
            Step.SIGN: self._sign,
        }
        shows[state.step](state)

    def focus(self, state: ClosingState) -> None:
        """The keys act where this step is."""
        if state.step is Step.THINGS:
            self._parts.things.set_focus()
        elif state.step is Step.COUNT:
            self._parts.cash.start()
        elif state.step is Step.COMPARE or state.alone:
            self._side.focus_go()

    def ticked(self, state: ClosingState, numbers: Sequence[str], *, on: bool = False) -> None:
        """These were ticked, or their ticks taken away; the keys go to the last, or ``on`` to the row below it."""
        refs = [thing.number for thing in state.view.things]
        for thing in state.view.things:
            if thing.number in numbers:
                self._parts.things.change(thing_row(thing, seen=state.is_seen(thing)))
        at = refs.index(numbers[-1]) + (1 if on else 0)
        self._parts.things.go_to(refs[min(at, len(refs) - 1)])
        self._parts.things.card.say(_seen(state))
        self._side.show_step(_things_words(state))

    def total(self, state: ClosingState) -> None:
        """What was counted until now."""
        self._side.show_total(f"{dong(state.counted_dong)} đ")

    def _things(self, state: ClosingState) -> None:
        self._parts.show_things(thing_rows(state), _seen(state))
        self._side.show_step(_things_words(state))

    def _count(self, state: ClosingState) -> None:
        self._parts.cash.set_denominations(state.view.denominations)
        self._parts.cash.setEnabled(True)
        self._parts.show_lines("So với sổ", "", MONEY_COLUMNS, (), _AFTER_THE_COUNT)
        self._parts.show_counting()
        words = StepWords(
            _title(state),
            f"{dong(state.counted_dong)} đ",
            "Đếm từng mệnh giá trong ngăn.",
            "So với sổ",
            back="xem lại bưu gửi" if state.view.things else "để sau, giữ số đã đếm",
        )
        self._side.show_step(words)

    def _compare(self, state: ClosingState) -> None:
        self._parts.cash.setEnabled(False)
        self._parts.show_lines("So với sổ", "", MONEY_COLUMNS, money_rows(state), "")
        self._parts.show_counting()
        left = len(state.compared.asked) - len(state.answers)
        words = StepWords(
            _title(state),
            f"{dong(state.counted_dong)} đ",
            f"Còn {count(left)} câu hỏi trước khi ký." if left else "Không còn gì phải hỏi.",
            "Trả lời từng câu" if left else "Ký kết ca",
            back="đếm lại",
        )
        self._side.show_step(words)
        role = Role.WARN_BOX if state.difference_dong else Role.OK_BOX
        self._side.answer(difference_words(state.difference_dong), role)

    def _questions(self, state: ClosingState) -> None:
        now = state.open_question()
        self._parts.show_steps(
            "Câu hỏi khi kết ca",
            f"{count(len(state.answers))} / {count(len(state.compared.asked))}",
            ASKED_COLUMNS,
            asked_rows(state),
            now.key if now is not None else "",
        )
        figure = f"Câu {count(len(state.answers) + 1)} / {count(len(state.compared.asked))}"
        self._side.show_step(StepWords(_title(state), figure, back="câu trước"))

    def _sign(self, state: ClosingState) -> None:
        self._parts.show_steps("Sẽ ghi vào sổ", "", SUMMARY_COLUMNS, summary_rows(state))
        figure = "Kết một mình" if state.alone else "Người nhận ca ký"
        other = "Không có người nhận ca" if state.view.may_close_alone and not state.alone else ""
        self._side.show_step(StepWords(_title(state), figure, _FOR_EVER, "Ký, kết ca", other, "xem lại"))
        if state.alone:
            self._side.answer(_ALONE)
        else:
            self._side.sign()


def _title(state: ClosingState) -> str:
    return f"Kết {shift_name(state.view.shift.shift)} · bước {state.step.value} / {STEPS}"


def _seen(state: ClosingState) -> str:
    return f"{count(len(state.view.things) - len(state.unseen()))} / {count(len(state.view.things))}"


def _things_words(state: ClosingState) -> StepWords:
    left = len(state.unseen())
    note = f"Còn {count(left)} chưa thấy. Quét nhãn; quét số túi để nhận cả túi." if left else "Đã thấy đủ."
    return StepWords(
        _title(state), _seen(state), note, "Đếm quỹ", back="để sau, giữ những gì đã quét", warns=bool(left)
    )
