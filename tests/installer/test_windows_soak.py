"""What is shipped, under Wine: installed silently and whole, tried by itself, a desk laid out by it.

What the setup refuses, keeps and leaves behind is shown with small programs: `test_windows_setup_soak`, `test_windows_refusals_soak`.

Wine is no Windows: docs/measurements.md says what this cannot show. The setups are packed with zlib; a release is the same with LZMA.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from installer.payload.app_tree import version_of
from installer.payload.files import below
from installer.windows import downloads
from installer.windows.setup import build_setup
from installer.windows.setup_files import Stage
from installer.windows.stage import write_stage
from tests.installer.wine_setup import FAST, install, lies, log
from tests.support.wine import CHECKOUT, Windows

pytestmark = pytest.mark.soak

AT_THE_DESK = Path(__file__).with_name("at_the_desk.py")
DATA = r"C:\ProgramData\KT1 Desk"


def _downloads() -> Path:
    """The home of a test is empty: what was fetched once stays beside the checkout."""
    told = os.environ.get("KT1DESK_DOWNLOADS")
    return Path(told) if told else CHECKOUT / ".cache" / "dist"


class Desk:
    """The installed program and the desk in ProgramData."""

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    def version(self) -> str:
        return (self._windows.program / "current.txt").read_text(encoding="ascii").strip()

    def by_hand(self, what: str, *more: str) -> object:
        """`at_the_desk.py`, by the Python and the modules of the version that starts."""
        program, version = self._windows.program, self.version()
        note = json.loads((program / "versions" / version / "version.json").read_text(encoding="utf-8"))
        python = program / "bases" / note["base"]["windows-x64"] / "runtime" / "python.exe"
        app = program / "versions" / version / "app"
        ended = self._windows.run(python, "-I", "-X", "utf8", AT_THE_DESK, app, what, DATA, *more)
        assert ended.code == 0, ended.told
        told = json.loads(ended.told.splitlines()[-1])
        assert told["version"] == version
        return told["told"]


def _passes_its_self_test(windows: Windows, version: str, report: Path) -> None:
    launcher = windows.program / "kt1desk-cli.exe"
    ended = windows.run(launcher, "--self-test", "--report", report, "-platform", "windows")

    told = report.read_text(encoding="utf-8")
    assert "HỎNG" not in told, told
    assert ended.code == 0
    assert f"kt1desk {version}" in told
    assert r"cài tại C:\Program Files\KT1Desk" in told
    assert "lớp màn hình «windows»" in told
    for step in ("Kho mã hóa", "Nhận bưu gửi thử", "Nhãn và mã vạch", "Phiếu gửi PDF", "Các trang màn hình"):
        assert any(line.startswith("[ĐẠT") and step in line for line in told.splitlines()), told


def test_the_shipped_program_is_installed_passes_its_self_test_and_makes_a_desk(
    windows: Windows, tmp_path: Path
) -> None:
    fetched = _downloads()
    made = write_stage(tmp_path / "today", downloads.pinned_runtime(fetched), downloads.wheels(fetched))
    today = Stage.at(made.root)
    desk = Desk(windows)

    assert install(windows, build_setup(today, tmp_path, FAST)).code == 0, log(windows)

    there = lies(windows)
    del there["uninstall.exe"], there["current.txt"]
    assert there == {name: (today.root / name).read_bytes() for name in below(today.root)}
    assert desk.version() == today.version == version_of()
    _passes_its_self_test(windows, today.version, tmp_path / "report.txt")
    assert desk.by_hand("lay") == "open"
    assert (windows.data / "open-shift").is_file()
