"""The bodies of a case's facts, byte for byte, and those of the custody of its covers: the same as their KT1 sisters, elsewhere."""

from __future__ import annotations

from dataclasses import fields
from typing import cast

import pytest

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import body_limit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import (
    KNOWN,
    SIGNED,
    BundleWritten,
    DispatchSent,
    Fact,
    FeesRemitted,
    HandoverMade,
    ItemApproved,
    ItemRejected,
    MailTaken,
    PersonsErased,
    TakeoverClosed,
)
from kt1desk.domain.facts.dossier_custody import (
    DOSSIER_CUSTODY,
    KT1_TYPE_OF,
    DossierDelivered,
    fact_type,
    for_service,
)
from kt1desk.domain.facts.plain import PlainFact
from kt1desk.domain.service import Service, service_of
from kt1desk.domain.touching import CUSTODY_TYPES
from tests.domain import custody_bodies
from tests.domain.case_bodies import KQ, WRITTEN, A, P, S
from tests.support.custody_events import DISPATCH, THERE

KT1: dict[str, Fact] = {name: cast(Fact, fact) for name, (fact, _) in custody_bodies.WRITTEN.items()}
TWINS = {name: fact for name, fact in KT1.items() if f"tthc.{fact.TYPE}" in DOSSIER_CUSTODY}
"""Facts of KT1 custody that dossiers have too, by the name of their vector."""
ONLY_KT1 = {"item.accepted", "item.approved", "item.rejected", "item.reversed"}
"""A second person looks at no cover of a dossier, and a cover is accepted and taken back with its case."""


def _kind(fact: Fact) -> type[PlainFact]:
    return type(cast(PlainFact, fact))


def _read_back(fact: Fact, written: bytes) -> object:
    return _kind(fact).of(canonical.decode(written, body_limit(fact.TYPE)))


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_is_written_as_it_always_was_and_read_back_whole(name: str) -> None:
    fact, text = WRITTEN[name]

    written = canonical.encode(fact.body(), body_limit(fact.TYPE))

    assert written.decode() == text
    assert _read_back(fact, written) == fact


def test_every_fact_of_dossiers_stands_in_the_table_or_beside_a_sister_of_kt1() -> None:
    here = {fact.TYPE for fact, _ in WRITTEN.values()}
    beside = {fact_type(fact.TYPE, Service.TTHC) for fact in TWINS.values()} | {"tthc.dispatch.sent"}
    own = {"dossier.accepted", "dossier.listed", "dossier.reversed"}

    known = {name for name in KNOWN if service_of(name) is Service.TTHC}

    assert known == here | beside | own


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_of_another_kind_is_refused(name: str) -> None:
    fact, _ = WRITTEN[name]
    first = next(each.name for each in fields(_kind(fact)) if each.name in fact.body())

    with pytest.raises(DeskError, match=r"event\.body"):
        _kind(fact).of({**fact.body(), first: {"x": 1}})


@pytest.mark.parametrize("name", TWINS)
def test_what_is_done_to_a_cover_has_the_body_of_the_same_act_on_kt1_and_its_own_stream(name: str) -> None:
    fact = TWINS[name]

    twin = for_service(fact, Service.TTHC)

    assert (f"tthc.{fact.TYPE}", Stream.COUNTER) == (twin.TYPE, twin.STREAM)
    assert twin.body() == fact.body()
    assert fact.STREAM is Stream.KT1
    assert issubclass(type(twin), type(fact))


def test_a_dispatch_of_dossiers_is_a_dispatch_in_the_stream_of_the_counter() -> None:
    fact = DispatchSent(DISPATCH, P, THERE, "LS-01", "12C-001.23", True, "none", (), S)

    twin = for_service(fact, Service.TTHC)

    assert (twin.TYPE, twin.STREAM, twin.body()) == ("tthc.dispatch.sent", Stream.COUNTER, fact.body())


def test_every_fact_of_dossiers_stands_in_the_stream_of_the_counter() -> None:
    streams = {fact.STREAM for name, fact in KNOWN.items() if service_of(name) is Service.TTHC}

    assert streams == {Stream.COUNTER}


def test_whatever_befalls_a_kt1_item_on_its_way_can_befall_a_cover() -> None:
    of_kt1 = {name for name in CUSTODY_TYPES if service_of(name) is Service.KT1} - ONLY_KT1

    assert {KT1_TYPE_OF[name] for name in CUSTODY_TYPES if name in KT1_TYPE_OF} == of_kt1


def test_incidents_befall_covers_too() -> None:
    incidents = {name for name in KNOWN if name.startswith("incident.")}

    assert incidents <= set(KT1_TYPE_OF.values())


@pytest.mark.parametrize("fact", [ItemApproved("X", 1, P, S, "spot"), ItemRejected("X", 1, P, S, "letter")])
def test_a_cover_has_no_second_person(fact: Fact) -> None:
    with pytest.raises(KeyError):
        for_service(fact, Service.TTHC)


def test_what_is_written_for_kt1_and_what_is_already_of_dossiers_stays_as_it_is() -> None:
    plain, own = TWINS["delivered"], WRITTEN["delivered"][0]

    assert for_service(plain, Service.KT1) is plain
    assert for_service(own, Service.TTHC) is own
    assert isinstance(for_service(plain, Service.TTHC), DossierDelivered)


def test_mail_and_bundles_of_dossiers_have_the_body_of_those_of_kt1() -> None:
    mail, bundle = KNOWN["tthc.mail.taken"], KNOWN["tthc.bundle.written"]

    assert issubclass(mail, MailTaken)
    assert issubclass(bundle, BundleWritten)
    assert {mail.STREAM, bundle.STREAM} == {Stream.COUNTER}


def test_what_two_parties_sign_and_what_leaves_the_point_bears_the_signature_of_the_desk() -> None:
    both = {name for name in SIGNED if name in KT1_TYPE_OF.values()}

    assert {HandoverMade.TYPE, TakeoverClosed.TYPE, FeesRemitted.TYPE, "tthc.bundle.written"} <= SIGNED
    assert {fact_type(name, Service.TTHC) for name in both} <= SIGNED


CODES = tuple(f"000.00.53.H48-261123-{number:07d}" for number in range(500))
CASES = tuple((f"HS243120-261122-99999-{number:05d}", 500_000_000) for number in range(250))
LARGE: list[Fact] = [
    HandoverMade("GN240100-261123-99999-99999", A, tuple(number for number, _ in CASES), 9_999, 999, P, S),
    TakeoverClosed(KQ, A, 500, 0, P, S, CODES),
    FeesRemitted("NP240100-261123-99999-99999", A, CASES, 10**11, "transfer", P, S, "UNC 123456", KQ),
    PersonsErased(
        "privacy.keep_months",
        tuple(f"65535.2.65535.{number:010d}" for number in range(500)),
        "2024-11-22",
        P,
    ),
]


@pytest.mark.parametrize("fact", LARGE, ids=lambda fact: fact.TYPE)
def test_the_longest_lists_of_a_day_fit_their_event(fact: Fact) -> None:
    written = canonical.encode(fact.body(), body_limit(fact.TYPE))

    assert _read_back(fact, written) == fact


@pytest.mark.parametrize("name", KT1_TYPE_OF)
def test_an_act_on_covers_may_be_as_long_as_the_same_act_on_kt1(name: str) -> None:
    assert body_limit(name) == body_limit(KT1_TYPE_OF[name])
