"""Pictures of every page, for people to look at: 1366×768, and 1920×1080 at 150 %, light and dark.

python -m tests.support.pictures FOLDER
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.display import ScreenSize, private_display


@dataclass(frozen=True)
class Screen:
    """A screen, its scale and the name in the picture's file name."""

    name: str
    size: ScreenSize
    scale: str


SCREENS = (
    Screen("1366", ScreenSize(1366, 768), "1"),
    Screen("1920-150", ScreenSize(1920, 1080), "1.5"),
)


def main(folder: Path | None, only: Sequence[str] = ("",), screens: Sequence[Screen] = SCREENS) -> str:
    """One process for each screen: Qt reads the scale once. Returns what the audit found, a line each.

    ``only`` is how the names of the scenes begin that are wanted.
    """
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    found = []
    for screen in screens:
        with TemporaryDirectory() as logs, private_display(Path(logs), screen.size) as display:
            environment = {
                **os.environ,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "QT_QPA_PLATFORMTHEME": "",
                "QT_SCALE_FACTOR": screen.scale,
                "QT_FONT_DPI": "96",
                "TZ": "<+07>-7",
            }
            command = [
                sys.executable,
                "-m",
                "tests.support.page_scenes",
                str(folder or ""),
                screen.name,
                *only,
            ]
            done = subprocess.run(
                command, env=environment, check=False, timeout=600, stdout=subprocess.PIPE, text=True
            )
            found.append(
                done.stdout if done.returncode in {0, 1} else f"{screen.name}: ended with {done.returncode}"
            )
    return "\n".join(found).strip()


if __name__ == "__main__":
    sys.stdout.write(main(Path(sys.argv[1]), sys.argv[2:] or [""]))
