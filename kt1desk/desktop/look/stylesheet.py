"""The one stylesheet: resources/style/desk.qss with the colours of a theme filled in.

One sheet on the application, and none on widgets: a sheet on a widget makes Qt parse and cascade again for each of
its children, and hides a colour from the contrast test. This module knows no widgets.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template

from kt1desk.desktop.look.places import STYLE_DIR
from kt1desk.desktop.look.theme import Theme

STYLESHEET = "desk.qss"


def stylesheet(theme: Theme) -> str:
    """The sheet in the colours of a theme.

    Raises:
        KeyError: the sheet names a colour that no theme has.
    """
    places = {"icons": (STYLE_DIR.parent / "icons").as_posix()}
    return Template(_source()).substitute({**asdict(theme), **places})


@lru_cache(maxsize=1)
def _source() -> str:
    return (STYLE_DIR / STYLESHEET).read_text(encoding="utf-8")
