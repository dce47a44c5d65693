"""Measured: bytes of events on the wire and on paper, on a mix as a desk writes it. Prints figures, judges nothing.

Agencies are those of the sample, none of which the dictionary was made from; numbers, times, weights, salts and hashes are random.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from functools import partial

import pytest

from kt1desk.config import sample_folder
from kt1desk.domain.events import Event, Moment, Stream
from kt1desk.domain.facts import (
    DispatchSent,
    ItemApproved,
    ItemArrived,
    ItemDelivered,
    ItemLine,
    ItemStored,
    MailTaken,
    Party,
)
from kt1desk.exchange import wire
from kt1desk.exchange.codes import PaperCodes
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, seal_frame
from kt1desk.exchange.reading import deflated
from kt1desk.sampling.dictionary_events import EVENTS
from tests.support.chains import SHIFT, Writer, beside_of, dispatch, tried
from tests.support.exchange_keys import COMMUNE_POINT, KEYS, NOON_MS, OFFICE, OFFICE_POINT, seeded

pytestmark = pytest.mark.bench


def _parties() -> list[Party]:
    rows = json.loads((sample_folder() / "agencies.json").read_text(encoding="utf-8"))["rows"]
    return [
        Party(row["agency_id"], row["name"], row["address"], "20", row.get("commune", "")) for row in rows
    ]


def _random_line(line: ItemLine, chance: random.Random, parties: list[Party], *, by_number: bool) -> ItemLine:
    def drawn(party: Party | None) -> Party | None:
        if party is None:
            return None
        other = chance.choice(parties)
        return replace(other, name="", address="", province="", commune="") if by_number else other

    accepted = NOON_MS - chance.randrange(20 * 3_600_000)
    return replace(
        line,
        item=f"ME{chance.randrange(47_000_000, 47_400_000):08}{chance.randrange(10)}VN",
        product=f"KT1{chance.randrange(1, 17):03}",
        weight_g=chance.randrange(20, 2_000),
        accepted_ms=accepted,
        deadline_ms=accepted + 12 * 3_600_000,
        sender=drawn(line.sender),
        receiver=drawn(line.receiver),
    )


def _random_dispatch(items: int, secret: int, *, by_number: bool = False) -> Event:
    chance, parties = random.Random(items), _parties()
    plain = dispatch(items, secret=secret)
    bags = tuple(
        replace(
            bag,
            closed_hash=chance.randbytes(32).hex(),
            items=tuple(_random_line(line, chance, parties, by_number=by_number) for line in bag.items),
        )
        for bag in plain.receptacles
    )
    fact: DispatchSent = replace(plain, receptacles=bags, agencies="2026-11-01" if by_number else "")
    beside = beside_of(fact)
    for slot in beside:
        if slot.startswith(("from.", "to.")):
            beside[slot] = chance.choice(parties).fields()
    return Writer().append(fact, beside, second="son.ly")


def _day(count: int) -> list[Event]:
    """Custody events as they follow each other at a desk: acceptances, approvals, places, arrivals, deliveries."""
    chance, writer, parties = random.Random(3), Writer(), _parties()
    accepted = [(fact, beside) for fact, beside in EVENTS if fact.TYPE == "item.accepted"]
    while len(writer.events) < count:
        item = f"ME{chance.randrange(47_000_000, 47_400_000):08}{chance.randrange(10)}VN"
        plain = chance.random() < 0.8
        fact, beside = accepted[1] if plain else accepted[0]
        drawn = {"sender": chance.choice(parties), "receiver": chance.choice(parties)}
        changed = replace(fact, item=item, weight_g=chance.randrange(20, 2_000), **(drawn if plain else {}))  # type: ignore[type-var]
        beside = {"handed_by": {"name": "Hoàng Văn Thái", "id": f"0200{chance.randrange(10**8):08}"}} | (
            {} if plain else {slot: party.fields() for slot, party in drawn.items()}
        )
        first = writer.append(changed, beside)
        hashed = chance.randbytes(32).hex()
        number, where = f"TUI{chance.randrange(10_000):08}", (OFFICE_POINT, SHIFT)
        for each in (
            ItemApproved(item, 2, *where, "spot"),
            ItemStored(item, 3, *where, "KET1", scan=True),
            MailTaken(f"9.1.1.{chance.randrange(9_999)}", hashed, "bundle"),
            ItemArrived(item, "intact", *where, 5, number, "CT246940-261123-9-1", COMMUNE_POINT, scan=True),
            ItemDelivered(
                item, 7, *where, "receiver", "PH240000-261123-7-1/4", origin=COMMUNE_POINT, scan=True
            ),
        ):
            writer.append(each, parents=[first.id])
    return writer.events[:count]


def test_bytes_of_dispatches_on_paper() -> None:
    codes = PaperCodes(OFFICE, KEYS, seeded())
    for title, share, by_number in (
        ("in full", 0.0, False),
        ("one in five secret", 0.2, False),
        ("all secret", 1.0, False),
        ("by number", 0.0, True),
        ("by number, one in five secret", 0.2, True),
    ):
        for items in (1, 10, 40, 80, 120, 200):
            event = tried(partial(_random_dispatch, items, int(items * share), by_number=by_number))
            if isinstance(event, str):
                print(f"{title}, {items} items: {event}")
                continue
            parts = codes.parts(event, COMMUNE_POINT)
            told = f"{len(parts)} parts, {sum(map(len, parts))} bytes" if parts else "no room on paper"
            whole = wire.encode(event)
            sizes = f"body {len(event.body_bytes)}, wire {len(whole)}, packed {len(deflated(whole, shipped()[1]))}"
            print(f"{title}, {items} items: {sizes}, without dictionary {len(deflated(whole, b''))}; {told}")


def test_bytes_of_an_event_in_a_frame() -> None:
    events = _day(2_000)
    plain = sum(len(wire.encode(event)) for event in events) / len(events)
    print(f"{len(events)} events of the KT1 stream, {plain:.0f} bytes each before packing")
    for count in (1, 10, 50, 250):
        frames, at, mark = [], 0, START
        while at < len(events):
            frame = seal_frame(events[at : at + count], mark, Moment(NOON_MS), OFFICE, shipped())
            frames.append(frame)
            at, mark = at + frame.head.count, frame.mark
        size = sum(len(frame.data) for frame in frames)
        print(f"up to {count} a frame: {len(frames)} frames, {size / len(events):.1f} bytes an event")
    assert events[0].id.stream is Stream.KT1
