"""Write the two sounds of the desk into resources/sounds/: sine tones, so that there is nothing to license.

They ship as files: a desk whose disk is full, or that was killed, neither fails over a beep nor leaves one behind.

Usage::

    python installer/assets/build_sounds.py            # writes resources/sounds/
    python installer/assets/build_sounds.py --check    # compares with what is committed
"""

from __future__ import annotations

import argparse
import io
import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

SOUNDS_DIR = Path(__file__).resolve().parents[2] / "resources" / "sounds"
_RATE_HZ = 22_050
_LOUDNESS = 12_000
_FADE_S = 0.005
"""Both ends of a tone rise and fall: a tone cut off clicks."""


@dataclass(frozen=True, slots=True)
class Tone:
    """A sine of so many hertz for so many seconds; 0 Hz is a pause."""

    pitch_hz: int
    length_s: float

    def samples(self) -> list[int]:
        """Sixteen bits each."""
        return [self._sample(n / _RATE_HZ) for n in range(round(self.length_s * _RATE_HZ))]

    def _sample(self, at_s: float) -> int:
        edge = min(1.0, at_s / _FADE_S, (self.length_s - at_s) / _FADE_S)
        return round(_LOUDNESS * edge * math.sin(2 * math.pi * self.pitch_hz * at_s))


SOUNDS = {
    "scan-good.wav": (Tone(1760, 0.07),),
    "scan-bad.wav": (Tone(220, 0.14), Tone(0, 0.05), Tone(220, 0.24)),
}


def _wave(tones: tuple[Tone, ...]) -> bytes:
    """A mono WAV file."""
    data = [sample for tone in tones for sample in tone.samples()]
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE_HZ)
        file.writeframes(struct.pack(f"<{len(data)}h", *data))
    return held.getvalue()


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description="The two sounds of the desk.")
    parser.add_argument("--check", action="store_true", help="compare with what is committed")
    if parser.parse_args().check:
        stale = [name for name, tones in SOUNDS.items() if (SOUNDS_DIR / name).read_bytes() != _wave(tones)]
        sys.stdout.writelines(f"{name} is not what its tones say\n" for name in stale)
        return int(bool(stale))
    SOUNDS_DIR.mkdir(exist_ok=True)
    for name, tones in SOUNDS.items():
        (SOUNDS_DIR / name).write_bytes(_wave(tones))
    return 0


if __name__ == "__main__":
    sys.exit(main())
