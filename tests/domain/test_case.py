"""The chain of a case as a table, and that the order in which events come does not matter."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.case import (
    NOT_HANDED,
    OVER,
    TABLE,
    CaseEvent,
    CaseState,
    CaseStep,
    Outcome,
    fold_case,
    require_case_step,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, HybridTime, Stream

S, T = CaseState, CaseStep
NUMBER = "HS243120-261122-3-1"
BOTH_WAYS = (T.ACCEPT, T.HAND, T.REGISTER, T.ASK, T.BRING, T.HAND, T.TAKE_RESULT, T.DELIVER)
"""The longest ordinary way: one paper is missing, then everything is there."""
WITHOUT_A_START = [
    (T.HAND, S.HANDED),
    (T.REGISTER, S.REGISTERED),
    (T.ASK, S.SUPPLEMENT),
    (T.BRING, S.SUPPLEMENTED),
    (T.REFUSE, S.REFUSED),
    (T.STOP, S.STOPPED),
    (T.TAKE_RESULT, S.RESULT),
    (T.DELIVER, S.DELIVERED),
    (T.GIVE_BACK, S.GIVEN_BACK),
    (T.REVERSE, S.REVERSED),
]
"""What is known of a case whose acceptance has not come yet: the state after the one step that is known."""


def event(place: int, step: CaseStep, device: int = 1, ms: int = 0) -> CaseEvent:
    """The how-many-eth event of a device."""
    return CaseEvent(EventId(device, Stream.COUNTER, 1, place), HybridTime(ms or place * 1_000), step)


def line_of(*steps: CaseStep) -> list[CaseEvent]:
    return [event(place, step) for place, step in enumerate(steps, start=1)]


def reached_from(start: CaseState) -> set[CaseState]:
    reached, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        new = {to for (state, _), to in TABLE.items() if state is here} - reached
        reached |= new
        waiting += new
    return reached


def test_every_state_can_be_reached_and_every_step_is_in_the_table() -> None:
    assert reached_from(S.UNKNOWN) == set(S)
    assert {step for _, step in TABLE} == set(T)


def test_no_case_comes_back_to_the_unknown_and_only_that_begins_one() -> None:
    assert S.UNKNOWN not in TABLE.values()
    assert {step for state, step in TABLE if state is S.UNKNOWN} == {T.ACCEPT, T.AWAIT}
    assert {state for state, step in TABLE if step in {T.ACCEPT, T.AWAIT}} == {S.UNKNOWN}


def test_what_is_over_goes_on_only_with_another_result() -> None:
    assert {(state, step) for state, step in TABLE if state in OVER} == {
        (S.DELIVERED, T.TAKE_RESULT),
        (S.GIVEN_BACK, T.TAKE_RESULT),
    }
    assert reached_from(S.REVERSED) == {S.REVERSED}


def test_from_every_state_that_is_not_over_a_case_can_come_to_an_end() -> None:
    stuck = [state for state in S if state not in OVER and not reached_from(state) & OVER]

    assert stuck == []


@pytest.mark.parametrize("state", sorted(S))
def test_a_step_leads_to_the_same_state_whatever_was_before_but_for_an_extension(state: CaseState) -> None:
    for step in T:
        ends = {to for (_, each), to in TABLE.items() if each is step}
        if (state, step) in TABLE:
            assert step is T.EXTEND or ends == {TABLE[state, step]}


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (S.HANDED, T.REVERSE),  # what the authority has is not the post's to take back
        (S.ACCEPTED, T.REGISTER),  # the authority has not seen it
        (S.REGISTERED, T.HAND),  # nothing is on its way
        (S.SUPPLEMENT, T.HAND),  # the applicant has brought nothing
        (S.REFUSED, T.REGISTER),
        (S.RESULT, T.ASK),
        (S.DELIVERED, T.DELIVER),  # once is enough
        (S.REVERSED, T.HAND),
        (S.DELIVERED, T.ACCEPT),
    ],
)
def test_what_the_table_does_not_have_is_refused_with_its_number(state: CaseState, step: CaseStep) -> None:
    with pytest.raises(DeskError) as refused:
        require_case_step(NUMBER, state, step)

    assert refused.value.code == "case.step"
    assert dict(refused.value.details) == {"number": NUMBER, "state": state.value, "step": step.value}


@pytest.mark.parametrize(("state", "step"), sorted(TABLE))
def test_what_the_table_has_is_let_through(state: CaseState, step: CaseStep) -> None:
    require_case_step(NUMBER, state, step)


@pytest.mark.parametrize("step", sorted(T))
def test_of_a_case_that_is_not_known_here_any_step_may_be_told(step: CaseStep) -> None:
    require_case_step(NUMBER, S.UNKNOWN, step)


def test_a_case_both_ways_with_a_paper_missing_goes_from_the_counter_to_its_applicant() -> None:
    states = [fold_case(line_of(*BOTH_WAYS[:count])).state for count in range(1, len(BOTH_WAYS) + 1)]

    assert states == [
        S.ACCEPTED,
        S.HANDED,
        S.REGISTERED,
        S.SUPPLEMENT,
        S.SUPPLEMENTED,
        S.HANDED,
        S.RESULT,
        S.DELIVERED,
    ]


def test_a_case_that_only_waits_for_its_result_is_never_handed_over() -> None:
    standing = fold_case(line_of(T.AWAIT, T.REGISTER, T.EXTEND, T.TAKE_RESULT, T.GIVE_BACK))

    assert standing.state is S.GIVEN_BACK
    assert standing.unfit == ()
    assert (S.AWAITED, T.HAND) not in TABLE


@pytest.mark.parametrize("before", [(T.ACCEPT,), (T.ACCEPT, T.HAND, T.ASK, T.BRING)])
def test_a_result_proves_that_the_authority_had_the_dossier_whoever_brought_it(
    before: tuple[CaseStep, ...],
) -> None:
    standing = fold_case(line_of(*before, T.TAKE_RESULT, T.DELIVER))

    assert (standing.state, standing.unfit) == (S.DELIVERED, ())


@pytest.mark.parametrize("ended", [T.REFUSE, T.STOP])
def test_what_was_refused_or_stopped_comes_back_with_its_papers(ended: CaseStep) -> None:
    standing = fold_case(line_of(T.ACCEPT, T.HAND, ended, T.TAKE_RESULT, T.DELIVER))

    assert (standing.state, standing.unfit) == (S.DELIVERED, ())


def test_six_events_of_a_case_say_the_same_in_all_orders_in_which_they_may_come() -> None:
    known = line_of(T.ACCEPT, T.HAND, T.ASK, T.BRING, T.TAKE_RESULT, T.HAND)
    expected = fold_case(known)

    said = {fold_case(order) for order in permutations(known)}

    assert said == {expected}


@pytest.mark.parametrize("lost", range(1, 64))
def test_whatever_of_six_events_is_known_says_the_same_in_all_orders(lost: int) -> None:
    known = [
        each
        for place, each in enumerate(line_of(T.ACCEPT, T.HAND, T.REGISTER, T.ASK, T.BRING, T.TAKE_RESULT))
        if lost >> place & 1
    ]

    assert len({fold_case(order) for order in permutations(known)}) == 1


@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.integers(1, 8), st.sampled_from(CaseStep), st.integers(1, 5)),
        min_size=1,
        max_size=12,
        unique_by=lambda drawn: drawn[:2],
    ),
    st.randoms(use_true_random=False),
)
def test_no_order_and_no_repetition_changes_where_a_case_stands(
    drawn: list[tuple[int, int, CaseStep, int]], chance: object
) -> None:
    known = [event(place, step, device, ms) for device, place, step, ms in drawn]
    shuffled = [*known, *known]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert fold_case(shuffled) == fold_case(known)


@given(st.lists(st.sampled_from(CaseStep), min_size=1, max_size=10))
def test_every_event_either_counts_or_is_named_as_unfit(steps: list[CaseStep]) -> None:
    known = line_of(*steps)

    standing = fold_case(known)

    assert standing.state is not S.UNKNOWN
    assert standing.head not in standing.unfit
    assert set(standing.unfit) < {each.id for each in known}


@given(st.lists(st.sampled_from(CaseStep), min_size=1, max_size=10))
def test_an_unfit_event_changes_nothing(steps: list[CaseStep]) -> None:
    known = line_of(*steps)
    standing = fold_case(known)

    fitting = fold_case(each for each in known if each.id not in standing.unfit)

    assert (fitting.state, fitting.head, fitting.unfit) == (standing.state, standing.head, ())


@pytest.mark.parametrize(("step", "state"), WITHOUT_A_START)
def test_of_a_case_whose_beginning_is_not_known_the_first_step_counts(
    step: CaseStep, state: CaseState
) -> None:
    standing = fold_case(line_of(step))

    assert (standing.state, standing.unfit) == (state, ())


def test_an_extension_of_a_case_whose_beginning_is_not_known_leaves_it_with_the_authority() -> None:
    assert fold_case(line_of(T.EXTEND)).state is S.REGISTERED


def test_the_beginning_that_comes_late_takes_its_own_place() -> None:
    accepted, handed, taken = line_of(T.ACCEPT, T.HAND, T.TAKE_RESULT)
    before = fold_case([taken])

    after = fold_case([taken, handed, accepted])

    assert (before.state, before.unfit) == (S.RESULT, ())
    assert after == before


def test_what_does_not_fit_is_named_and_the_case_stays_where_it_was() -> None:
    known = line_of(T.ACCEPT, T.REVERSE, T.HAND)

    standing = fold_case(known)

    assert (standing.state, standing.head, standing.unfit) == (S.REVERSED, known[1].id, (known[2].id,))


def test_two_desks_at_the_same_moment_are_put_in_order_by_who_they_are() -> None:
    start = event(1, T.ACCEPT, ms=1)
    ours, theirs = event(2, T.REVERSE, device=1, ms=5), event(2, T.HAND, device=2, ms=5)

    said = {fold_case(order) for order in permutations([start, ours, theirs])}

    assert {(each.state, each.unfit) for each in said} == {(S.REVERSED, (theirs.id,))}


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.SUPPLEMENT, S.SUPPLEMENT),
        (Outcome.REFUSED, S.REFUSED),
        (Outcome.STOPPED, S.STOPPED),
        (Outcome.EXTENDED, S.REGISTERED),
    ],
)
def test_what_an_authority_says_leads_where_its_paper_says(outcome: Outcome, state: CaseState) -> None:
    standing = fold_case(line_of(T.ACCEPT, T.HAND, outcome.step))

    assert (standing.state, standing.unfit) == (state, ())


def test_a_cover_is_on_its_way_to_the_authority_exactly_where_it_can_be_handed_over() -> None:
    handed = {state for state, step in product(S, [T.HAND]) if (state, step) in TABLE}

    assert handed == NOT_HANDED
