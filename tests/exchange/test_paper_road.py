"""A dispatch on paper from the desk that sent it to one that has never heard of it: what is believed, and why what is not is refused."""

from __future__ import annotations

import random
import zlib
from dataclasses import replace

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import (
    GENESIS,
    Envelope,
    Event,
    EventId,
    HybridTime,
    Moment,
    Particulars,
    Stream,
    seal,
)
from kt1desk.domain.signing import signed
from kt1desk.exchange import wire
from kt1desk.exchange.paper_code import A4_PART_BYTES, Collector, parts_of
from kt1desk.exchange.trust import KeyList, OwnKeys, verify_event
from tests.support.exchange_keys import (
    COMMUNE_POINT,
    KEYS,
    NOON_MS,
    OFFICE,
    OFFICE_POINT,
    TRIAL,
    code_of,
    own_keys,
)


def _dispatch(own: OwnKeys = OFFICE, point: str = OFFICE_POINT) -> Event:
    """A signed dispatch of forty items, the receivers beside it."""
    at = EventId(own.device, Stream.KT1, 1, 31)
    envelope = Envelope(
        at, "dispatch.sent", 1, Moment(NOON_MS), HybridTime(NOON_MS, 0), "boot", "lan.be", second="hoa.ng"
    )
    lines: list[Json] = [[f"ME{473_000_000 + 7 * n}VN", "KT1", "none", 40 + n] for n in range(40)]
    body: dict[str, Json] = {
        "bags": lines,
        "dispatch": "CT240000-261123-7-1",
        "point": point,
        "to": COMMUNE_POINT,
    }
    draw = random.Random(2)
    beside = tuple(
        Particulars.make(f"to.{n}", {"name": f"Phòng {100 + n}-{draw.randrange(10**9)}"}, draw.randbytes(8))
        for n in range(60)
    )
    return signed(seal(GENESIS, envelope, body, beside), own.sign)


def _printed(event: Event, payload: bytes | None = None) -> list[bytes]:
    return list(parts_of(wire.encode(event) if payload is None else payload, event.id, A4_PART_BYTES))


def _taken_in(parts: list[bytes], keys: KeyList = KEYS) -> Event:
    collector = Collector()
    for part in parts:
        collector.add(part)
    event = wire.decode(collector.result().payload)
    verify_event(event, keys)
    return event


def test_a_desk_without_a_link_has_the_very_event_after_one_scan_of_each_part() -> None:
    event = _dispatch()
    parts = _printed(event)

    taken = _taken_in(parts[::-1])

    assert len(parts) > 1
    assert (taken.id, taken.hash, taken.body_bytes) == (event.id, event.hash, event.body_bytes)
    assert set(taken.particulars) == set(event.particulars)


def test_the_same_paper_scanned_twice_is_the_same_event() -> None:
    parts = _printed(_dispatch())

    assert _taken_in(parts * 2) == _taken_in(parts)


def test_a_dispatch_that_somebody_else_wrote_under_this_desk_s_number_is_forged() -> None:
    assert code_of(lambda: _taken_in(_printed(_dispatch(own_keys(7, life=1))))) == "trust.forged"


def test_an_altered_dispatch_is_forged_though_every_check_sum_fits() -> None:
    event = _dispatch()
    body = event.body_bytes.replace(b"CT240000-261123-7-1", b"CT240000-261123-7-2")
    payload = wire.encode(event).replace(b"CT240000-261123-7-1", b"CT240000-261123-7-2")

    assert body != event.body_bytes
    assert code_of(lambda: _taken_in(_printed(event, payload))) == "trust.forged"


def test_an_altered_row_beside_the_dispatch_is_forged() -> None:
    event = _dispatch()
    payload = wire.encode(event).replace("Phòng 101".encode(), "Phòng 901".encode())

    assert payload != wire.encode(event)
    assert code_of(lambda: _taken_in(_printed(event, payload))) == "trust.forged"


def test_a_dispatch_whose_signature_was_taken_away_is_refused() -> None:
    event = _dispatch()
    body = {name: value for name, value in event.body().items() if name not in {"sig", "beside"}}
    bare = seal(GENESIS, event.envelope, body)

    assert code_of(lambda: _taken_in(_printed(bare))) == "trust.unsigned"


def test_a_dispatch_in_the_name_of_another_point_is_refused() -> None:
    assert code_of(lambda: _taken_in(_printed(_dispatch(point=COMMUNE_POINT)))) == "trust.wrong_point"


def test_a_dispatch_of_a_desk_for_trying_out_is_refused_even_where_its_parts_name_another() -> None:
    event = _dispatch(TRIAL)
    disguised = list(parts_of(wire.encode(event), replace(event.id, device=7), A4_PART_BYTES))

    assert code_of(lambda: _printed(event)) == "trust.trial_desk"
    assert code_of(lambda: _taken_in(disguised)) == "trust.trial_desk"


def test_a_code_that_is_smudged_says_so_and_the_others_stay() -> None:
    first, *others = _printed(_dispatch())
    smudged = first[:-1] + bytes([first[-1] ^ 0x10])
    collector = Collector()
    for part in others:
        collector.add(part)

    assert zlib.crc32(smudged) != zlib.crc32(first)
    assert code_of(lambda: collector.add(smudged)) == "paper_code.damaged"
    assert collector.add(first).is_whole
