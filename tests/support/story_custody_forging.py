"""What somebody with a printer and bad intentions puts before a scanner: a manifest with other bytes, one that another key signed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kt1desk.exchange.codes import PaperCodes, collected
from kt1desk.exchange.dictionary import CURRENT, shipped
from kt1desk.exchange.key_list import KIND, prove_key_list
from kt1desk.exchange.paper_code import A4_PART_BYTES, parts_of
from tests.support.chains import Writer, dispatch, send
from tests.support.exchange_keys import own_keys

_ITEMS = 3


def altered(parts: Sequence[bytes], was: bytes, becomes: bytes) -> tuple[bytes, ...]:
    """The same paper with something else on it, all its check sums right again."""
    message = collected(parts)
    assert message.payload.count(was) == 1
    payload = message.payload.replace(was, becomes)
    return parts_of(payload, message.ident, A4_PART_BYTES, shipped(), CURRENT)


def forged(key_list: Path, device: int, point: str, to: str) -> tuple[bytes, ...]:
    """A dispatch as a desk would write it, sealed to those it goes to, but signed with a key of the forger's own."""
    data = key_list.read_bytes()
    believed = prove_key_list(data, KIND.take_apart(data).key).content
    forger = own_keys(device, point, life=66)
    return PaperCodes(forger, believed).parts(send(Writer(forger), dispatch(_ITEMS, secret=1, to=to)), to)
