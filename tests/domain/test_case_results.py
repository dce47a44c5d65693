"""Several results of one case, and one that came although nobody wrote that its dossier was handed over."""

from __future__ import annotations

import pytest

from kt1desk.domain.case import CaseState, CaseStep, fold_case
from tests.domain.test_case import line_of

S, T = CaseState, CaseStep


def test_several_results_follow_each_other() -> None:
    steps = (T.AWAIT, T.TAKE_RESULT, T.DELIVER, T.TAKE_RESULT, T.TAKE_RESULT, T.DELIVER, T.DELIVER)

    standings = [fold_case(line_of(*steps[:count])) for count in range(1, len(steps) + 1)]

    assert [each.state for each in standings] == [
        S.AWAITED,
        S.RESULT,
        S.DELIVERED,
        S.RESULT,
        S.RESULT,
        S.RESULT,
        S.DELIVERED,
    ]
    assert standings[-1].unfit == ()


def test_while_another_result_waits_one_that_went_back_to_its_authority_ends_nothing() -> None:
    waits = fold_case(line_of(T.AWAIT, T.TAKE_RESULT, T.TAKE_RESULT, T.GIVE_BACK))
    over = fold_case(line_of(T.AWAIT, T.TAKE_RESULT, T.TAKE_RESULT, T.GIVE_BACK, T.DELIVER))

    assert (waits.state, over.state) == (S.RESULT, S.DELIVERED)


@pytest.mark.parametrize("before", [(T.ACCEPT,), (T.ACCEPT, T.HAND, T.ASK, T.BRING)])
def test_a_result_is_in_our_hands_although_nobody_wrote_the_hand_over(before: tuple[CaseStep, ...]) -> None:
    standing = fold_case(line_of(*before, T.TAKE_RESULT))

    assert (standing.state, standing.unfit) == (S.RESULT, ())
