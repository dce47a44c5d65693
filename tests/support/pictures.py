"""Pictures of every page, for people to look at, and what the audit finds on them.

python -m tests.support.pictures FOLDER [WISH…]
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from kt1desk.desktop.look.theme import ThemeName
from tests.support.display import private_display
from tests.support.looks import LOOKS, Look, Screen
from tests.support.page_scenes import SOMETHING_FOUND

LONGEST_S = 580
"""A process of one screen ends within this time, or something hangs."""


def take(
    folder: Path | None,
    screen: Screen,
    wishes: Sequence[str],
) -> str:
    """What the audit finds on one screen, a line each; pictures where a folder is given.

    A process of its own for each screen: Qt reads the scale once. `wishes`: see `page_scenes`.
    """
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
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
        command = [sys.executable, "-m", "tests.support.page_scenes", str(folder or ""), screen.name, *wishes]
        done = subprocess.run(
            command, env=environment, check=False, timeout=LONGEST_S, stdout=subprocess.PIPE, text=True
        )
    ended = "" if done.returncode in {0, SOMETHING_FOUND} else f"{screen.name}: ended with {done.returncode}"
    return f"{done.stdout}{ended}".strip()


def in_look(look: Look, names: Sequence[str]) -> list[str]:
    """The wishes for these scenes in that look."""
    return [f"={name}@{look.theme.value}" for name in names]


def in_turns(names: Sequence[str]) -> list[str]:
    """The wishes for these scenes, the themes taking turns: each theme gets a third of the scenes."""
    themes = tuple(ThemeName)
    return [f"={name}@{themes[at % len(themes)].value}" for at, name in enumerate(names)]


def every_look(
    folder: Path | None, names: Sequence[str], looks: Sequence[Look] = LOOKS, at_once: int = 60
) -> str:
    """These scenes in all looks, two processes side by side, `at_once` scenes in each: what the audit finds, a line each."""
    parts = [(look, names[at : at + at_once]) for look in looks for at in range(0, len(names), at_once)]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda part: take(folder, part[0].screen, in_look(part[0], part[1])), parts))
    return "\n".join(each for each in found if each)


def scenes_wanted(wishes: Sequence[str], names: Sequence[str]) -> list[str]:
    """The scenes whose names begin so, or are `=so`; all of them without a wish."""
    begins = tuple(wishes) or ("",)
    return [name for name in names if name.startswith(begins) or f"={name}" in begins]
