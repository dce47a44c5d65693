"""Registers at a desk: kept by whoever may, changed and never deleted, and a clearance that ends with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.events import Stream
from kt1desk.domain.permissions import Act, Role
from kt1desk.domain.post_registers import ADOPTION, OUTSIDE_FIGURES, SERVICE_POINTS
from kt1desk.domain.registers import PEOPLE, REGISTERS
from tests.support.deliveries import VALID, DeliveryDesk, delivery_desk
from tests.support.furnished import CLEARED
from tests.support.reversals import refusal

DAY = 24 * 3_600_000
COMMUNE = "05977"
POINT = {"kind": "culture_point", "restored_on": "2026-03-01", "staffed": "yes", "target": "yes"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DeliveryDesk]:
    with delivery_desk(tmp_path) as made:
        yield made


def test_every_declared_register_can_be_read(desk: DeliveryDesk) -> None:
    codes = [each.code for each in desk.registers.registers()]

    assert codes == list(REGISTERS)
    assert all(desk.registers.entries(desk.at.session(), code) == () for code in codes)


def test_an_entry_under_a_key_is_changed_and_its_earlier_wording_stays_in_the_journal(
    desk: DeliveryDesk,
) -> None:
    desk.enter("vehicles", {"plate": "12A-123.45", "dedicated": "yes"})
    with desk.at.store.read() as reader:
        before = reader.event_count()

    desk.enter("vehicles", {"plate": "12A-123.45", "dedicated": "no", "until": "2026-12-31"})

    rows = desk.registers.entries(desk.at.session(), "vehicles")
    assert [(row.entry, row.values["dedicated"]) for row in rows] == [("12A-123.45", "no")]
    with desk.at.store.read() as reader:
        assert reader.event_count() == before + 1


def test_entries_without_a_key_are_numbered_by_day(desk: DeliveryDesk) -> None:
    found = {"on": "2026-11-23", "agency": "LS-SNV", "count": "3"}

    keys = [desk.enter("found_mail", found), desk.enter("found_mail", found)]
    desk.at.clock.pass_ms(DAY)
    keys.append(desk.enter("found_mail", found))

    assert keys == ["261123-7-001", "261123-7-002", "261124-7-001"]


def test_an_entry_nobody_made_is_not_changed(desk: DeliveryDesk) -> None:
    values = {"on": "2026-11-23", "agency": "LS-SNV", "count": "3"}

    found = refusal(lambda: desk.enter("found_mail", values, "261101-7-001"))
    other_key = refusal(lambda: desk.enter("vehicles", {"plate": "12A-1", "dedicated": "yes"}, "12A-2"))

    assert (found.code, other_key.code) == ("register.entry_unknown", "register.key")


def test_a_person_is_named_beside_the_entry_and_read_with_it(desk: DeliveryDesk) -> None:
    key = desk.enter("guard_roster", {"on": "2026-11-23", "shift": "night", "guard": "Lý Văn Sơn"})

    row = desk.registers.entries(desk.at.session(), "guard_roster")[0]

    with desk.at.store.read() as reader:
        event = reader.event(row.event)
    assert event is not None
    assert "Sơn" not in str(event.body())
    assert event.particular("entry") == {"guard": "Lý Văn Sơn"}
    assert (row.entry, row.values["guard"], row.user) == (key, "Lý Văn Sơn", "chief")


@pytest.mark.parametrize(
    ("code", "values", "problem"),
    [
        (PEOPLE, {"user": "stranger", **VALID}, "register.user_unknown"),
        (PEOPLE, {"user": "chief", **VALID}, "register.own_entry"),
        ("found_mail", {"on": "2026-11-23", "agency": "SNV", "count": "3"}, "register.agency_unknown"),
        ("diary", {}, "register.unknown"),
    ],
)
def test_an_entry_is_about_somebody_who_is_known_and_not_about_oneself(
    desk: DeliveryDesk, code: str, values: dict[str, str], problem: str
) -> None:
    assert refusal(lambda: desk.enter(code, values)).code == problem


def test_a_clerk_reads_registers_and_does_not_keep_them(desk: DeliveryDesk) -> None:
    values = {"plate": "12A-1", "dedicated": "yes"}

    found = refusal(lambda: desk.registers.enter(desk.at.session(), "vehicles", "", values))

    assert found.code == "user.not_allowed"
    assert desk.registers.entries(desk.at.session(), "vehicles") == ()


def test_without_a_clearance_no_register_is_read(desk: DeliveryDesk) -> None:
    found = refusal(lambda: desk.registers.entries(desk.at.session("uncleared"), PEOPLE))

    assert found.code == "user.clearance_missing"


def test_the_next_session_ends_with_the_earliest_expiry_of_the_register(desk: DeliveryDesk) -> None:
    before = desk.at.session().actor.clearance_until

    desk.enter(PEOPLE, {"user": "clerk", **VALID})

    assert before == CLEARED
    assert desk.at.session().actor.clearance_until == date(2027, 1, 2)
    assert desk.at.session("controller").actor.clearance_until == CLEARED


def test_whose_training_ran_out_does_nothing_with_kt1_and_confirms_nothing(desk: DeliveryDesk) -> None:
    ended = {**VALID, "trained_until": "2026-11-22"}
    for user in ("clerk", "postman"):
        desk.enter(PEOPLE, {"user": user, **ended})
    session = desk.at.session()

    own = refusal(lambda: desk.rounds.candidates(session))
    second = refusal(
        lambda: desk.at.second.confirm(desk.at.session("other"), Act.DELIVER_ITEM, "postman", "x")
    )

    assert (own.code, own.details["until"]) == ("user.clearance_expired", "22/11/2026")
    assert second.code == "user.clearance_expired"


def test_an_entry_gives_nobody_a_clearance_who_was_enrolled_without_one(desk: DeliveryDesk) -> None:
    desk.enter(PEOPLE, {"user": "uncleared", **VALID})

    assert desk.at.session("uncleared").actor.clearance_until is None


def test_a_book_of_the_post_is_kept_without_a_clearance_in_the_stream_of_the_counter(
    desk: DeliveryDesk,
) -> None:
    uncleared = desk.at.session("uncleared")
    head = replace(uncleared, actor=replace(uncleared.actor, roles=frozenset({Role.HEAD})))
    point = {"code": "VHX-001", "name": "Điểm văn hóa xã Hội Hoan", "commune": COMMUNE} | POINT

    kept = desk.registers.enter(head, SERVICE_POINTS, "", point)

    with desk.at.store.read() as reader:
        event = reader.event(kept.event)
    assert event is not None
    assert (event.envelope.type, event.id.stream) == ("book.entered", Stream.COUNTER)
    assert [row.values["name"] for row in desk.registers.entries(uncleared, SERVICE_POINTS)] == [
        point["name"]
    ]
    assert refusal(lambda: desk.registers.enter(head, ADOPTION, "", {})).code == "user.clearance_missing"
    assert (
        refusal(lambda: desk.registers.enter(uncleared, SERVICE_POINTS, "", point)).code == "user.not_allowed"
    )


def test_whoever_is_not_cleared_is_shown_the_books_alone(desk: DeliveryDesk) -> None:
    seen = [each.code for each in desk.registers.readable(desk.at.session("uncleared"))]

    assert seen == [SERVICE_POINTS, OUTSIDE_FIGURES]
    assert [each.code for each in desk.registers.readable(desk.at.session())] == list(REGISTERS)


def test_a_service_point_lies_in_a_commune_that_there_is(desk: DeliveryDesk) -> None:
    point = {"code": "VHX-001", "name": "Điểm văn hóa xã", "commune": "99999"} | POINT

    assert refusal(lambda: desk.enter(SERVICE_POINTS, point)).code == "register.commune_unknown"


def test_which_agency_uses_kt1_is_of_kt1(desk: DeliveryDesk) -> None:
    values = {"agency": "LS-SNV", "ground": "b", "since": "2024-01-01", "uses": "no", "reason": "no_contract"}

    desk.enter(ADOPTION, values)

    (row,) = desk.registers.entries(desk.at.session(), ADOPTION)
    assert (row.entry, row.event.stream) == ("LS-SNV", Stream.KT1)
