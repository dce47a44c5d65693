"""Pictures of every page, for people to look at: 1366×768, and 1920×1080 at 150 %, light and dark.

python -m tests.support.pictures FOLDER
"""

from __future__ import annotations

import os
import subprocess
import sys
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
THEMES = ("light", "dark")


def main(folder: Path, only: str = "") -> None:
    """One process for each screen: Qt reads the scale once."""
    folder.mkdir(parents=True, exist_ok=True)
    for screen in SCREENS:
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
            command = [sys.executable, "-m", "tests.support.page_scenes", str(folder), screen.name, only]
            subprocess.run(command, env=environment, check=True, timeout=300)


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "build/pictures"), sys.argv[2] if len(sys.argv) > 2 else ""
    )
