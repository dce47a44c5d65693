"""The program as a process of its own: started, logged off, started twice, in a folder that cannot be written."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.support.tree import ROOT

START_S = 40
_LOOK_AGAIN_S = 0.1
GATE, OPEN = "Bàn KT1", "Bàn KT1 · DÙNG THỬ"
WITHOUT_RIGHTS = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@contextmanager
def started(display: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The desk on the private screen; ended at the latest with the test."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kt1desk", *words],
        env={**os.environ, "DISPLAY": display},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.communicate()


def _tool(display: str, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=START_S,
        check=False,
    )
    return done.stdout.strip()


def _until_titled(display: str, process: subprocess.Popen[str], title: str) -> str:
    """The id of the process's visible window, once it has this title."""
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        for window in _tool(
            display, "search", "--onlyvisible", "--pid", str(process.pid), "--name", "KT1"
        ).split():
            if _tool(display, "getwindowname", window) == title:
                return window
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_AGAIN_S)
            raise AssertionError(f"ended before its window: {process.communicate()}")
    raise AssertionError(f"no window {title!r}")


def _log_in(display: str, process: subprocess.Popen[str]) -> None:
    window = _until_titled(display, process, GATE)
    _tool(display, "windowactivate", "--sync", window)
    for words in ("ha.hoang", "ban-dung-thu"):
        _tool(display, "type", words)
        _tool(display, "key", "Return")
    _until_titled(display, process, OPEN)


def test_a_log_off_begins_the_program_anew_at_the_log_in_page(display: str, tmp_path: Path) -> None:
    with started(display, "--trial", "--data-dir", str(tmp_path / "data")) as process:
        _log_in(display, process)
        before = _loaded_at(process)
        _tool(display, "key", "shift+F12")
        _until_titled(display, process, GATE)
        after = _loaded_at(process)

    assert before != after  # nothing of the first clerk's keys can be left in memory that is another one


def _loaded_at(process: subprocess.Popen[str]) -> str:
    """Where its stack lies: chosen anew by the kernel for each program that is begun."""
    maps = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")
    return next(line for line in maps.splitlines() if line.endswith("[stack]")).split("-", 1)[0]


def test_a_second_copy_says_which_window_to_use_and_ends(display: str, tmp_path: Path) -> None:
    words = ("--trial", "--data-dir", str(tmp_path / "data"))
    with started(display, *words) as first:
        _until_titled(display, first, GATE)
        with started(display, *words) as second:
            _, said = second.communicate(timeout=START_S)
        is_running = first.poll() is None

    assert second.returncode == 1
    assert "Chuyển sang cửa sổ đang mở" in said
    assert is_running


def _can_give_up_rights() -> bool:
    """Whether the program can be run here as somebody without rights: not as root only, and not from a folder only root may read."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    words = [*WITHOUT_RIGHTS, sys.executable, "-c", "import kt1desk"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(
    not _can_give_up_rights(), reason="needs to give up rights, and a checkout that others may read"
)
def test_a_folder_that_cannot_be_written_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"kt1-{tmp_path.name}"  # the test's own folder lies where nobody else may look
    folder.mkdir(mode=0o555)
    try:
        done = subprocess.run(
            [
                *WITHOUT_RIGHTS,
                sys.executable,
                "-m",
                "kt1desk",
                "verify",
                "--data-dir",
                str(folder),
                "--user",
                "x",
            ],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=START_S,
            check=False,
        )
    finally:
        folder.rmdir()

    assert done.returncode == 1
    assert "không cho ghi" in done.stderr
    assert "Traceback" not in done.stderr
