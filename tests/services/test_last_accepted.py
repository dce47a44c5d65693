"""What somebody accepted last in the open shift, and whether it can still be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.services.last_accepted import LastAcceptances
from kt1desk.services.reversal import ReversalReason
from tests.support.desks import Counter, ordinary
from tests.support.points import CENTRE, DISTRICT, PointDesk, point_desk
from tests.support.reversals import refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


def last(desk: Counter) -> LastAcceptances:
    return LastAcceptances(desk.store, desk.reference, desk.clock)


def test_it_is_the_newest_of_ones_own_that_was_not_taken_back(desk: Counter) -> None:
    first = desk.accept().item
    second = desk.accept(replace(ordinary(), weight_g=900)).item
    desk.accept(user="chief")

    newest = last(desk).item(desk.session())
    desk.reversals.withdraw_item(desk.session(), second, ReversalReason.MISTAKE)
    before = last(desk).item(desk.session())

    assert (newest.record.number, newest.why_not) == (second, None)
    assert before.record.number == first


def test_items_and_cases_are_asked_for_apart(desk: Counter) -> None:
    item, case = desk.accept().item, desk.accept_dossier().dossier

    assert last(desk).item(desk.session()).record.number == item
    assert last(desk).dossier(desk.session()).record.number == case


def test_whoever_accepted_nothing_in_this_shift_is_told_so(desk: Counter) -> None:
    desk.accept(user="chief")
    desk.accept_dossier(user="chief")

    for asked in (last(desk).item, last(desk).dossier):
        assert refusal(lambda asked=asked: asked(desk.session())).code == "reversal.none_of_yours"  # type: ignore[misc]


def test_what_lies_in_a_bag_is_shown_with_the_reason_why_not(centre: PointDesk) -> None:
    item = centre.accept(ordinary()).item
    centre.pack(item, to=DISTRICT)

    found = LastAcceptances(centre.store, centre.reference, centre.clock).item(centre.session())

    assert found.record.number == item
    assert found.why_not is not None
    assert found.why_not.code == "reversal.gone"
