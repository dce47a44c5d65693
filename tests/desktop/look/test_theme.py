"""The colours of every theme can be read, and every colour a sheet or a widget names exists."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from kt1desk.desktop.look.places import STYLE_DIR
from kt1desk.desktop.look.stylesheet import STYLESHEET, stylesheet
from kt1desk.desktop.look.theme import (
    LIGHT,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    THEMES,
    TOKENS,
    Theme,
    active_theme,
    contrast,
    palette,
)
from kt1desk.desktop.look.wear import wear

ALL_THEMES = pytest.mark.parametrize("theme", THEMES.values(), ids=[name.value for name in THEMES])


def test_contrast_agrees_with_the_values_wcag_gives() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0000FF", "#FFFFFF") == contrast("#FFFFFF", "#0000FF") == pytest.approx(8.59, abs=0.005)


@ALL_THEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_every_text_can_be_read_on_its_ground(theme: Theme, text: str, ground: str) -> None:
    measured = contrast(theme.colour(text), theme.colour(ground))

    assert measured >= 4.5


@ALL_THEMES
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_every_shape_that_tells_something_can_be_seen(theme: Theme, shape: str, ground: str) -> None:
    measured = contrast(theme.colour(shape), theme.colour(ground))

    assert measured >= 3.0


@ALL_THEMES
def test_all_colours_are_written_as_six_hexadecimal_digits(theme: Theme) -> None:
    colours = [value for name, value in asdict(theme).items() if name != "name"]

    assert len(colours) == len(TOKENS)
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in colours)


@ALL_THEMES
def test_the_sheet_is_filled_whole(theme: Theme) -> None:
    sheet = stylesheet(theme)

    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}") > 40
    assert theme.accent in sheet


def test_the_sheet_holds_no_colour_of_its_own() -> None:
    source = (STYLE_DIR / STYLESHEET).read_text(encoding="utf-8")

    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", source) == []


def test_a_colour_nobody_defined_is_refused() -> None:
    with pytest.raises(KeyError):
        LIGHT.colour("crimson")


@ALL_THEMES
def test_wearing_a_theme_sets_style_palette_font_and_sheet(qapp: QApplication, theme: Theme) -> None:
    wear(qapp, theme)

    assert active_theme() is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.page)
    assert qapp.font().family() == "KT1 Sans"
    assert qapp.styleSheet() == stylesheet(theme)


@ALL_THEMES
def test_a_placeholder_is_not_made_half_transparent_by_the_sheet(qapp: QApplication, theme: Theme) -> None:
    wear(qapp, theme)
    field = QLineEdit()
    field.ensurePolished()

    shown = field.palette().color(QPalette.ColorRole.PlaceholderText)

    assert shown == QColor(theme.muted)


@ALL_THEMES
def test_disabled_text_has_its_own_colour_in_the_palette(theme: Theme) -> None:
    made = palette(theme)

    shown = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert shown == QColor(theme.disabled)
