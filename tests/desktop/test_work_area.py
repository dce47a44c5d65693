"""The way back through places is as long as somebody could want, whatever the day was like."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from tests.support.keys import press
from tests.support.plain_desk import Desk


def test_the_way_back_is_no_longer_than_somebody_goes(desk: Desk) -> None:
    for _ in range(200):
        desk.window.go(Place.ACCEPT)
        desk.window.go(Place.TODAY)
    seen = [_back(desk) for _ in range(60)]

    assert seen[:4] == [Place.ACCEPT, Place.TODAY, Place.ACCEPT, Place.TODAY]
    assert len(set(seen[40:])) == 1


def _back(desk: Desk) -> Place | None:
    for page in desk.pages.values():
        page.notes.steps = 0
    press(Qt.Key.Key_Escape)
    return desk.window._area.place
