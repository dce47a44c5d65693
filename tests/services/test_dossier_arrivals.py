"""Covers of cases that come: in bags, before their data, missing or damaged, and never a KT1 item among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.custody import ThingKind
from kt1desk.domain.facts import read_dispatch_sent
from kt1desk.domain.service import Service
from kt1desk.services.arrivals import ReceiveDraft
from kt1desk.services.incidents import IncidentDraft
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


def test_every_point_passes_a_bag_of_dossiers_on_unopened(commune: DossierDesk, far: DossierDesk) -> None:
    cover = commune.cover()
    bag = commune.pack(cover, to=DISTRICT).receptacle
    sent = commune.send(bag, to=FAR)
    commune.tell(far)
    far.receive(bag, sent.dispatch)
    far.arrivals.close(far.at.session("uncleared"), sent.dispatch)

    on = far.send(bag, to=DISTRICT)

    assert far.state(cover)[0] == "dispatched"
    told = read_dispatch_sent(on.event).items[0]
    assert told.receiver is not None
    assert told.origin == COMMUNE


def test_a_cover_that_came_before_its_data_is_taken_by_its_label(
    commune: DossierDesk, district: DossierDesk
) -> None:
    cover = commune.cover()
    bag = commune.pack(cover, to=DISTRICT).receptacle
    sent = commune.send(bag, to=DISTRICT)
    district.receive(bag, sent.dispatch)
    district.arrivals.open(district.at.session("uncleared"), bag)

    scanned = district.arrivals.scan(district.at.session("uncleared"), cover, bag)

    assert scanned.outcome == "before_data"
    assert district.state(cover)[0] == "arrived"
    commune.tell(district)
    assert district.state(cover)[:2] == ("arrived", f"person:{DISTRICT}/uncleared")


def test_what_is_missing_of_a_dispatch_of_dossiers_needs_a_record_and_nobody_need_be_told(
    commune: DossierDesk, district: DossierDesk
) -> None:
    here, missing = commune.cover(), commune.cover()
    bag = commune.pack(here, missing, to=DISTRICT).receptacle
    sent = commune.send(bag, to=DISTRICT)
    commune.tell(district)
    session = district.at.session("uncleared")
    district.receive(bag, sent.dispatch)
    district.arrivals.open(session, bag)
    district.arrivals.scan(session, here, bag)

    refused = refusal(lambda: district.arrivals.close(session, sent.dispatch))
    record = district.incidents.open(
        session, IncidentDraft("missing", ThingKind.ITEM, missing, COMMUNE, sent.dispatch)
    )
    closed = district.arrivals.close(session, sent.dispatch)

    assert refused.code == "arrival.incident_needed"
    assert closed.body()["missing"] == [missing]
    assert (record.secrecy, record.service) == ("", Service.TTHC)
    assert district.incidents.view(session, record.incident).escalation == ()
    told = district.tell(commune)
    assert {event.envelope.type for event in told} >= {"tthc.incident.opened", "tthc.dispatch.arrived"}


@pytest.mark.parametrize("changes", [{"seal": "NP0000099"}, {"condition": "damaged"}, {"seal": ""}])
def test_a_bag_of_dossiers_with_another_seal_or_damaged_needs_a_record(
    commune: DossierDesk, district: DossierDesk, changes: dict[str, str]
) -> None:
    cover = commune.cover()
    bag = commune.pack(cover, to=DISTRICT).receptacle
    sent = commune.send(bag, to=DISTRICT)
    commune.tell(district)
    session = district.at.session("uncleared")
    draft = ReceiveDraft(bag, "NP0000001", 540, "intact", "Lê Văn Lái", sent.dispatch, scan=True)
    district.arrivals.receive(session, replace(draft, **changes))  # type: ignore[arg-type]
    district.arrivals.open(session, bag)
    district.arrivals.scan(session, cover, bag)

    refused = refusal(lambda: district.arrivals.close(session, sent.dispatch))

    assert (refused.code, refused.details["numbers"]) == ("arrival.incident_needed", bag)


def test_a_kt1_item_that_is_known_here_does_not_arrive_as_a_dossier(
    commune: DossierDesk, district: DossierDesk
) -> None:
    kt1 = district.at.new_item()
    bag = commune.pack(commune.cover(), to=DISTRICT).receptacle
    sent = commune.send(bag, to=DISTRICT)
    commune.tell(district)
    district.receive(bag, sent.dispatch)
    district.arrivals.open(district.at.session("uncleared"), bag)

    refused = refusal(lambda: district.arrivals.scan(district.at.session("uncleared"), kt1, bag))

    assert refused.code == "custody.unknown"
    assert district.at.state(kt1)[0] == "accepted"
