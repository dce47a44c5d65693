"""The bodies of custody's facts, byte for byte: a renamed field would make old journals unreadable."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import cast

import pytest

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES, body_limit
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Particulars, Stream
from kt1desk.domain.facts import (
    KNOWN,
    SIGNED,
    BundleWritten,
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
    Fact,
    ItemLine,
    Party,
    ReceptacleLine,
    read_dispatch_sent,
    security,
)
from kt1desk.domain.facts.plain import PlainFact
from kt1desk.domain.service import Service, service_of
from tests.domain.custody_bodies import WRITTEN, P, S
from tests.support.custody_events import BAG, DISPATCH, SEAL, Pen


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_is_written_as_it_always_was_and_read_back_whole(name: str) -> None:
    fact, text = WRITTEN[name]

    written = canonical.encode(fact.body(), 4_096)

    assert written.decode() == text
    assert type(fact).of(canonical.decode(written, 4_096)) == fact


def test_every_fact_of_kt1_custody_stands_in_the_table() -> None:
    here = {type(fact) for fact, _ in WRITTEN.values()}

    plain = {
        kind
        for name, kind in KNOWN.items()
        if issubclass(kind, PlainFact)
        and service_of(name) is Service.KT1
        and kind.__module__ != security.__name__
        and kind.STREAM is Stream.KT1
    }

    assert plain == here


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_of_another_kind_is_refused(name: str) -> None:
    fact, _ = WRITTEN[name]
    first = next(each.name for each in fields(fact) if each.name in fact.body())

    with pytest.raises(DeskError, match=r"event\.body"):
        type(fact).of({**fact.body(), first: {"x": 1}})


def _dispatch(count: int = 1, letter: str = "none") -> DispatchSent:
    shown = letter == "none"
    sender = Party("SNV", "Sở Nội vụ tỉnh Lạng Sơn", "Số 2 Hoàng Văn Thụ", "20") if shown else None
    receiver = Party("", "Ủy ban nhân dân xã Vũ Lăng", "Thôn Nà Pán", "20", "06367") if shown else None
    items = tuple(
        ItemLine(
            f"MX{number:08d}0VN", "KT1001", "none", letter, "intra", 120, 1_795_000_000_000,
            1_795_000_000_000 + 86_400_000, 0, P, 4, number % 2 == 0, returning=False, sender=sender, receiver=receiver,
        )
        for number in range(count)
    )  # fmt: skip
    closed = EventId(7, Stream.KT1, 1, 12)
    bag = ReceptacleLine(BAG, SEAL, 900, 2, closed, "ab" * 32, items, "241000")
    return DispatchSent(DISPATCH, P, "241000", "LS-01", "12C-001.23", True, "spot", (bag,), S, agencies="")


def test_a_dispatch_is_written_as_it_always_was() -> None:
    written = canonical.encode(_dispatch().body(), 4_096).decode()

    assert written == (
        '{"bags":[["TUI00000001","NP0000001",900,2,"7.1.1.12","' + "ab" * 32 + '",[["MX000000000VN","KT1001","none",'
        '"none","intra",120,1795000000000,86400000,0,"240000",4,1,{"address":"Số 2 Hoàng Văn Thụ","agency":"SNV",'
        '"name":"Sở Nội vụ tỉnh Lạng Sơn","province":"20"},{"address":"Thôn Nà Pán","commune":"06367","name":'
        '"Ủy ban nhân dân xã Vũ Lăng","province":"20"}]],"241000"]],"dedicated":1,"dispatch":"CT240000-261122-1-1","manner":'
        '"spot","point":"240000","route":"LS-01","shift":"s1","to":"241000","vehicle":"12C-001.23"}'
    )  # fmt: skip


def test_a_dispatch_of_two_hundred_items_is_read_back_whole_and_fits_its_limit() -> None:
    fact = _dispatch(200)

    written = canonical.encode(fact.body(), body_limit(DispatchSent.TYPE))

    assert body_limit(DispatchSent.TYPE) == LARGEST_BODY_BYTES
    assert DispatchSent.of(canonical.decode(written, LARGEST_BODY_BYTES)) == fact


def test_parties_of_a_marked_item_come_back_from_beside_the_event() -> None:
    fact = _dispatch(1, "C")
    item = fact.items[0].item
    parties = {
        "from": Party("SNV", "Sở Nội vụ", "Số 2", "20"),
        "to": Party("", "Xã Vũ Lăng", "Thôn 1", "20"),
    }
    event = Pen(7).write(fact)
    beside = tuple(
        Particulars.make(f"{side}.{item}", party.fields(), b"12345678") for side, party in parties.items()
    )

    whole = read_dispatch_sent(replace(event, particulars=beside))

    assert "Nội vụ" not in event.body_bytes.decode()
    assert (whole.items[0].sender, whole.items[0].receiver) == (parties["from"], parties["to"])
    assert read_dispatch_sent(event).items[0].sender is None


def test_a_receptacle_written_before_its_point_was_told_is_for_where_the_dispatch_goes() -> None:
    body = _dispatch().body()
    (bag,) = cast(list[list[Json]], body["bags"])

    assert DispatchSent.of({**body, "bags": [bag[:-1]]}) == _dispatch()
    for wrong in (bag[:-2], [*bag, "more"]):
        with pytest.raises(DeskError, match=r"event\.body"):
            DispatchSent.of({**body, "bags": [wrong]})


@pytest.mark.parametrize("broken", ["bags", "dispatch", "to"])
def test_a_dispatch_without_a_part_is_refused(broken: str) -> None:
    body = {name: value for name, value in _dispatch().body().items() if name != broken}

    with pytest.raises(DeskError, match=r"event\.body"):
        DispatchSent.of(body)


def test_what_leaves_the_point_bears_the_signature_of_the_desk() -> None:
    assert {DispatchSent.TYPE, DispatchRecalled.TYPE, DispatchArrived.TYPE, BundleWritten.TYPE} <= SIGNED
    facts: dict[str, type[Fact]] = dict(KNOWN)
    assert set(facts) >= SIGNED
