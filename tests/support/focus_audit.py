"""Can the focus be seen? The widget with the keyboard is drawn with the focus and without it, and the difference must be a ring.

Measured as WCAG 2.2 (2.4.13) has it: the same pixels, with and without, differ by 3:1 at least; here they must enclose something.
The window has to be active: under Xvfb that needs a window manager (tests/support/display.py).
"""

from __future__ import annotations

from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.barred_side import BarredSide
from kt1desk.desktop.look.theme import contrast
from kt1desk.desktop.recovery_step import RecoveryStep
from kt1desk.desktop.restore_steps import DoneStep, RunningStep

LEAST_CHANGE = 3.0
"""Contrast of a pixel of the ring with the same pixel when the focus is elsewhere."""

WHOLE = 0.7
"""How much of each side the ring must cover: corners are round."""

SMALLEST_PX = 12
"""A text cursor is no ring: what encloses something is at least so wide and so high."""

PANES = (BarredSide, DoneStep, RecoveryStep, RunningStep)
"""They only tell something and have the keyboard as a whole, while nothing in the window could be filled in or chosen: no ring."""

_BAND_PX = 4
_AROUND_PX = 3


def unseen_focus(window: QWidget) -> list[str]:
    """A finding where nobody has the keyboard, or where it cannot be seen who has it. The focus is where it was afterwards."""
    holder = QApplication.focusWidget()
    if holder is None or not window.isAncestorOf(holder):
        return ["focus: nothing in the window has the keyboard"]
    name = f"{type(holder).__name__} {holder.objectName() or holder.accessibleName()!r}"
    if not holder.isVisibleTo(window):
        return [f"focus: {name} has the keyboard and cannot be seen"]
    if isinstance(holder, PANES):
        return []
    area = QRect(holder.mapTo(window, QPoint(0, 0)), holder.size())
    area = area.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX).intersected(window.rect())
    having = _drawn(window, area)
    # Without a word to the page: it would take a field that is left for one that is filled in.
    spoke = holder.blockSignals(True)
    holder.clearFocus()
    lacking = _drawn(window, area)
    holder.setFocus()
    holder.blockSignals(spoke)
    return [] if is_ring(having, lacking) else [f"focus: {name} has the keyboard and shows no ring"]


def is_ring(having: Image.Image, lacking: Image.Image) -> bool:
    """Whether what changed encloses something: each side of the rectangle that changed is covered by pixels that changed enough."""
    box = ImageChops.difference(having, lacking).getbbox()
    if box is None:
        return False
    left, top, right, bottom = box
    if right - left < SMALLEST_PX or bottom - top < SMALLEST_PX:
        return False
    across, down = range(left, right), range(top, bottom)
    sides = (
        [[(at, top + deep) for deep in range(_BAND_PX)] for at in across],
        [[(at, bottom - 1 - deep) for deep in range(_BAND_PX)] for at in across],
        [[(left + deep, at) for deep in range(_BAND_PX)] for at in down],
        [[(right - 1 - deep, at) for deep in range(_BAND_PX)] for at in down],
    )
    differs = _Differences(having, lacking)
    return all(sum(any(map(differs.at, spots)) for spots in side) >= WHOLE * len(side) for side in sides)


class _Differences:
    """Which pixels of two pictures differ enough; few pairs of colours meet, so each is reckoned once."""

    def __init__(self, one: Image.Image, other: Image.Image) -> None:
        self._one, self._other = one, other
        self._known: dict[tuple[object, object], bool] = {}

    def at(self, spot: tuple[int, int]) -> bool:
        """Whether they do at a place."""
        pair = (self._one.getpixel(spot), self._other.getpixel(spot))
        if pair not in self._known:
            self._known[pair] = pair[0] != pair[1] and contrast(*map(_hex, pair)) >= LEAST_CHANGE
        return self._known[pair]


def _drawn(window: QWidget, area: QRect) -> Image.Image:
    image = QImage(area.size(), QImage.Format.Format_RGBX8888)
    window.render(image, QPoint(0, 0), QRegion(area))
    size = (image.width(), image.height())
    whole = Image.frombuffer("RGBX", size, bytes(image.constBits()), "raw", "RGBX", image.bytesPerLine(), 1)
    return whole.convert("RGB")


def _hex(pixel: object) -> str:
    assert isinstance(pixel, tuple)
    return f"#{bytes(pixel).hex()}"
