"""What the page of dispatches needs, on real desks: who is offered what, what is undone, what comes by file, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.mail_room import mailroom_of
from kt1desk.desktop.needs.approval import Alone, AtDesk
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.exchange.outgoing import write_bundle
from kt1desk.services.arrival_view import Wrong
from kt1desk.services.dispatching import DispatchDraft
from kt1desk.services.packing import PackDraft
from tests.support.dispatch_desks import DispatchDesk, two_desks
from tests.support.points import CENTRE, COMMUNE, DISTRICT, PASSWORD

BAG, SEAL = "TUI00000777", "NP0004412"
MINE = AtDesk("controller", PASSWORD)


def _draft(*bags: str, to: str = COMMUNE) -> DispatchDraft:
    return DispatchDraft(to, "DT12", "", False, bags, "Trần Văn Tải")


def _packed(desk: DispatchDesk) -> str:
    """A closed bag with one item in it; its item."""
    item = desk.at.new_item()
    desk.at.pack(item, to=COMMUNE, receptacle=BAG, seal=SEAL)
    return item


def test_what_waits_for_a_second_person_has_its_time_and_no_party(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        secret, express = giver.at.new_item(Secrecy.C), giver.at.new_item(urgency=Urgency.EXPRESS)
        giver.at.new_item()

        view = giver.counter().approval_view()

        assert [each.item.item for each in view.items] == [express, secret]
        assert all(each.due.due_ms for each in view.items)
        assert view.alone == ()


def test_where_a_point_has_one_person_an_exception_is_offered_and_taken(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, alone):
        secret, counter = alone.at.new_item(Secrecy.C), alone.counter()

        reasons = counter.approval_view().alone
        approved = counter.approve([secret], Alone(reasons[0].key))

        assert approved == 1
        assert len(reasons) == 4


def test_an_item_that_is_held_back_waits_no_more(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        secret, counter = giver.at.new_item(Secrecy.C), giver.counter()

        counter.reject(secret, counter.reject_reasons()[0].key, MINE)

        assert counter.approval_view().items == ()
        assert giver.at.state(secret)[0] == State.REJECTED


def test_points_are_found_by_code_and_fragments_and_never_this_one(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        counter = giver.counter()

        by_code, by_words = counter.points(DISTRICT), counter.points("ket doan")
        here = [point.code for point in counter.points(CENTRE)]

        assert [point.code for point in by_code] == [DISTRICT]
        assert COMMUNE in [point.code for point in by_words]
        assert here == []
        assert len(counter.points("")) == 8


def test_a_closed_bag_is_opened_again_and_its_items_can_be_packed_anew(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        item, counter = _packed(giver), giver.counter()
        before = [bag.receptacle for bag in counter.closed_bags()]

        counter.undo_bag(BAG, counter.undo_reasons()[0].key)

        assert before == [BAG]
        assert counter.closed_bags() == ()
        assert [each.item.item for each in counter.pack_view(COMMUNE).items] == [item]


def test_what_hinders_an_item_is_told_with_it(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        giver.at.new_item(Secrecy.C)

        (row,) = giver.counter().pack_view(COMMUNE).items

        assert row.hindered == "approval.item_needed"


def test_a_bag_without_a_tag_gets_the_number_that_was_offered(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        item, counter = giver.at.new_item(), giver.counter()
        offered = counter.new_receptacle()

        given = counter.close_bag(PackDraft("", SEAL, 600, COMMUNE, (item,)))

        assert given == offered
        assert len(giver.papers("bag_tag")) == 1


def test_a_dispatch_is_taken_back_and_its_bag_can_be_sent_again(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        _packed(giver)
        counter = giver.counter()
        dispatch = counter.send(_draft(BAG), MINE)
        (sent,) = counter.send_view().sent

        counter.recall(dispatch, counter.recall_reasons()[0].key, MINE)
        view = counter.send_view()

        assert (sent.row.dispatch, sent.bags) == (dispatch, (BAG,))
        assert view.sent == ()
        assert [each.row.receptacle for each in view.bags] == [BAG]


def test_a_bundle_brings_the_dispatch_and_the_same_one_brings_nothing_new(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, taker):
        _packed(giver)
        dispatch = giver.counter().send(_draft(BAG), MINE)
        file = tmp_path / "goi.kt1"
        file.write_bytes(write_bundle(mailroom_of(giver.open), giver.at.session(), COMMUNE).data)
        counter = taker.counter()

        came, again = counter.take_bundle(str(file)), counter.take_bundle(str(file))

        assert (came, again) == ((dispatch,), ())
        assert counter.dispatch_of(BAG) == dispatch
        assert [each.row.dispatch for each in counter.coming().dispatches] == [dispatch]


def test_a_file_that_is_not_there_is_refused_at_its_field(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, taker), pytest.raises(DeskError) as refused:
        taker.counter().take_bundle(str(tmp_path / "khong-co.kt1"))

    assert (refused.value.code, refused.value.field) == ("file.gone", "file")


@pytest.mark.parametrize("wrong", list(Wrong))
def test_every_difference_has_words_for_its_record(tmp_path: Path, wrong: Wrong) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (_, taker):
        assert len(taker.counter().incident_codes(wrong)) >= 2


def test_without_a_scale_nothing_is_weighed(tmp_path: Path) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        counter = giver.counter()

        assert not counter.has_scale()
        with pytest.raises(DeskError, match=r"scale\.not_set_up"):
            counter.weigh()


@pytest.mark.parametrize("user", ["uncleared", "postman"])
def test_whoever_is_not_cleared_sees_nothing_of_all_this(tmp_path: Path, user: str) -> None:
    with two_desks(tmp_path, CENTRE, COMMUNE) as (giver, _):
        _packed(giver)
        counter = giver.counter(user)

        for view in (
            counter.approval_view,
            lambda: counter.pack_view(""),
            counter.closed_bags,
            counter.send_view,
            counter.coming,
            lambda: counter.dispatch_of(BAG),
        ):
            with pytest.raises(DeskError, match=r"user\."):
                view()
