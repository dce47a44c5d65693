"""The Linux launcher: it starts what current.txt names, and says in Vietnamese what is wrong where that is nothing it can start."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from installer.linux.packages import FILES
from installer.payload.notes import write_version_note

BASE = "0123456789ab"
ECHO = '#!/bin/sh\nprintf "%s\\n" "$@" "$PYINSTALLER_RESET_ENVIRONMENT"\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A program's root whose program says what it was told."""
    made = tmp_path / "kt1 desk"
    (made / "versions/0.1.0/app").mkdir(parents=True)
    write_version_note(made / "versions/0.1.0", "0.1.0", {"windows-x64": "f" * 12, "linux-x64": BASE}, "0012")
    (made / "bases" / BASE).mkdir(parents=True)
    _program(made / "bases" / BASE / "kt1desk", ECHO)
    _program(made / "kt1desk", (FILES / "kt1desk.sh").read_text(encoding="utf-8"))
    (made / "current.txt").write_text("0.1.0\n")
    return made


def _program(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def _start(launcher: Path, *words: str) -> subprocess.CompletedProcess[str]:
    quiet = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    return subprocess.run([launcher, *words], env=quiet, capture_output=True, text=True, check=False)


def test_the_version_that_is_named_starts_with_every_word_as_it_was(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "in-the-path"
    link.symlink_to(root / "kt1desk")

    for launcher in (root / "kt1desk", link):
        started = _start(launcher, "--program=kt1desk.simprinter", "một hai", "")
        assert started.returncode == 0
        app = str(root / "versions/0.1.0/app")
        assert started.stdout.split("\n") == [app, "--program=kt1desk.simprinter", "một hai", "", "1", ""]


@pytest.mark.parametrize(
    "pointer",
    [
        b"",
        b"\0\0\0\0\0\0",
        b"\n",
        b"../../tmp/x\n",
        b"0.1.0\n0.2.0\n",
        b"0.1.0/..\n",
        b"0..1\n",
        b"0.1.\n",
        b"v0.1.0\n",
        b"0.1 0\n",
        b"0" * 41,
    ],
)
def test_a_damaged_pointer_starts_nothing_and_tells_what_to_do(root: Path, pointer: bytes) -> None:
    (root / "current.txt").write_bytes(pointer)
    for name in ("0" * 41, "0..1", "0.1."):  # what a pointer names may even be there
        (root / "versions" / name).symlink_to("0.1.0")

    _is_refused(_start(root / "kt1desk"), "tệp current.txt bị hỏng")


def test_what_is_not_there_is_named(root: Path) -> None:
    program = root / "bases" / BASE / "kt1desk"
    program.chmod(0o644)
    _is_refused(_start(root / "kt1desk"), "bản 0.1.0 không còn đủ tệp")
    program.chmod(0o755)

    (root / "versions/0.1.0/app").rmdir()
    _is_refused(_start(root / "kt1desk"), "bản 0.1.0 không còn đủ tệp")

    (root / "versions/0.1.0/version.json").write_text('{"base": {"linux-x64": "../../bin/sh"}}')
    _is_refused(_start(root / "kt1desk"), "bản 0.1.0 không còn đủ tệp")

    (root / "current.txt").unlink()
    _is_refused(_start(root / "kt1desk"), "thiếu tệp current.txt")


def _is_refused(started: subprocess.CompletedProcess[str], why: str) -> None:
    assert started.returncode == 3
    assert started.stdout == ""
    assert why in started.stderr
    assert "Dữ liệu của bàn vẫn còn nguyên" in started.stderr
    assert "apt-get install --reinstall" in started.stderr
