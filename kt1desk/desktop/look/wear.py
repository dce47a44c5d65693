"""Put a theme on the running application: style, fonts, palette and stylesheet, in the order that works.

Fusion comes first, since the native styles of Windows paint flat or leave their colours once a stylesheet is set;
then the palette, for what the sheet does not reach; then one sheet.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look import fonts
from kt1desk.desktop.look.stylesheet import stylesheet
from kt1desk.desktop.look.theme import Theme, activate, palette


def wear(app: QApplication, theme: Theme) -> None:
    """Show the application in a theme; may be called again at any time.

    Raises:
        FontMissingError: a shipped font cannot be loaded.
    """
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    fonts.load()
    activate(theme)
    app.setFont(fonts.font())
    app.setPalette(palette(theme))
    sheet = stylesheet(theme)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)  # polishes every widget there is
