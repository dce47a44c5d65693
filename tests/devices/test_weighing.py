"""A line of a scale is a weight in whole grams, or nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.devices.weighing import Fault, Said, Weighing, what_it_says

TOLEDO = b"\x02\x2d\x30\x20000340000000"  # three decimals, kilograms, at rest


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"ST,GS,+  0.234kg", Said(234, stable=True)),
        (b"US,NT,+  0.234kg", Said(234, stable=False)),
        (b"ST,GS    20.7g", Said(21, stable=True)),
        (b"ST,NT,-  0.010 kg", Said(-10, stable=True, fault=Fault.NEGATIVE)),
        (b"OL,GS,+  9.999kg", Said(0, stable=False, fault=Fault.OVERLOAD)),
        (b"ST,+00123.00  g", Said(123, stable=True)),
        (b"US,+00123.45  g", Said(124, stable=False)),
        (b"OL,+9999999E+19", Said(0, stable=False, fault=Fault.OVERLOAD)),
        (b"OL,-9999999E+19", Said(0, stable=False, fault=Fault.NEGATIVE)),
        (b"S S     100.00 g", Said(100, stable=True)),
        (b"S D      99.10 g", Said(100, stable=False)),
        (b"S +", Said(0, stable=False, fault=Fault.OVERLOAD)),
        (b"S -", Said(0, stable=False, fault=Fault.NEGATIVE)),
        (b"   340 g", Said(340, stable=None)),
        (b"  0,340 kg", Said(340, stable=None)),
        (b"GS, 1.250kg", Said(1250, stable=None)),
        (b"\x02   340 g\x03", Said(340, stable=None)),
        (b"\xb3\xb4\xb0 g", Said(340, stable=None)),  # 7 bits and parity read as 8
        (TOLEDO, Said(340, stable=True)),
        (b"7" + TOLEDO, Said(340, stable=True)),  # behind the checksum of the frame before
        (b"\x02\x2a\x30\x21   340000000", Said(340, stable=True)),  # grams without decimals
        (b"\x02\x2d\x38\x20000340000000", Said(340, stable=False)),  # in motion
        (b"\x02\x2d\x32\x20000340000000", Said(-340, stable=True, fault=Fault.NEGATIVE)),
        (b"\x02\x2d\x34\x20999999000000", Said(0, stable=False, fault=Fault.OVERLOAD)),
    ],
)
def test_each_format_says_its_weight(line: bytes, said: Said) -> None:
    assert what_it_says(line) == said


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"A&D EK-610i",
        b"QT,+00000012 PC",
        b"ST,GS,+  0.234lb",
        b"ST,TR",
        b"340",
        b".234kg",
        b"+  0.234kgST,GS,+  0.235kg",
        b"S I",
        b"ES",
        b"\x02\x2d\x20\x20000340000000",  # pounds
        b"\x02\x28\x30\x20000340000000",  # unweighed zeros behind the digits
        b"\x02\x2d\x30\x2000034",
        b"9999999999999 kg",
    ],
)
def test_what_is_no_weight_of_ours_says_nothing(line: bytes) -> None:
    assert what_it_says(line) is None


@given(st.integers(0, 99_999), st.integers(0, 999_999))
def test_kilograms_become_grams_exactly_and_parts_of_a_gram_count_whole(whole: int, micro: int) -> None:
    exact_g = Fraction(whole * 1_000_000 + micro, 1000)

    said = what_it_says(f"ST,GS,+{whole}.{micro:06d}kg".encode())

    assert said is not None
    assert said.weight_g - 1 < exact_g <= said.weight_g


@given(st.binary(max_size=40))
def test_garbage_never_raises(line: bytes) -> None:
    said = what_it_says(line)

    assert said is None or said.fault in {None, *Fault}


@pytest.mark.parametrize(
    ("weighing", "usable"),
    [
        (Weighing(340, stable=True), True),
        (Weighing(340, stable=False), False),
        (Weighing(0, stable=True), False),
        (Weighing(-10, stable=True, fault=Fault.NEGATIVE), False),
        (Weighing(0, stable=False, fault=Fault.OVERLOAD), False),
    ],
)
def test_only_a_resting_weight_above_zero_is_an_items_weight(weighing: Weighing, usable: bool) -> None:
    assert weighing.is_usable is usable
