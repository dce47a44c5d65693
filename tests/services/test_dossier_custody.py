"""Covers of cases on their way: the custody of KT1 with other rights, nobody who approves, and never in a bag with KT1 items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import read_dispatch_sent
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.services.packing import PackDraft
from kt1desk.services.wording import sentence
from tests.support.dossier_points import DossierDesk, dossier_desk
from tests.support.points import COMMUNE, DISTRICT, FAR
from tests.support.reversals import refusal


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[DossierDesk]:
    """A point with one person, where applicants come."""
    with dossier_desk(tmp_path, COMMUNE, 3) as made:
        yield made


@pytest.fixture
def district(tmp_path: Path) -> Iterator[DossierDesk]:
    """The point that serves the authority of the tests."""
    with dossier_desk(tmp_path, DISTRICT, 2) as made:
        yield made


@pytest.fixture
def far(tmp_path: Path) -> Iterator[DossierDesk]:
    """A point that relays no KT1."""
    with dossier_desk(tmp_path, FAR, 4) as made:
        yield made


def _said(refused: DeskError, item: str) -> str:
    """What the clerk reads, but for the number he typed."""
    return sentence(refused).replace(" ", "").replace(item, "?")


def test_a_cover_travels_to_the_point_of_its_authority_without_approval_or_clearance(
    commune: DossierDesk, district: DossierDesk
) -> None:
    taken = commune.accept()
    cover = taken.legs[0].item
    commune.put(cover)
    bag = commune.pack(cover, to=DISTRICT).receptacle
    sent = commune.send(bag, to=DISTRICT)
    commune.tell(district)

    district.arrive(bag, sent.dispatch, cover)

    assert district.state(cover) == ("arrived", f"person:{DISTRICT}/uncleared", DISTRICT)
    assert (sent.event.envelope.second, sent.event.body()["manner"]) == ("", "none")
    assert {sent.event.id.stream, sent.event.envelope.type} == {Stream.COUNTER, "tthc.dispatch.sent"}
    with district.at.store.read() as reader:
        row = reader.cover(cover)
        assert row is not None
        assert (row.dossier, row.way) == (taken.dossier, "send")


def test_parties_of_a_dossier_stand_beside_its_dispatch_and_on_no_manifest(commune: DossierDesk) -> None:
    cover = commune.cover()
    bag = commune.pack(cover, to=DISTRICT).receptacle

    sent = commune.send(bag, to=DISTRICT)

    line = read_dispatch_sent(sent.event).items[0]
    assert line.sender is not None
    assert line.receiver is not None
    assert (line.sender.name, line.receiver.agency) == ("Lương Thị Mẫu", "LS-05983-TTHCC")
    assert "Lương Thị Mẫu".encode() not in sent.event.body_bytes
    assert line.receiver.name.encode() not in sent.event.body_bytes
    with commune.at.store.read() as reader:
        manifest = reader.paper(sent.jobs[0])
    assert "Lương Thị Mẫu" not in " ".join(manifest.values.values())
    assert (manifest.values["item_1_number"], manifest.values["item_1_way"]) == (cover, "Hồ sơ")


def test_who_may_not_pack_dossiers_does_not(commune: DossierDesk) -> None:
    cover = commune.cover()
    draft = PackDraft("", "NP0000001", 600, DISTRICT, (cover,))

    refused = refusal(lambda: commune.packing.close(commune.at.session("postman"), draft))

    assert (refused.code, refused.details["act"]) == ("user.not_allowed", Act.PACK_DOSSIERS.value)


def test_a_kt1_item_in_a_bag_of_dossiers_is_refused_like_a_number_that_nobody_has(
    commune: DossierDesk,
) -> None:
    kt1, cover, unknown = commune.at.new_item(), commune.cover(), "MX999999995VN"

    refused = {
        item: refusal(partial(commune.pack, cover, item, to=DISTRICT, weight_g=700))
        for item in (kt1, unknown)
    }

    assert _said(refused[kt1], kt1) == _said(refused[unknown], unknown)
    assert commune.state(cover)[0] == "stored"


def test_a_cover_of_a_dossier_in_a_kt1_bag_is_refused_like_a_number_that_nobody_has(
    commune: DossierDesk,
) -> None:
    cover, unknown = commune.cover(), "RC999999995VN"

    refused = {
        item: refusal(partial(commune.at.pack, commune.at.new_item(), item, to=DISTRICT))
        for item in (cover, unknown)
    }

    assert refused[cover].code == "custody.unknown"
    assert _said(refused[cover], cover) == _said(refused[unknown], unknown)


def test_whoever_asks_for_dossiers_learns_of_no_kt1_item(commune: DossierDesk) -> None:
    kt1 = commune.at.new_item(Secrecy.A)
    commune.at.approve(kt1)
    bag = commune.at.pack(kt1, to=DISTRICT).receptacle
    trip = commune.at.send(bag, to=DISTRICT).dispatch
    session = commune.at.session("uncleared")

    assert commune.holding.view(session).total == 0
    assert commune.locator.whereabouts(session).holders == ()
    assert [commune.stories.of(session, each) for each in (kt1, bag, trip)] == [None, None, None]
    assert commune.views.under_way(session) == ()
    assert commune.incidents.listed(session, only_open=False, number=kt1) == ()


def test_whoever_asks_for_kt1_items_finds_no_dossier_there(commune: DossierDesk) -> None:
    cover = commune.cover()

    view = commune.at.holding.view(commune.at.session())

    assert view.total == 0
    with commune.at.store.read() as reader:
        assert reader.standing(cover) is None
        assert reader.held_item(cover) is None


def test_a_seal_is_used_once_for_both_services_and_names_no_bag_of_the_other(commune: DossierDesk) -> None:
    bag = commune.at.pack(commune.at.new_item(), to=DISTRICT, seal="NP0000077").receptacle
    cover = commune.cover()

    refused = refusal(lambda: commune.pack(cover, to=DISTRICT, seal="NP0000077"))

    assert refused.code == "receptacle.seal_gone"
    assert bag not in sentence(refused)


def test_receptacles_of_both_services_share_one_row_of_numbers(commune: DossierDesk) -> None:
    first = commune.at.pack(commune.at.new_item(), to=DISTRICT, seal="NP0000001").receptacle
    second = commune.pack(commune.cover(), to=DISTRICT, seal="NP0000002").receptacle

    assert int(second[-4:]) == int(first[-4:]) + 1
    tagged = PackDraft(first, "NP0000003", 600, DISTRICT, (commune.cover(),))
    again = refusal(lambda: commune.packing.close(commune.at.session("clerk"), tagged))
    assert again.code == "receptacle.number_used"


def test_dispatches_of_both_services_share_one_row_of_numbers(commune: DossierDesk) -> None:
    kt1 = commune.at.send(commune.at.pack(commune.at.new_item(), to=DISTRICT).receptacle, to=DISTRICT)
    bag = commune.pack(commune.cover(), to=DISTRICT, seal="NP0000002").receptacle

    dossiers = commune.send(bag, to=DISTRICT)

    assert kt1.dispatch.endswith("-3-1")
    assert dossiers.dispatch.endswith("-3-2")


def test_a_bag_of_dossiers_weighs_what_is_in_it(commune: DossierDesk) -> None:
    cover = commune.cover()

    assert (
        refusal(lambda: commune.pack(cover, to=DISTRICT, weight_g=20)).code == "receptacle.weight_implausible"
    )
    assert (
        refusal(lambda: commune.pack(cover, to=DISTRICT, weight_g=20_000)).code
        == "receptacle.weight_implausible"
    )


def test_where_a_cover_goes_is_the_point_of_its_authority_and_a_result_goes_to_where_the_case_began(
    district: DossierDesk, commune: DossierDesk
) -> None:
    taken = commune.accept()
    commune.put(taken.legs[0].item)
    commune.tell(district)
    result = district.result(taken, origin=COMMUNE)

    (cover,) = commune.packing.candidates(commune.at.session("clerk"), DISTRICT)
    back = {
        to: [row.belongs for row in district.packing.candidates(district.at.session("clerk"), to)]
        for to in (COMMUNE, DISTRICT)
    }

    assert (cover.item.item, cover.hindered, cover.belongs) == (taken.legs[0].item, "", True)
    assert back == {COMMUNE: [True], DISTRICT: [None]}
    assert district.state(result)[0] == "stored"


def test_a_dispatch_of_dossiers_is_taken_back_by_one_person(commune: DossierDesk) -> None:
    cover = commune.cover()
    bag = commune.pack(cover, to=DISTRICT).receptacle
    sent = commune.send(bag, to=DISTRICT)

    commune.dispatching.recall(commune.at.session("uncleared"), sent.dispatch, "wrong_route")

    assert commune.state(bag)[0] == "closed"
    assert commune.state(cover)[0] == "packed"


def test_hands_change_within_the_point_with_the_taker_s_password(district: DossierDesk) -> None:
    cover = district.cover()
    taker = district.at.second.confirm(
        district.at.session("clerk"), Act.HAND_ON_DOSSIER, "postman", "mat-khau-dung"
    )

    district.holding.hand(district.at.session("clerk"), [cover], taker)

    assert district.state(cover)[1] == f"person:{DISTRICT}/postman"
