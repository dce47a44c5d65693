"""F1: the guide at the page in front, over its work area; once more, and it is gone. It must not know what a page does."""

from __future__ import annotations

from kt1desk.desktop.forms.main_window import Ui_MainWindow
from kt1desk.desktop.help.view import HelpView
from kt1desk.desktop.help.where import path_to, section_at
from kt1desk.desktop.navigation import Page
from kt1desk.desktop.offered import Offered
from kt1desk.desktop.window_keys import WindowKeys
from kt1desk.desktop.work_area import WorkArea


class HelpKey:
    """Finds for the help of a window, its ``view``, what it shows and over what it lies."""

    def __init__(self, ui: Ui_MainWindow, area: WorkArea, keys: WindowKeys, offered: Offered) -> None:
        self._ui, self._area, self._keys, self._offered = ui, area, keys, offered
        self.view = HelpView(ui.whole)
        self.view.closed.connect(lambda: keys.cover_page(False))

    def turn(self, gate: Page | None) -> None:
        """Open the help, or shut it; ``gate`` is what fills the window before there is a page."""
        if self.view.is_open():
            self.view.shut()
            return
        page, area = self._area.page, self._area
        groups = self._keys.groups(self._offered.of(area.pages), area.title())
        at = section_at(path_to(area.place, page or gate))
        below = self._ui.work if page is not None else self._ui.gate
        self.view.open_at(at, groups, below, self._ui.side_column)
        self._keys.cover_page(True)
