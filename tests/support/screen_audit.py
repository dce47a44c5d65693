"""Audits what a window shows: text that does not fit or overlaps or has a foreign font, widgets without a name, contrast from pixels.

Use: show the window, then `assert audit(window) == []`. Each finding is a sentence that names widget and text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontInfo, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLineEdit,
    QScrollBar,
    QStackedWidget,
    QWidget,
)

from kt1desk.desktop.look.fonts import FAMILY, TIGHT_FAMILY
from kt1desk.desktop.look.theme import contrast
from tests.support.row_audit import cut_rows
from tests.support.screen_texts import TextSpot, texts_of

LEAST_CONTRAST = 4.5
"""WCAG 2.1, 1.4.3, for text of any size here."""

ENLARGE = 3
"""The window is drawn three times as large to measure colours: at 96 dpi thin strokes are never quite their colour."""

SLACK_PX = 1
"""Rounding of a text's advance."""

INVISIBLE = 1.05


def audit(window: QWidget, least_contrast: float = LEAST_CONTRAST) -> list[str]:
    """Everything that is wrong with what the window shows now."""
    spots = texts_of(window)
    return [
        *outgrown(window),
        *clipped_texts(window, spots),
        *overlapping_texts(window, spots),
        *overlapping_widgets(window),
        *cut_rows(window),
        *nameless_widgets(window),
        *foreign_fonts(window, spots),
        *faint_texts(window, least_contrast, spots),
    ]


def outgrown(window: QWidget) -> list[str]:
    """A window that its contents have pushed beyond the screen: what is at its edge cannot be reached."""
    size, screen = window.size(), window.screen().size()
    if size.width() <= screen.width() and size.height() <= screen.height():
        return []
    return [f"outgrown: {size.width()}x{size.height()} on a screen of {screen.width()}x{screen.height()}"]


def clipped_texts(window: QWidget, spots: Sequence[TextSpot] | None = None) -> list[str]:
    """Texts that need more room than they have, and texts that stick out of a parent or of the window."""
    found = []
    for spot in _spots(window, spots):
        needs = spot.needs()
        too_wide = needs.width() - spot.room.width()
        too_high = needs.height() - spot.room.height()
        if too_wide > SLACK_PX:
            found.append(f"clipped: {spot.place()} lacks {too_wide} px for {spot.text!r}")
        elif too_high > SLACK_PX:
            found.append(f"clipped: {spot.place()} lacks {too_high} px of height for {spot.text!r}")
        elif _sticks_out(spot, window):
            found.append(f"clipped: {spot.place()} sticks out with {spot.text!r}")
    return found


def overlapping_texts(window: QWidget, spots: Sequence[TextSpot] | None = None) -> list[str]:
    """Pairs of texts one of which stands on the other."""
    found = []
    placed = [(spot, spot.ink(), _overlay_of(spot.owner)) for spot in _spots(window, spots)]
    for (one, its_ink, its_layer), (other, ink, layer) in combinations(placed, 2):
        if its_layer is not layer:
            continue
        common = its_ink.intersected(ink)
        if common.width() > SLACK_PX and common.height() > SLACK_PX + 1:
            found.append(f"overlap: {one.place()} {one.text!r} and {other.place()} {other.text!r}")
    return found


def overlapping_widgets(window: QWidget) -> list[str]:
    """Sisters whose rectangles meet: a layout that has too little room."""
    found = []
    for parent in [window, *window.findChildren(QWidget)]:
        if isinstance(parent, QAbstractScrollArea | QLineEdit | QStackedWidget):
            continue
        for one, other in combinations(_visible_children(parent, window), 2):
            common = one.geometry().intersected(other.geometry())
            if not common.isEmpty():
                found.append(
                    f"overlap: {_name(one)} and {_name(other)} share {common.width()}×{common.height()} px"
                )
    return found


def foreign_fonts(window: QWidget, spots: Sequence[TextSpot] | None = None) -> list[str]:
    """Texts in a font that is not shipped: they would look different on each desk, and have uneven digits."""
    return [
        f"font: {spot.place()} {spot.text!r} is in {family}"
        for spot in _spots(window, spots)
        if (family := QFontInfo(spot.font).family()) not in {FAMILY, TIGHT_FAMILY}
    ]


def nameless_widgets(window: QWidget) -> list[str]:
    """What can have the focus or be pressed and has no accessible name (icons inside fields are buttons too)."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not widget.isEnabled():
            continue
        can_focus = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
        if isinstance(widget, QScrollBar) or not (can_focus or isinstance(widget, QAbstractButton)):
            continue
        interface: QAccessibleInterface | None = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {_name(widget)}")
    return found


def faint_texts(
    window: QWidget, least: float = LEAST_CONTRAST, spots: Sequence[TextSpot] | None = None
) -> list[str]:
    """Texts whose colour, as painted, has too little contrast with the ground around it, as painted."""
    image = _enlarged(window)
    overlays = [
        each for each in window.findChildren(QWidget) if _is_overlay(each) and each.isVisibleTo(window)
    ]
    found = []
    for spot in _spots(window, spots):
        area = spot.ink().intersected(spot.room).intersected(window.rect())
        if area.isEmpty() or _covered(spot, area, overlays, window):
            continue
        measured = _measured_contrast(image, area)
        if measured < INVISIBLE:
            found.append(f"contrast: {spot.place()} {spot.text!r} cannot be seen")
        elif measured < least:
            found.append(f"contrast: {spot.place()} {spot.text!r} has {measured:.2f}:1")
    return found


def measured_contrasts(window: QWidget) -> dict[str, float]:
    """Text → contrast as painted, for a report."""
    image = _enlarged(window)
    return {
        spot.text: _measured_contrast(image, spot.ink().intersected(spot.room)) for spot in texts_of(window)
    }


def _spots(window: QWidget, found: Sequence[TextSpot] | None) -> Sequence[TextSpot]:
    """The texts that somebody has found already, or those that are found now."""
    return texts_of(window) if found is None else found


def _enlarged(window: QWidget) -> Image.Image:
    image = QImage(window.size() * ENLARGE, QImage.Format.Format_RGBX8888)
    image.setDevicePixelRatio(ENLARGE)
    window.render(image, QPoint(0, 0))
    size = (image.width(), image.height())
    return Image.frombuffer("RGBX", size, bytes(image.constBits()), "raw", "RGBX", image.bytesPerLine(), 1)


def _measured_contrast(image: Image.Image, area: QRect) -> float:
    """Contrast of the two commonest colours of an area: the ground, and the core of the strokes."""
    left, top = area.left() * ENLARGE, area.top() * ENLARGE
    part = image.crop((left, top, left + area.width() * ENLARGE, top + area.height() * ENLARGE))
    commonest = sorted(part.getcolors(part.width * part.height) or (), reverse=True)[:2]
    if len(commonest) < 2:
        return 1.0
    ground, ink = (f"#{bytes(colour[:3]).hex()}" for _, colour in commonest if isinstance(colour, tuple))
    return contrast(ground, ink)


def _sticks_out(spot: TextSpot, window: QWidget) -> bool:
    ink = spot.ink()
    parent: QWidget | None = spot.owner
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return False  # what is scrolled out of sight can be scrolled back
        here = QRect(parent.mapTo(window, QPoint(0, 0)), parent.size())
        if not here.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(ink):
            return True
        parent = parent.parentWidget()
    return not window.rect().contains(ink)


def _covered(spot: TextSpot, area: QRect, overlays: list[QWidget], window: QWidget) -> bool:
    own = _overlay_of(spot.owner)
    return any(
        overlay is not own and QRect(overlay.mapTo(window, QPoint(0, 0)), overlay.size()).intersects(area)
        for overlay in overlays
    )


def _is_overlay(widget: QWidget) -> bool:
    return bool(widget.property("overlay"))


def _overlay_of(widget: QWidget) -> QWidget | None:
    here: QWidget | None = widget
    while here is not None and not _is_overlay(here):
        here = here.parentWidget()
    return here


def _visible_children(parent: QWidget, window: QWidget) -> list[QWidget]:
    return [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and not child.isWindow()
        and child.isVisibleTo(window)
        and not _is_overlay(child)
        and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()!r}"
