"""Each icon that the program names is shipped, is drawn in the colour asked for, and sharp at the screen's ratio."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look.icons import Icon, pixmap, themed_icon, themed_pixmap
from kt1desk.desktop.look.places import ICONS_DIR
from kt1desk.desktop.look.theme import DARK, LIGHT
from kt1desk.desktop.look.wear import wear


def test_the_names_and_the_files_are_the_same() -> None:
    files = {path.stem for path in ICONS_DIR.glob("*.svg")}

    assert files == {icon.value for icon in Icon}
    assert (ICONS_DIR / "LICENSE-tabler.txt").read_text(encoding="utf-8").startswith("MIT License")


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_is_drawn_in_the_colour_that_is_asked_for(qapp: QApplication, icon: Icon) -> None:
    drawn = pixmap(icon, "#A81E1E", 24, 4.0).toImage()

    solid = {
        drawn.pixelColor(x, y).name()
        for x in range(96)
        for y in range(96)
        if drawn.pixelColor(x, y).alpha() == 255
    }

    assert solid == {"#a81e1e"}


def test_an_icon_has_the_pixels_of_the_screen_it_is_for(qapp: QApplication) -> None:
    drawn = pixmap(Icon.SEARCH, "#000000", 20, 1.5)

    assert drawn.size() == QSize(30, 30)
    assert drawn.deviceIndependentSize().toSize() == QSize(20, 20)


def test_an_icon_is_drawn_once_for_each_colour_and_size(qapp: QApplication) -> None:
    first = pixmap(Icon.TRUCK, "#123456", 20, 1.0)

    again, other = pixmap(Icon.TRUCK, "#123456", 20, 1.0), pixmap(Icon.TRUCK, "#123457", 20, 1.0)

    assert again.cacheKey() == first.cacheKey()
    assert other.cacheKey() != first.cacheKey()


def test_an_icon_follows_the_theme(qapp: QApplication) -> None:
    wear(qapp, LIGHT)
    light = themed_pixmap(Icon.CHECK, "ok").cacheKey()

    wear(qapp, DARK)
    dark = themed_pixmap(Icon.CHECK, "ok").cacheKey()

    assert light != dark


def test_a_disabled_button_gets_the_disabled_colour(qapp: QApplication) -> None:
    wear(qapp, LIGHT)

    drawn = themed_icon(Icon.SQUARE, "text").pixmap(QSize(20, 20), 1.0, QIcon.Mode.Disabled).toImage()

    colours = {
        drawn.pixelColor(x, y).name()
        for x in range(20)
        for y in range(20)
        if drawn.pixelColor(x, y).alpha() > 250
    }
    assert colours == {QColor(LIGHT.disabled).name()}
