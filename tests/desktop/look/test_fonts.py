"""The shipped fonts hold every letter and figure that a Vietnamese counter writes."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look import fonts
from kt1desk.desktop.look.places import FONTS_DIR

FILES = sorted(path.name for path in FONTS_DIR.glob("*.ttf"))
SCREEN_FILES = [name for name in FILES if name.startswith("KT1Sans")]
WEIGHTS = (QFont.Weight.Normal, QFont.Weight.Medium, QFont.Weight.DemiBold, QFont.Weight.Bold)
SIGNS = "₫%&()+,-./:;?!'\"“”‘’–—…·×°@#*=<>|_~[]{}0123456789"


def vietnamese_letters() -> list[str]:
    """Small and capital: 12 vowels under 6 tones, đ, and the plain consonants, composed as the screen gets them."""
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    small = [unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones]
    small += list("bcdđghklmnpqrstvx")
    return small + [letter.upper() for letter in small]


def test_the_alphabet_of_the_test_is_whole() -> None:
    letters = vietnamese_letters()

    marked = [letter for letter in letters if not letter.isascii()]

    assert len(set(letters)) == 178
    assert len(set(marked)) == 134
    assert all(len(letter) == 1 for letter in letters)


@pytest.mark.parametrize("name", FILES)
def test_every_vietnamese_letter_and_sign_has_a_glyph_with_ink(name: str) -> None:
    font = TTFont(FONTS_DIR / name)
    cmap, glyphs = font.getBestCmap(), font["glyf"]

    absent = [sign for sign in vietnamese_letters() + list(SIGNS) if ord(sign) not in cmap]
    blank = [
        sign
        for sign in vietnamese_letters() + list(SIGNS)
        if ord(sign) in cmap and glyphs[cmap[ord(sign)]].numberOfContours == 0
    ]

    assert absent == []
    assert blank == []


@pytest.mark.parametrize("name", FILES)
def test_all_digits_of_a_font_have_one_width(name: str) -> None:
    font = TTFont(FONTS_DIR / name)

    widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}

    assert len(widths) == 1


@pytest.mark.parametrize("name", SCREEN_FILES)
def test_digits_keep_their_ink_inside_their_width(name: str) -> None:
    font = TTFont(FONTS_DIR / name)

    for digit in "0123456789":
        glyph_name = font.getBestCmap()[ord(digit)]
        glyph, (width, left) = font["glyf"][glyph_name], font["hmtx"][glyph_name]

        assert glyph.xMin == left
        assert glyph.xMin > 0
        assert glyph.xMax < width


@pytest.mark.parametrize("weight", WEIGHTS)
def test_columns_of_money_are_straight_as_qt_shapes_them(qapp: QApplication, weight: QFont.Weight) -> None:
    fonts.load()
    font = fonts.font(11, weight)

    widths = {
        round(QFontMetricsF(font).horizontalAdvance(text), 3)
        for text in ("1.111.111", "4.747.474", "7.777.777", "0.000.000", "1.117.741")
    }

    assert len(widths) == 1


@pytest.mark.parametrize("weight", WEIGHTS)
def test_qt_finds_each_weight_in_a_shipped_file_(qapp: QApplication, weight: QFont.Weight) -> None:
    fonts.load()

    found = QFontInfo(fonts.font(11, weight))

    assert found.family() == fonts.FAMILY
    assert found.weight() == weight


def test_loading_twice_adds_nothing(qapp: QApplication) -> None:
    fonts.load()
    before = sorted(QFontDatabase.families())

    fonts.load()

    assert sorted(QFontDatabase.families()) == before


@pytest.mark.parametrize("name", SCREEN_FILES)
def test_the_changed_font_does_not_pose_as_the_original(name: str) -> None:
    names = TTFont(FONTS_DIR / name)["name"]

    family = {names.getDebugName(kind) or "" for kind in (1, 3, 4, 6, 16)}

    assert not any("Be Vietnam" in text or "BeVietnam" in text for text in family)
    assert "Be Vietnam Pro Project Authors" in (names.getDebugName(0) or "")


def test_each_font_lies_beside_its_licence() -> None:
    licences = {path.name: path.read_text(encoding="utf-8") for path in FONTS_DIR.glob("*-OFL.txt")}

    families = {name.split("-")[0] for name in FILES}

    assert {name.split("-")[0] for name in licences} == families
    assert all("SIL Open Font License, Version 1.1" in text for text in licences.values())
