"""What the scale says now, read again and again while its labels can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.needs import Weighing

_WEIGH_MS = 500


class LivingWeight(QObject):
    """Shows a weight in figures and in words.

    Args:
        weigh: one reading; refuses with ``scale.*``.
        jobs: the threads.
        figure: shows the grams.
        words: says what the scale says, or why it says nothing.
    """

    def __init__(self, weigh: Callable[[], Weighing], jobs: Jobs, figure: QLabel, words: QLabel) -> None:
        super().__init__(figure)
        self._weigh = weigh
        self._jobs = jobs
        self._figure = figure
        self._words = words
        self._busy = False
        self._timer = QTimer(self, interval=_WEIGH_MS)
        self._timer.timeout.connect(self.read)
        self._timer.start()

    def read(self) -> None:
        """Ask the scale, unless nobody looks or it has not answered yet."""
        if not self._figure.isVisible() or self._busy:
            return
        self._busy = True
        self._jobs.run(
            self._weigh,
            self._show,
            lambda error: self._show(Weighing(None, stable=False, text=say(error))),
            Lane.OUTSIDE,
        )

    def _show(self, weighing: Weighing) -> None:
        self._busy = False
        self._figure.setText(f"{dong(weighing.grams)} g" if weighing.grams is not None else "")
        self._words.setText(weighing.text)
