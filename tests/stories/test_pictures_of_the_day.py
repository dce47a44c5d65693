"""Every page of the running program with a morning's work in it: nothing clipped, overlapping, nameless or faint; pictures to look at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kt1desk.desktop.look.theme import ThemeName
from tests.support.display import private_display
from tests.support.looks import BUREAU, COUNTER, Screen
from tests.support.tree import ROOT

SCREENS = (COUNTER, BUREAU)


def _walk(screen: Screen, themes: str, logs: Path, folder: Path | None = None) -> str:
    """What is wrong on the screen, a line each; a process of its own, because Qt reads the scale once."""
    logs.mkdir(exist_ok=True)
    with private_display(logs, screen.size) as display:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.support.story_pictures",
                screen.name,
                themes,
                *([str(folder)] if folder else []),
            ],
            env={**os.environ, "DISPLAY": display, "QT_SCALE_FACTOR": screen.scale},
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("screen", "theme"),
    [(COUNTER, ThemeName.LIGHT), pytest.param(BUREAU, ThemeName.DARK, marks=pytest.mark.soak)],
    ids=["1366 light", "1920-150 dark"],
)
def test_whatever_a_morning_brings_fits_on_every_page(
    screen: Screen, theme: ThemeName, tmp_path: Path
) -> None:
    assert _walk(screen, theme.value, tmp_path / "logs") == ""


@pytest.mark.pictures
@pytest.mark.parametrize("screen", SCREENS, ids=[screen.name for screen in SCREENS])
def test_every_page_is_pictured_in_every_theme(screen: Screen, tmp_path: Path, picture_folder: Path) -> None:
    found = _walk(screen, ",".join(ThemeName), tmp_path / "logs", picture_folder)

    pictures = list(picture_folder.glob(f"run-*-{screen.name}.png"))
    assert len(pictures) == 15 * len(ThemeName)
    assert found == ""
