"""Whoever gave a dispatch away is told of its arrival also where the taker received it before its data."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.mail import audience
from kt1desk.domain.permissions import Act
from kt1desk.services.arrivals import ReceiveDraft
from tests.support.arriving import scan, sent
from tests.support.points import CENTRE, FAR, point_desk


def test_a_giver_who_recalled_too_late_learns_that_his_bag_came_before_its_data(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as centre, point_desk(tmp_path, FAR, 4) as far:
        item = centre.new_item()
        bag, one = sent(centre, item)
        draft = ReceiveDraft(bag, "NP0000001", 540, "intact", "Lê Văn Lái", one.dispatch, True)
        received = far.arrivals.receive(far.session(), draft).event
        far.arrivals.open(far.session(), bag)
        seen = scan(far, item, bag).event
        confirmed = centre.confirmed(Act.APPROVE_DISPATCH)
        centre.dispatching.recall(centre.session(), one.dispatch, "ordered", confirmed)
        before = centre.state(bag), centre.state(item)

        assert received is not None
        assert seen is not None
        for event in (received, seen):
            centre.take(event)

        told = [audience(event.envelope.type, event.body()) for event in (received, seen)]
        assert told == [(CENTRE,), (CENTRE,)]
        assert before == (("closed", f"person:{CENTRE}/clerk"), ("packed", f"receptacle:{bag}"))
        assert centre.state(bag) == ("received", f"person:{FAR}/clerk")
        assert centre.state(item) == ("arrived", f"person:{FAR}/clerk")
