"""A desk file is believed only with the province's signature and the fingerprint on the technician's slip."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain import canonical
from kt1desk.domain.desk_file import (
    MAX_BYTES,
    Clearance,
    DeskFile,
    NumberBlock,
    PublicKey,
    Service,
    Transport,
)
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.desk_files import fingerprint, prove, read_desk_file, sign

PROVINCE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32))
SLIP = fingerprint(PROVINCE.public_key().public_bytes_raw())
TODAY = date(2026, 11, 23)
CONTENT = DeskFile(
    point="240000",
    device=7,
    services=frozenset({Service.KT1, Service.TTHC}),
    transports=frozenset({Transport.BUNDLE}),
    blocks=(NumberBlock("MA", 1000, 1999), NumberBlock("MA", 5000, 5999)),
    valid_from=date(2026, 11, 1),
    valid_to=date(2027, 12, 31),
    keys=(PublicKey("gate", "ab" * 32),),
    clearances=(Clearance("lan.be", date(2027, 6, 30)),),
)
FILE = sign(CONTENT, PROVINCE)
TAG = b"kt1desk/desk-file/1\0"


def _refusal(data: bytes, slip: str = SLIP, today: date = TODAY) -> DeskError:
    with pytest.raises(DeskError) as refused:
        prove(data, slip, today)
    return refused.value


def _signed(payload: bytes, by: Ed25519PrivateKey = PROVINCE) -> bytes:
    """A file properly signed over any bytes."""
    made: dict[str, canonical.Json] = {
        "by": by.public_key().public_bytes_raw().hex(),
        "content": payload.decode(),
        "format": 1,
        "signature": by.sign(TAG + payload).hex(),
    }
    return canonical.encode(made, MAX_BYTES)


def _content(**changes: Any) -> bytes:
    """The content with some parts replaced, written canonically whatever it says."""
    return canonical.encode(json.loads(CONTENT.encode()) | changes, MAX_BYTES)


def _outer(**changes: Any) -> bytes:
    return canonical.encode(json.loads(FILE) | changes, MAX_BYTES)


def test_a_signed_file_is_read_as_it_was_written() -> None:
    proved = prove(FILE, SLIP, TODAY)

    assert proved.content == CONTENT
    assert proved.content.numbers == 2000
    assert proved.province_key == PROVINCE.public_key().public_bytes_raw()
    assert len(bytes.fromhex(proved.digest)) == 32


def test_the_bytes_of_a_file_are_fixed() -> None:
    assert CONTENT.encode() == (
        b'{"blocks":[["MA",1000,1999],["MA",5000,5999]],"cleared":[["lan.be","2027-06-30"]],"device":7,'
        b'"format":1,"from":"2026-11-01",'
        b'"keys":[["gate","'
        + b"ab"
        * 32
        + b'"]],"point":"240000","services":["kt1","tthc"],"to":"2027-12-31",'
        b'"transports":["bundle"]}'
    )
    assert PROVINCE.sign(TAG + CONTENT.encode()).hex() in FILE.decode()
    # SHA-256 of the key, first 100 bits, by hand from `sha256sum`
    assert SLIP == "AS3NN-9TMCD-3MR0M-5VXEV-S"


def test_the_fingerprint_may_be_typed_as_people_type() -> None:
    assert prove(FILE, f"  {SLIP.lower().replace('-', ' ')} ", TODAY).content == CONTENT


def test_a_slip_in_the_fingerprint_belongs_to_its_own_field() -> None:
    typo = ("A" if SLIP[0] != "A" else "B") + SLIP[1:]

    found = [_refusal(FILE, typed) for typed in (typo, "", "U" + SLIP[1:])]

    assert [(error.code, error.field) for error in found] == [
        ("desk_file.fingerprint_typo", "fingerprint"),
        ("desk_file.fingerprint_length", "fingerprint"),
        ("desk_file.fingerprint_symbol", "fingerprint"),
    ]


def test_a_file_of_another_province_is_refused_though_its_signature_is_good() -> None:
    error = _refusal(sign(CONTENT, OTHER))

    assert (error.code, error.field) == ("desk_file.wrong_province", "desk_file")


def test_a_file_that_only_claims_the_province_s_key_is_forged() -> None:
    signature = OTHER.sign(TAG + CONTENT.encode()).hex()

    assert _refusal(_outer(signature=signature)).code == "desk_file.forged"


@pytest.mark.parametrize(
    "changes",
    [
        {"device": 8},
        {"point": "240001"},
        {"blocks": [["MA", 1000, 999_999]]},
        {"to": "2099-12-31"},
        {"keys": []},
    ],
)
def test_a_changed_content_is_forged(changes: dict[str, object]) -> None:
    assert _refusal(_outer(content=_content(**changes).decode())).code == "desk_file.forged"


def test_a_signature_for_another_purpose_is_forged() -> None:
    for tag in (b"", b"kt1desk/desk-file/2\0"):
        assert (
            _refusal(_outer(signature=PROVINCE.sign(tag + CONTENT.encode()).hex())).code == "desk_file.forged"
        )


def test_every_flipped_bit_is_refused() -> None:
    codes = set()
    for bit in range(len(FILE) * 8):
        flipped = bytearray(FILE)
        flipped[bit // 8] ^= 1 << bit % 8
        codes.add(_refusal(bytes(flipped)).code)

    assert codes == {"desk_file.damaged", "desk_file.forged", "desk_file.wrong_province", "desk_file.newer"}


@given(st.binary(max_size=400) | st.text(max_size=400).map(str.encode))
def test_anything_else_is_damaged(data: bytes) -> None:
    assert _refusal(data).code == "desk_file.damaged"


@pytest.mark.parametrize(
    "data",
    [
        FILE[:-1],
        FILE + b" ",
        FILE + b"x" * MAX_BYTES,
        b"[" * 50_000,
        b'{"by":' * 5_000,
        _outer(more=1),
        _outer(by="ab"),
        _outer(by=7),
        _outer(signature="xy"),
        _outer(format="1"),
    ],
    ids=[
        "cut",
        "blank",
        "large",
        "deep list",
        "deep map",
        "more",
        "short key",
        "key number",
        "no hex",
        "format",
    ],
)
def test_a_file_of_the_wrong_form_is_damaged_and_never_a_crash(data: bytes) -> None:
    assert _refusal(data).code == "desk_file.damaged"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (_content(device=0), "device_zero"),
        (_content(device=65_536), "content"),
        (_content(device=-1), "content"),
        (_content(device="7"), "damaged"),
        (_content(format=2), "newer"),
        (_content(point=""), "content"),
        (_content(point="a b"), "content"),
        (_content(services=[]), "content"),
        (_content(services=["bank"]), "damaged"),
        (_content(transports="bundle"), "damaged"),
        (_content(to="2026-10-31"), "content"),
        (_content(to="31/12/2027"), "damaged"),
        (_content(blocks=[["MA", 1000, 1999], ["MA", 1999, 2500]]), "content"),
        (_content(blocks=[["MA", 2, 1]]), "damaged"),
        (_content(blocks=[["ma", 1, 2]]), "damaged"),
        (_content(blocks=[["MA", 1]]), "damaged"),
        (_content(blocks=[["MA", 1, 100_000_000]]), "damaged"),
        (_content(blocks=[["MA", at, at] for at in range(65)]), "content"),
        (_content(keys=[["gate", "AB" * 32]]), "content"),
        (_content(keys=[["gate"]]), "damaged"),
        (b"{}", "damaged"),
        (b"not json", "damaged"),
    ],
)
def test_even_a_well_signed_file_must_say_something_a_desk_can_be(payload: bytes, code: str) -> None:
    error = _refusal(_signed(payload))

    assert (error.code, error.field) == (f"desk_file.{code}", "desk_file")


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (CONTENT.valid_from - timedelta(1), "desk_file.not_yet_valid"),
        (CONTENT.valid_to + timedelta(1), "desk_file.expired"),
    ],
)
def test_outside_its_dates_a_file_is_refused_with_the_day(day: date, code: str) -> None:
    error = _refusal(FILE, today=day)

    assert error.code == code
    assert date.fromisoformat(str(error.details["day"])) in {CONTENT.valid_from, CONTENT.valid_to}


@pytest.mark.parametrize("day", [CONTENT.valid_from, CONTENT.valid_to])
def test_the_first_and_the_last_day_count(day: date) -> None:
    assert prove(FILE, SLIP, day).content == CONTENT


def _no_file(folder: Path) -> Path:
    return folder / "none"


def _a_folder(folder: Path) -> Path:
    return folder


def _nul(_: Path) -> Path:
    return Path("a\0b")


@pytest.mark.parametrize(
    ("where", "code"), [(_no_file, "file.gone"), (_a_folder, "file.folder"), (_nul, "file.gone")]
)
def test_a_file_that_cannot_be_opened_says_so(
    tmp_path: Path, where: Callable[[Path], Path], code: str
) -> None:
    with pytest.raises(DeskError, match=code):
        read_desk_file(where(tmp_path), SLIP, TODAY)


def test_an_endless_file_is_not_read_to_its_end() -> None:
    with pytest.raises(DeskError, match=r"file\.special"):
        read_desk_file(Path("/dev/zero"), SLIP, TODAY)
