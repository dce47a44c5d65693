"""Reads the scale beside the screen while a page that weighs is in front, and says in words what it shows."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import Weighing
from kt1desk.desktop.widgets import NoteLabel, Role
from kt1desk.domain.errors import DeskError

_EVERY_MS = 500


class WeighNeeds(Protocol):
    """What the watch reads."""

    def has_scale(self) -> bool:
        """Whether a scale is set up."""

    def weigh(self) -> Weighing:
        """One reading.

        Raises:
            DeskError: ``scale.*``.
        """


class ScaleWatch(QObject):
    """`settled` carries grams each time the scale stands still.

    After `wait_for_next` nothing counts until the scale was empty, in motion or silent: what was accepted still lies there, and its weight
    must never become the weight of the next item.
    """

    settled = Signal(int)

    def __init__(self, needs: WeighNeeds, jobs: Jobs, note: NoteLabel, page: QWidget) -> None:
        super().__init__(page)
        self._needs = needs
        self._jobs = jobs
        self._note = note
        self._page = page
        self._reading = False
        self._is_old = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._read)

    def start(self) -> None:
        """Read from now on, where there is a scale."""
        if self._needs.has_scale():
            self._timer.start()
            self._read()
        else:
            self._timer.stop()
            self._note.show_note("")

    def wait_for_next(self) -> None:
        """What lies on the scale now has been accepted."""
        self._is_old = True

    def _read(self) -> None:
        if not self._reading and self._page.isVisible():
            self._reading = True
            self._jobs.run(self._needs.weigh, self._show, self._miss, Lane.OUTSIDE)

    def _show(self, weighing: Weighing) -> None:
        self._reading = False
        self._note.show_note(weighing.text, Role.OK if weighing.stable else Role.MUTED)
        if not weighing.stable or not weighing.grams:
            self._is_old = False
        elif not self._is_old:
            self.settled.emit(weighing.grams)

    def _miss(self, error: DeskError) -> None:
        self._reading = False
        self._is_old = False
        self._note.show_note(say(error), Role.WARN)
