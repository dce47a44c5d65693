"""The state tables of custody, read as a specification, and what each type of event does."""

from __future__ import annotations

import pytest

from kt1desk.domain import custody
from kt1desk.domain.custody import OVER, TABLES, State, Step, ThingKind, after, require_step
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import KNOWN, ItemDelivered, ItemStored
from kt1desk.domain.mail import MAIL_TYPES, audience
from kt1desk.domain.touching import CUSTODY_TYPES, touches
from tests.support.custody_events import HERE, ITEM, Pen, accepted

_LIFE = [
    (Step.ACCEPT, State.ACCEPTED),
    (Step.APPROVE, State.APPROVED),
    (Step.STORE, State.STORED),
    (Step.PACK, State.PACKED),
    (Step.SEND, State.DISPATCHED),
    (Step.ARRIVE, State.ARRIVED),
    (Step.GIVE, State.OUT),
    (Step.ATTEMPT, State.ATTEMPTED),
    (Step.BRING_BACK, State.ATTEMPTED),
    (Step.RETURN, State.RETURNING),
    (Step.SET_ASIDE, State.UNCLAIMED),
    (Step.RETURN, State.RETURNING),
    (Step.PACK, State.PACKED),
]


def test_the_life_of_an_item_from_the_counter_to_the_return() -> None:
    state = State.UNKNOWN

    for step, expected in _LIFE:
        following = after(ThingKind.ITEM, state, step)
        assert following is expected, (state, step)
        state = expected

    assert after(ThingKind.ITEM, State.OUT, Step.DELIVER, custody.party(custody.SENDER)) is State.RETURNED
    assert after(ThingKind.ITEM, State.OUT, Step.DELIVER, custody.party(custody.RECEIVER)) is State.DELIVERED


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (State.REJECTED, Step.PACK),  # the second person said no
        (State.PACKED, Step.GIVE),  # it is in a bag
        (State.DISPATCHED, Step.STORE),  # it is on the road
        (State.DELIVERED, Step.HAND),  # the post is done with it
        (State.REVERSED, Step.PACK),
        (State.OUT, Step.PACK),  # the postman has it
        (State.ARRIVED, Step.REVERSE),  # only the accepting point takes back, before it leaves
        (State.ATTEMPTED, Step.ATTEMPT),  # a second attempt needs a second round
    ],
)
def test_what_the_table_does_not_have_is_refused_with_its_number(state: State, step: Step) -> None:
    with pytest.raises(DeskError) as refused:
        require_step(ThingKind.ITEM, ITEM, state, step)

    assert refused.value.code == "custody.step"
    assert refused.value.details["number"] == ITEM


@pytest.mark.parametrize("kind", ThingKind)
def test_every_state_of_a_thing_can_be_reached_and_nothing_leaves_its_end(kind: ThingKind) -> None:
    table = TABLES[kind]
    reached, waiting = {State.UNKNOWN}, [State.UNKNOWN]
    while waiting:
        here = waiting.pop()
        new = {to for (state, _), to in table.items() if state is here} - reached
        reached |= new
        waiting += new

    assert {state for state, _ in table} <= reached
    ends = OVER - {State.RETURNED}
    assert not [(state, step) for state, step in table if state in ends]


def test_every_step_is_taken_by_some_type_of_event() -> None:
    steps = {step for table in TABLES.values() for _, step in table}

    assert steps == set(Step)
    assert set(KNOWN) >= CUSTODY_TYPES
    assert set(KNOWN) >= MAIL_TYPES


def test_a_stored_item_is_held_by_its_place() -> None:
    event = Pen(1).write(ItemStored(ITEM, 3, HERE, "s1", "ket1", scan=True))

    (touch,) = touches(event.body(), event.envelope)

    assert (touch.holder, touch.n, touch.scan) == (custody.place(HERE, "ket1"), 3, True)


def test_a_delivery_is_addressed_to_the_point_that_accepted_and_to_nobody_else() -> None:
    elsewhere = ItemDelivered(ITEM, 9, "243000", "s1", custody.RECEIVER, "x", origin=HERE)
    at_home = ItemDelivered(ITEM, 9, HERE, "s1", custody.RECEIVER, "x", origin=HERE)

    assert audience(elsewhere.TYPE, elsewhere.body()) == (HERE,)
    assert audience(at_home.TYPE, at_home.body()) == ()
    assert audience(accepted().TYPE, accepted().body()) == ()
