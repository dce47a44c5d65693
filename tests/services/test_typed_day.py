"""Days of commands: both ways of writing them, and the Vietnamese refusal of all others."""

from __future__ import annotations

import argparse
from datetime import date

import pytest

from kt1desk.services.typed_day import typed_day


@pytest.mark.parametrize("text", ["2026-11-01", "01/11/2026", "1/11/2026", " 2026-11-01 "])
def test_a_day_is_typed_in_either_way(text: str) -> None:
    assert typed_day(text) == date(2026, 11, 1)


@pytest.mark.parametrize(
    "text", ["", "20261101", "2026-W44-7", "31/11/2026", "01/11/26", "0000-01-01", "hôm nay"]
)
def test_what_is_no_day_is_refused_in_vietnamese(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="Gõ ngày dạng 2026-11-01"):
        typed_day(text)
