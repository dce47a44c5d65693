"""What can leave, what is under way, and which dispatch a bag came with."""

from __future__ import annotations

from pathlib import Path

from kt1desk.services.dispatch_views import DispatchViews
from tests.support.points import CENTRE, COMMUNE, DISTRICT, PointDesk, point_desk

BAG = "TUI00000777"


def _views(desk: PointDesk) -> DispatchViews:
    return DispatchViews(desk.store, desk.clock)


def test_a_closed_bag_can_leave_until_it_was_sent(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as desk:
        desk.pack(desk.new_item(), to=COMMUNE, receptacle=BAG)
        session, views = desk.session(), _views(desk)
        before = [row.receptacle for row in views.to_send(session)]

        sent = desk.send(BAG, to=COMMUNE)

        assert before == [BAG]
        assert (views.to_send(session), views.closed(session)) == ((), ())
        assert [(each.row.dispatch, each.bags) for each in views.under_way(session)] == [
            (sent.dispatch, (BAG,))
        ]


def test_a_bag_for_another_point_can_be_passed_on_unopened(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as giver, point_desk(tmp_path, DISTRICT, 2) as relay:
        giver.pack(giver.new_item(), to=COMMUNE, receptacle=BAG)
        sent = giver.send(BAG, to=DISTRICT)
        relay.take(sent.event)

        relay.receive(BAG, dispatch=sent.dispatch)

        session, views = relay.session(), _views(relay)
        assert [row.receptacle for row in views.to_send(session)] == [BAG]
        assert views.closed(session) == ()


def test_a_bag_names_its_dispatch_at_the_point_it_goes_to_alone(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as giver, point_desk(tmp_path, COMMUNE, 2) as taker:
        giver.pack(giver.new_item(), to=COMMUNE, receptacle=BAG)
        sent = giver.send(BAG, to=COMMUNE)
        unknown = _views(taker).dispatch_of(taker.session(), BAG)

        taker.take(sent.event)

        assert unknown == ""
        assert _views(taker).dispatch_of(taker.session(), BAG) == sent.dispatch
        assert _views(giver).dispatch_of(giver.session(), BAG) == ""


def test_dispatches_are_picked_out_of_other_events(tmp_path: Path) -> None:
    with point_desk(tmp_path, CENTRE, 1) as desk:
        packed = desk.pack(desk.new_item(), to=COMMUNE, receptacle=BAG)
        sent = desk.send(BAG, to=COMMUNE)

        found = _views(desk).among(desk.session(), [packed.event.id, sent.event.id])

        assert found == (sent.dispatch,)
