"""The demonstration runs to its end, says what it is there to show, and leaves nothing behind."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.tree import ROOT


@pytest.fixture
def near_the_root() -> Iterator[Path]:
    """A folder with a short name: the path of a socket has at most 107 bytes (unix(7))."""
    with tempfile.TemporaryDirectory(prefix="d-", dir="/tmp") as made:
        folder = Path(made)
        folder.chmod(0o711)  # the server runs as another user where the tests run as root
        yield folder


def test_an_item_travels_before_the_eyes_of_whoever_runs_the_demonstration_and_nothing_stays(
    near_the_root: Path,
) -> None:

    shown = subprocess.run(
        [sys.executable, "-m", "installer.demo"],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "TMPDIR": str(near_the_root), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (shown.returncode, shown.stderr) == (0, "")
    said = shown.stdout.splitlines()
    assert re.search(r"Bàn 7 \(Cao Lộc\) biết: MA\d{9}VN đã phát", shown.stdout)
    assert re.search(r"Bàn 5 \(Bưu điện tỉnh\) không biết gì về MA", shown.stdout)
    assert [line.split()[-1] for line in said[-5:-2]] == ["tốt"] * 3
    assert said[-1].endswith("Máy chủ đã tắt, thư mục tạm đã xóa.")
    assert list(near_the_root.iterdir()) == []
