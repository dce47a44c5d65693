"""Icons: one set of outline drawings (Tabler, MIT) in resources/icons/, tinted when they are drawn.

An icon is drawn by Qt's SVG renderer in a colour of the active theme and at the screen's own ratio, once per (name,
colour, size, ratio): Qt's pixmap cache keeps it, bounded, and drops it with the application. Characters such as
● ▲ ✓ are not used instead: the shipped font lacks them and a fallback font would draw them differently on each desk.
This module knows nothing of widgets.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from kt1desk.desktop.look.places import ICONS_DIR
from kt1desk.desktop.look.theme import active_theme

FIELD_SIZE = 20
"""Icons in fields, in the rail and beside headings, logical px."""

STATUS_SIZE = 16
"""Icons in the status line and beside notes, logical px."""


class Icon(StrEnum):
    """Every icon the program may show; the value is the file's name in resources/icons/ without its ending."""

    LAYOUT_DASHBOARD = "layout-dashboard"
    MAIL_CHECK = "mail-check"
    MAIL = "mail"
    MAILBOX = "mailbox"
    FILE_TEXT = "file-text"
    TRUCK = "truck"
    SEND = "send"
    CASH = "cash"
    CHART_BAR = "chart-bar"
    SEARCH = "search"
    CHECK = "check"
    ALERT_TRIANGLE = "alert-triangle"
    ALERT_CIRCLE = "alert-circle"
    CLOCK = "clock"
    CLOCK_EXCLAMATION = "clock-exclamation"
    HOURGLASS = "hourglass"
    CALENDAR = "calendar"
    FLAME = "flame"
    PRINTER = "printer"
    PRINTER_OFF = "printer-off"
    WIFI = "wifi"
    WIFI_OFF = "wifi-off"
    CLOUD_UP = "cloud-up"
    USER = "user"
    USERS = "users"
    ID_BADGE_2 = "id-badge-2"
    ID = "id"
    LOCK = "lock"
    LOCK_OPEN = "lock-open"
    EYE = "eye"
    EYE_OFF = "eye-off"
    HELP = "help"
    SETTINGS = "settings"
    SCAN = "scan"
    BARCODE = "barcode"
    QRCODE = "qrcode"
    SCALE = "scale"
    X = "x"
    PLUS = "plus"
    MINUS = "minus"
    REFRESH = "refresh"
    ARROW_BACK_UP = "arrow-back-up"
    ARROW_RIGHT = "arrow-right"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_DOWN = "chevron-down"
    RECEIPT = "receipt"
    TAG = "tag"
    PACKAGE = "package"
    BUILDING = "building"
    BUILDING_BANK = "building-bank"
    BUILDING_COMMUNITY = "building-community"
    MAP_PIN = "map-pin"
    ROUTE = "route"
    SHIELD_CHECK = "shield-check"
    SHIELD_LOCK = "shield-lock"
    KEY = "key"
    CERTIFICATE = "certificate"
    DEVICE_USB = "device-usb"
    USB = "usb"
    PLUG_CONNECTED = "plug-connected"
    PLUG_CONNECTED_X = "plug-connected-x"
    HISTORY = "history"
    LIST_DETAILS = "list-details"
    INFO_CIRCLE = "info-circle"
    PLAYER_PLAY = "player-play"
    DOOR_EXIT = "door-exit"
    DOOR_ENTER = "door-enter"
    KEYBOARD = "keyboard"
    SUN = "sun"
    MOON = "moon"
    CONTRAST = "contrast"
    SQUARE = "square"
    SQUARE_CHECK = "square-check"
    CIRCLE = "circle"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_X = "circle-x"
    BAN = "ban"
    DATABASE = "database"
    DEVICE_FLOPPY = "device-floppy"
    RUBBER_STAMP = "rubber-stamp"
    SIGNATURE = "signature"
    TRASH = "trash"
    HOME = "home"


def pixmap(icon: Icon, colour: str, size: int = FIELD_SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon in one colour.

    Args:
        icon: which drawing.
        colour: any colour SVG knows, as ``#RRGGBB``.
        size: edge in logical px.
        ratio: device px per logical px of the screen it is for.
    """
    key = f"kt1desk/{icon.value}/{colour}/{size}/{ratio:.3f}"
    cached = QPixmap()
    if QPixmapCache.find(key, cached):
        return cached
    edge = round(size * ratio)
    drawn = QPixmap(edge, edge)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(_source(icon).replace("currentColor", colour).encode()))
    renderer.render(painter, QRectF(0, 0, edge, edge))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def themed_pixmap(icon: Icon, ink: str, size: int = FIELD_SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon in a colour of the active theme; ``ink`` is the name of a field of `Theme`."""
    return pixmap(icon, active_theme().colour(ink), size, ratio)


def themed_icon(icon: Icon, ink: str, size: int = FIELD_SIZE, checked_ink: str = "") -> QIcon:
    """A QIcon for buttons and actions, in colours of the active theme.

    Args:
        icon: which drawing.
        ink: colour of the enabled icon, name of a field of `Theme`.
        size: edge in logical px.
        checked_ink: colour while the button is checked; as ``ink`` if empty.

    A QIcon keeps its colours: a widget makes it anew when the palette changes (`QEvent.Type.PaletteChange`).
    """
    made = QIcon()
    for ratio in _screen_ratios():
        made.addPixmap(themed_pixmap(icon, ink, size, ratio), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(themed_pixmap(icon, "disabled", size, ratio), QIcon.Mode.Disabled, QIcon.State.Off)
        if checked_ink:
            made.addPixmap(themed_pixmap(icon, checked_ink, size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _screen_ratios() -> list[float]:
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0})


@cache
def _source(icon: Icon) -> str:
    return (ICONS_DIR / f"{icon.value}.svg").read_text(encoding="utf-8")
