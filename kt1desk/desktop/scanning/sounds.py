"""Two sounds: one for a scan that was taken, one for a scan that was not.

A clerk who scans a heap of items looks at the items, not at the screen; a hundred scans have gone unheard where only the
screen told. Qt Multimedia would bring a media framework for two beeps, so the system's own player is used.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QProcess, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.look.places import RESOURCES_DIR

GOOD = RESOURCES_DIR / "sounds" / "scan-good.wav"
"""One short high tone."""
BAD = RESOURCES_DIR / "sounds" / "scan-bad.wav"
"""Two long low tones."""
_PLAYERS = ("paplay", "aplay")
_APART_MS = 700
"""The bad sound after the good one, so that they are heard one after the other."""


class ScanSounds(Protocol):
    """What the dispatcher needs of a loudspeaker."""

    def good(self) -> None:
        """The scan was taken."""

    def bad(self) -> None:
        """The scan was refused."""


class SpeakerSounds:
    """The computer's loudspeaker; its plain beep where no player is installed. Silent while it is switched off."""

    is_on = True

    def __init__(self) -> None:
        self._player = next(filter(None, map(QStandardPaths.findExecutable, _PLAYERS)), "")

    def good(self) -> None:
        """One short high tone."""
        if self.is_on:
            self._play(GOOD)

    def bad(self) -> None:
        """Two long low tones."""
        if self.is_on:
            self._play_bad()

    def try_both(self) -> None:
        """The good one and then the bad one, switched on or not: somebody wants to hear them."""
        self._play(GOOD)
        QTimer.singleShot(_APART_MS, self._play_bad)

    def _play_bad(self) -> None:
        self._play(BAD)
        if not self._player and sys.platform != "win32":
            QApplication.beep()  # twice, so that it differs from the good one

    def _play(self, path: Path) -> None:
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - exists on Windows only

            winsound.PlaySound(str(path), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
        elif self._player:
            QProcess.startDetached(self._player, [str(path)])
        else:
            QApplication.beep()
