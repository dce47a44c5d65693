"""A version tries itself by its own programs, before it is pointed at: in a process of its own, within a time."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence

from kt1desk.domain.errors import DeskError
from kt1desk.upgrade.layout import ProgramRoot

SELF_TEST = "--self-test"
SECONDS = 300
"""A self-test takes some seconds; an old machine whose disk has just taken a whole base, a minute."""

_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_LENT = (
    *("PYTHONHOME", "PYTHONPATH", "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"),
    *("QT_PLUGIN_PATH", "QT_QPA_PLATFORM", "QT_QPA_PLATFORM_PLUGIN_PATH"),
)
"""What the version that runs may have set for itself, and another one must not inherit."""
_OF_ITS_OWN = {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
"""One PyInstaller program starts another: it must not take itself for a part of the first."""
_WITHOUT_SCREEN = ("-platform", "offscreen")
"""On Linux a service, or a technician who came over the network, has no screen, or one that is not his."""


def start_words(root: ProgramRoot, version: str) -> tuple[str, ...]:
    """The words that start a version by its own base, whichever version ``current.txt`` names.

    Raises:
        DeskError: ``upgrade.damaged`` where the version or its base is not whole.
    """
    base = root.base_of(version)
    if base is None or not root.is_whole(version):
        raise DeskError("upgrade.damaged", name=version)
    folder, app = root.base_folder(base), str(root.version_folder(version) / "app")
    if root.system.startswith("windows-"):
        python = str(folder / "runtime" / "python.exe")
        return python, "-I", "-B", "-X", "utf8", str(folder / "start.py"), app
    return str(folder / "kt1desk"), app


def self_test_by(
    root: ProgramRoot, words: Sequence[str] | None = None, seconds: float = SECONDS
) -> Callable[[str], None]:
    """The way of `kt1desk.upgrade.applying.Ways` that runs a version's own self-test.

    Args:
        root: the program.
        words: what the version is told; None: to test itself, without a screen where this is Linux.
        seconds: how long it may take.
    """
    by_itself = (SELF_TEST,) if root.system.startswith("windows-") else (SELF_TEST, *_WITHOUT_SCREEN)
    told = by_itself if words is None else tuple(words)

    def self_test(version: str) -> None:
        code = _exit_code((*start_words(root, version), *told), seconds)
        if code != 0:
            raise DeskError("upgrade.self_test", version=version, exit_code=code)

    return self_test


def _exit_code(words: Sequence[str], seconds: float) -> int | str:
    """The exit code, or why there is none."""
    inherited = {name: value for name, value in os.environ.items() if name not in _LENT} | _OF_ITS_OWN
    try:
        done = subprocess.run(  # noqa: S603 - a program below the root, which only an administrator may write
            words,
            env=inherited,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    except OSError:
        return "start"
    return done.returncode
