"""What is sealed to a point can be read by its desks alone, and only as what it was sealed for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.exchange import sealing
from kt1desk.exchange.sealing import MAX_RECIPIENTS, open_sealed, seal_to
from tests.support.exchange_keys import (
    COMMUNE,
    DAY,
    KEYS,
    OFFICE,
    OFFICE_POINT,
    OFFICE_SECOND,
    STRANGER,
    TRIAL,
    code_of,
    flipped,
    own_keys,
    row_of,
    seeded,
)

PLAIN = "Bên nhận: phòng 204".encode()
CONTEXT = b"dispatch 7.1.1.12"
SEALED = seal_to(PLAIN, KEYS.of_point(OFFICE_POINT, DAY), CONTEXT, seeded())


def test_every_desk_of_the_point_opens_it_and_nobody_else() -> None:
    opened = [open_sealed(SEALED, own, CONTEXT) for own in (OFFICE, OFFICE_SECOND)]

    assert opened == [PLAIN, PLAIN]
    assert PLAIN not in SEALED
    for own in (COMMUNE, STRANGER, own_keys(7, life=1), own_keys(8, life=1)):
        assert code_of(lambda own=own: open_sealed(SEALED, own, CONTEXT)) == "sealing.unopened"  # type: ignore[misc]


def test_it_opens_only_as_what_it_was_sealed_for() -> None:
    assert code_of(lambda: open_sealed(SEALED, OFFICE, b"dispatch 7.1.1.13")) == "sealing.unopened"


def test_one_recipient_costs_102_bytes_and_each_further_one_50() -> None:
    one = seal_to(PLAIN, [row_of(OFFICE)], CONTEXT, seeded())

    assert len(one) - len(PLAIN) == 102
    assert len(SEALED) - len(one) == 50


def test_the_bytes_of_a_sealing_are_fixed() -> None:
    # what an older program sealed is opened by every later one; the ephemeral key and the content key are the two draws of the entropy
    old = bytes.fromhex(
        "4b53010107b5a2330e5f657ac2ecd104b2fa4c7a36071ed40457eb17dff0278a78caf92b0007a0344b994367dbc3b63d"
        "3640a2e85ac7cc33081dc5b754a0c936dd0aadd69ca234ee13801f3d407402d24059389ad8a744ae3ee78562ca8c3f63"
        "240a9d20620b7c878c"
    )

    assert seal_to(b"kt1", [row_of(OFFICE)], b"context", seeded(5)) == old
    assert open_sealed(old, OFFICE, b"context") == b"kt1"


def test_the_same_sealed_twice_looks_different() -> None:
    rows, draw = [row_of(OFFICE)], seeded()

    assert seal_to(PLAIN, rows, CONTEXT, draw)[36:] != seal_to(PLAIN, rows, CONTEXT, draw)[36:]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SEALED) * 8 - 1))
def test_a_flipped_bit_opens_nothing_and_says_nothing_about_why(bit: int) -> None:
    assert code_of(lambda: open_sealed(flipped(SEALED, bit), OFFICE, CONTEXT)) == "sealing.unopened"


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=300)
    | st.integers(0, len(SEALED) - 1).map(lambda end: SEALED[:end])
    | st.just(SEALED + b"x")
)
def test_anything_else_opens_nothing(data: bytes) -> None:
    assert code_of(lambda: open_sealed(data, OFFICE, CONTEXT)) == "sealing.unopened"


def test_rows_of_two_sealings_cannot_be_put_together() -> None:
    other = seal_to(PLAIN, KEYS.of_point(OFFICE_POINT, DAY), CONTEXT, seeded(1))

    mixed = SEALED[:86] + other[86:136] + SEALED[136:]  # the second desk's row from the other one

    assert code_of(lambda: open_sealed(mixed, OFFICE, CONTEXT)) == "sealing.unopened"


def test_an_ephemeral_key_that_anybody_can_compute_with_opens_nothing() -> None:
    weak = SEALED[:4] + bytes(32) + SEALED[36:]

    assert code_of(lambda: open_sealed(weak, OFFICE, CONTEXT)) == "sealing.unopened"


def test_nothing_is_sealed_to_nobody_to_too_many_or_to_no_key() -> None:
    many = [row_of(OFFICE)] * (MAX_RECIPIENTS + 1)
    weak = replace(row_of(OFFICE), seal_key="00" * 32)

    found = [
        code_of(lambda: seal_to(PLAIN, [], CONTEXT, seeded())),
        code_of(lambda: seal_to(PLAIN, many, CONTEXT, seeded())),
        code_of(lambda: seal_to(PLAIN, [weak], CONTEXT, seeded())),
    ]

    assert found == ["sealing.no_recipient", "sealing.too_many", "trust.bad_key"]
    assert open_sealed(seal_to(PLAIN, many[1:], CONTEXT, seeded()), OFFICE, CONTEXT) == PLAIN


def test_what_is_too_large_is_neither_sealed_nor_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MAX_PLAIN_BYTES", len(PLAIN) - 1)

    assert code_of(lambda: seal_to(PLAIN, [row_of(OFFICE)], CONTEXT, seeded())) == "sealing.too_large"
    assert code_of(lambda: open_sealed(SEALED, OFFICE, CONTEXT)) == "sealing.unopened"


def test_a_desk_for_trying_out_opens_nothing() -> None:
    assert code_of(lambda: open_sealed(SEALED, TRIAL, CONTEXT)) == "trust.trial_desk"
