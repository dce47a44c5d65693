"""The folder that `show_under_wine.sh` runs: the base as it is installed, beside it the checkout's sources and what Qt has for tests.

    python -m installer.windows.show_stage FOLDER

Afterwards ``FOLDER/runtime/python.exe`` runs `show_window.py`, which lies beside it. Nothing of this is ever installed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import zipfile
from pathlib import Path

from installer.payload.app_tree import CHECKOUT
from installer.payload.files import write_file
from installer.windows import base, downloads

_FOR_TESTS = ("PySide6/QtTest.pyd", "PySide6/Qt6Test.dll")
_PYSIDE = "pyside6_essentials-"


def write_show_stage(folder: Path) -> None:
    """Fetch what is missing and write the folder; what lay there before is removed."""
    fetched = downloads.folder()
    wheels = downloads.wheels(fetched)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as work:
        made = base.write_base(Path(work), downloads.pinned_runtime(fetched), wheels)
        (Path(work) / "bases" / made).rename(folder)
    with zipfile.ZipFile(next(each for each in wheels if each.name.startswith(_PYSIDE))) as packed:
        for name in _FOR_TESTS:
            write_file(folder / "lib" / name, packed.read(name))
    for name in ("kt1desk", "resources", "tests/support"):
        shutil.copytree(CHECKOUT / name, folder / "app" / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(Path(__file__).with_name("show_window.py"), folder)
    with (folder / "runtime" / "python311._pth").open("a", encoding="ascii") as paths:
        paths.write("..\\app\r\n")


if __name__ == "__main__":
    write_show_stage(Path(sys.argv[1]))
