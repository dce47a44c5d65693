"""The shipped fonts show whatever may be stored."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import clean
from tests.support.tree import ROOT


@pytest.mark.parametrize("font", ["KT1Sans-Regular.ttf", "IBMPlexSansCondensed-Medium.ttf"])
def test_the_shipped_fonts_show_every_character_that_may_be_stored(font: str) -> None:
    glyphs = TTFont(ROOT / "resources" / "fonts" / font).getBestCmap()

    storable = [chr(code) for code in range(0x20, 0x3000) if _is_storable(chr(code))]

    assert len(storable) > 260
    assert [f"U+{ord(character):04X}" for character in storable if ord(character) not in glyphs] == []


def _is_storable(character: str) -> bool:
    try:
        return clean(character, "name", 1) == character
    except DeskError:
        return False
