"""A desk that knows nobody else who may take a drawer over is closed alone, for else it could never be closed."""

from __future__ import annotations

from kt1desk.domain.facts import UserRevoked
from kt1desk.services.ports import Appending
from kt1desk.services.settling_rows import Counted, SettleDraft
from tests.support.desks import Counter
from tests.support.settling import FLOAT, settled_of, settling


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
