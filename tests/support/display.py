"""A private X server with a window manager, so that real windows open without touching anybody's screen.

The counter's screen is 1366×768 at 96 dpi; every test process has a server of its own, because focus and the pointer
belong to one program at a time.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

START_TIMEOUT_S = 30.0


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

    The server picks a free number itself and writes it to a pipe: choosing one here would race with other workers.
    """
    size = screen or ScreenSize()
    read_end, write_end = os.pipe()
    with (log_dir / "xvfb.log").open("wb") as log, (log_dir / "openbox.log").open("wb") as wm_log:
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(write_end), "-screen", "0", size.geometry(), "-dpi", "96"),
                *("-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=[write_end],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        os.close(write_end)
        try:
            with os.fdopen(read_end, "rb") as pipe:
                number = (
                    pipe.readline().strip()
                )  # returns when the server is ready, or empty when it has died
            if not number:
                raise RuntimeError(f"Xvfb did not start, see {log.name}")
            display = f":{number.decode()}"
            manager = subprocess.Popen(
                ["openbox", "--sm-disable"],
                env={**os.environ, "DISPLAY": display},
                stdin=subprocess.DEVNULL,
                stdout=wm_log,
                stderr=wm_log,
            )
            try:
                yield display
            finally:
                _end(manager)
        finally:
            _end(server)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=START_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
