"""Windows programs under Wine, in a throw-away Windows 10 (`installer/windows/wine_prefix.sh`).

What Wine says when it ends is not to be trusted: a 32-bit program does nothing and ends with 0. Look at files and the registry as well.
"""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PREFIX_SCRIPT = CHECKOUT / "installer" / "windows" / "wine_prefix.sh"
NOT_INSTALLED = 77
CACHE = CHECKOUT / ".cache" / "wine"
"""Downloads and prefixes stay here from one run to the next."""


class NoWineError(Exception):
    """Wine or a tool beside it is not installed; the text says which."""


@dataclass(frozen=True)
class Ended:
    """How a program ended: its exit code as Wine tells it, and what it wrote to both outputs."""

    code: int
    told: str


class Windows:
    """A Windows 10 made of Wine, with a home of its own.

    Args:
        prefix: its folder; made at the first use and kept.
        display: the X server, such as ``:7``.

    Raises:
        NoWineError: nothing can be tested here.
    """

    def __init__(self, prefix: Path, display: str) -> None:
        home = prefix.parent / f"{prefix.name}-home"
        home.mkdir(parents=True, exist_ok=True)
        self._environment = {
            **os.environ,
            "HOME": str(home),
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscms=n;cfgmgr32=n;mscoree,mshtml=;winemenubuilder.exe=d",
            "DISPLAY": display,
        }
        made = subprocess.run(
            [str(PREFIX_SCRIPT), str(prefix)],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if made.returncode == NOT_INSTALLED:
            raise NoWineError(made.stderr.strip())
        assert made.returncode == 0, made.stdout + made.stderr
        self.drive = prefix / "drive_c"
        self.program = self.drive / "Program Files" / "KT1Desk"
        self.data = self.drive / "ProgramData" / "KT1 Desk"
        self.took: list[tuple[str, float]] = []
        """Each program that was run to its end, and its seconds."""
        self.drop = self.drive / "ProgramData" / "KT1 Desk Upgrade"

    def run(self, *words: str | Path, timeout_s: float = 300, stdin: str = "", **more: str) -> Ended:
        """Run a Windows program to its end; paths of this machine become Windows' own.

        Its outputs are a pipe on purpose: Python dies at its start under Wine where standard output is a plain file.
        """
        begun = time.monotonic()
        done = subprocess.run(
            ["wine", *(windows_path(word) if isinstance(word, Path) else word for word in words)],
            env={**self._environment, **more},
            input=stdin.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=timeout_s,
            check=False,
        )
        self.took.append((Path(words[0]).name, round(time.monotonic() - begun, 1)))
        return Ended(done.returncode, done.stdout.decode("utf-8", errors="replace"))

    def begin(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start a Windows program and leave it running."""
        return subprocess.Popen(
            ["wine", *(windows_path(word) if isinstance(word, Path) else word for word in words)],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def sees_window(self, title: str, running: subprocess.Popen[bytes], timeout_s: float = 120) -> None:
        """Wait until a program shows a window whose title begins so."""
        done = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", f"^{title}"],
            env=self._environment,
            capture_output=True,
            timeout=timeout_s,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert running.poll() is None, "it ended by itself"

    def settle(self, timeout_s: float = 120) -> None:
        """Wait until every program has ended: an uninstaller goes on after the one that was started."""
        subprocess.run(["wineserver", "-w"], env=self._environment, timeout=timeout_s, check=True)

    def says_it_is(self, release: str) -> None:
        """Be another Windows from now on: ``win10``, ``win7``."""
        self.run("winecfg", "-v", release)
        self.settle()

    def value(self, key: str, name: str) -> str | None:
        """One value of the registry (64-bit view); None where there is none."""
        found = self.run("reg", "query", key, "/v", name, "/reg:64")
        for line in found.told.splitlines():
            words = line.split(None, 2)
            if len(words) == 3 and words[0] == name:
                return words[2].strip()
        return None


def windows_path(path: Path) -> str:
    """A path of this machine as Wine's programs know it."""
    return "Z:" + str(path.absolute()).replace("/", "\\")
