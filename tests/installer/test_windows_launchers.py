"""The launchers: the same bytes each time, and nothing loaded but what every Windows has. What they start is tried under Wine (soak)."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image

from installer.windows import launchers, programs
from installer.windows.setup_files import LAUNCHERS

COMPILER = shutil.which("x86_64-w64-mingw32-gcc")


@pytest.mark.soak
@pytest.mark.skipif(COMPILER is None, reason="gcc-mingw-w64-x86-64-win32 is not installed")
def test_launchers_are_the_same_bytes_each_time_and_need_nothing_of_their_own(tmp_path: Path) -> None:
    made = [
        {path.name: path.read_bytes() for path in launchers.write_launchers(tmp_path / each)}
        for each in ("a", "thư mục b")
    ]

    assert made[0] == made[1]
    assert set(made[0]) == set(LAUNCHERS)
    for data in made[0].values():
        assert programs.imports(data) == {"kernel32.dll", "msvcrt.dll", "shell32.dll", "user32.dll"} - (
            set() if b"MessageBoxW" in data else {"user32.dll"}
        )
        assert str(tmp_path).encode() not in data
        assert "Bàn KT1".encode("utf-16-le") in data
    with pytest.raises(FileExistsError):
        launchers.write_launchers(tmp_path / "a")


def test_the_icon_has_every_size_that_windows_shows() -> None:
    made = launchers.icon(launchers.DRAWING)

    with Image.open(io.BytesIO(made)) as opened:
        assert {width for width, _ in opened.info["sizes"]} == set(launchers.ICON_SIZES)
    assert launchers.icon(launchers.DRAWING) == made
