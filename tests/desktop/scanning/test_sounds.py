"""The two sounds: shipped as files, told apart by ear, and played by whatever player the system has."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kt1desk.desktop.scanning.sounds import BAD, GOOD, SpeakerSounds

_ROOT = Path(__file__).parents[3]


def _heard(path: Path) -> tuple[float, tuple[int, ...]]:
    with wave.open(str(path)) as file:
        count = file.getnframes()
        return count / file.getframerate(), struct.unpack(f"<{count}h", file.readframes(count))


@pytest.mark.parametrize("path", [GOOD, BAD], ids=["good", "bad"])
def test_a_sound_begins_and_ends_in_silence(path: Path) -> None:
    _, data = _heard(path)

    assert data[0] == 0
    assert abs(data[-1]) < 500 < max(data)


def test_the_bad_sound_is_several_times_as_long_as_the_good_one() -> None:
    assert _heard(BAD)[0] > 4 * _heard(GOOD)[0] > 0.2


def test_the_shipped_files_are_what_their_tones_say() -> None:
    built = subprocess.run(
        [sys.executable, "installer/assets/build_sounds.py", "--check"],
        cwd=_ROOT,
        capture_output=True,
        check=False,
    )

    assert (built.returncode, built.stdout) == (0, b"")


def test_the_players_of_the_system_are_given_the_right_file(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = tmp_path / "heard"
    player = tmp_path / "aplay"
    player.write_text(f'#!/bin/sh\necho "$1" >> {heard}\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr("kt1desk.desktop.scanning.sounds._PLAYERS", ("aplay",))
    speaker = SpeakerSounds()

    speaker.good()
    qtbot.waitUntil(lambda: heard.exists() and heard.read_text() == f"{GOOD}\n")
    speaker.bad()
    qtbot.waitUntil(lambda: heard.read_text() == f"{GOOD}\n{BAD}\n")

    speaker.is_on = False
    speaker.good()
    speaker.bad()
    speaker.try_both()  # heard all the same, and after it alone
    qtbot.waitUntil(lambda: heard.read_text() == f"{GOOD}\n{BAD}\n{GOOD}\n{BAD}\n")

    assert GOOD.is_file()
    assert BAD.is_file()
