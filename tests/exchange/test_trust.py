"""Which desk is believed on which day, and what a signature inside an event proves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import GENESIS, Envelope, Event, EventId, HybridTime, Moment, Stream, seal
from kt1desk.domain.signing import signed
from kt1desk.exchange.trust import MAX_DESKS, DeskKeys, KeyList, OwnKeys, local_day, verify_event
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    DAY,
    FIRST_DAY,
    KEYS,
    LAST_DAY,
    NOON_MS,
    OFFICE,
    OFFICE_POINT,
    OFFICE_SECOND,
    STRANGER,
    TRIAL,
    code_of,
    ended,
    own_keys,
    refusal,
    row_of,
)

ONE = timedelta(days=1)


def _event(device: int = 7, at_ms: int = NOON_MS, body: Mapping[str, Json] | None = None) -> Event:
    """An event of a desk, not signed."""
    envelope = Envelope(
        id=EventId(device, Stream.KT1, 1, 12),
        type="dispatch.sent",
        version=1,
        happened=Moment(at_ms),
        hlc=HybridTime(at_ms, 0),
        boot="boot",
        actor="lan.be",
    )
    said: Mapping[str, Json] = (
        {"point": OFFICE_POINT, "number": "CT240000-261123-7-1"} if body is None else body
    )
    return seal(GENESIS, envelope, said)


def _signed(own: OwnKeys, **changes: object) -> Event:
    return signed(_event(own.device, **changes), own.sign)  # type: ignore[arg-type]


def test_a_desk_is_found_by_its_number_and_by_its_point() -> None:
    assert KEYS.of_device(7, DAY) == row_of(OFFICE)
    assert KEYS.of_point(OFFICE_POINT, DAY) == (row_of(OFFICE), row_of(OFFICE_SECOND))
    assert KEYS.of_point(COMMUNE_POINT, DAY) == (row_of(COMMUNE),)


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_the_first_and_the_last_day_of_a_key_count(day: date) -> None:
    assert KEYS.of_device(7, day) == row_of(OFFICE)


@pytest.mark.parametrize(
    ("device", "day", "code"),
    [
        (0, DAY, "trust.trial_desk"),
        (66, DAY, "trust.unknown_device"),
        (7, FIRST_DAY - ONE, "trust.not_yet"),
        (7, LAST_DAY + ONE, "trust.expired"),
    ],
)
def test_a_desk_that_is_not_believed_is_refused_with_its_own_reason(
    device: int, day: date, code: str
) -> None:
    assert code_of(lambda: KEYS.of_device(device, day)) == code


def test_a_point_without_a_valid_desk_is_refused() -> None:
    found = [
        code_of(lambda: KEYS.of_point("999999", DAY)),
        code_of(lambda: KEYS.of_point(COMMUNE_POINT, LAST_DAY + ONE)),
    ]

    assert found == ["trust.unknown_point"] * 2


def test_a_desk_with_a_new_key_is_believed_by_the_key_of_each_day() -> None:
    old, new = row_of(OFFICE, valid_to=DAY), row_of(own_keys(7, life=1), valid_from=DAY + ONE)
    keys = KeyList((new, old), 6, DAY)

    assert (keys.of_device(7, DAY), keys.of_device(7, DAY + ONE)) == (old, new)
    assert old.sign_key != new.sign_key


def test_a_list_never_has_two_answers_for_a_day() -> None:
    rows = (row_of(OFFICE, valid_to=DAY), row_of(own_keys(7, life=1), valid_from=DAY))

    error = refusal(lambda: KeyList(rows, 6, DAY))

    assert (error.code, error.details["device"]) == ("key_list.overlap", 7)


@pytest.mark.parametrize("issue", [0, -1, 2**31])
def test_a_list_has_a_number_from_one(issue: int) -> None:
    assert code_of(lambda: KeyList(KEYS.desks, issue, DAY)) == "key_list.content"


def test_a_list_has_an_end() -> None:
    rows = tuple(replace(row_of(OFFICE), device=at) for at in range(1, MAX_DESKS + 2))

    assert code_of(lambda: KeyList(rows, 1, DAY)) == "key_list.content"
    assert len(KeyList(rows[:-1], 1, DAY).desks) == MAX_DESKS


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"device": 0}, "trust.trial_desk"),
        ({"device": 65_536}, "key_list.row"),
        ({"device": -1}, "key_list.row"),
        ({"point": ""}, "key_list.row"),
        ({"point": "a b"}, "key_list.row"),
        ({"sign_key": "AB" * 32}, "key_list.row"),
        ({"seal_key": "ab" * 31}, "key_list.row"),
        ({"valid_to": FIRST_DAY - ONE}, "key_list.row"),
    ],
)
def test_a_row_is_of_something_a_desk_can_be(changes: dict[str, object], code: str) -> None:
    row: DeskKeys = row_of(OFFICE)

    assert code_of(lambda: replace(row, **changes)) == code  # type: ignore[arg-type]


def test_a_signed_event_is_proved_by_the_row_of_its_desk() -> None:
    assert verify_event(_signed(OFFICE), KEYS) == row_of(OFFICE)


def test_an_event_is_judged_by_the_day_it_happened_in_its_own_time() -> None:
    # 23:30 in Việt Nam on the last day is 16:30 UTC; half an hour later the key has ended there, and not yet in London
    last = ended(KEYS, 7, DAY)
    evening_ms = NOON_MS + 11 * 3_600_000 + 30 * 60_000

    assert verify_event(_signed(OFFICE, at_ms=evening_ms), last).device == 7
    assert (
        code_of(lambda: verify_event(_signed(OFFICE, at_ms=evening_ms + 3_600_000), last)) == "trust.expired"
    )


def test_an_unsigned_event_is_refused() -> None:
    assert code_of(lambda: verify_event(_event(), KEYS)) == "trust.unsigned"


@pytest.mark.parametrize(
    ("own", "code"),
    [(TRIAL, "trust.trial_desk"), (STRANGER, "trust.unknown_device"), (own_keys(7, life=3), "trust.forged")],
)
def test_an_event_of_a_desk_that_is_not_believed_is_refused(own: OwnKeys, code: str) -> None:
    assert code_of(lambda: verify_event(_signed(own), KEYS)) == code


def test_an_event_that_speaks_for_another_point_is_refused() -> None:
    spoken = signed(_event(body={"point": COMMUNE_POINT}), OFFICE.sign)

    assert code_of(lambda: verify_event(spoken, KEYS)) == "trust.wrong_point"


def test_an_event_whose_parts_do_not_belong_together_is_forged() -> None:
    true, other = _signed(OFFICE), _signed(OFFICE, at_ms=NOON_MS + 1)

    mixed = [
        replace(true, body_bytes=other.body_bytes, hash=other.hash),
        replace(true, hash=other.hash),
        replace(true, prev=bytes([1]) * 32),
        replace(true, envelope=other.envelope),
        replace(true, envelope=other.envelope, envelope_bytes=other.envelope_bytes),
    ]

    assert [code_of(lambda e=event: verify_event(e, KEYS)) for event in mixed] == ["trust.forged"] * 5  # type: ignore[misc]


@pytest.mark.parametrize(
    "moment", [Moment(2**53 - 1), Moment(-(2**53 - 1)), Moment(0, 2_000), Moment(0, -(2**40))]
)
def test_a_time_that_is_in_no_calendar_is_forged(moment: Moment) -> None:
    assert code_of(lambda: local_day(moment)) == "trust.forged"
