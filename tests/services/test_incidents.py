"""Incidents at a desk: opened at once, told, remedied, closed by another person, printed, never deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.approval import Manner
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import IncidentClosed
from kt1desk.domain.incidents import Age
from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.confirming import Confirmed
from kt1desk.services.custody_rows import IncidentRow
from kt1desk.services.incidents import IncidentDraft
from tests.support.deliveries import DeliveryDesk, delivery_desk
from tests.support.points import CENTRE, DISTRICT
from tests.support.reversals import refusal

HOUR = 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def opened(desk: DeliveryDesk, item: str, code: str = "opened", **changes: object) -> IncidentRow:
    draft = IncidentDraft(code, ThingKind.ITEM, item)
    return desk.incidents.open(desk.at.session(), replace(draft, **changes))  # type: ignore[arg-type]


def tell_all(desk: DeliveryDesk, incident: str) -> None:
    for contact in desk.incidents.view(desk.at.session(), incident).escalation:
        desk.incidents.tell(desk.at.session(), incident, contact.code, "telephone", 0)


def test_an_incident_has_a_number_a_gravity_and_the_event_it_was_found_in(desk: DeliveryDesk) -> None:
    item = desk.item(secrecy=Secrecy.C)

    row = opened(desk, item, other_point=CENTRE)

    assert row.incident == f"BB{DISTRICT}-261123-7-1"
    assert (row.severity, row.secrecy, row.user) == ("grave", "C", "clerk")
    with desk.at.store.read() as reader:
        event, standing = reader.event(row.event), reader.standing(item)
    assert event is not None
    assert standing is not None
    assert event.envelope.parents == (standing.head,)


def test_a_plain_item_is_less_grave_and_nobody_must_be_told(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item(), "damaged")

    view = desk.incidents.view(desk.at.session(), row.incident)

    assert (row.severity, row.secrecy) == ("major", "")
    assert (view.escalation, view.untold) == ((), frozenset())


def test_opening_of_a_marked_item_returns_who_must_be_told(desk: DeliveryDesk) -> None:
    contacts = desk.incidents.escalation("opened", "A")

    assert [each.name for each in contacts][:3] == ["Trưởng bưu cục", "Bưu điện tỉnh", "Công an tỉnh"]
    assert desk.incidents.escalation("opened", "") == ()
    assert desk.incidents.escalation("late", "A") == ()


def test_it_is_not_closed_before_everybody_was_told(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item(secrecy=Secrecy.B))
    clerk, chief = desk.at.session(), desk.at.session("chief")
    desk.incidents.remedy(clerk, row.incident, "handed_to_police")
    desk.incidents.tell(clerk, row.incident, "head", "in_person", 0)

    found = refusal(lambda: desk.incidents.close(chief, row.incident, "with_police"))
    tell_all(desk, row.incident)
    closed = desk.incidents.close(chief, row.incident, "with_police")

    assert found.code == "incident.not_told"
    assert str(found.details["who"]).startswith("Bưu điện tỉnh, Công an tỉnh")
    assert closed.row.closed_ms > 0
    assert closed.row.outcome == "with_police"


def test_who_opened_it_does_not_close_it(desk: DeliveryDesk) -> None:
    item = desk.item()
    row = desk.incidents.open(desk.at.session("chief"), IncidentDraft("late", ThingKind.ITEM, item))
    desk.incidents.remedy(desk.at.session("chief"), row.incident, "delivered_at_once")

    found = refusal(lambda: desk.incidents.close(desk.at.session("chief"), row.incident, "solved"))
    desk.incidents.close(desk.at.session("controller"), row.incident, "solved")

    assert found.code == "incident.same_person"


def test_a_clerk_does_not_close_one(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item())

    assert refusal(lambda: desk.incidents.close(desk.at.session("other"), row.incident, "solved")).code == (
        "user.not_allowed"
    )


def test_nothing_is_added_to_a_closed_record(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item(), "late")
    desk.incidents.remedy(desk.at.session(), row.incident, "delivered_at_once")
    desk.incidents.close(desk.at.session("chief"), row.incident, "solved")

    found = refusal(lambda: desk.incidents.remedy(desk.at.session(), row.incident, "found"))

    assert found.code == "incident.is_closed"
    assert len(desk.incidents.listed(desk.at.session(), only_open=False)) == 1
    assert desk.incidents.listed(desk.at.session()) == ()


def test_one_thing_has_one_open_record_for_one_reason(desk: DeliveryDesk) -> None:
    item = desk.item()
    row = opened(desk, item, "damaged")

    again = refusal(lambda: opened(desk, item, "damaged"))
    other = opened(desk, item, "late")

    assert (again.code, again.details["incident"]) == ("incident.already", row.incident)
    assert other.incident != row.incident


def test_a_surplus_item_that_nobody_here_knows_can_have_a_record(desk: DeliveryDesk) -> None:
    row = opened(desk, "MX 999 999 994 VN", "surplus")

    assert (row.number, row.secrecy) == ("MX999999994VN", "")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"code": "boring"}, "incident.code_unknown"),
        ({"code": "seal_wrong"}, "incident.other_thing"),
        ({"number": "a letter, opened"}, "incident.number"),
        ({"found_ms": 2_000_000_000_000}, "incident.found_later"),
        ({"other_point": "999999"}, "reference.point_unknown"),
    ],
)
def test_what_is_not_coded_is_not_taken(desk: DeliveryDesk, changes: dict[str, object], problem: str) -> None:
    item = desk.item()
    draft = replace(IncidentDraft("opened", ThingKind.ITEM, item), **changes)  # type: ignore[arg-type]

    assert refusal(lambda: desk.incidents.open(desk.at.session(), draft)).code == problem


def test_nobody_is_told_before_it_was_found_nor_in_the_future(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item())
    now_ms, session = desk.at.clock.wall_ms, desk.at.session()

    early = refusal(lambda: desk.incidents.tell(session, row.incident, "head", "telephone", row.found_ms - 1))
    late = refusal(lambda: desk.incidents.tell(session, row.incident, "head", "telephone", now_ms + 1))
    assert (early.code, late.code) == ("incident.told_when", "incident.told_when")
    assert refusal(lambda: desk.incidents.tell(session, row.incident, "aunt", "telephone", 0)).code == (
        "incident.contact_unknown"
    )


def test_an_open_record_shows_its_age(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item())
    found = []

    for _ in range(3):
        found.append(desk.incidents.view(desk.at.session(), row.incident).age)
        desk.at.clock.pass_ms(37 * HOUR)

    assert found == [Age.FRESH, Age.DAY, Age.OVERDUE]


def test_the_record_is_printed_with_all_that_is_known_and_every_printing_is_a_copy(
    desk: DeliveryDesk,
) -> None:
    item = desk.item(secrecy=Secrecy.A)
    row = opened(desk, item)
    tell_all(desk, row.incident)

    first = desk.incidents.print_record(desk.at.session(), row.incident)
    desk.incidents.remedy(desk.at.session(), row.incident, "resealed")
    second = desk.incidents.print_record(desk.at.session(), row.incident)

    papers = {paper.job: paper for paper in desk.at.papers_of(row.incident)}
    assert [papers[job].copy for job in (first, second)] == [1, 2]
    values = papers[second].values
    assert values["reason_1_text"] == "Có dấu hiệu bóc mở"
    assert values["remedy_1_text"] == "Đã niêm phong lại trước hai người"
    assert values["told_3_who"] == "Công an tỉnh"
    assert values["contact_1_who"] == "Trưởng bưu cục"
    assert values["holder_name"] == "Hoàng Thị Hà"
    assert not any("Sở Tài chính" in text for text in values.values())
    assert "remedy_1_text" not in papers[first].values


def test_a_receptacle_bears_the_highest_letter_in_it(desk: DeliveryDesk) -> None:
    items = [desk.item("UBVL", secrecy=Secrecy.C), desk.item("UBVL", secrecy=Secrecy.B), desk.item("UBVL")]
    bag = desk.at.pack(*items, to=CENTRE).receptacle

    row = desk.incidents.open(desk.at.session(), IncidentDraft("seal_broken", ThingKind.RECEPTACLE, bag))

    assert (row.secrecy, row.severity) == ("B", "grave")


def test_of_another_points_record_nothing_is_changed_here(desk: DeliveryDesk, tmp_path: Path) -> None:
    row = opened(desk, desk.item(), other_point=CENTRE)
    with desk.at.store.read() as reader:
        event = reader.event(row.event)
    assert event is not None

    with delivery_desk(tmp_path / "centre", CENTRE, 8) as centre:
        centre.at.take(event)
        view = centre.incidents.view(centre.at.session(), row.incident)
        found = refusal(lambda: centre.incidents.remedy(centre.at.session(), row.incident, "found"))

    assert view.ours is False
    assert found.code == "incident.not_ours"


def test_without_a_clearance_no_incident_is_seen(desk: DeliveryDesk) -> None:
    opened(desk, desk.item())

    found = refusal(lambda: desk.incidents.listed(desk.at.session("uncleared")))

    assert found.code == "user.clearance_missing"


def test_who_opened_it_may_have_another_person_close_it_by_his_password(desk: DeliveryDesk) -> None:
    row = opened(desk, desk.item(), "damaged")
    clerk = desk.at.session()
    desk.incidents.remedy(clerk, row.incident, "found")

    refused = [
        refusal(
            partial(desk.incidents.close, clerk, row.incident, "solved", Confirmed(Manner.SPOT, who))
        ).code
        for who in ("clerk", "postman", "nobody")
    ]
    by_phone = refusal(
        lambda: desk.incidents.close(clerk, row.incident, "solved", Confirmed(Manner.REMOTE, "chief"))
    )
    closed = desk.incidents.close(clerk, row.incident, "solved", Confirmed(Manner.SPOT, "chief"))

    assert refused == ["approval.same_person", "user.not_allowed", "approval.user_unknown"]
    assert by_phone.code == "approval.not_in_person"
    assert closed.row.outcome == "solved"
    with desk.at.store.read() as reader:
        ended = [
            event
            for event in reader.events_after(Stream.KT1, 0)
            if event.envelope.type == IncidentClosed.TYPE
        ]
    assert [(event.envelope.actor, event.envelope.second) for event in ended] == [("clerk", "chief")]


def test_a_second_person_who_opened_it_does_not_close_it(desk: DeliveryDesk) -> None:
    draft = IncidentDraft("damaged", ThingKind.ITEM, desk.item())
    row = desk.incidents.open(desk.at.session("chief"), draft)
    desk.incidents.remedy(desk.at.session(), row.incident, "found")

    found = refusal(
        lambda: desk.incidents.close(
            desk.at.session(), row.incident, "solved", Confirmed(Manner.SPOT, "chief")
        )
    )

    assert found.code == "incident.same_person"
