"""Put a theme on the running application: style, fonts, palette and stylesheet, in the order that works.

Fusion comes first, since the native styles of Windows paint flat or leave their colours once a stylesheet is set;
then the palette, for what the sheet does not reach; then one sheet.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look import fonts
from kt1desk.desktop.look.stylesheet import stylesheet
from kt1desk.desktop.look.theme import THEMES, Theme, ThemeName, activate, active_theme, palette

_STYLE = "Fusion"
_IN_FUSION = "kt1_in_fusion"


def application(program: str) -> QApplication:
    """The application in Fusion from its beginning.

    Qt is told by the argument it knows: to ask a running application for its style makes Qt's style known to Python, and that takes 10 ms
    of the way to the first picture.
    """
    app = QApplication([program, "-style", _STYLE])
    app.setProperty(_IN_FUSION, True)
    return app


def wear(app: QApplication, theme: Theme) -> None:
    """Show the application in a theme; may be called again at any time.

    Raises:
        FontMissingError: a shipped font cannot be loaded.
    """
    if not app.property(_IN_FUSION):
        app.setStyle(_STYLE)
        app.setProperty(_IN_FUSION, True)
    fonts.load()
    activate(theme)
    app.setFont(fonts.font())
    app.setPalette(palette(theme))
    sheet = stylesheet(theme)
    if app.styleSheet() != sheet:
        # To exchange one sheet for another Qt polishes each widget once for itself and once for each that it lies in: 11 s of processor for
        # the 5,500 widgets of a furnished desk. Taken off and put on, each is polished once: 1.4 s.
        app.setStyleSheet("")
        app.setStyleSheet(sheet)


def wear_next() -> str:
    """Put the next theme on the running application; returns its name."""
    names = list(THEMES)
    following = names[(names.index(active_theme().name) + 1) % len(names)]
    wear_named(following)
    return following.value


def wear_named(name: ThemeName) -> None:
    """Put a theme on the running application."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        wear(app, THEMES[name])
