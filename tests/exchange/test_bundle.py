"""The bundle file: what its writer sealed comes out at the point it is for, and every other bundle is refused with its own reason."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.exchange import bundle, wire
from kt1desk.exchange.bundle import (
    BundleHead,
    Letter,
    MailMark,
    OpenedBundle,
    open_bundle,
    read_head,
    seal_bundle,
)
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.reading import counted, deflated
from kt1desk.exchange.sealing import open_sealed, seal_to
from kt1desk.exchange.trust import KeyList
from kt1desk.store.device_key import PointKey
from tests.support.chains import Writer, arrived, dispatch, item_number, send, tried
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    DAY,
    KEYS,
    NOON_MS,
    OFFICE,
    OFFICE_POINT,
    OFFICE_SECOND,
    TRIAL,
    code_of,
    flipped,
    own_keys,
    refusal,
    row_of,
    seeded,
)

HEAD = BundleHead(COMMUNE.device, 1, 12, Moment(NOON_MS), OFFICE_POINT)
COMMUNE_NEIGHBOUR = own_keys(11, "246941")
LETTER = Letter(COMMUNE_POINT, MailMark(4, "ab" * 32), ((7, MailMark(3, "cd" * 32)),), "ef" * 32)
TO = (row_of(OFFICE), row_of(OFFICE_SECOND))
_writer = Writer(COMMUNE)
EVENTS = tuple(_writer.append(arrived(item_number(at))) for at in range(5))
DATA = seal_bundle(EVENTS, HEAD, LETTER, TO, COMMUNE, seeded())


def _opened(data: bytes = DATA, own: PointKey = OFFICE, keys: KeyList = KEYS) -> OpenedBundle:
    return open_bundle(data, own, keys)


def _written(head: BundleHead = HEAD, letter: Letter = LETTER, own: PointKey = COMMUNE) -> bytes:
    return seal_bundle(EVENTS, head, letter, TO, own, seeded())


def _with_contents(contents: bytes, own: PointKey = COMMUNE) -> bytes:
    """The bundle of a desk that knows its own key and nothing of the rules: other contents, well signed and sealed."""
    outside = HEAD.encode()
    signature = own.sign(b"kt1desk/bundle/1\0" + outside + contents)
    return outside + seal_to(signature + contents, TO, b"kt1desk/bundle-seal/1\0" + outside, seeded())


def _contents(packed: bytes, **changed: Json) -> bytes:
    told: dict[str, Json] = {
        "acks": [],
        "after": [0, ""],
        "count": 1,
        "point": COMMUNE_POINT,
        "previous": "",
        **changed,
    }
    return counted(canonical.encode(told, 16_384), 4) + b"\x01" + packed


ONE = deflated(counted(wire.encode(EVENTS[0]), 4), shipped()[1])


def test_the_mail_in_a_bundle_comes_out_whole_with_what_its_desk_says_of_itself() -> None:
    opened = _opened()

    assert tuple(map(wire.decode, opened.records)) == EVENTS
    assert (opened.head, opened.letter, opened.desk.device) == (HEAD, LETTER, COMMUNE.device)
    assert opened.sha256 == hashlib.sha256(DATA).hexdigest()


def test_every_desk_of_the_point_can_open_it() -> None:
    assert _opened(own=OFFICE_SECOND) == _opened(own=OFFICE)


def test_a_bundle_without_mail_still_carries_what_was_taken() -> None:
    data = seal_bundle((), HEAD, LETTER, TO, COMMUNE, seeded())

    opened = _opened(data)

    assert opened.records == ()
    assert opened.letter.acks == ((7, MailMark(3, "cd" * 32)),)


def test_nothing_in_a_bundle_can_be_read_without_a_key() -> None:
    event = send(Writer(), dispatch(3, secret=3))

    data = seal_bundle((event,), HEAD, LETTER, TO, COMMUNE, seeded())

    found = [row.slot for row in event.particulars if row.row in data or row.salt in data]
    assert (found, event.envelope_bytes in data) == ([], False)


def test_a_bundle_for_another_point_says_for_which() -> None:
    error = refusal(lambda: _opened(own=COMMUNE_NEIGHBOUR))

    assert (error.code, error.details["point"]) == ("bundle.other_point", OFFICE_POINT)


def test_a_bundle_this_desk_wrote_itself_is_no_mail() -> None:
    assert code_of(lambda: _opened(own=replace(COMMUNE, point=OFFICE_POINT))) == "bundle.own"


def test_a_desk_that_no_list_has_is_not_believed() -> None:
    stranger = own_keys(66, COMMUNE_POINT)

    data = _written(replace(HEAD, device=66), own=stranger)

    assert code_of(lambda: _opened(data)) == "trust.unknown_device"


def test_a_bundle_in_the_name_of_another_desk_is_forged() -> None:
    assert code_of(lambda: _opened(_written(own=own_keys(66)))) == "bundle.forged"


def test_a_desk_for_trying_out_writes_none_opens_none_and_is_not_believed() -> None:
    disguised = replace(HEAD, device=0).encode() + DATA[len(HEAD.encode()) :]

    assert code_of(lambda: _written(own=TRIAL)) == "trust.trial_desk"
    assert code_of(lambda: _opened(own=TRIAL)) == "trust.trial_desk"
    assert code_of(lambda: _opened(disguised)) == "trust.trial_desk"


def test_the_key_must_hold_on_the_day_the_bundle_was_made() -> None:
    ended = KeyList((row_of(COMMUNE, valid_to=DAY),), 6, DAY)
    late = _written(replace(HEAD, made=Moment(NOON_MS + 86_400_000)))

    assert _opened(keys=ended).head == HEAD
    assert code_of(lambda: _opened(late, keys=ended)) == "trust.expired"


def test_a_point_that_is_not_the_desk_s_is_refused() -> None:
    assert code_of(lambda: _opened(_written(letter=replace(LETTER, point="249999")))) == "bundle.wrong_point"


def test_a_head_moved_to_another_point_does_not_open() -> None:
    moved = replace(HEAD, to="246941").encode() + DATA[len(HEAD.encode()) :]
    neighbour = replace(OFFICE, point="246941")

    assert code_of(lambda: _opened(moved, own=neighbour)) == "bundle.unopened"


def test_a_bundle_sealed_anew_by_its_reader_for_a_third_point_is_forged() -> None:
    head = replace(HEAD, to="246941").encode()
    sealed = DATA[len(HEAD.encode()) :]
    inside = open_sealed(sealed, OFFICE, b"kt1desk/bundle-seal/1\0" + HEAD.encode())
    neighbour = replace(OFFICE, point="246941")

    passed_on = head + seal_to(inside, [row_of(neighbour)], b"kt1desk/bundle-seal/1\0" + head, seeded())

    assert code_of(lambda: _opened(passed_on, own=neighbour)) == "bundle.forged"


def test_a_version_to_come_is_told_apart_from_damage() -> None:
    newer = DATA[:2] + bytes([bundle.VERSION + 1]) + DATA[3:]

    assert code_of(lambda: read_head(newer)) == "bundle.newer"
    assert code_of(lambda: read_head(b"PK" + DATA[2:])) == "bundle.damaged"


def test_a_file_larger_than_any_bundle_is_refused_unread() -> None:
    assert code_of(lambda: read_head(DATA + bytes(bundle.MAX_BYTES))) == "bundle.damaged"


def test_what_would_unpack_to_more_than_a_bundle_holds_is_refused_before_it_is_unpacked() -> None:
    bomb = deflated(bytes(20 * bundle.MAX_INFLATED_BYTES), shipped()[1])

    assert code_of(lambda: _opened(_with_contents(_contents(bomb)))) == "bundle.damaged"


@pytest.mark.parametrize(
    "changed",
    [
        {"count": 2},
        {"count": 0},
        {"count": -1},
        {"after": [0]},
        {"after": [-1, ""]},
        {"after": ["0", ""]},
        {"acks": [[7, 1]]},
        {"acks": [["7", 1, ""]]},
        {"acks": [[7, 1, ""]] * 65},
        {"point": 5},
        {"more": "x"},
    ],
    ids=str,
)
def test_a_letter_that_says_anything_else_is_refused_even_well_signed(changed: dict[str, Json]) -> None:
    assert _opened(_with_contents(_contents(ONE))).records == (wire.encode(EVENTS[0]),)

    assert code_of(lambda: _opened(_with_contents(_contents(ONE, **changed)))) == "bundle.damaged"


def test_a_dictionary_this_program_has_not_is_named() -> None:
    contents = _contents(ONE).replace(b"}\x01", b"}\x09", 1)

    assert refusal(lambda: _opened(_with_contents(contents))).details["number"] == 9


@given(st.integers(0, len(DATA) * 8 - 1))
def test_no_bit_of_a_bundle_can_be_changed(bit: int) -> None:
    outcome = tried(lambda: _opened(flipped(DATA, bit)))

    assert isinstance(outcome, str)
    assert outcome.startswith(("bundle.", "trust."))


@given(st.binary(max_size=400), st.sampled_from(["all", "letter", "packed"]))
def test_any_contents_under_a_true_signature_end_in_a_refusal_of_ours(noise: bytes, part: str) -> None:
    whole = {"all": noise, "letter": counted(noise, 4) + b"\x01" + ONE, "packed": _contents(noise)}

    outcome = tried(lambda: _opened(_with_contents(whole[part])))

    assert outcome in {"bundle.damaged", "bundle.dictionary"}


@given(st.binary(max_size=400), st.booleans())
def test_any_bytes_at_all_are_refused(noise: bytes, begun: bool) -> None:
    with pytest.raises(DeskError):
        _opened(b"KB\x01" + noise if begun else noise)
