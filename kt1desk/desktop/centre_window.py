"""The window in which the state of every desk stands: one page, its keys, the look. It knows no desk and no session."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.wear import wear_next
from kt1desk.desktop.needs.centre import CentreNeeds
from kt1desk.desktop.pages.centre_desks import CentreDesksPage

_TITLE = "KT1 · Trung tâm"


class CentreWindow(QMainWindow):
    """One page over the whole window."""

    def __init__(self, needs: CentreNeeds, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self.page = CentreDesksPage(needs, jobs)
        self.page.setProperty("kind", "page")
        self.page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(self.page)
        self.setWindowTitle(_TITLE)
        self.resize(1280, 700)
        keys = self.page.keys()
        for key in keys:
            if key.act is not None:
                QShortcut(QKeySequence(key.key), self, key.act)
        QShortcut(QKeySequence("Esc"), self, self._step_back)
        QShortcut(QKeySequence("Ctrl+F12"), self, self._wear_next)

    def begin(self) -> None:
        """Read for the first time."""
        self.page.entered()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is asked any more; an answer under way is waited for by the jobs."""
        self.page.stop()
        self._jobs.close()
        super().closeEvent(event)

    def _step_back(self) -> None:
        self.page.step_back()

    def _wear_next(self) -> None:
        wear_next()
