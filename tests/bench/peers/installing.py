"""Puts other people's programs into a folder of the bench: the versions of the locks beside this file, from where npm and pip are set to.

They are no dependencies of the program and never come into its environment. A folder is named by its lock, so a new lock is a new folder.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
_WITHIN_S = 900


class NotInstalledError(Exception):
    """A peer cannot be had here; says why."""


def pouch() -> Path:
    """The folder with ``node_modules``.

    Raises:
        NotInstalledError: Node is not there, or npm did not get what it wants.
    """
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            raise NotInstalledError(f"{program} is not installed")
    return _installed("pouch", HERE / "package-lock.json", _npm)


def anki() -> Path:
    """The Python that can import it.

    Raises:
        NotInstalledError: pip did not get what it wants.
    """
    return _installed("anki", HERE / "requirements.txt", _venv) / "bin" / "python"


def _installed(name: str, lock: Path, install: Callable[[Path], None]) -> Path:
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    root = Path(os.environ.get("KT1DESK_BENCH_DIR") or Path(cache, "kt1desk-bench")) / "peers"
    folder = root / f"{name}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:12]}"
    finished = folder / "finished"
    if not finished.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        install(folder)
        finished.touch()
    return folder


def _npm(folder: Path) -> None:
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, folder / name)
    # no script of a package runs: what is needed of LevelDB lies ready built in its package
    _run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder)


def _venv(folder: Path) -> None:
    _run([sys.executable, "-m", "venv", str(folder)], folder)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    _run([*pip, "--require-hashes", "--requirement", str(HERE / "requirements.txt")], folder)


def _run(command: list[str], folder: Path) -> None:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=_WITHIN_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalledError(str(error)) from None
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        first = next((line for line in said if "error" in line.lower()), f"ended with {done.returncode}")
        raise NotInstalledError(f"{Path(command[0]).name}: {first}")
