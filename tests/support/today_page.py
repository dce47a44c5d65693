"""The page of the day with made-up figures behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kt1desk.desktop.pages.today import TodayPage
from kt1desk.desktop.widgets import WayTile
from tests.support.day_fakes import FakeToday
from tests.support.keys import part

CTRL = Qt.KeyboardModifier.ControlModifier
Opener = Callable[[FakeToday], TodayPage]


def tile_at(page: TodayPage, key: str) -> tuple[str, str]:
    """Number and caption of a tile."""
    tile = part(page, WayTile, f"tile_{key}").tile()
    return tile.number, tile.caption
