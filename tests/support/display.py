"""A private X server with a window manager, so that real windows open without touching anybody's screen.

The counter's screen is 1366×768 at 96 dpi; every test process has a server of its own, because focus and the pointer
belong to one program at a time.
"""

from __future__ import annotations

import os
import select
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_TIMEOUT_S = 30.0
END_TIMEOUT_S = 10.0


@dataclass(frozen=True)
class ScreenSize:
    """Pixels of the virtual screen."""

    width_px: int = 1366
    height_px: int = 768

    def geometry(self) -> str:
        return f"{self.width_px}x{self.height_px}x24"


@contextmanager
def private_display(log_dir: Path, screen: ScreenSize | None = None) -> Iterator[str]:
    """Start Xvfb and openbox; yield the display name, such as `:7`; end both afterwards.

    The server picks a free number itself: choosing one here would race with other workers. Both are waited for, since
    a window that is mapped while the manager starts can stay unexposed for ever.
    """
    size = screen or ScreenSize()
    ready = log_dir / "ready"
    os.mkfifo(ready)
    answer = os.open(
        ready, os.O_RDWR
    )  # both ways, so that opening waits for nobody and the number has a place to go
    server = ["Xvfb", "-screen", "0", size.geometry(), "-dpi", "96", "-nolisten", "tcp", "-noreset"]
    manager = ["openbox", "--sm-disable", "--startup", f"sh -c 'echo managed >{ready}'"]
    try:
        with _running([*server, "-displayfd", str(answer)], log_dir / "xvfb.log", {}, answer):
            display = f":{_line(answer, 'Xvfb')}"
            with _running(manager, log_dir / "openbox.log", {"DISPLAY": display}):
                _line(answer, "openbox")
                yield display
    finally:
        os.close(answer)


@contextmanager
def _running(command: list[str], log_file: Path, extra: Mapping[str, str], *keep: int) -> Iterator[None]:
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            command,
            env={**os.environ, **extra},
            pass_fds=keep,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=END_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _line(descriptor: int, program: str) -> str:
    """The next line on the descriptor, or an error that names the program which should have written it."""
    said = b""
    while not said.endswith(b"\n"):
        answered, _, _ = select.select([descriptor], [], [], START_TIMEOUT_S)
        if not answered:
            raise RuntimeError(f"{program} did not start within {START_TIMEOUT_S:.0f} s")
        said += os.read(descriptor, 1)
    return said.decode().strip()
