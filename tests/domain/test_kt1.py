"""What a KT1 item is: its product, weight, agreed time and scope."""

import pytest

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kt1 import (
    Locality,
    Payment,
    Product,
    RouteScope,
    Scope,
    Secrecy,
    Urgency,
    check_agreed_time,
    check_pieces,
    check_weight,
    resolve_product,
    route_scope,
    usual_payment,
)
from tests.domain.rows import SINCE

NOW_MS = 1_795_000_000_000
LANG_SON = Locality("20", "V1", region_confirmed=True)


def product(code: str, urgency: Urgency, secrecy: Secrecy) -> Product:
    return Product(
        valid_from=SINCE,
        valid_to=None,
        source="test",
        status=Status.CONFIRMED,
        code=code,
        name=code,
        urgency=urgency,
        secrecy=secrecy,
    )


def test_urgency_and_secrecy_together_name_the_product() -> None:
    offered = [
        product("X1", Urgency.EXPRESS, Secrecy.NONE),
        product("X2", Urgency.NONE, Secrecy.C),
        product("X3", Urgency.EXPRESS, Secrecy.C),
    ]

    assert resolve_product(offered, Urgency.EXPRESS, Secrecy.C).code == "X3"


def test_a_combination_that_nobody_offers_is_refused() -> None:
    with pytest.raises(DeskError) as refused:
        resolve_product([product("X1", Urgency.EXPRESS, Secrecy.NONE)], Urgency.TIMED, Secrecy.A)

    assert refused.value.code == "item.product_unknown"
    assert dict(refused.value.details) == {"urgency": "timed", "secrecy": "A"}


@pytest.mark.parametrize(
    ("urgency", "timed", "express"),
    [
        (Urgency.NONE, False, False),
        (Urgency.EXPRESS, False, True),
        (Urgency.TIMED, True, False),
        (Urgency.TIMED_EXPRESS, True, True),
    ],
)
def test_an_urgency_is_timed_or_express_or_both(urgency: Urgency, timed: bool, express: bool) -> None:
    assert (urgency.is_timed, urgency.is_express) == (timed, express)


def test_secrecy_is_a_letter_or_nothing() -> None:
    assert [secrecy.letter for secrecy in Secrecy] == ["", "A", "B", "C"]
    assert [secrecy.is_marked for secrecy in Secrecy] == [False, True, True, True]


@pytest.mark.parametrize("weight_g", [1, 50_000])
def test_a_weight_up_to_the_maximum_is_taken(weight_g: int) -> None:
    check_weight(weight_g, 50_000)


@pytest.mark.parametrize(
    ("weight_g", "code"),
    [
        (0, "item.weight_zero"),
        (-5, "item.weight_zero"),
        (50_001, "item.weight_above_maximum"),
        (100_000, "item.weight_above_maximum"),
    ],
)
def test_a_weight_that_cannot_be_is_refused(weight_g: int, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        check_weight(weight_g, 50_000)

    assert (refused.value.code, refused.value.field) == (code, "weight")


@pytest.mark.parametrize("pieces", [0, -1, 4])
def test_one_number_covers_only_so_many_pieces(pieces: int) -> None:
    check_pieces(1, 3)
    check_pieces(3, 3)

    with pytest.raises(DeskError) as refused:
        check_pieces(pieces, 3)

    assert refused.value.code == "item.pieces_range"


@pytest.mark.parametrize("urgency", [Urgency.TIMED, Urgency.TIMED_EXPRESS])
@pytest.mark.parametrize(
    ("agreed_ms", "code"),
    [
        (None, "item.agreed_time_missing"),
        (NOW_MS - 1, "item.agreed_time_past"),
        (NOW_MS, "item.agreed_time_past"),
    ],
)
def test_a_timed_item_needs_a_time_still_to_come(urgency: Urgency, agreed_ms: int | None, code: str) -> None:
    check_agreed_time(urgency, NOW_MS + 1, NOW_MS)

    with pytest.raises(DeskError) as refused:
        check_agreed_time(urgency, agreed_ms, NOW_MS)

    assert (refused.value.code, refused.value.field) == (code, "agreed_time")


@pytest.mark.parametrize("urgency", [Urgency.NONE, Urgency.EXPRESS])
def test_an_item_that_is_not_timed_has_no_agreed_time(urgency: Urgency) -> None:
    check_agreed_time(urgency, None, NOW_MS)

    with pytest.raises(DeskError) as refused:
        check_agreed_time(urgency, NOW_MS + 1, NOW_MS)

    assert refused.value.code == "item.agreed_time_unexpected"


@pytest.mark.parametrize(
    ("receiver", "expected"),
    [
        (Locality("20", "V1", region_confirmed=False), RouteScope(Scope.INTRA, derived=False)),
        (Locality("01", "V1", region_confirmed=True), RouteScope(Scope.REGIONAL, derived=False)),
        (Locality("01", "V1", region_confirmed=False), RouteScope(Scope.REGIONAL, derived=True)),
        (Locality("79", "V3", region_confirmed=True), RouteScope(Scope.INTER, derived=False)),
        (Locality("79", "V3", region_confirmed=False), RouteScope(Scope.INTER, derived=True)),
        (Locality("38", "", region_confirmed=True), RouteScope(Scope.INTER, derived=True)),
    ],
)
def test_the_scope_follows_province_and_region_and_says_when_a_region_is_only_derived(
    receiver: Locality, expected: RouteScope
) -> None:
    assert route_scope(LANG_SON, receiver) == expected


def test_two_provinces_without_a_region_are_not_in_the_same_region() -> None:
    one, other = Locality("38", "", region_confirmed=True), Locality("40", "", region_confirmed=True)

    assert route_scope(one, other) == RouteScope(Scope.INTER, derived=True)


@pytest.mark.parametrize(
    ("before", "has_contract", "expected"),
    [
        (None, True, Payment.ACCOUNT),
        (None, False, Payment.CASH),
        (Payment.CASH, True, Payment.CASH),
        (Payment.ACCOUNT, False, Payment.ACCOUNT),
    ],
)
def test_a_sender_is_taken_to_pay_as_the_last_time_else_by_contract(
    before: Payment | None, has_contract: bool, expected: Payment
) -> None:
    assert usual_payment(before, has_contract=has_contract) is expected
