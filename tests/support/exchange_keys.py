"""Desks with keys, as the province lists them: real keys from fixed seeds, so that every byte of a test is the same each time."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.trust import DeskKeys, KeyList
from kt1desk.services.sentences import SENTENCES
from kt1desk.store.device_key import DeviceKey, PointKey

PROVINCE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PROVINCE_KEY = PROVINCE.public_key().public_bytes_raw()
OTHER_PROVINCE = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))

FIRST_DAY, LAST_DAY = date(2026, 11, 1), date(2027, 12, 31)
DAY = date(2026, 11, 23)
NOON_MS = 1_795_410_000_000
"""2026-11-23 12:00 in Việt Nam."""

OFFICE_POINT, COMMUNE_POINT = "240000", "246940"


def own_keys(device: int, point: str = OFFICE_POINT, life: int = 0) -> PointKey:
    """The keys of a desk; another ``life`` of the same device has other ones."""
    seed = random.Random(1_000 * life + device).randbytes(32)
    return DeviceKey(device, 1, Ed25519PrivateKey.from_private_bytes(seed)).at(point)


def row_of(own: PointKey, valid_from: date = FIRST_DAY, valid_to: date = LAST_DAY) -> DeskKeys:
    """What the province lists of a desk."""
    return DeskKeys(own.device, valid_from, valid_to, own.point, own.public_key_hex, own.seal_key_hex)


OFFICE = own_keys(7)
OFFICE_SECOND = own_keys(8)
COMMUNE = own_keys(9, COMMUNE_POINT)
STRANGER = own_keys(66)
TRIAL = own_keys(0)
KEYS = KeyList(tuple(map(row_of, (OFFICE, OFFICE_SECOND, COMMUNE))), 5, DAY)


def ended(keys: KeyList, device: int, last: date) -> KeyList:
    """The next list, in which a device's key ends with ``last``."""
    rows = (replace(row, valid_to=last) if row.device == device else row for row in keys.desks)
    return KeyList(tuple(rows), keys.issue + 1, keys.day)


def seeded(seed: int = 0) -> Callable[[int], bytes]:
    """Random bytes that are the same each time."""
    return random.Random(seed).randbytes


def refusal(act: Callable[[], object]) -> DeskError:
    """The error ``act`` ends with; there is a sentence for it."""
    with pytest.raises(DeskError) as refused:
        act()
    assert refused.value.code in SENTENCES
    return refused.value


def code_of(act: Callable[[], object]) -> str:
    """Its code."""
    return refusal(act).code


def outcome(act: Callable[[], object]) -> str:
    """The code ``act`` was refused with, or "" where it was not; anything else it ends with is a crash."""
    try:
        act()
    except DeskError as error:
        code = error.code
    else:
        return ""
    assert code in SENTENCES
    return code


def flipped(data: bytes, bit: int) -> bytes:
    """The same bytes but for one bit."""
    changed = bytearray(data)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)
