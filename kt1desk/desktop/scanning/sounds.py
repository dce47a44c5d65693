"""Two sounds: one for a scan that was taken, one for a scan that was not.

A clerk who scans a heap of items looks at the items, not at the screen; a hundred scans have gone unheard where only the
screen told. Qt Multimedia would bring a media framework for two beeps, so the system's own player is used.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QProcess, QStandardPaths
from PySide6.QtWidgets import QApplication

_RATE_HZ = 22_050
_LOUDNESS = 12_000
_FADE_S = 0.005
"""Both ends of a tone rise and fall: a tone cut off clicks."""
_PLAYERS = ("paplay", "aplay")


class ScanSounds(Protocol):
    """What the dispatcher needs of a loudspeaker."""

    def good(self) -> None:
        """The scan was taken."""

    def bad(self) -> None:
        """The scan was refused."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A sine of so many hertz for so many seconds; 0 Hz is a pause."""

    pitch_hz: int
    length_s: float


GOOD = (Tone(1760, 0.07),)
BAD = (Tone(220, 0.14), Tone(0, 0.05), Tone(220, 0.24))


def samples(tones: Sequence[Tone]) -> list[int]:
    """Sixteen-bit samples of tones one after the other."""
    return [_sample(tone, n / _RATE_HZ) for tone in tones for n in range(round(tone.length_s * _RATE_HZ))]


def _sample(tone: Tone, at_s: float) -> int:
    edge = min(1.0, at_s / _FADE_S, (tone.length_s - at_s) / _FADE_S)
    return round(_LOUDNESS * edge * math.sin(2 * math.pi * tone.pitch_hz * at_s))


def write_wave(path: Path, tones: Sequence[Tone]) -> None:
    """Write tones as a mono WAV file."""
    data = samples(tones)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE_HZ)
        file.writeframes(struct.pack(f"<{len(data)}h", *data))


class SpeakerSounds:
    """The computer's loudspeaker; its plain beep where no player is installed.

    Args:
        folder: where the two sound files may be written.
    """

    def __init__(self, folder: Path) -> None:
        self._good = folder / "scan-good.wav"
        self._bad = folder / "scan-bad.wav"
        write_wave(self._good, GOOD)
        write_wave(self._bad, BAD)
        self._player = next(filter(None, map(QStandardPaths.findExecutable, _PLAYERS)), "")

    def good(self) -> None:
        """One short high tone."""
        self._play(self._good)

    def bad(self) -> None:
        """Two long low tones."""
        self._play(self._bad)
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
