"""Settling as rules: how questions are asked and answered, what rounding explains, that the record always has room."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import body_limit
from kt1desk.domain.dated import Status
from kt1desk.domain.drawer import CashKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import ShiftSettled
from kt1desk.domain.settling import (
    ANSWERS,
    MOST_ONE_BY_ONE,
    Asked,
    Question,
    RoundingBound,
    answered,
    asked_of,
    check_reason,
    rounding_bound,
    unaccounted,
)
from kt1desk.domain.shift import Denomination, MoneyKind

DAY = date(2026, 11, 23)
VALUES = (500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200)
NOTES = tuple(
    Denomination(
        valid_from=date(2003, 1, 1),
        valid_to=None,
        source="x",
        status=Status.SAMPLE,
        value_dong=value,
        kind=MoneyKind.NOTE,
    )
    for value in VALUES
)


def test_few_things_are_asked_about_one_by_one_and_many_in_one_question() -> None:
    few = asked_of(Question.ROUND, [f"PH{at}" for at in range(MOST_ONE_BY_ONE)], 3)
    (many,) = asked_of(Question.ROUND, [f"PH{at}" for at in range(MOST_ONE_BY_ONE + 1)], 3)

    assert [(each.written, each.key) for each in few[:2]] == [
        ("round/3", "round/PH0"),
        ("round/4", "round/PH1"),
    ]
    assert (many.written, many.key) == ("round/3-13", "round/3")
    assert asked_of(Question.ROUND, []) == ()


def test_each_question_is_answered_once_with_an_answer_of_its_own() -> None:
    asked = (Asked(Question.PAPER, "7"), Asked(Question.UNSENT, count=3))

    assert answered(asked, {"paper/7": "came_out", "unsent/1": "by_file", "paper/8": "came_out"}) == (
        ("paper/1", "came_out"),
        ("unsent/1-3", "by_file"),
    )
    with pytest.raises(DeskError, match=r"settle\.unanswered"):
        answered(asked, {"paper/7": "came_out"})
    with pytest.raises(DeskError, match=r"settle\.answer_unknown"):
        answered(asked, {"paper/7": "by_file", "unsent/1": "by_file"})


@given(
    st.lists(st.integers(1, 900_000), max_size=12), st.lists(st.integers(1, 900_000), max_size=6), st.data()
)
def test_what_notes_cannot_pay_explains_every_difference_that_it_can_make_and_no_more(
    received: list[int], paid: list[int], data: st.DataObject
) -> None:
    """Each sum is paid as the next hundred below or above: the drawer then differs by something within the bound."""
    bound = rounding_bound(received, paid, NOTES, DAY)
    up = data.draw(
        st.lists(st.booleans(), min_size=len(received) + len(paid), max_size=len(received) + len(paid))
    )
    differences = []
    for amount_dong, is_up in zip([*received, *paid], up, strict=True):
        below = -(amount_dong % 100)
        differences.append(below + 100 if is_up and below else below)
    came, went = differences[: len(received)], differences[len(received) :]

    assert bound.explains(sum(came) - sum(went))
    assert not bound.explains(bound.surplus_dong + 1)
    assert not bound.explains(-bound.missing_dong - 1)
    if all(amount_dong % 100 == 0 for amount_dong in (*received, *paid)):
        assert bound == RoundingBound()


def test_rounding_is_no_reason_for_more_than_it_explains() -> None:
    bound = RoundingBound(50, 150)

    check_reason(-50, "rounding", bound)
    check_reason(150, "rounding", bound)
    check_reason(-5_000, "change", bound)
    check_reason(0, "", bound)
    for difference_dong in (-51, 151):
        with pytest.raises(DeskError, match=r"settle\.rounding_too_much"):
            check_reason(difference_dong, "rounding", bound)


def test_serials_that_nobody_can_account_for_lie_between_the_first_and_the_last() -> None:
    assert unaccounted(5, 9, {5, 7, 9}) == (6, 8)
    assert unaccounted(5, 5, {5}) == ()


def test_a_shift_with_everything_wrong_still_fits_into_its_event() -> None:
    most = {
        Question.ITEM_MISSING: 2, Question.COVER_MISSING: 2, Question.PAPER: 1, Question.ARRIVAL: 1, Question.ROUND: 1,
    }  # fmt: skip
    asked = [
        (f"{question}/{at}", max(ANSWERS[question], key=len).value)
        for question, groups in most.items()
        for at in range(1, groups * MOST_ONE_BY_ONE + 1)
    ]
    asked += [(f"numbers/{at}000-{at}999", "labels_kept") for at in range(1, 7)]
    asked += [("difference/1", "explained"), ("aside/1-99", "next_shift"), ("unsent/1-4000000", "when_line")]
    numbers = [(f"{prefix}/{what}", 99_999) for prefix in ("MX", "MY", "EA", "EB", "EC", "ED")
               for what in ("used", "voided", "left", "unknown")]  # fmt: skip

    fact = ShiftSettled(
        shift="2026-11-23/12",
        counted_dong=5_000_000_000,
        expected_dong=5_000_000_000,
        point="240000",
        notes=tuple((str(value), 9_999) for value in VALUES),
        kinds=tuple((kind.value, -2_000_000_000) for kind in CashKind),
        reason="false_note",
        handed_to="nguyen.van.phuoc",
        manner="alone",
        asked=tuple(asked),
        numbers=(*numbers, ("seals", 999)),
    )

    assert len(canonical.encode(fact.body(), body_limit(fact.TYPE))) < body_limit(fact.TYPE)
