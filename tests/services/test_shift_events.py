"""What a shift wrote: no event is filed under another service, and in, out and held add up whatever was taken back."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.identifiers import number_at
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.services import shift_events
from kt1desk.services.numbers import Rolls, VoidReason, void_number
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.settling_questions import Looking
from kt1desk.services.settling_rows import Around, Counted, SettleDraft
from kt1desk.services.shift_events import Flow
from tests.support.arriving import sent
from tests.support.desks import Counter, ordinary
from tests.support.points import CENTRE, point_desk
from tests.support.settling import CHIEF, FLOAT, settled_of, settling


def look(desk: Counter) -> tuple[Flow, int]:
    """What came and went of KT1, and how many things are here."""
    with desk.store.read() as reader:
        looking = Looking(desk.reference, desk.clock)
        found = looking.all_of(reader, desk.session(), Counted(FLOAT), Around(0, 0))
    return dict(found.flows)[Service.KT1], len(found.things)


def next_shift(desk: Counter) -> None:
    desk.shifts.close(desk.session(), 500_000)
    desk.open_shift()


def correct(desk: Counter, item: str) -> None:
    desk.acceptance.accept(desk.session(), desk.complete(replace(ordinary(), weight_g=500)), replaces=item)


def test_no_type_of_event_is_noted_twice() -> None:
    tally = Tally(kind for kind, _ in shift_events._NOTINGS)
    assert [kind for kind, times in tally.items() if times > 1] == []


def test_a_voided_number_of_kt1_stands_in_the_report_of_the_shift(desk: Counter) -> None:
    item = desk.accept().item
    rolls = Rolls(desk.store, desk.reference, desk.clock)
    void_number(rolls, desk.session(), number_at("MX", 2).text, VoidReason.SPOILT)

    counted = Counted(FLOAT, frozenset({item}))
    settling(desk).close(desk.session(), SettleDraft(counted, taker=CHIEF))

    assert dict(settled_of(desk).numbers)["MX/voided"] == 1


@pytest.mark.parametrize("earlier", [False, True])
def test_what_was_withdrawn_is_accepted_no_more_or_went_back(desk: Counter, earlier: bool) -> None:
    item = desk.accept().item
    if earlier:
        next_shift(desk)

    desk.reversals.withdraw_item(desk.session(), item, ReversalReason.WITHDRAWN)

    assert look(desk) == (Flow(given=1) if earlier else Flow(), 0)


@pytest.mark.parametrize("earlier", [False, True])
def test_what_was_corrected_is_one_thing(desk: Counter, earlier: bool) -> None:
    item = desk.accept().item
    if earlier:
        next_shift(desk)

    correct(desk, item)

    assert look(desk) == (Flow() if earlier else Flow(accepted=1), 1)


@pytest.mark.parametrize("earlier", [False, True])
def test_what_was_called_back_was_not_sent_or_came_back(tmp_path: Path, earlier: bool) -> None:
    with point_desk(tmp_path, CENTRE, 1) as centre:
        _, one = sent(centre, centre.new_item())
        if earlier:
            next_shift(centre)

        second = centre.confirmed(Act.APPROVE_DISPATCH)
        centre.dispatching.recall(centre.session(), one.dispatch, "wrong_route", second)

        assert look(centre) == (Flow(came=1) if earlier else Flow(accepted=1), 1)
