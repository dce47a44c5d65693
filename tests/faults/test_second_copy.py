"""A second copy of the program on the same data: one sentence, exit code 1, and the first goes on undisturbed."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.services.wording import sentence
from tests.support.tree import ROOT

pytestmark = pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool")

PATIENCE_S = 90


def _program(*words: str) -> list[str]:
    return [sys.executable, "-m", "kt1desk", *words]


def _second(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _program(*words), cwd=ROOT, check=False, capture_output=True, text=True, timeout=PATIENCE_S
    )


def _folder(root: Path) -> dict[str, bytes]:
    """Everything in a data folder but what SQLite may touch when it only looks."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".db-shm"
    }


@contextmanager
def _first(data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The program on a new desk, its window on the screen."""
    with subprocess.Popen(_program("--data-dir", str(data)), cwd=ROOT) as program:
        try:
            window = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(program.pid)]
            subprocess.run(window, check=True, capture_output=True, timeout=PATIENCE_S)
            yield program
        finally:
            program.kill()


def test_a_second_copy_says_one_sentence_and_ends_while_the_first_goes_on(
    display: str, tmp_path: Path
) -> None:
    data = tmp_path / "desk"

    with _first(data) as first:
        before = _folder(data)
        second = _second("--data-dir", str(data))
        verifying = _second("verify", "--data-dir", str(data), "--user", "chief")
        still_running = first.poll() is None
        after = _folder(data)

    told = sentence(DeskError("desk.already_running"))
    assert (second.returncode, second.stdout, second.stderr) == (1, "", told + "\n")
    assert (verifying.returncode, verifying.stdout, verifying.stderr) == (1, "", told + "\n")
    assert still_running
    assert after == before


def test_a_killed_first_copy_bars_nobody(display: str, tmp_path: Path) -> None:
    data = tmp_path / "desk"
    with _first(data) as first:
        first.send_signal(signal.SIGKILL)
        first.wait()

    with _first(data) as again:
        assert again.poll() is None


def test_a_data_folder_that_cannot_be_made_is_one_sentence_and_exit_1(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    refused = _second("--data-dir", str(tmp_path / "file" / "desk"))

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == sentence(DeskError("disk.failed")) + "\n"
