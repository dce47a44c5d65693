"""A desk that knows nobody else who may take a drawer over is closed alone, for else it could never be closed.

What was closed so waits until somebody else has looked at it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import UserRevoked
from kt1desk.domain.permissions import Act
from kt1desk.services.confirming import Asked, Confirmations, Confirmed
from kt1desk.services.dossier_custody import DossierReviews
from kt1desk.services.ports import Appending
from kt1desk.services.reviewing import Reviews
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.desks import Counter
from tests.support.settling import CHIEF, FLOAT, settled_of, settling


def test_who_is_alone_at_a_desk_closes_alone_and_nobody_else(desk: Counter) -> None:
    with_others = settling(desk).view(desk.session()).one_person
    with desk.store.work() as work:
        for user in ("uncleared", "chief"):  # an inspector takes no drawer over
            work.append(UserRevoked(user, "left"), Appending("chief"))
        work.commit()

    without = settling(desk).view(desk.session()).one_person
    settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT), alone=True))

    assert (with_others, without) == (False, True)
    assert settled_of(desk).manner == "alone"


HOUR_MS = 3_600_000


def _of_one(desk: Counter) -> Counter:
    """The desk at a point that has one person."""
    points = tuple(replace(row, one_person=row.code == "240000") for row in desk.reference.points)
    return replace(desk, reference=replace(desk.reference, points=points))


def test_a_shift_closed_alone_waits_until_somebody_else_has_looked_at_it(desk: Counter) -> None:
    alone = _of_one(desk)
    kt1, here = (kind(alone.store, alone.reference, alone.clock) for kind in (Reviews, DossierReviews))
    made = settling(alone).close(
        alone.session(), SettleDraft(Counted(((200_000, 2),)), reason="change", alone=True)
    )

    (waiting,) = here.exceptions(alone.session())
    with_items = kt1.exceptions(alone.session())
    with pytest.raises(DeskError, match=r"user\.not_allowed"):
        here.review(alone.session(), made.event.id, "in_order")
    here.review(alone.session("chief"), made.event.id, "in_order")

    assert (waiting.event, waiting.number, waiting.reason) == (made.event.id, made.closing.shift, "change")
    assert (waiting.what, waiting.user, with_items) == ("shift.settled", "clerk", ())
    assert here.exceptions(alone.session()) == ()


def test_whoever_took_over_leaves_nothing_to_look_at(desk: Counter) -> None:
    settling(desk).close(desk.session(), SettleDraft(Counted(FLOAT), taker=CHIEF))

    assert DossierReviews(desk.store, desk.reference, desk.clock).exceptions(desk.session()) == ()


def test_shifts_that_wait_for_a_look_bar_nothing_else(desk: Counter) -> None:
    alone = _of_one(desk)
    for _ in range(11):
        settling(alone).close(alone.session(), SettleDraft(Counted(FLOAT), alone=True))
        alone.open_shift()
    alone.clock.pass_ms(73 * HOUR_MS)
    asked = Asked(Act.APPROVE_RESULT_RETURN)
    nobody = Confirmed(Manner.EXCEPTION, reason="nobody_reached")

    with alone.store.read() as reader:
        Confirmations(alone.reference, alone.clock).check(reader, alone.session(), asked, nobody)
