"""Fonts: the shipped files are loaded, and no other font is asked for.

KT1 Sans is Be Vietnam Pro with equal digit widths (installer/assets/build_fonts.py), so that money and item numbers
stand in columns. This module knows no widgets.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from kt1desk.desktop.look.places import FONTS_DIR

FAMILY = "KT1 Sans"
"""Everything on the screen."""

TIGHT_FAMILY = "IBM Plex Sans Condensed"
"""Long names where the room is fixed (labels on paper); Medium only is shipped."""

BODY_PT = 11.0
NOTE_PT = 10.0
KEY_PT = 9.0
"""The smallest text of the screen: key caps."""

_FILES = (
    "KT1Sans-Regular.ttf",
    "KT1Sans-Medium.ttf",
    "KT1Sans-SemiBold.ttf",
    "KT1Sans-Bold.ttf",
    "IBMPlexSansCondensed-Medium.ttf",
)


class FontMissingError(RuntimeError):
    """A shipped font cannot be loaded: the installation is damaged."""


def load() -> None:
    """Load the shipped fonts into the running application; loading twice does nothing.

    Raises:
        FontMissingError: a file is absent or is not a font.
    """
    if FAMILY in QFontDatabase.families() and TIGHT_FAMILY in QFontDatabase.families():
        return
    for name in _FILES:
        if QFontDatabase.addApplicationFont(str(FONTS_DIR / name)) < 0:
            raise FontMissingError(name)


def font(points: float = BODY_PT, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """KT1 Sans at a size in points."""
    made = QFont(FAMILY)
    made.setPointSizeF(points)
    made.setWeight(weight)
    # Hinting snaps stems to whole pixels and makes widths differ between 100 % and 150 %.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
