"""A look that is asked for by its name is put on, whichever is worn, and the keyboard goes back to work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, active_theme
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.looks import look_keys
from kt1desk.desktop.navigation import Place
from tests.support.keys import press, type_text
from tests.support.plain_desk import Desk


@pytest.fixture
def app(worn: QApplication) -> Iterator[QApplication]:
    yield worn
    wear(worn, LIGHT)


@pytest.mark.parametrize("worn_now", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda theme: theme.name.value)
def test_who_asks_for_the_dark_look_gets_it(app: QApplication, worn_now: Theme) -> None:
    chosen: list[str] = []
    (dark,) = (key for key in look_keys(chosen.append) if key.does == "giao diện tối")
    wear(app, worn_now)
    assert dark.act is not None
    dark.act()

    assert active_theme() == DARK
    assert chosen == ["dark"]


def test_after_a_look_was_found_by_typing_the_keyboard_is_at_work_again(
    app: QApplication, desk: Desk
) -> None:
    press(Qt.Key.Key_F2)
    line = desk.pages[Place.ACCEPT].line
    press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    type_text("giao dien tuong phan")
    desk.wait()
    away = line.hasFocus()
    press(Qt.Key.Key_Return)
    desk.wait()

    assert not away
    assert active_theme() == HIGH_CONTRAST
    assert line.hasFocus()
