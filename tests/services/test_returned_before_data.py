"""What goes back to its sender goes back, whenever the dispatch is heard of that once brought it here."""

from __future__ import annotations

from pathlib import Path

from kt1desk.domain.permissions import Act
from tests.support.arriving import came, scan, sent
from tests.support.deliveries import DeliveryDesk
from tests.support.points import CENTRE, FAR, point_desk


def test_an_item_given_back_before_its_data_comes_is_delivered_to_its_sender(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as centre, point_desk(tmp_path, FAR, 4) as far:
        item = centre.new_item()
        bag, one = sent(centre, item)
        came(far, bag, one)
        scan(far, item, bag)
        delivering = DeliveryDesk(far)
        confirmed = far.confirmed(Act.RETURN_ITEM)
        delivering.redirecting.give_back(far.session(), item, "refused", confirmed)

        far.take(one.event)
        delivering.start(item)
        event = delivering.deliver(item)

        assert event.body()["party"] == "sender"
        assert far.state(item) == ("returned", "party:sender")
