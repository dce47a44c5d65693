"""One secret of a device, two keys: what it signs with and what others seal to."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.errors import DeskError
from kt1desk.store.device_key import DeviceKey

SEED = bytes(range(32))
KEY = DeviceKey(7, 1, Ed25519PrivateKey.from_private_bytes(SEED))
OTHER = DeviceKey(8, 1, Ed25519PrivateKey.from_private_bytes(bytes(32)))
_P = 2**255 - 19


def _x25519(scalar: bytes, u_bytes: bytes) -> bytes:
    """The ladder of RFC 7748 §5, written from its text, to disagree with the library."""
    k = int.from_bytes(scalar, "little") & ~7 & ((1 << 255) - 1) | 1 << 254
    x1 = int.from_bytes(u_bytes, "little") & ((1 << 255) - 1)
    x2, z2, x3, z3 = 1, 0, x1, 1
    for bit in reversed(range(255)):
        swap = k >> bit & 1
        if swap:
            x2, x3, z2, z3 = x3, x2, z3, z2
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb, aa, bb = d * a, c * b, a * a, b * b
        x3, z3 = (da + cb) ** 2 % _P, x1 * (da - cb) ** 2 % _P
        x2, z2 = aa * bb % _P, (aa - bb) * (aa + 121_665 * (aa - bb)) % _P
        if swap:
            x2, x3, z2, z3 = x3, x2, z3, z2
    return (x2 * pow(z2, _P - 2, _P) % _P).to_bytes(32, "little")


def _derived(seed: bytes) -> bytes:
    """HKDF-SHA256 (RFC 5869) without a salt, one block."""
    extracted = hmac.digest(bytes(32), seed, hashlib.sha256)
    return hmac.digest(extracted, b"kt1desk/seal/1\x01", hashlib.sha256)


def test_the_sealing_key_is_made_of_the_seed_in_one_way_for_ever() -> None:
    assert KEY.seal_key_hex == "d68d9073d4f19a953fc7e556f2588b4f1f1b3c3447fc9908c58ad0f255ed4d49"
    assert OTHER.seal_key_hex == "1ff857f81c4dae358e95a142bb69cacc1ff4657daf5a8c827fb18517a5f91c79"
    assert bytes.fromhex(KEY.seal_key_hex) == _x25519(_derived(SEED), (9).to_bytes(32, "little"))


def test_two_desks_agree_on_the_same_bytes() -> None:
    agreed = KEY.agree(OTHER.seal_key_hex)

    assert agreed == OTHER.agree(KEY.seal_key_hex)
    assert agreed == _x25519(_derived(SEED), bytes.fromhex(OTHER.seal_key_hex))
    assert agreed.hex() == "4ac55bb3328ebb03a3126666900d96b49189a38c8f307816c79356808aa3256f"


@pytest.mark.parametrize("peer", ["00" * 32, "ab" * 31, "no hex", ""])
def test_with_what_is_no_key_a_desk_agrees_on_nothing(peer: str) -> None:
    with pytest.raises(DeskError, match=r"trust\.bad_key"):
        KEY.agree(peer)


def test_a_key_at_a_point_is_the_same_key_and_shows_no_secret() -> None:
    there = KEY.at("240000")

    assert (there.device, there.point, there.public_key_hex) == (7, "240000", KEY.public_key_hex)
    assert there.sign(b"x") == KEY.sign(b"x")
    assert SEED.hex() not in repr(there)
    assert "private" not in repr(there)
