"""What another point may say: only of what is its own to say, and nothing but numbers where numbers stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    DispatchRecalled,
    Fact,
    IncidentClosed,
    IncidentOpened,
    ItemDelivered,
)
from kt1desk.exchange.judging import judge
from kt1desk.exchange.trust import DeskKeys, KeyList
from tests.support.chains import SHIFT, Writer, arrived, dispatch, item_number, send, tried
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    OFFICE,
    OFFICE_POINT,
    row_of,
)

_COMMUNE: DeskKeys = row_of(COMMUNE)
_KEYS = KeyList((_COMMUNE, row_of(OFFICE)), 5, _COMMUNE.valid_from)


def _judged(event: Event) -> str:
    return tried(lambda: judge(event, OFFICE, _KEYS, _COMMUNE)) or "taken"


def _incident(number: str) -> IncidentOpened:
    return IncidentOpened(
        number,
        "damaged",
        "minor",
        "item",
        item_number(1),
        COMMUNE_POINT,
        SHIFT,
        1_000,
        other_point=OFFICE_POINT,
    )


def _number(letters: str, point: str) -> str:
    return f"{letters}{point}-261123-9-1"


@pytest.mark.parametrize(
    ("fact", "outcome"),
    [
        (_incident(_number("BB", COMMUNE_POINT)), "taken"),
        (_incident(_number("BB", OFFICE_POINT)), "trust.wrong_point"),
        (IncidentClosed(_number("BB", COMMUNE_POINT), "solved", COMMUNE_POINT, OFFICE_POINT), "taken"),
        (
            IncidentClosed(_number("BB", OFFICE_POINT), "solved", COMMUNE_POINT, OFFICE_POINT),
            "trust.wrong_point",
        ),
        (
            DispatchRecalled(
                _number("CT", OFFICE_POINT), 2, (), (), OFFICE_POINT, "vehicle", COMMUNE_POINT, SHIFT
            ),
            "trust.wrong_point",
        ),
    ],
)
def test_nobody_opens_closes_or_calls_back_under_a_number_of_another_point(fact: Fact, outcome: str) -> None:
    assert _judged(Writer(COMMUNE).append(fact)) == outcome


def test_nobody_takes_the_number_of_a_dispatch_that_another_point_will_give() -> None:
    fact = replace(dispatch(1, to=OFFICE_POINT), point=COMMUNE_POINT)

    taken = send(Writer(COMMUNE), replace(fact, dispatch=_number("CT", COMMUNE_POINT)))
    refused = send(Writer(COMMUNE), replace(fact, dispatch=_number("CT", OFFICE_POINT)))

    assert (_judged(taken), _judged(refused)) == ("taken", "trust.wrong_point")


def _delivered(**changes: object) -> ItemDelivered:
    fact = ItemDelivered(item_number(1), 7, COMMUNE_POINT, SHIFT, "receiver", "PH1/1", origin=OFFICE_POINT)
    return replace(fact, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fact",
    [
        _delivered(item="Báo cáo về việc thu hồi đất"),
        _delivered(party="ông Vi Văn An"),
        _delivered(n=2**53 - 1),
        _delivered(n=-1),
        replace(arrived(), receptacle="TUI00004711", item="x" * 200),
        _incident("BB một câu"),
    ],
)
def test_where_a_number_or_a_holder_must_stand_nothing_else_is_taken_in(fact: Fact) -> None:
    assert _judged(Writer(COMMUNE).append(_delivered())) == "taken"

    assert _judged(Writer(COMMUNE).append(fact)) == "inbox.unreadable"


def test_whoever_did_it_is_named_by_his_id_and_by_nothing_else() -> None:
    event = Writer(COMMUNE).append(_delivered(), second="Bà Hoàng Thị Hà, Sở Tài chính")

    with pytest.raises(DeskError, match=r"inbox\.unreadable"):
        judge(event, OFFICE, _KEYS, _COMMUNE)


def _dispatch_with(**changes: object) -> Event:
    """A dispatch to the office whose first item is told otherwise."""
    fact = replace(dispatch(2, to=OFFICE_POINT), point=COMMUNE_POINT, dispatch=_number("CT", COMMUNE_POINT))
    bag = fact.receptacles[0]
    items = (replace(bag.items[0], **changes), *bag.items[1:])  # type: ignore[arg-type]
    return send(Writer(COMMUNE), replace(fact, receptacles=(replace(bag, items=items),)))


@pytest.mark.parametrize(
    "changes",
    [
        {"secrecy": "mật thiết"},
        {"urgency": "rất gấp"},
        {"weight_g": "nặng"},
        {"accepted_ms": "hôm qua", "deadline_ms": 0},
        {"n": "4"},
    ],
)
def test_a_dispatch_tells_of_an_item_by_letters_and_numbers_only(changes: dict[str, object]) -> None:
    assert _judged(_dispatch_with()) == "taken"

    assert _judged(_dispatch_with(**changes)) == "inbox.unreadable"
