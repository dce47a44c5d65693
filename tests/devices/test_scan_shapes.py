"""One text has one meaning, told by its shape."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.devices.scan_shapes import TEMPLATES, Scan, Shape, Template, classify
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.identifiers import S10

_SIGNS = {"A": st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "9": st.sampled_from("0123456789")}


_RESTS = {"*": st.text(min_size=1), "#": st.text("0123456789.", min_size=1)}


def _texts(template: Template) -> st.SearchStrategy[str]:
    """Every text of a shape."""
    fixed = [_SIGNS.get(sign, st.just(sign)) for sign in template.fixed]
    rest = _RESTS.get(template.pattern[-1], st.just(""))
    return st.tuples(*fixed, rest).map("".join)


@given(st.data(), st.sampled_from(TEMPLATES))
def test_a_text_of_one_shape_has_no_other_shape(data: st.DataObject, template: Template) -> None:
    text = data.draw(_texts(template))

    fitting = [other for other in TEMPLATES if other.matches(text)]

    assert fitting == [template]


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations(TEMPLATES, 2)))
def test_two_shapes_differ_in_length_or_at_some_place(one: Template, other: Template) -> None:
    share_a_length = any(one.has_length(length) and other.has_length(length) for length in range(1, 100))

    differ_at_a_place = any(
        _exclude_each_other(one.allowed(place), other.allowed(place)) for place in range(30)
    )

    assert differ_at_a_place or not share_a_length


def _exclude_each_other(mine: frozenset[str] | None, theirs: frozenset[str] | None) -> bool:
    return mine is not None and theirs is not None and bool(mine) and bool(theirs) and not mine & theirs


@given(st.text())
def test_any_text_at_all_is_named_without_an_error(text: str) -> None:
    scan = classify(text)

    assert scan.kind in Shape
    assert not (scan.valid and scan.kind is Shape.UNKNOWN)


@pytest.mark.parametrize(
    ("text", "kind", "value", "valid"),
    [
        ("ME473124829VN", Shape.ITEM, "ME473124829VN", True),
        (" me 473 124 829 vn\r", Shape.ITEM, "ME473124829VN", True),
        ("ME473124828VN", Shape.ITEM, "ME473124828VN", False),
        ("ME473124829VN 65535.2.65535.4294967295", Shape.ITEM, "ME473124829VN", True),
        ("TUI25000017", Shape.RECEPTACLE, "TUI25000017", True),
        ("NP0041772", Shape.SEAL, "NP0041772", True),
        ("H37.12-251120-0012", Shape.DOSSIER, "H37.12-251120-0012", True),
        ("000.00.53.H48-220921-0099", Shape.DOSSIER, "000.00.53.H48-220921-0099", True),
        ("H37.12-250229-0012", Shape.DOSSIER, "H37.12-250229-0012", False),
        ("H37.12-240229-0012", Shape.DOSSIER, "H37.12-240229-0012", True),
        ("H37.12-251320-0012", Shape.DOSSIER, "H37.12-251320-0012", False),
        ("ME473124829VN LANG SON", Shape.UNKNOWN, "ME473124829VN LANG SON", False),
        ("ME473124829VN65535", Shape.UNKNOWN, "ME473124829VN65535", False),
        ("020099001234|", Shape.UNKNOWN, "020099001234|", False),
        ("020099001234|A", Shape.CARD, "020099001234", False),
        ("020099001234", Shape.UNKNOWN, "020099001234", False),
        ("TUI2500001", Shape.UNKNOWN, "TUI2500001", False),
        ("0912345678", Shape.UNKNOWN, "0912345678", False),
        ("ＭＥ473124829VN", Shape.UNKNOWN, "ＭＥ473124829VN", False),
        ("ME٤73124829VN", Shape.UNKNOWN, "ME٤73124829VN", False),
        ("", Shape.UNKNOWN, "", False),
    ],
)
def test_a_code_is_named_by_its_shape(text: str, kind: Shape, value: str, valid: bool) -> None:
    scan = classify(text)

    assert (scan.kind, scan.value, scan.valid) == (kind, value, valid)


@given(st.integers(0, 65_535), st.sampled_from(Stream), st.integers(1, 65_535), st.integers(1, 2**32 - 1))
def test_what_the_matrix_of_a_label_says_is_its_item(
    device: int, stream: Stream, life: int, seq: int
) -> None:
    event = EventId(device, stream, life, seq)

    scan = classify(f"ME473124829VN {event.text}")

    assert (scan.kind, scan.value, scan.valid) == (Shape.ITEM, "ME473124829VN", True)


def test_a_card_keeps_its_fields_as_they_were_written() -> None:
    card = "020099001234||Hoàng Thị Mẫu|01021999|Nữ|Khối 1, phường Lương Văn Tri|02032022"

    scan = classify(card)

    assert scan == Scan(Shape.CARD, "020099001234", card, valid=True)


@given(st.sampled_from(["ME", "MA", "WW"]), st.integers(0, 99_999_999), st.integers(0, 9))
def test_an_item_number_is_valid_only_with_its_own_check_digit(prefix: str, serial: int, digit: int) -> None:
    own = S10(prefix, f"{serial:08d}", "VN").check_digit

    scan = classify(f"{prefix}{serial:08d}{digit}VN")

    assert scan.valid == (digit == own)
