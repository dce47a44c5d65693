"""Themes: every colour of the screen has a name here, and a measured contrast.

Three themes share the names, so that a widget asks for "danger" and never for a red. Which pairs of colours meet on
the screen is listed (`TEXT_PAIRS`, `SHAPE_PAIRS`), so that a test can hold each of them to WCAG 2.1: 4.5:1 for text
(criterion 1.4.3), 3:1 for the shapes that carry meaning (1.4.11). This module knows no widgets.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtGui import QColor, QPalette


class ThemeName(StrEnum):
    """The themes a clerk can choose."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True)
class Theme:
    """Colours as ``#RRGGBB``; the comments say what each is for."""

    name: ThemeName
    page: str  # behind the cards
    surface: str  # cards, fields, tables
    raised: str  # key caps, hover, disabled buttons
    line: str  # dividers: decoration only
    field: str  # border of what can be filled in or pressed
    text: str
    muted: str  # notes, headers, what explains
    accent: str  # focus, the chosen, the main button
    on_accent: str
    tint: str  # fill of the field with the focus and of the selected row
    danger: str
    danger_fill: str
    warn: str
    warn_fill: str
    ok: str
    ok_fill: str
    disabled: str  # text of what cannot be used now
    rail: str
    rail_text: str
    rail_chosen: str
    rail_on_chosen: str  # text on rail_chosen
    rail_mark: str  # bar at the left of the chosen place
    card_border: str  # as surface where the fill alone shows the card

    def colour(self, ink: str) -> str:
        """The colour of that name.

        Raises:
            KeyError: no colour has that name.
        """
        if ink == "name" or ink not in TOKENS:
            raise KeyError(ink)
        return str(getattr(self, ink))


TOKENS: frozenset[str] = frozenset(field.name for field in fields(Theme) if field.name != "name")
"""Names of all colours."""

LIGHT = Theme(
    name=ThemeName.LIGHT,
    page="#EEF1F5",
    surface="#FFFFFF",
    raised="#F7F9FB",
    line="#C9D1DB",
    field="#7A8796",
    text="#16202C",
    muted="#4B5868",
    accent="#0A4F8F",
    on_accent="#FFFFFF",
    tint="#E3EEF9",
    danger="#A81E1E",
    danger_fill="#FCE9E7",
    warn="#7A4300",
    warn_fill="#FFF1D6",
    ok="#17603A",
    ok_fill="#E2F3E8",
    disabled="#5F6B7A",
    rail="#10263D",
    rail_text="#DCE6F0",
    rail_chosen="#1F4468",
    rail_on_chosen="#FFFFFF",
    rail_mark="#F6A81C",
    card_border="#FFFFFF",
)

DARK = Theme(
    name=ThemeName.DARK,
    page="#12171D",
    surface="#1B222B",
    raised="#222B36",
    line="#3A4654",
    field="#7F8FA1",
    text="#E8EDF3",
    muted="#AEBAC8",
    accent="#7DB8F2",
    on_accent="#0B1B2B",
    tint="#1F3550",
    danger="#FF9A92",
    danger_fill="#43201F",
    warn="#F5C26B",
    warn_fill="#3E2F12",
    ok="#7FD6A1",
    ok_fill="#173626",
    disabled="#94A1B0",
    rail="#0C1117",
    rail_text="#C6D2DF",
    rail_chosen="#24405E",
    rail_on_chosen="#FFFFFF",
    rail_mark="#F6A81C",
    card_border="#1B222B",
)

HIGH_CONTRAST = Theme(
    name=ThemeName.HIGH_CONTRAST,
    page="#000000",
    surface="#000000",
    raised="#000000",
    line="#FFFFFF",
    field="#FFFFFF",
    text="#FFFFFF",
    muted="#FFFFFF",
    accent="#FFE100",
    on_accent="#000000",
    tint="#1A1A00",
    danger="#FF8A80",
    danger_fill="#000000",
    warn="#FFD54A",
    warn_fill="#000000",
    ok="#5DFF9B",
    ok_fill="#000000",
    disabled="#BFBFBF",
    rail="#000000",
    rail_text="#FFFFFF",
    rail_chosen="#333300",
    rail_on_chosen="#FFFFFF",
    rail_mark="#FFE100",
    card_border="#FFFFFF",
)

THEMES: dict[ThemeName, Theme] = {theme.name: theme for theme in (LIGHT, DARK, HIGH_CONTRAST)}

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    ("text", "surface"),
    ("text", "page"),
    ("text", "raised"),
    ("text", "tint"),
    ("text", "danger_fill"),
    ("muted", "surface"),
    ("muted", "page"),
    ("muted", "raised"),
    ("muted", "tint"),
    ("accent", "surface"),
    ("accent", "tint"),
    ("on_accent", "accent"),
    ("danger", "surface"),
    ("danger", "page"),
    ("danger", "danger_fill"),
    ("warn", "surface"),
    ("warn", "page"),
    ("warn", "warn_fill"),
    ("ok", "surface"),
    ("ok", "page"),
    ("ok", "ok_fill"),
    ("rail_text", "rail"),
    ("rail_text", "rail_chosen"),
    ("rail_on_chosen", "rail_chosen"),
    ("disabled", "surface"),
    ("disabled", "page"),
    ("disabled", "raised"),
)
"""(text, ground) as they meet on the screen: 4.5:1 at least (WCAG 2.1, 1.4.3)."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = (
    ("field", "surface"),
    ("field", "page"),
    ("accent", "surface"),
    ("accent", "page"),
    ("danger", "surface"),
    ("rail_mark", "rail"),
    ("rail_mark", "rail_chosen"),
)
"""(shape, ground): borders, focus and marks that tell something, 3:1 at least (WCAG 2.1, 1.4.11)."""


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.1, "contrast ratio")."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of ``#RRGGBB``, 0 to 1 (WCAG 2.1, "relative luminance")."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.03928 else float(((channel + 0.055) / 1.055) ** 2.4)


def palette(theme: Theme) -> QPalette:
    """The palette for what no stylesheet rule reaches: tool tips, menus, what Fusion paints itself."""
    role = QPalette.ColorRole
    made = QPalette()
    for colour_role, ink in (
        (role.Window, "page"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "raised"),
        (role.Text, "text"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "danger"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "text"),
        (role.PlaceholderText, "muted"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.Accent, "accent"),
        (role.Mid, "line"),
    ):
        made.setColor(colour_role, QColor(theme.colour(ink)))
    for colour_role in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.disabled))
    return made


class _Active:
    """The one theme the screen wears now."""

    theme: Theme = LIGHT


def active_theme() -> Theme:
    """The theme the screen wears now."""
    return _Active.theme


def activate(theme: Theme) -> None:
    """Remember the theme for what is painted from now on; `wear` calls this, pages call `wear`."""
    _Active.theme = theme
