"""Looks: a theme on a screen at a scale. Every page is pictured and audited in these."""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.desktop.look.theme import ThemeName
from tests.support.display import ScreenSize


@dataclass(frozen=True)
class Screen:
    """A screen and its scale (Qt's factor; 1.5 is 150 %); `name` stands in the names of pictures."""

    name: str
    size: ScreenSize
    scale: str


@dataclass(frozen=True)
class Look:
    """What one column of the contact sheet shows."""

    theme: ThemeName
    screen: Screen

    @property
    def name(self) -> str:
        """As in the name of a picture's file."""
        return f"{self.theme.value}-{self.screen.name}"


COUNTER = Screen("1366", ScreenSize(1366, 768), "1")
BUREAU = Screen("1920-150", ScreenSize(1920, 1080), "1.5")
FINE = Screen("2732-200", ScreenSize(2732, 1536), "2")
SCREENS = (COUNTER, BUREAU, FINE)

LOOKS = (
    *(Look(theme, COUNTER) for theme in ThemeName),
    Look(ThemeName.DARK, BUREAU),
    Look(ThemeName.LIGHT, FINE),
)
"""The looks of the contact sheet: each theme at the counter's screen, each scale once."""

ALL_LOOKS = tuple(Look(theme, screen) for screen in SCREENS for theme in ThemeName)
"""Each theme on each screen."""


def screen_named(name: str) -> Screen:
    """The screen of that name.

    Raises:
        KeyError: none has it.
    """
    return {screen.name: screen for screen in SCREENS}[name]
