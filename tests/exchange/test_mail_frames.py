"""Mail frames of the centre: the same bytes each time, whole and in their order; what is forged, changed, newer or too large is refused."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.events import Moment
from kt1desk.exchange import mail_frames
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.mail_frames import (
    GOOD_BYTES,
    MAX_BYTES,
    MAX_INFLATED_BYTES,
    MAX_RECORDS,
    MailFrame,
    MailRecord,
    OpenedMail,
    RecordKind,
    open_mail,
    read_mail_head,
    seal_mail,
)
from kt1desk.exchange.reading import counted, deflated
from tests.support.chains import tried
from tests.support.exchange_keys import COMMUNE_POINT, NOON_MS, code_of, flipped, refusal

CENTRE = Ed25519PrivateKey.from_private_bytes(bytes(range(2, 34)))
CENTRE_KEY = CENTRE.public_key().public_bytes_raw()
MADE = Moment(NOON_MS, 420)
GOLDEN = MailRecord(RecordKind.GRANT, b'{"device":9,"first":1,"last":1000,"prefix":"MX"}')


def _records(count: int) -> tuple[MailRecord, ...]:
    return tuple(MailRecord(RecordKind.EVENT, f"record {at}".encode()) for at in range(count))


def _noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)


def _sealed(records: tuple[MailRecord, ...], after: MailMark = NOTHING) -> MailFrame:
    return seal_mail(records, after, MADE, COMMUNE_POINT, shipped(), CENTRE.sign)


def _opened(data: bytes, key: bytes = CENTRE_KEY) -> OpenedMail:
    return open_mail(data, key, shipped())


def _resigned(frame: MailFrame, packed: bytes, dictionary: int = 1, count: int = 0) -> bytes:
    """What somebody writes who has the key of the centre and does not keep its rules."""
    head = replace(frame.head, dictionary=dictionary, count=count or frame.head.count)
    unsigned = head.encode() + counted(packed, 4)
    hashed = hashlib.sha256(b"kt1desk/mail-frame/1\0" + unsigned).digest()
    return unsigned + CENTRE.sign(b"kt1desk/signed-mail-frame/1\0" + hashed)


def test_the_records_of_a_frame_come_back_whole_and_in_their_order() -> None:
    records = (*_records(3), MailRecord(RecordKind.KEYS, b""), MailRecord(200, b"of a kind to come"))

    opened = _opened(_sealed(records).data)

    assert opened.records == records
    assert opened.frame.head.point == COMMUNE_POINT


def test_a_frame_is_these_very_bytes() -> None:
    frame = _sealed((GOLDEN,))

    assert frame.data.hex() == _GOLDEN_HEX
    assert frame.hash.hex() == _GOLDEN_HASH


def test_each_frame_names_the_hash_of_the_one_before_and_counts_on() -> None:
    first = _sealed(_records(2))

    second = _sealed(_records(2), first.mark)

    assert (second.head.number, second.head.prev) == (2, first.hash)
    assert first.mark == MailMark(1, first.hash.hex())


def test_a_frame_takes_no_more_records_than_it_may_and_leaves_the_rest_for_the_next() -> None:
    frame = _sealed(_records(MAX_RECORDS + 5))

    assert frame.head.count == MAX_RECORDS
    assert _opened(frame.data).records == _records(MAX_RECORDS + 5)[:MAX_RECORDS]


def test_a_frame_is_cut_before_its_packed_bytes_pass_a_second_of_a_slow_line() -> None:
    frame = _sealed(tuple(MailRecord(RecordKind.EVENT, _noise(1_000 + at)) for at in range(20)))

    assert 1 < frame.head.count < 20
    assert len(frame.data) <= GOOD_BYTES + 200


def test_one_record_larger_than_that_goes_alone_and_one_larger_than_any_frame_not_at_all() -> None:
    large, too_large = (MailRecord(RecordKind.DOCUMENT, _noise(size)) for size in (33_000, MAX_BYTES))

    assert _sealed((large, large)).head.count == 1
    assert refusal(lambda: _sealed((too_large,))).code == "mail.too_large"


@given(st.integers(0, len(_sealed((GOLDEN,)).data) * 8 - 1))
def test_no_bit_of_a_frame_can_be_changed(bit: int) -> None:
    data = flipped(_sealed((GOLDEN,)).data, bit)

    assert code_of(lambda: _opened(data)).startswith("mail.")


def test_a_frame_that_another_key_signed_is_forged() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(range(3, 35)))
    forged = seal_mail((GOLDEN,), NOTHING, MADE, COMMUNE_POINT, shipped(), other.sign)

    assert code_of(lambda: _opened(forged.data)) == "mail.forged"
    assert _opened(forged.data, other.public_key().public_bytes_raw()).records == (GOLDEN,)


@pytest.mark.parametrize("count", [1, 3], ids=["fewer than there are", "more than there are"])
def test_a_frame_holds_as_many_records_as_it_says(count: int) -> None:
    told = b"".join(bytes([record.kind]) + counted(record.body, 4) for record in _records(2))

    data = _resigned(_sealed(_records(2)), deflated(told, shipped()[1]), count=count)

    assert code_of(lambda: _opened(data)) == "mail.damaged"


def test_what_would_unpack_to_more_than_a_frame_may_hold_is_refused_before_it_is_unpacked() -> None:
    bomb = deflated(bytes(30 * MAX_INFLATED_BYTES), shipped()[1])

    assert len(bomb) < MAX_BYTES
    assert code_of(lambda: _opened(_resigned(_sealed((GOLDEN,)), bomb))) == "mail.damaged"


def test_a_frame_longer_than_any_may_be_is_refused_unread() -> None:
    frame = _sealed((GOLDEN,))
    most = MAX_BYTES - len(_resigned(frame, b""))

    assert read_mail_head(_resigned(frame, bytes(most))).head.number == 1
    assert code_of(lambda: read_mail_head(_resigned(frame, bytes(most + 1)))) == "mail.damaged"


def test_a_version_to_come_is_told_apart_from_damage() -> None:
    data = bytearray(_sealed((GOLDEN,)).data)
    data[2] = mail_frames.VERSION + 1

    assert code_of(lambda: read_mail_head(bytes(data))) == "mail.newer"


def test_frames_are_read_back_to_the_third_version_before_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _sealed((GOLDEN,)).data
    monkeypatch.setattr(mail_frames, "OLDEST_VERSION", 2)

    assert code_of(lambda: read_mail_head(data)) == "mail.too_old"
    assert mail_frames.OLDEST_VERSION >= mail_frames.VERSION - 3


def test_a_dictionary_this_program_has_not_is_named() -> None:
    data = _resigned(_sealed((GOLDEN,)), b"x", dictionary=9)

    assert refusal(lambda: _opened(data)).details["number"] == 9


@given(st.binary(max_size=300), st.booleans())
def test_any_contents_under_a_true_signature_end_in_a_refusal_of_ours(noise: bytes, packed: bool) -> None:
    contents = deflated(b"\xff" * 5 + noise, shipped()[1]) if packed else noise
    data = _resigned(_sealed((GOLDEN,)), contents)

    assert tried(lambda: _opened(data)) == "mail.damaged"


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_at_all_are_refused(noise: bytes, begun: bool) -> None:
    data = b"KN\x01\x01" + noise if begun else noise

    assert isinstance(tried(lambda: _opened(data)), str)


_GOLDEN_HEX = (
    "4b4e010100000001000001a206c6788001a4063234363934300000000000000000000000000000000000000000000000"
    "00000000000000000000010000001f6386ec99821d256189b21a2bb118b2da10346a006cf46556809a0f114ab500d76e"
    "de4289db79ab6b03928cd492521e44e2f5716b0ee43a3eb38eb74b18339eb11f4dd18efcc60bb99e57a1b9cf1300cc47"
    "3242e0905bce97f899e2a1822e0c"
)
_GOLDEN_HASH = "7a15938cfd42a1bbc4fb24fad04e49a39b625ed855f1c6261b90f1e37f0d7a0b"
