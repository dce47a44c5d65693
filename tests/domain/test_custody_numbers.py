"""Numbers of receptacles, seals, dispatches, rounds and incidents: read from a scan or a hand, or given by a desk."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import (
    OWN_RECEPTACLES,
    LocalKind,
    local_number,
    own_receptacle_number,
    point_of_local,
    read_local_number,
    receptacle_number,
    seal_number,
)


def test_a_number_is_the_same_however_it_was_typed() -> None:
    assert receptacle_number(" tui 0000 0001 ") == "TUI00000001"
    assert seal_number("np 0000001") == "NP0000001"
    assert read_local_number(LocalKind.DISPATCH, "ct240000-261122-7-1 ") == "CT240000-261122-7-1"


@pytest.mark.parametrize(
    "text", ["", "TUI1234567", "TUI123456789", "TUJ12345678", "NP1234567", "TUI1234567X"]
)
def test_what_is_no_tag_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        receptacle_number(text)

    assert (refused.value.code, refused.value.field) == ("receptacle.number_shape", "receptacle")


@pytest.mark.parametrize("text", ["", "NP123456", "NP12345678", "NQ1234567", "TUI12345678"])
def test_what_is_no_seal_is_refused_with_its_field(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        seal_number(text)

    assert (refused.value.code, refused.value.field) == ("receptacle.seal_shape", "seal")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "CT240000-261122-7",
        "CT240000-261122-7-0",
        "CT240000-261122-7-01",
        "CT24000-261122-7-1",
        "CT240000-261322-7-1",
        "CT240000-260230-7-1",
        "PH240000-261122-7-1",
        "CT240000-261122-7-1x",
    ],
)
def test_what_is_no_dispatch_is_refused_also_where_its_day_is_none(text: str) -> None:
    with pytest.raises(DeskError) as refused:
        read_local_number(LocalKind.DISPATCH, text)

    assert refused.value.code == "number.local_shape"
    assert read_local_number(LocalKind.DISPATCH, str(refused.value.details["example"]))


def test_numbers_that_desks_give_are_tags_to_a_scanner_and_no_two_desks_give_the_same() -> None:
    given = {own_receptacle_number(device, at) for device in (0, 7, 999) for at in (1, 70, OWN_RECEPTACLES)}

    assert len(given) == 9
    assert all(classify(number).kind is Shape.RECEPTACLE for number in given)
    assert own_receptacle_number(7, 12) == "TUI90070012"


@pytest.mark.parametrize(("device", "count"), [(1000, 1), (-1, 1), (7, 0), (7, OWN_RECEPTACLES + 1)])
def test_what_eight_digits_do_not_hold_is_no_number(device: int, count: int) -> None:
    with pytest.raises(DeskError) as refused:
        own_receptacle_number(device, count)

    assert refused.value.code == "receptacle.no_own_numbers"


@pytest.mark.parametrize("kind", LocalKind)
def test_a_number_that_a_point_gives_by_itself_is_read_back_as_its_own_kind_and_as_no_other(
    kind: LocalKind,
) -> None:
    number = local_number(kind, "240100", date(2026, 11, 23), 7, 12)

    assert number == f"{kind.value}240100-261123-7-12"
    assert read_local_number(kind, number.lower()) == number
    assert point_of_local(number) == "240100"
    for other in set(LocalKind) - {kind}:
        with pytest.raises(DeskError, match=r"number\.local_shape"):
            read_local_number(other, number)


def test_the_first_letters_of_a_number_say_what_is_numbered() -> None:
    assert {kind.name: kind.value for kind in LocalKind} == {
        "DISPATCH": "CT",
        "ROUND": "PH",
        "INCIDENT": "BB",
        "HANDOVER": "GN",
        "TAKEOVER": "KQ",
        "REMITTANCE": "NP",
        "COMPLAINT": "KN",
        "VISIT": "HN",
    }


def test_a_remittance_and_a_seal_begin_alike_and_are_never_taken_for_each_other() -> None:
    remittance, seal = local_number(LocalKind.REMITTANCE, "240100", date(2026, 11, 23), 7, 1), "NP0000001"

    assert seal_number(seal) == seal
    with pytest.raises(DeskError, match=r"receptacle\.seal_shape"):
        seal_number(remittance)
    with pytest.raises(DeskError, match=r"number\.local_shape"):
        read_local_number(LocalKind.REMITTANCE, seal)


@pytest.mark.parametrize(
    "text", ["", "HS243120-261122-3-1", "RH000000015VN", "GN2401-261123-7-1", "TUI00000001"]
)
def test_what_no_point_numbered_by_itself_has_no_point(text: str) -> None:
    assert point_of_local(text) == ""
