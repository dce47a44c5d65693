"""«Danh sách»: files that come to the counter and files that leave it for other systems, in two works on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.navigation import Page
from kt1desk.desktop.works import WorksPage

BROUGHT, SYSTEMS = "brought", "systems"
"""Works, as `entered(ref)` names them."""


class FilesPage(WorksPage):
    """Two works, one in front."""

    def __init__(self, brought: Page, systems: Page, parent: QWidget | None = None) -> None:
        super().__init__(
            {BROUGHT: ("Danh sách mang đến", brought), SYSTEMS: ("Hệ thống khác", systems)}, parent
        )

    def works_with_scans(self) -> bool:
        """Nothing is scanned here: a scan is looked up as anywhere."""
        return False
