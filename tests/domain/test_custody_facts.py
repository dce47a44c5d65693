"""The bodies of custody's facts, byte for byte: a renamed field would make old journals unreadable."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES, body_limit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Particulars, Stream
from kt1desk.domain.facts import (
    KNOWN,
    SIGNED,
    BundleWritten,
    CheckpointMade,
    DispatchArrived,
    DispatchRecalled,
    DispatchSent,
    ExceptionReviewed,
    Fact,
    IncidentClosed,
    IncidentOpened,
    IncidentRemedied,
    IncidentTold,
    ItemApproved,
    ItemArrived,
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemForwarded,
    ItemHanded,
    ItemLine,
    ItemRejected,
    ItemReturned,
    ItemStored,
    ItemUnclaimed,
    MailTaken,
    Party,
    ReceptacleClosed,
    ReceptacleLine,
    ReceptacleOpened,
    ReceptacleReceived,
    ReceptacleUndone,
    RegisterEntered,
    RemoteGranted,
    RoundStarted,
    read_dispatch_sent,
)
from kt1desk.domain.facts.plain import PlainFact
from tests.support.custody_events import BAG, DISPATCH, ITEM, SEAL, Pen

P, S = "240000", "s1"
WRITTEN: dict[str, tuple[PlainFact, str]] = {
    "approved": (
        ItemApproved(ITEM, 2, P, S, "remote", question="12345678"),
        '{"item":"MX000000014VN","manner":"remote","n":2,"point":"240000","question":"12345678","shift":"s1"}',
    ),
    "rejected": (
        ItemRejected(ITEM, 2, P, S, "letter"),
        '{"item":"MX000000014VN","n":2,"point":"240000","reason":"letter","shift":"s1"}',
    ),
    "stored": (
        ItemStored(ITEM, 3, P, S, "ket1", scan=True),
        '{"item":"MX000000014VN","n":3,"place":"ket1","point":"240000","scan":1,"shift":"s1"}',
    ),
    "handed": (
        ItemHanded(ITEM, 3, P, S, "binh"),
        '{"item":"MX000000014VN","n":3,"point":"240000","shift":"s1","to":"binh"}',
    ),
    "round": (
        RoundStarted("PH1", "chi", ((ITEM, 7),), P, S),
        '{"items":[["MX000000014VN",7]],"point":"240000","postman":"chi","round":"PH1","shift":"s1"}',
    ),
    "delivered": (
        ItemDelivered(ITEM, 8, P, S, "receiver", "PH1/1", "PH1", "241000", named=True, scan=True),
        ('{"item":"MX000000014VN","n":8,"named":1,"origin":"241000","party":"receiver","point":"240000",'
        '"reference":"PH1/1","round":"PH1","scan":1,"shift":"s1"}'),
    ),
    "attempted": (
        ItemAttempted(ITEM, 8, P, S, "PH1", "closed", 1, "241000"),
        ('{"attempt":1,"item":"MX000000014VN","n":8,"origin":"241000","point":"240000","reason":"closed",'
        '"round":"PH1","shift":"s1"}'),
    ),
    "brought_back": (
        ItemBroughtBack(ITEM, 9, P, S, "PH1"),
        '{"item":"MX000000014VN","n":9,"point":"240000","round":"PH1","shift":"s1"}',
    ),
    "forwarded": (
        ItemForwarded(ITEM, 9, P, S, "moved", "242000", "241000"),
        '{"item":"MX000000014VN","n":9,"origin":"241000","point":"240000","reason":"moved","shift":"s1","to":"242000"}',
    ),
    "returned": (
        ItemReturned(ITEM, 9, P, S, "refused"),
        '{"item":"MX000000014VN","n":9,"point":"240000","reason":"refused","shift":"s1"}',
    ),
    "unclaimed": (
        ItemUnclaimed(ITEM, 10, P, S, "both"),
        '{"item":"MX000000014VN","n":10,"point":"240000","reason":"both","shift":"s1"}',
    ),
    "granted": (
        RemoteGranted(7, "12345678", "item", 2, P),
        '{"act":"item","device":7,"point":"240000","question":"12345678","things":2}',
    ),
    "reviewed": (
        ExceptionReviewed("7.1.1.12", "in_order", P),
        '{"event":"7.1.1.12","outcome":"in_order","point":"240000"}',
    ),
    "closed": (
        ReceptacleClosed(BAG, SEAL, 500, "241000", ((ITEM, 3),), P, S),
        ('{"items":[["MX000000014VN",3]],"point":"240000","receptacle":"TUI00000001","seal":"NP0000001",'
        '"shift":"s1","to":"241000","weight_g":500}'),
    ),
    "undone": (
        ReceptacleUndone(BAG, 2, ((ITEM, 4),), "seal", P, S),
        '{"items":[["MX000000014VN",4]],"n":2,"point":"240000","reason":"seal","receptacle":"TUI00000001","shift":"s1"}',
    ),
    "recalled": (
        DispatchRecalled(DISPATCH, 2, ((BAG, 3),), ((ITEM, 5),), "241000", "vehicle", P, S),
        ('{"dispatch":"CT240000-261122-1-1","items":[["MX000000014VN",5]],"n":2,"point":"240000","reason":"vehicle",'
        '"receptacles":[["TUI00000001",3]],"shift":"s1","to":"241000"}'),
    ),
    "received": (
        ReceptacleReceived(BAG, 3, "", 480, "seal_broken", P, S, DISPATCH, "241000", scan=True),
        ('{"condition":"seal_broken","dispatch":"CT240000-261122-1-1","from_point":"241000","n":3,"point":"240000",'
        '"receptacle":"TUI00000001","scan":1,"seal":"","shift":"s1","weight_g":480}'),
    ),
    "opened": (
        ReceptacleOpened(BAG, 4, P, S),
        '{"n":4,"point":"240000","receptacle":"TUI00000001","shift":"s1"}',
    ),
    "arrived": (
        ItemArrived(ITEM, "wet", P, S),
        '{"condition":"wet","item":"MX000000014VN","point":"240000","shift":"s1"}',
    ),
    "dispatch_arrived": (
        DispatchArrived(DISPATCH, 2, "241000", 3, 2, P, S, (ITEM,), (), ("BB1",)),
        ('{"arrived":2,"dispatch":"CT240000-261122-1-1","expected":3,"from_point":"241000","incidents":["BB1"],'
        '"missing":["MX000000014VN"],"n":2,"point":"240000","shift":"s1"}'),
    ),
    "incident": (
        IncidentOpened("BB1", "lost", "grave", "item", ITEM, P, S, 1_795_000_000_000, "C", "241000", DISPATCH),
        ('{"code":"lost","dispatch":"CT240000-261122-1-1","found_ms":1795000000000,"incident":"BB1",'
        '"number":"MX000000014VN","other_point":"241000","point":"240000","secrecy":"C","severity":"grave",'
        '"shift":"s1","thing":"item"}'),
    ),
    "told": (
        IncidentTold("BB1", "head", "phone", 1_795_000_000_000, P),
        '{"incident":"BB1","point":"240000","told_ms":1795000000000,"way":"phone","who":"head"}',
    ),
    "remedied": (
        IncidentRemedied("BB1", "resealed", P),
        '{"incident":"BB1","point":"240000","remedy":"resealed"}',
    ),
    "incident_closed": (
        IncidentClosed("BB1", "found", P, "241000"),
        '{"incident":"BB1","other_point":"241000","outcome":"found","point":"240000"}',
    ),
    "register": (
        RegisterEntered("vehicles", "12C-001.23", (("dedicated", "yes"),), P),
        '{"entry":"12C-001.23","point":"240000","register":"vehicles","values":[["dedicated","yes"]]}',
    ),
    "mail": (
        MailTaken("7.1.1.12", "ab" * 32, "paper"),
        '{"event":"7.1.1.12","hash":"' + "ab" * 32 + '","way":"paper"}',
    ),
    "bundle": (
        BundleWritten("241000", 3, 17, "cd" * 32),
        '{"number":3,"sha256":"' + "cd" * 32 + '","to":"241000","upto":17}',
    ),
    "checkpoint": (
        CheckpointMade("2026-11-22", "1.1.1.9", "00" * 32, "1.2.1.4", "11" * 32),
        '{"counter":"1.2.1.4","counter_hash":"' + "11" * 32 + '","date":"2026-11-22","kt1":"1.1.1.9","kt1_hash":"'
        + "00" * 32 + '"}',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_a_body_is_written_as_it_always_was_and_read_back_whole(name: str) -> None:
    fact, text = WRITTEN[name]

    written = canonical.encode(fact.body(), 4_096)

    assert written.decode() == text
    assert type(fact).of(canonical.decode(written, 4_096)) == fact


def test_every_fact_of_custody_stands_in_the_table_above() -> None:
    here = {type(fact) for fact, _ in WRITTEN.values()}

    plain = {kind for kind in KNOWN.values() if issubclass(kind, PlainFact)}

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


@pytest.mark.parametrize("broken", ["bags", "dispatch", "to"])
def test_a_dispatch_without_a_part_is_refused(broken: str) -> None:
    body = {name: value for name, value in _dispatch().body().items() if name != broken}

    with pytest.raises(DeskError, match=r"event\.body"):
        DispatchSent.of(body)


def test_what_leaves_the_point_bears_the_signature_of_the_desk() -> None:
    assert {DispatchSent.TYPE, DispatchRecalled.TYPE, DispatchArrived.TYPE, BundleWritten.TYPE} <= SIGNED
    facts: dict[str, type[Fact]] = dict(KNOWN)
    assert set(facts) >= SIGNED
