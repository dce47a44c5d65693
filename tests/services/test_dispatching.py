"""Sending: two people, a vehicle, and a way that the next point may go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import read_dispatch_sent
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.services.dispatching import DispatchDraft, Dispatching
from tests.support.points import CENTRE, COMMUNE, DISTRICT, FAR, PASSWORD, PointDesk, point_desk, reviews
from tests.support.reversals import refusal


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, CENTRE, 1) as made:
        yield made


@pytest.fixture
def district(tmp_path: Path) -> Iterator[PointDesk]:
    with point_desk(tmp_path, DISTRICT, 2) as made:
        yield made


def draft(*receptacles: str, to: str = DISTRICT) -> DispatchDraft:
    return DispatchDraft(to, "dt1-05", "12a-123.45", False, receptacles, "Trần Văn Tải", "Lê Văn Lái")


def send(desk: PointDesk, wanted: DispatchDraft) -> Event:
    confirmed = desk.confirmed(Act.APPROVE_DISPATCH)
    return desk.dispatching.send(desk.session(), wanted, confirmed).event


def test_a_dispatch_puts_all_that_is_in_its_receptacles_on_its_trip(centre: PointDesk) -> None:
    first, second = centre.new_item(), centre.new_item()
    bag = centre.pack(first, second, to=DISTRICT).receptacle

    sent = centre.send(bag, to=DISTRICT)

    assert sent.dispatch == "CT240000-261123-1-1"
    assert centre.state(sent.dispatch) == ("sent", f"trip:{sent.dispatch}")
    assert centre.state(bag) == ("sent", f"trip:{sent.dispatch}")
    assert centre.state(first) == ("dispatched", f"receptacle:{bag}")
    assert (sent.event.envelope.actor, sent.event.envelope.second) == ("clerk", "controller")


def test_a_dispatch_tells_its_taker_what_the_closing_said_and_who_everything_is_for(
    centre: PointDesk,
) -> None:
    plain = centre.new_item()
    packed = centre.pack(plain, to=DISTRICT)

    fact = read_dispatch_sent(centre.send(packed.receptacle, to=DISTRICT).event)

    (bag,) = fact.receptacles
    (line,) = bag.items
    assert (bag.closed, bag.closed_hash) == (packed.event.id, packed.event.hash.hex())
    assert (bag.n, line.n, line.origin) == (2, 3, CENTRE)
    assert line.receiver is not None
    assert line.receiver.agency
    assert (fact.route, fact.vehicle, fact.manner) == ("DT1-05", "12A-123.45", "spot")


@pytest.mark.parametrize("letter", [Secrecy.A, Secrecy.B, Secrecy.C])
def test_parties_of_a_marked_item_stand_beside_the_event_and_on_no_paper(
    centre: PointDesk, letter: Secrecy
) -> None:
    item = centre.new_item(letter)
    centre.approve(item)
    bag = centre.pack(item, to=DISTRICT).receptacle

    sent = centre.send(bag, to=DISTRICT)

    with centre.store.read() as reader:
        row, manifest = reader.item(item), reader.paper(sent.jobs[0])
    assert row is not None
    assert row.receiver is not None
    told = read_dispatch_sent(sent.event).receptacles[0].items[0]
    assert (told.sender, told.receiver) == (row.sender, row.receiver)
    assert row.receiver.name.encode() not in sent.event.body_bytes
    assert all(row.receiver.name not in text for text in manifest.values.values())
    assert manifest.values["item_1_letter"] == letter.value


def test_names_of_escort_and_driver_stand_beside_and_are_printed(centre: PointDesk) -> None:
    bag = centre.pack(centre.new_item(), to=DISTRICT).receptacle

    sent = centre.send(bag, to=DISTRICT)

    assert sent.event.particular("escort") == {"name": "Trần Văn Tải"}
    assert "Trần Văn Tải".encode() not in sent.event.body_bytes
    with centre.store.read() as reader:
        manifest = reader.paper(sent.jobs[0])
    assert (manifest.template, manifest.values["dispatch"]) == ("manifest", sent.dispatch)
    assert (manifest.values["escort_name"], manifest.values["taker_name"]) == ("Trần Văn Tải", "Lê Văn Lái")
    assert "part_1_code" in manifest.values


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"escort": ""}, "dispatch.escort_missing", "escort"),
        ({"dedicated": True, "vehicle": ""}, "dispatch.not_dedicated", "vehicle"),
        ({"route": ""}, "dispatch.route_missing", "route"),
        ({"route": "đường đi Cao Bằng qua đèo"}, "dispatch.sign_shape", "route"),
        ({"vehicle": "xe của anh Tải?"}, "dispatch.sign_shape", "vehicle"),
        ({"escort": "0912345678"}, "text.name_number", "escort"),
        ({"to": CENTRE}, "dispatch.to_self", "to"),
        ({"to": "999999"}, "reference.point_unknown", "reference"),
        ({"receptacles": ()}, "custody.nothing", "receptacle"),
        ({"receptacles": ("TUI00000099",)}, "custody.unknown", "receptacle"),
    ],
)
def test_a_dispatch_that_is_not_right_does_not_leave(
    centre: PointDesk, changes: dict[str, Any], code: str, field: str
) -> None:
    bag = centre.pack(centre.new_item(), to=DISTRICT).receptacle

    found = refusal(lambda: send(centre, replace(draft(bag), **changes)))

    assert (found.code, found.field) == (code, field)
    assert centre.state(bag)[0] == "closed"


def test_a_dedicated_vehicle_needs_no_escort(centre: PointDesk) -> None:
    bag = centre.pack(centre.new_item(), to=DISTRICT).receptacle

    event = send(centre, replace(draft(bag), dedicated=True, escort="", driver=""))

    assert event.body()["dedicated"] == 1
    assert event.particular("escort") == {}


def test_no_dispatch_leaves_on_the_word_of_one_person(centre: PointDesk) -> None:
    bag = centre.pack(centre.new_item(), to=DISTRICT).receptacle
    of_item = centre.confirmed(Act.HAND_OVER_ITEM, "other")

    by_clerk = refusal(lambda: centre.dispatching.send(centre.session(), draft(bag), of_item))
    by_himself = refusal(
        lambda: centre.dispatching.send(
            centre.session("controller"), draft(bag), centre.confirmed(Act.APPROVE_DISPATCH)
        )
    )

    assert (by_clerk.code, by_clerk.details["act"]) == ("approval.not_allowed", "approve_dispatch")
    assert by_himself.code == "approval.same_person"


def test_where_one_person_works_the_driver_confirms_the_dispatch(tmp_path: Path) -> None:
    with point_desk(tmp_path, COMMUNE, 3) as commune:
        bag = commune.pack(commune.new_item(), to=DISTRICT).receptacle
        confirmed = commune.second.confirm(commune.session(), Act.APPROVE_DISPATCH, "postman", PASSWORD)

        sent = commune.dispatching.send(commune.session(), draft(bag), confirmed)

        assert sent.event.envelope.second == "postman"


def test_a_dispatch_sent_alone_is_one_exception_whatever_it_carries(tmp_path: Path) -> None:
    with point_desk(tmp_path, COMMUNE, 3) as commune:
        bags = [
            commune.pack(commune.new_item(), to=DISTRICT, seal=f"NP000000{at}").receptacle for at in (1, 2)
        ]
        confirmed = commune.second.exception(commune.session(), Act.APPROVE_DISPATCH, "departure")

        sent = commune.dispatching.send(commune.session(), draft(*bags), confirmed)

        (row,) = reviews(commune).exceptions(commune.session())
        assert (row.what, row.number, row.reason) == ("dispatch.sent", sent.dispatch, "departure")


def test_a_receptacle_for_another_point_goes_only_by_a_point_that_passes_on(centre: PointDesk) -> None:
    for_commune = centre.pack(centre.new_item(), to=COMMUNE).receptacle

    refused = refusal(lambda: send(centre, draft(for_commune, to=FAR)))
    event = send(centre, draft(for_commune, to=DISTRICT))

    assert (refused.code, refused.details["number"]) == ("dispatch.no_relay", for_commune)
    assert event.body()["to"] == DISTRICT


def test_a_relay_point_passes_a_receptacle_on_unopened_with_all_it_was_told(
    centre: PointDesk, district: PointDesk, tmp_path: Path
) -> None:
    plain, marked = centre.new_item(), centre.new_item(Secrecy.A)
    centre.approve(marked)
    bag = centre.pack(plain, marked, to=COMMUNE).receptacle
    first = centre.send(bag, to=DISTRICT)
    district.take(first.event)
    district.receive(bag, dispatch=first.dispatch, weight_g=880)

    second = district.send(bag, to=COMMUNE)

    before, after = (read_dispatch_sent(each.event).receptacles[0] for each in (first, second))
    assert (after.closed, after.closed_hash, after.seal) == (before.closed, before.closed_hash, before.seal)
    assert [replace(line, n=0) for line in after.items] == [replace(line, n=0) for line in before.items]
    assert [line.n for line in after.items] == [line.n + 1 for line in before.items]
    assert district.state(plain) == ("dispatched", f"receptacle:{bag}")
    assert district.state(bag)[1] == f"trip:{second.dispatch}"


def test_nothing_is_passed_on_whose_data_has_not_come(district: PointDesk) -> None:
    district.receive("TUI00000007", dispatch="CT240000-261123-1-1")

    found = refusal(lambda: district.send("TUI00000007", to=COMMUNE))

    assert found.code == "dispatch.data_missing"


def test_a_code_that_cannot_be_made_leaves_nothing_written(centre: PointDesk) -> None:
    class NoKey:
        def parts(self, event: Event, to: str) -> tuple[bytes, ...]:
            raise DeskError("trust.unknown_point")

    bag = centre.pack(centre.new_item(), to=DISTRICT).receptacle
    dispatching = Dispatching(centre.store, centre.reference, centre.clock, PaperFit(), NoKey())

    found = refusal(
        partial(dispatching.send, centre.session(), draft(bag), centre.confirmed(Act.APPROVE_DISPATCH))
    )

    assert found.code == "trust.unknown_point"
    assert centre.state(bag)[0] == "closed"
    assert centre.papers_of("CT240000-261123-1-1") == []
