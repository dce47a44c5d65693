"""Where fonts, icons and the stylesheet lie: ``resources/`` beside the package, in a checkout and installed alike."""

from __future__ import annotations

from pathlib import Path

RESOURCES_DIR = Path(__file__).resolve().parents[3] / "resources"
FONTS_DIR = RESOURCES_DIR / "fonts"
ICONS_DIR = RESOURCES_DIR / "icons"
STYLE_DIR = RESOURCES_DIR / "style"
