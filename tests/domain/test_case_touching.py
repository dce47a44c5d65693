"""What the events of a case do to its covers, whom they are told, and whose custody they are about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain import custody
from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.facts import (
    KNOWN,
    ApplicantTold,
    DossierAccepted,
    DossierDecided,
    DossierHanded,
    DossierListed,
    DossierRegistered,
    DossierReversed,
    DossierSupplemented,
    EnclosureMade,
    Fact,
    FeeCorrected,
    Leg,
    ReceptacleClosed,
    ReceptacleLine,
    ReceptacleOpened,
    ReceptacleReceived,
    ResultTaken,
    Sums,
)
from kt1desk.domain.facts.custody import ItemDelivered, ItemReturned, ItemStored, RoundStarted
from kt1desk.domain.facts.dispatches import DispatchArrived, DispatchSent
from kt1desk.domain.facts.dossier_custody import DOSSIER_CUSTODY, KT1_TYPE_OF, DossierDelivered, for_service
from kt1desk.domain.facts.incidents import IncidentClosed, IncidentOpened
from kt1desk.domain.facts.receptacles import ItemArrived
from kt1desk.domain.mail import MAIL_TYPES, audience
from kt1desk.domain.merging import Touch
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.touching import CUSTODY_TYPES, touches
from tests.domain.case_bodies import BACK, GN, KQ, MORE, SEND, WRITTEN, A, C, S
from tests.support.custody_events import BAG, DISPATCH, SEAL, Pen, line, standing

COMMUNE, BUREAU = "243120", "240100"
TTHC = Service.TTHC
CASE = DossierAccepted(
    C, "both", "2.000635", "Cấp bản sao trích lục hộ tịch", "2025-07-01", A, "Sở Tư pháp tỉnh Lạng Sơn",
    (
        Leg(SEND, "send", "lien_huyen", 90, 30_000, 30_000, "2026-11-24"),
        Leg(BACK, "return", "lien_huyen", 100, 30_000, 30_000),
    ),
    Sums(60_000, 8_000, 8_000), "TT22-2017", "cash", "counter", S, COMMUNE, to=BUREAU,
)  # fmt: skip
ONLY_BACK = replace(CASE, form="return", legs=CASE.legs[1:])
CLOSED = ReceptacleClosed(BAG, SEAL, 500, BUREAU, ((SEND, 2),), COMMUNE, S)


def touched(fact: Fact, actor: str = "lan") -> tuple[Touch, ...]:
    event = Pen(3).write(fact, actor=actor)
    return touches(event.body(), event.envelope)


def test_the_cover_of_a_case_is_stored_with_its_clerk_and_waits_for_nobody() -> None:
    (touch,) = touched(CASE)

    assert touch == Touch(ThingKind.ITEM, SEND, Step.TAKE_ON, custody.person(COMMUNE, "lan"), COMMUNE, n=1)
    assert custody.after(ThingKind.ITEM, State.UNKNOWN, Step.TAKE_ON) is State.STORED


def test_where_only_a_result_is_asked_for_nothing_is_in_custody_yet() -> None:
    assert touched(ONLY_BACK) == ()


def test_what_is_taken_back_goes_to_who_brought_it_and_only_where_a_cover_was_there() -> None:
    (touch,) = touched(DossierReversed(C, "corrected", S, COMMUNE, item=SEND))

    assert (touch.number, touch.step, touch.holder) == (SEND, Step.REVERSE, custody.party(custody.SENDER))
    assert touched(DossierReversed(C, "corrected", S, COMMUNE)) == ()


@pytest.mark.parametrize(
    ("fact", "item", "point"),
    [
        (ResultTaken(C, BACK, KQ, A, (("result", 1),), BUREAU, S), BACK, BUREAU),
        (ResultTaken("", BACK, KQ, A, (("result", 1),), BUREAU, S), BACK, BUREAU),
        (DossierSupplemented(C, MORE, 60, 0, 1, 1, COMMUNE, S), MORE, COMMUNE),
        (EnclosureMade(C, MORE, "slip", 1, BUREAU, S), MORE, BUREAU),
    ],
)
def test_a_result_a_supplement_and_an_enclosure_begin_a_way_of_their_own(
    fact: Fact, item: str, point: str
) -> None:
    assert touched(fact) == (
        Touch(ThingKind.ITEM, item, Step.TAKE_ON, custody.person(point, "lan"), point, n=1),
    )


def test_a_cover_handed_to_its_authority_is_delivered() -> None:
    (touch,) = touched(DossierHanded(C, SEND, 6, GN, A, 3, BUREAU, S, scan=True))

    assert touch == Touch(
        ThingKind.ITEM, SEND, Step.DELIVER, custody.party(custody.RECEIVER), BUREAU, 6, scan=True
    )


@pytest.mark.parametrize(
    "name",
    ["registered", "decided", "told", "handover", "takeover closed", "remitted", "corrected", "identity"],
)
def test_what_is_only_said_of_a_case_moves_no_cover(name: str) -> None:
    fact, _ = WRITTEN[name]

    assert touched(fact) == ()
    assert fact.TYPE not in CUSTODY_TYPES


@pytest.mark.parametrize(
    "fact",
    [
        ItemStored(SEND, 2, COMMUNE, S, "tu1", scan=True),
        CLOSED,
        RoundStarted("PH1", "khanh", ((BACK, 3),), COMMUNE, S),
        ItemDelivered(BACK, 4, COMMUNE, S, custody.SENDER, "GN1"),
        ItemReturned(BACK, 4, COMMUNE, S, "refused"),
        ReceptacleReceived(BAG, 3, SEAL, 500, "good", BUREAU, S, DISPATCH, COMMUNE, scan=True),
        DispatchArrived(DISPATCH, 2, COMMUNE, 1, 1, BUREAU, S),
    ],
    ids=lambda fact: fact.TYPE,
)
def test_an_act_on_a_cover_does_to_it_what_the_same_act_does_to_an_item(fact: Fact) -> None:
    assert touched(for_service(fact, TTHC)) == touched(fact) != ()


def test_every_act_of_custody_on_covers_touches_them_as_its_sister_does() -> None:
    of_covers = {name for name in CUSTODY_TYPES if name in KT1_TYPE_OF}

    assert of_covers == {name for name in DOSSIER_CUSTODY if KT1_TYPE_OF[name] in CUSTODY_TYPES}


def test_a_dossier_goes_from_a_commune_in_a_bag_to_the_bureau_and_is_handed_over_there() -> None:
    here, there = Pen(3), Pen(7)
    accepted = here.write(CASE, actor="yen")
    closed = here.write(for_service(CLOSED, TTHC), [accepted])
    bag = ReceptacleLine(BAG, SEAL, 500, 2, closed.id, closed.hash.hex(), (line(SEND, 3),), BUREAU)
    trip = DispatchSent(DISPATCH, COMMUNE, BUREAU, "LS", "12C", True, "none", (bag,), S)
    sent = here.write(for_service(trip, TTHC), [closed])
    taken = ReceptacleReceived(BAG, 3, SEAL, 500, "good", BUREAU, S, DISPATCH, COMMUNE, scan=True)
    received = there.write(for_service(taken, TTHC), [sent], at=9_000)
    opened = there.write(for_service(ReceptacleOpened(BAG, 4, BUREAU, S), TTHC), [received])
    found = ItemArrived(SEND, "good", BUREAU, S, n=4, receptacle=BAG, from_point=COMMUNE, scan=True)
    arrived = there.write(for_service(found, TTHC), [opened, sent])
    handed = there.write(DossierHanded(C, SEND, 5, GN, A, 3, BUREAU, S, scan=True), [arrived])
    known = [accepted, closed, sent, received, opened, arrived, handed]

    states = [standing(SEND, known[:count]).state for count in (1, 2, 3, 6, 7)]

    assert states == [State.STORED, State.PACKED, State.DISPATCHED, State.ARRIVED, State.DELIVERED]
    assert standing(SEND, reversed(known)) == standing(SEND, known)
    assert standing(BAG, known).state is State.OPENED


def test_a_result_that_nobody_could_deliver_goes_back_to_its_authority() -> None:
    pen = Pen(7)
    taken = pen.write(ResultTaken(C, BACK, KQ, A, (("result", 1),), BUREAU, S, scan=True))
    back = pen.write(for_service(ItemDelivered(BACK, 2, BUREAU, S, custody.SENDER, "GN2"), TTHC), [taken])

    assert standing(BACK, [back, taken]).state is State.RETURNED
    assert standing(BACK, [back, taken]).holder == custody.party(custody.SENDER)


TOLD_TO_THE_BUREAU: list[Fact] = [
    CASE,
    DossierListed(C, 1, (), COMMUNE, BUREAU),
    DossierReversed(C, "corrected", S, COMMUNE, to=BUREAU),
    DossierSupplemented(C, MORE, 60, 0, 1, 1, COMMUNE, S, to=BUREAU),
    EnclosureMade(C, MORE, "withdrawn", 1, COMMUNE, S, to=BUREAU, origin=COMMUNE),
    FeeCorrected(C, "collected", "fee_wrong", "cash", COMMUNE, S, 1_000, to=BUREAU),
    ApplicantTold(C, "7.2.1.12", "telephone", 1, COMMUNE, S, to=BUREAU),
    for_service(DispatchSent(DISPATCH, COMMUNE, BUREAU, "LS", "12C", True, "none", (), S), TTHC),
    for_service(ItemDelivered(MORE, 2, COMMUNE, S, custody.RECEIVER, "x", origin=BUREAU), TTHC),
    DossierDelivered(BACK, 6, COMMUNE, S, custody.RECEIVER, "x", origin=COMMUNE, to=BUREAU),
]
TOLD_TO_THE_COMMUNE: list[Fact] = [
    DossierHanded(C, SEND, 6, GN, A, 3, BUREAU, S, origin=COMMUNE),
    DossierRegistered(C, "H37.10-261123-0005", "2026-11-23", BUREAU, S, origin=COMMUNE),
    DossierDecided(C, "refused", "1", "2026-11-23", "not_competent", BUREAU, S, origin=COMMUNE),
    ResultTaken(C, BACK, KQ, A, (("result", 1),), BUREAU, S, origin=COMMUNE),
    EnclosureMade(C, MORE, "slip", 1, BUREAU, S, to=COMMUNE, origin=COMMUNE),
    for_service(ReceptacleReceived(BAG, 3, SEAL, 5, "good", BUREAU, S, DISPATCH, COMMUNE), TTHC),
    for_service(ItemArrived(SEND, "good", BUREAU, S, from_point=COMMUNE), TTHC),
    for_service(DispatchArrived(DISPATCH, 2, COMMUNE, 1, 1, BUREAU, S), TTHC),
    for_service(IncidentOpened("BB1", "lost", "grave", "item", SEND, BUREAU, S, 1, "", COMMUNE), TTHC),
    for_service(IncidentClosed("BB1", "solved", BUREAU, COMMUNE), TTHC),
]


@pytest.mark.parametrize("fact", TOLD_TO_THE_BUREAU, ids=lambda fact: fact.TYPE)
def test_what_the_accepting_point_does_is_told_to_the_point_of_the_authority(fact: Fact) -> None:
    assert audience(fact.TYPE, fact.body()) == (BUREAU,)


@pytest.mark.parametrize("fact", TOLD_TO_THE_COMMUNE, ids=lambda fact: fact.TYPE)
def test_what_happens_at_the_authority_is_told_to_the_point_that_accepted_it(fact: Fact) -> None:
    assert audience(fact.TYPE, fact.body()) == (COMMUNE,)


def test_a_case_that_its_own_point_hands_over_is_told_to_nobody() -> None:
    at_home = replace(CASE, point=BUREAU)

    assert audience(at_home.TYPE, at_home.body()) == ()
    assert audience(CASE.TYPE, replace(CASE, to="").body()) == ()


def test_that_an_applicant_was_told_of_what_his_own_point_entered_is_told_to_nobody() -> None:
    told, _ = WRITTEN["told"]

    assert audience(told.TYPE, told.body()) == ()


@pytest.mark.parametrize(
    "name",
    [
        "handover",
        "takeover opened",
        "takeover closed",
        "remitted",
        "receipt",
        "complaint",
        "answered",
        "visit",
        "visit done",
        "identity",
        "erased",
        "mail",
        "bundle",
    ],
)
def test_what_only_its_point_needs_stays_there(name: str) -> None:
    fact, _ = WRITTEN[name]

    assert audience(fact.TYPE, fact.body()) == ()
    assert fact.TYPE not in MAIL_TYPES


def test_every_type_that_is_told_is_held_here_for_dossiers() -> None:
    held = {fact.TYPE for fact in [*TOLD_TO_THE_BUREAU, *TOLD_TO_THE_COMMUNE]}
    as_kt1 = {
        f"tthc.{name}" for name in ("item.attempted", "item.forwarded", "item.returned", "item.unclaimed")
    } | {"tthc.dispatch.recalled"}

    assert {name for name in MAIL_TYPES if service_of(name) is TTHC} == held | as_kt1


def test_a_type_of_event_is_about_dossiers_exactly_where_it_names_them() -> None:
    of_dossiers = {name for name in KNOWN if service_of(name) is TTHC}

    assert of_dossiers == {
        name for name in KNOWN if name.partition(".")[0] in {"tthc", "dossier", "result", "enclosure"}
    }
    assert set(DOSSIER_CUSTODY) <= of_dossiers
    assert service_of("item.accepted") is Service.KT1


def test_the_words_of_the_services_are_those_of_rules_of_numbers_and_desk_files() -> None:
    assert {service.value for service in Service} == {"kt1", "tthc"}
