"""The two launchers, compiled by mingw on Debian: ``KT1Desk.exe`` without a console, ``kt1desk-cli.exe`` with one."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

from installer.linux.icons import icon_png
from installer.payload.app_tree import CHECKOUT
from installer.payload.files import PROGRAM_MODE, write_file

LAUNCHERS = {"KT1Desk.exe": ("-mwindows",), "kt1desk-cli.exe": ("-mconsole", "-DCONSOLE")}
"""Names, and what each is compiled with."""
DRAWING = CHECKOUT / "installer" / "linux" / "files" / "kt1desk.svg"
ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: what Windows shows in lists, on the taskbar and on the desktop at 100, 125, 150 and 200 %."""
_SOURCES = Path(__file__).resolve().parent / "launcher"
_TOOLS = "x86_64-w64-mingw32-"
_HARD = (
    *("-O2", "-Wall", "-Wextra", "-Werror", "-municode", "-finput-charset=UTF-8", "-static-libgcc", "-s"),
    *("-Wl,--no-insert-timestamp", "-Wl,--dynamicbase", "-Wl,--high-entropy-va", "-Wl,--nxcompat"),
)


def write_launchers(root: Path) -> list[Path]:
    """Compile both into a program's root.

    Raises:
        FileNotFoundError: the cross compiler is not installed.
        subprocess.CalledProcessError: it refused; what it said went to standard error.
        FileExistsError: a launcher lies there already.
    """
    made = []
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for each in _SOURCES.iterdir():
            shutil.copy(each, work / each.name)
        (work / "kt1desk.ico").write_bytes(icon(DRAWING))
        for name, kind in LAUNCHERS.items():
            _run(
                work,
                "windres",
                "-c",
                "65001",
                f'-DNAME=\\"{name}\\"',
                "launcher.rc",
                "-O",
                "coff",
                "launcher.res",
            )
            _run(work, "gcc", *_HARD, *kind, "launcher.c", "launcher.res", "-o", name, "-lshell32")
            write_file(root / name, (work / name).read_bytes(), PROGRAM_MODE)
            made.append(root / name)
    return made


def icon(drawing: Path) -> bytes:
    """An SVG as the icon of a Windows program, in all sizes that are shown.

    Raises:
        ValueError: the file is no SVG.
    """
    pictures = [Image.open(io.BytesIO(icon_png(drawing, size))) for size in ICON_SIZES]
    packed = io.BytesIO()
    sizes = [(size, size) for size in ICON_SIZES]
    pictures[-1].save(packed, "ICO", sizes=sizes, append_images=pictures[:-1])
    return packed.getvalue()


def _run(work: Path, tool: str, *words: str) -> None:
    subprocess.run([_TOOLS + tool, *words], cwd=work, check=True)  # noqa: S603 - words of this file
