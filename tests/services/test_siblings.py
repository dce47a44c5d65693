"""Two desks of one point and one shared folder: what one accepts the other packs, sends and delivers, and nobody's drawer is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.custody import State
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.reporting.periods import Period
from kt1desk.services.register_views import Asked, RegisterViews
from kt1desk.services.reversal import ReversalReason, Reversals
from kt1desk.store.verify import verify
from tests.support.deliveries import DeliveryDesk
from tests.support.desks import ordinary
from tests.support.exchange_keys import refusal
from tests.support.near_desks import NearDesk, near_desks, settle
from tests.support.points import CENTRE, DISTRICT, on_day

SAFE = "KET-1"
MONTH_MS = 31 * 24 * 3_600_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "chung"
    made.mkdir()
    return made


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[tuple[NearDesk, ...]]:
    """Devices 7 and 8 at the centre, 9 at the district."""
    with near_desks(tmp_path, (CENTRE, 7), (CENTRE, 8), (DISTRICT, 9)) as made:
        yield made


def stored(desk: NearDesk, item: str) -> None:
    desk.holding.store(desk.session(), item, SAFE)


def test_what_one_desk_accepted_the_other_sends_and_both_hear_of_its_delivery(
    desks: tuple[NearDesk, ...], folder: Path
) -> None:
    first, second, district = desks
    first.place(SAFE)
    item = first.accept(replace(ordinary(), receiver="STC")).item
    stored(first, item)
    settle(folder, first, second)

    packed = second.pack(item, to=DISTRICT)
    sent = second.send(packed.receptacle, to=DISTRICT)
    settle(folder, first, second)
    district.take_bundle(second.bundle(DISTRICT))
    district.receive(packed.receptacle, dispatch=sent.dispatch)
    district.arrivals.open(district.session(), packed.receptacle)
    district.arrivals.scan(district.session(), item, packed.receptacle)
    district.arrivals.close(district.session(), sent.dispatch)
    DeliveryDesk(district).start(item)
    DeliveryDesk(district).deliver(item)
    back = district.bundle(CENTRE)
    for desk in (first, second):
        desk.take_bundle(back)

    assert {desk.state(item)[0] for desk in desks} == {State.DELIVERED.value}
    assert {desk.state(sent.dispatch)[0] for desk in desks} == {"arrived"}
    assert all(verify(desk.store).ok for desk in desks)


def test_an_item_of_the_desk_beside_is_read_found_and_held_here_with_its_price(
    desks: tuple[NearDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    item, secret = first.new_item(), first.new_item(Secrecy.B)

    settle(folder, first, second)

    with first.store.read() as here, second.store.read() as there:
        for number in (item, secret):
            wanted, told = here.item(number), there.item(number)
            assert wanted is not None
            assert told is not None
            assert (told.sender, told.receiver, told.charge) == (
                wanted.sender,
                wanted.receiver,
                wanted.charge,
            )
            assert (told.event, told.proof, told.shift) == (wanted.event, wanted.proof, "")
            assert there.held_item(number) == here.held_item(number)
        assert there.holders() == here.holders()
        assert [hit.ref for hit in there.search(item, ("item",), 5)] == [item]
        assert [each.item for each in there.held()] == [each.item for each in here.held()]


def test_nothing_of_the_desk_beside_enters_this_drawer_its_shift_or_its_numbers(
    desks: tuple[NearDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    with second.store.read() as reader:
        before = reader.open_shift(), reader.blocks(), reader.users()
    first.new_item()

    settle(folder, first, second)

    with second.store.read() as reader:
        assert (reader.open_shift(), reader.blocks(), reader.users()) == before
        shift = reader.open_shift()
        assert shift is not None
        assert reader.items_of_shift(shift.shift, 10) == []
        assert reader.exceptions() == []


def test_what_was_paid_goes_back_at_the_desk_that_took_it(desks: tuple[NearDesk, ...], folder: Path) -> None:
    first, second, _ = desks
    item = first.new_item()
    settle(folder, first, second)
    here, there = (Reversals(desk.store, desk.reference, desk.clock, PaperFit()) for desk in (first, second))

    found = refusal(partial(there.withdraw_item, second.session(), item, ReversalReason.WITHDRAWN))
    here.withdraw_item(first.session(), item, ReversalReason.WITHDRAWN)
    settle(folder, first, second)

    assert found.code == "reversal.other_desk"
    assert second.state(item)[0] == first.state(item)[0] == State.REVERSED.value
    assert verify(second.store).ok


def test_two_desks_that_pack_the_same_item_agree_on_where_it_is_and_both_show_the_conflict(
    desks: tuple[NearDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    first.place(SAFE)
    item = first.new_item()
    stored(first, item)
    settle(folder, first, second)

    first.pack(item, to=DISTRICT, seal="NP0000011")
    second.pack(item, to=DISTRICT, seal="NP0000012")
    settle(folder, first, second)

    assert first.state(item) == second.state(item)
    with first.store.read() as here, second.store.read() as there:
        one, other = here.standing(item), there.standing(item)
        assert one == other
        assert one is not None
        assert one.losers == 1
    assert verify(first.store).ok
    assert verify(second.store).ok


def test_registers_of_the_point_are_one_whoever_entered_what_last(
    desks: tuple[NearDesk, ...], folder: Path
) -> None:
    first, second, _ = desks
    first.place(SAFE)
    settle(folder, first, second)
    first.place("TU-2")
    second.place("TU-2")

    settle(folder, first, second)

    with first.store.read() as here, second.store.read() as there:
        assert here.register_rows("safes") == there.register_rows("safes")
        assert [row.entry for row in here.register_rows("safes")] == [SAFE, "TU-2"]
        assert {row.event.device for row in here.register_rows("safes")} == {7, 8}
    assert verify(first.store).ok


def test_what_both_desks_did_stands_in_the_registers_of_either_and_nothing_of_another_point(
    desks: tuple[NearDesk, ...], folder: Path
) -> None:
    first, second, district = desks
    sent = [desk.send(desk.pack(desk.new_item(), to=DISTRICT).receptacle, to=DISTRICT) for desk in desks[:2]]
    # A clock that was wrong for one item leaves its hybrid time ahead of what comes after.
    first.clock.pass_ms(MONTH_MS)
    item = first.new_item()
    first.clock.wall_ms -= MONTH_MS
    sent.append(first.send(first.pack(item, to=DISTRICT, seal="NP0000077").receptacle, to=DISTRICT))
    district.new_item()
    settle(folder, first, second)
    district.take_bundle(second.bundle(DISTRICT))
    day = Period(on_day(), on_day())

    def seen(desk: NearDesk) -> list[object]:
        views = RegisterViews(desk.store, desk.reference, desk.clock)
        return [line.number for line in views.open(desk.session(), Asked("manifests", day)).lines]

    assert sorted(map(str, seen(first))) == sorted(each.dispatch for each in sent)
    assert sorted(map(str, seen(second))) == sorted(each.dispatch for each in sent)
    assert seen(district) == []
