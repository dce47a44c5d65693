"""Events: golden bytes and hashes, and what a chain refuses."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain import facts
from kt1desk.domain.body_limits import MAX_BODY_BYTES
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import (
    GENESIS,
    MAX_PARENTS,
    Envelope,
    Event,
    EventId,
    HybridTime,
    Moment,
    Particulars,
    Stream,
    event_hash,
    seal,
)

VECTORS = Path(__file__).parents[1] / "vectors" / "events"
HASHES = dict(line.split() for line in (VECTORS / "hashes.txt").read_text().splitlines())
SALTS = {
    "handed_by": bytes.fromhex("0001020304050607"),
    "receiver": bytes.fromhex("1011121314151617"),
    "sender": bytes.fromhex("2021222324252627"),
}
SENDER = facts.Party("SNV", "Sở Nội vụ tỉnh Lạng Sơn", "Số 2 Hoàng Văn Thụ", "20")
RECEIVER = facts.Party("UBVL", "Ủy ban nhân dân xã Vũ Lăng", "Đường Đinh Tiên Hoàng", "20")


def vector(name: str) -> bytes:
    return (VECTORS / f"{name}.bin").read_bytes()


def first() -> Event:
    """The register of a trial desk is opened."""
    fact = facts.RegisterOpened(
        "LS01", "trial", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "0.1.0"
    )
    envelope = Envelope(
        EventId(0, Stream.KT1, 1, 1),
        fact.TYPE,
        fact.VERSION,
        Moment(1_795_410_000_000),
        HybridTime(1_795_410_000_000),
        "b-1",
        "system",
        parents=(EventId(0, Stream.COUNTER, 1, 1),),
    )
    return seal(GENESIS, envelope, fact.body())


def second() -> Event:
    """A C item by appointment, typed in an hour later and confirmed by a second person."""
    fact = facts.ItemAccepted(
        item="ME473124829VN",
        product="KT1012",
        urgency="hen_gio",
        secrecy="C",
        scope="province",
        named_person=True,
        weight_g=340,
        pieces=1,
        place="counter",
        checks=("stamp", "sealed"),
        payment="cash",
        shift="2026-11-23/1",
        point="LS01",
        charge=facts.Charge("kt1-2026", "sample", (("base", 30_000), ("speed", 20_000)), 800, 4_000, 54_000),
        agreed_ms=1_795_424_400_000,
        deadline_ms=1_795_424_400_000,
    )
    beside = {
        "handed_by": {"name": "Nguyễn Văn Ân", "id": "020099001234", "phone": ""},
        "receiver": RECEIVER.fields(),
        "sender": SENDER.fields(),
    }
    envelope = Envelope(
        EventId(0, Stream.KT1, 1, 2),
        fact.TYPE,
        fact.VERSION,
        Moment(1_795_410_005_000),
        HybridTime(1_795_410_005_001, 2),
        "b-1",
        "lan",
        entered=Moment(1_795_413_605_000),
        second="son",
        parents=(EventId(0, Stream.COUNTER, 1, 7), EventId(0, Stream.KT1, 1, 1)),
    )
    rows = tuple(Particulars.make(slot, fields, SALTS[slot]) for slot, fields in beside.items())
    return seal(first().hash, envelope, fact.body(), rows)


@pytest.mark.parametrize(("number", "event"), [("1", first()), ("2", second())])
def test_an_event_is_written_in_the_very_bytes_of_its_vector(number: str, event: Event) -> None:
    assert event.envelope_bytes == vector(f"{number}-envelope")
    assert event.body_bytes == vector(f"{number}-body")
    assert event.hash.hex() == HASHES[number]


def test_what_stands_beside_an_event_is_written_in_the_very_bytes_of_its_vector() -> None:
    rows = second().particulars

    assert {row.slot: row.row for row in rows} == {slot: vector(f"2-beside-{slot}") for slot in SALTS}


def test_the_vectors_hold_no_name_of_a_person_and_no_party_of_a_secret_item_in_the_body() -> None:
    body = vector("2-body").decode()

    assert "Nguyễn" not in body
    assert "Nội vụ" not in body
    assert "SNV" not in body


@pytest.mark.parametrize("event", [first(), second()])
def test_an_event_read_back_is_the_event_that_was_written(event: Event) -> None:
    envelope = Envelope.decode(event.envelope_bytes)

    assert envelope == event.envelope
    assert envelope.encode() == event.envelope_bytes


def test_an_acceptance_read_back_has_its_parties_from_beside_the_event() -> None:
    read = facts.read_item_accepted(second())

    assert (read.sender, read.receiver) == (SENDER, RECEIVER)
    assert read.named_person
    assert second().particular("handed_by") == {"name": "Nguyễn Văn Ân", "id": "020099001234"}


def test_an_erased_row_leaves_the_hash_as_it_was() -> None:
    whole = second()
    kept = tuple(row for row in whole.particulars if row.slot != "handed_by")
    erased = Event(whole.envelope, whole.prev, whole.hash, whole.envelope_bytes, whole.body_bytes, kept)

    assert event_hash(erased.prev, erased.envelope_bytes, erased.body_bytes) == whole.hash
    assert erased.particular("handed_by") == {}


@given(st.sampled_from(["prev", "envelope", "body"]), st.data())
def test_any_flipped_bit_gives_another_hash(part: str, data: st.DataObject) -> None:
    event = second()
    parts = {"prev": event.prev, "envelope": event.envelope_bytes, "body": event.body_bytes}
    bit = data.draw(st.integers(0, len(parts[part]) * 8 - 1))
    flipped = bytearray(parts[part])
    flipped[bit // 8] ^= 1 << bit % 8

    parts[part] = bytes(flipped)

    assert event_hash(parts["prev"], parts["envelope"], parts["body"]) != event.hash


def test_a_byte_moved_from_the_envelope_to_the_body_gives_another_hash() -> None:
    event = first()

    moved = event_hash(event.prev, event.envelope_bytes[:-1], event.envelope_bytes[-1:] + event.body_bytes)

    assert moved != event.hash


def test_the_salt_hides_a_guessed_row() -> None:
    row = Particulars.make("person", {"name": "Lý Thị Lan"}, bytes(8))
    same = Particulars.make("person", {"name": "Lý Thị Lan"}, bytes(7) + b"\1")

    assert row.hash != same.hash


def test_the_proof_on_paper_is_twelve_digits_of_the_hash() -> None:
    assert second().proof == "b639 97b1 76f1"


@given(
    st.builds(
        EventId,
        st.integers(0, 65_535),
        st.sampled_from(Stream),
        st.integers(1, 65_535),
        st.integers(1, 2**32 - 1),
    )
)
def test_the_printed_form_of_an_identity_reads_back(event_id: EventId) -> None:
    assert EventId.parse(event_id.text) == event_id


@pytest.mark.parametrize(
    "text",
    ["", "1.1.1", "1.1.1.1.1", "0.3.1.1", "0.0.1.1", "65536.1.1.1", "0.1.0.1", "0.1.1.0", "0.1.1.4294967296",
     "0.1.1.-1", "0.1.1.१", "0.1.1. 1", "0.1.1.1e3", "0.1.1." + "9" * 5_000],
)  # fmt: skip
def test_an_identity_outside_its_widths_is_refused(text: str) -> None:
    with pytest.raises(DeskError, match=r"event\.identity"):
        EventId.parse(text)


@given(st.lists(st.integers(0, 2**41), min_size=1, max_size=40))
def test_hybrid_time_only_goes_forward_whatever_the_clock_does(walls: list[int]) -> None:
    times = [HybridTime()]
    for wall in walls:
        times.append(times[-1].next(wall))

    assert all(earlier < later for earlier, later in pairwise(times))
    assert times[-1].ms == max(0, *walls)


def test_a_body_too_large_or_with_too_many_parents_is_refused() -> None:
    envelope = first().envelope
    too_many = Envelope(
        envelope.id,
        "x",
        1,
        envelope.happened,
        envelope.hlc,
        "b",
        "a",
        parents=(envelope.id,) * (MAX_PARENTS + 1),
    )

    with pytest.raises(DeskError, match=r"canonical\.size"):
        seal(GENESIS, envelope, {"x": "y" * MAX_BODY_BYTES})
    with pytest.raises(DeskError, match=r"event\.parents"):
        too_many.encode()


@pytest.mark.parametrize(
    "data",
    [b"{}", b'{"at":[1,420]}', vector("1-envelope").replace(b'"v":1', b'"v":"1"'),
     vector("1-envelope").replace(b"[0,1,1,1]", b"[0,9,1,1]"), vector("1-envelope").replace(b"[1795410000000,420]", b"[1]")],
)  # fmt: skip
def test_an_envelope_with_a_part_missing_or_of_the_wrong_kind_is_refused(data: bytes) -> None:
    with pytest.raises(DeskError, match=r"event\.(envelope|identity)"):
        Envelope.decode(data)


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (b'"v":1', b'"v":1,"with":""'),
        (b'"par":[[0,2,1,1]]', b'"par":[]'),
        (b'"hlc":', b'"from":"elsewhere","hlc":'),
    ],
)
def test_an_envelope_has_one_spelling_and_no_part_that_nobody_reads(part: bytes, other: bytes) -> None:
    written = vector("1-envelope").replace(part, other)
    assert written != vector("1-envelope")

    with pytest.raises(DeskError, match=r"event\.envelope"):
        Envelope.decode(written)


def test_a_receptacle_may_name_the_last_event_of_every_item_in_it() -> None:
    widest = EventId(2**16 - 1, Stream.COUNTER, 2**16 - 1, 2**32 - 1)

    envelope = replace(second().envelope, id=widest, parents=(widest,) * 256)

    assert Envelope.decode(envelope.encode()) == envelope
