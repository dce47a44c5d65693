"""A key list is believed with the province's signature alone, and a desk never goes back to an older one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain import canonical
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.key_list import (
    KIND,
    MAX_BYTES,
    ProvedKeyList,
    later_of,
    next_issue,
    prove_by_fingerprint,
    prove_key_list,
    sign_key_list,
)
from kt1desk.exchange.trust import MAX_DESKS, KeyList
from tests.support.exchange_keys import (
    COMMUNE,
    DAY,
    FIRST_DAY,
    KEYS,
    LAST_DAY,
    OFFICE,
    OTHER_PROVINCE,
    PROVINCE,
    PROVINCE_KEY,
    code_of,
    flipped,
    outcome,
    own_keys,
    refusal,
    row_of,
)

FILE = sign_key_list(KEYS, PROVINCE)
TAG = b"kt1desk/key-list/1\0"
ONE = timedelta(days=1)


def _signed(payload: bytes, by: Ed25519PrivateKey = PROVINCE) -> bytes:
    """A file properly signed over any bytes."""
    return KIND.write(payload, by.public_key().public_bytes_raw(), by.sign)


def _content(**changes: Any) -> bytes:
    content = json.loads(json.loads(FILE)["content"])
    return canonical.encode(content | changes, MAX_BYTES)


def _row(**changes: Any) -> list[list[Any]]:
    row = {
        "device": 7,
        "point": "240000",
        "sign": "ab" * 32,
        "seal": "cd" * 32,
        "from": "2026-11-01",
        "to": "2026-12-01",
    }
    return [list((row | changes).values())]


def test_a_signed_list_is_read_as_it_was_written() -> None:
    proved = prove_key_list(FILE, PROVINCE_KEY)

    assert proved.content == KEYS
    assert len(bytes.fromhex(proved.digest)) == 32


def test_the_bytes_of_a_list_are_fixed() -> None:
    keys = KeyList((replace(row_of(OFFICE), sign_key="ab" * 32, seal_key="cd" * 32),), 3, DAY)

    payload = json.loads(sign_key_list(keys, PROVINCE))["content"]

    row = f'[7,"240000","{"ab" * 32}","{"cd" * 32}","2026-11-01","2027-12-31"]'
    assert payload == f'{{"day":"2026-11-23","desks":[{row}],"format":1,"issue":3}}'
    assert PROVINCE.sign(TAG + payload.encode()).hex() in sign_key_list(keys, PROVINCE).decode()


def test_the_largest_list_there_may_be_fits_its_file() -> None:
    rows = tuple(replace(row_of(OFFICE), device=64_000 + at, point="2" * 16) for at in range(MAX_DESKS))
    keys = KeyList(rows, 2**31 - 1, DAY)

    assert prove_key_list(sign_key_list(keys, PROVINCE), PROVINCE_KEY).content == keys


def test_a_list_of_another_province_is_refused_though_its_signature_is_good() -> None:
    data = sign_key_list(KEYS, OTHER_PROVINCE)

    assert code_of(lambda: prove_key_list(data, PROVINCE_KEY)) == "key_list.wrong_province"


def test_a_changed_row_is_forged() -> None:
    changed = FILE.replace(row_of(COMMUNE).sign_key.encode(), own_keys(9, life=1).public_key_hex.encode())

    assert changed != FILE
    assert code_of(lambda: prove_key_list(changed, PROVINCE_KEY)) == "key_list.forged"


def test_a_desk_file_s_signature_does_not_make_a_key_list() -> None:
    payload = json.loads(FILE)["content"].encode()
    data = FILE.replace(
        PROVINCE.sign(TAG + payload).hex().encode(),
        PROVINCE.sign(b"kt1desk/desk-file/1\0" + payload).hex().encode(),
    )

    assert code_of(lambda: prove_key_list(data, PROVINCE_KEY)) == "key_list.forged"


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(FILE) * 8 - 1))
def test_a_flipped_bit_is_never_believed(bit: int) -> None:
    code = code_of(lambda: prove_key_list(flipped(FILE, bit), PROVINCE_KEY))

    assert code in {f"key_list.{reason}" for reason in ("damaged", "forged", "newer", "wrong_province")}


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300) | st.integers(0, len(FILE) - 1).map(lambda end: FILE[:end]))
def test_anything_else_is_damaged(data: bytes) -> None:
    assert code_of(lambda: prove_key_list(data, PROVINCE_KEY)) == "key_list.damaged"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (_content(format=2), "key_list.newer"),
        (_content(issue=0), "key_list.content"),
        (_content(issue="5"), "key_list.damaged"),
        (_content(day="23/11/2026"), "key_list.damaged"),
        (_content(day="20261123"), "key_list.damaged"),
        (_content(more=1), "key_list.damaged"),
        (_content(desks=7), "key_list.damaged"),
        (_content(desks=[[]]), "key_list.damaged"),
        (_content(desks=_row(device="7")), "key_list.damaged"),
        (_content(desks=_row(point=7)), "key_list.damaged"),
        (_content(desks=[_row()[0][:5]]), "key_list.damaged"),
        (_content(desks=_row(device=0)), "trust.trial_desk"),
        (_content(desks=_row(sign="x")), "key_list.row"),
        (_content(desks=[*_row(), *_row(sign="ef" * 32)]), "key_list.overlap"),
        (_content(desks=[*_row(device=9), *_row()]), "key_list.damaged"),
        (b"{}", "key_list.damaged"),
        (b"not json", "key_list.damaged"),
    ],
)
def test_even_a_well_signed_list_must_say_something_a_list_can_say(payload: bytes, code: str) -> None:
    assert code_of(lambda: prove_key_list(_signed(payload), PROVINCE_KEY)) == code


@settings(max_examples=300, deadline=None)
@given(st.recursive(st.integers(-9, 9) | st.text("ab1-", max_size=3), st.lists, max_leaves=12))
def test_a_well_signed_list_of_any_shape_is_refused_and_no_crash(rows: Any) -> None:
    payload = _content(desks=rows if rows != [] else [1])

    assert outcome(lambda: prove_key_list(_signed(payload), PROVINCE_KEY)) in {
        "key_list.damaged",
        "key_list.row",
    }


def test_whoever_has_no_desk_proves_a_list_by_the_fingerprint_on_paper() -> None:
    slip = fingerprint(PROVINCE_KEY)

    assert prove_by_fingerprint(FILE, f" {slip.lower().replace('-', ' ')}\n").content == KEYS
    wrong = fingerprint(OTHER_PROVINCE.public_key().public_bytes_raw())
    assert code_of(lambda: prove_by_fingerprint(FILE, wrong)) == "key_list.wrong_province"
    assert code_of(lambda: prove_by_fingerprint(FILE, slip[:-3])) == "desk_file.fingerprint_length"


@pytest.mark.parametrize("check", "*~$=U")
def test_a_fingerprint_whose_check_symbol_is_no_digit_and_no_letter_of_the_body_counts_as_well(
    check: str,
) -> None:
    keys = (Ed25519PrivateKey.from_private_bytes(at.to_bytes(32, "big")) for at in range(1_000))
    province = next(key for key in keys if fingerprint(key.public_key().public_bytes_raw()).endswith(check))
    slip = fingerprint(province.public_key().public_bytes_raw())

    assert prove_by_fingerprint(sign_key_list(KEYS, province), slip).content == KEYS


def _proved(keys: KeyList) -> ProvedKeyList:
    return prove_key_list(sign_key_list(keys, PROVINCE), PROVINCE_KEY)


def test_a_newer_list_replaces_an_older_one_and_never_the_other_way_round() -> None:
    older, newer = _proved(KEYS), _proved(replace(KEYS, issue=6, day=DAY - ONE))

    assert later_of(None, older) == older
    assert later_of(older, newer) == newer
    assert later_of(newer, newer) == newer
    error = refusal(lambda: later_of(newer, older))
    assert (error.code, error.details["issue"], error.details["kept"]) == ("key_list.older", 5, 6)


def test_two_lists_under_one_number_are_told() -> None:
    other = _proved(KeyList(KEYS.desks[:1], KEYS.issue, DAY))

    assert code_of(lambda: later_of(_proved(KEYS), other)) == "key_list.two_of_one"


def test_the_first_list_has_number_one_and_each_next_one_more() -> None:
    first = next_issue(None, [row_of(OFFICE)], [], DAY)
    second = next_issue(first, [row_of(COMMUNE)], [], DAY)

    assert (first.issue, second.issue) == (1, 2)
    assert second.desks == (row_of(OFFICE), row_of(COMMUNE))


def test_the_same_keys_once_more_are_prolonged() -> None:
    longer = row_of(OFFICE, valid_from=LAST_DAY - ONE, valid_to=LAST_DAY + 365 * ONE)

    made = next_issue(KEYS, [longer], [], DAY)

    assert made.of_device(7, FIRST_DAY) == made.of_device(7, LAST_DAY + ONE)
    assert len(made.desks) == len(KEYS.desks)


def test_other_keys_of_a_desk_end_the_older_ones_the_day_before_and_both_stay_listed() -> None:
    renewed = own_keys(7, life=1)

    made = next_issue(KEYS, [row_of(renewed, valid_from=DAY)], [], DAY)

    assert made.of_device(7, DAY - ONE).sign_key == OFFICE.public_key_hex
    assert made.of_device(7, DAY).sign_key == renewed.public_key_hex


def test_a_withdrawn_key_ends_the_day_before_and_its_row_stays() -> None:
    made = next_issue(KEYS, [], [9], DAY)

    assert made.of_device(9, DAY - ONE) == row_of(COMMUNE, valid_to=DAY - ONE)
    assert code_of(lambda: made.of_device(9, DAY)) == "trust.expired"
    assert made.of_device(7, DAY) == row_of(OFFICE)


def test_a_key_is_never_taken_back_as_if_it_had_not_held() -> None:
    found = [
        refusal(lambda: next_issue(KEYS, [], [9], FIRST_DAY)),
        refusal(lambda: next_issue(KEYS, [row_of(own_keys(9, "246940", life=1))], [], DAY)),
    ]

    assert [(error.code, error.details["device"]) for error in found] == [("key_list.overlap", 9)] * 2


def test_only_a_desk_that_is_listed_can_be_withdrawn() -> None:
    assert code_of(lambda: next_issue(KEYS, [], [66], DAY)) == "trust.unknown_device"
