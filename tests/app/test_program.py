"""The program as a process of its own: started, logged off, started twice, in a folder that cannot be written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kt1desk.app.options import Options
from kt1desk.app.place import TRIAL_PASSWORD, take_place
from kt1desk.app.works import works_in
from kt1desk.domain.events import Stream
from tests.support.program import (
    GATE,
    LOOK_AGAIN_S,
    OPEN,
    START_S,
    log_in,
    started,
    tool,
    until_titled,
)
from tests.support.tree import ROOT

NEXT = "minh.nong"
WITHOUT_RIGHTS = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


def test_a_log_off_begins_the_program_anew_at_the_log_in_page(display: str, tmp_path: Path) -> None:
    with started(display, "--trial", "--data-dir", str(tmp_path / "data")) as process:
        log_in(display, process)
        before = _threads(process)
        tool(display, "key", "shift+F12")
        until_titled(display, process, GATE)
        after = _threads(process)

    assert before  # threads of Qt and of the jobs
    assert not before & after  # nothing of the first clerk's keys can be left in memory that is another one


def test_another_user_takes_over_in_a_new_program_and_types_his_password_once(
    display: str, tmp_path: Path
) -> None:
    words = ("--trial", "--data-dir", str(tmp_path / "data"))
    with started(display, *words) as process:
        log_in(display, process)
        before = _threads(process)
        for keys in (
            ("key", "F12"),
            ("key", "F2"),
            ("type", NEXT),
            ("key", "Return"),
            ("type", TRIAL_PASSWORD),
        ):
            tool(display, *keys)
        tool(display, "key", "Return")
        _until_told(process, NEXT)
        until_titled(display, process, OPEN)
        after, told = _threads(process), _command_line(process)

    assert not before & after
    assert TRIAL_PASSWORD not in told
    assert _sessions(tmp_path / "data") == ["ha.hoang", "ha.hoang switch", NEXT]


def _until_told(process: subprocess.Popen[str], word: str) -> None:
    """Until the process was begun anew with this word on its command line."""
    end = time.monotonic() + START_S
    while word not in _command_line(process):
        assert time.monotonic() < end
        with suppress(subprocess.TimeoutExpired):
            process.wait(LOOK_AGAIN_S)
            raise AssertionError(f"ended: {process.communicate()}")


def _command_line(process: subprocess.Popen[str]) -> str:
    return Path(f"/proc/{process.pid}/cmdline").read_text(encoding="utf-8")


def _sessions(data: Path) -> list[str]:
    """Who began and who stopped at a desk whose program is gone, as its journal says; whoever reads it here is left out."""
    place = take_place(Options(data, data, trial=True))
    desk = works_in(place).opener.open(NEXT, TRIAL_PASSWORD)
    with desk.store.read() as reader:
        events = [each for each in reader.events_after(Stream.COUNTER, 0) if "session." in each.envelope.type]
    desk.close()
    place.leave()
    return [f"{each.body()['user']} {each.body().get('why', '')}".strip() for each in events[:-1]]


def _threads(process: subprocess.Popen[str]) -> set[str]:
    """All but the first, whose number is the process's own: they end when the process begins another program, and with nothing else.

    Where the memory lies the system tells nobody but root (`kt1desk.app.hardening`).
    """
    return {path.name for path in Path(f"/proc/{process.pid}/task").iterdir()} - {str(process.pid)}


def test_a_second_copy_says_which_window_to_use_and_ends(display: str, tmp_path: Path) -> None:
    words = ("--trial", "--data-dir", str(tmp_path / "data"))
    with started(display, *words) as first:
        until_titled(display, first, GATE)
        with started(display, *words) as second:
            _, said = second.communicate(timeout=START_S)
        is_running = first.poll() is None

    assert second.returncode == 1
    assert "Chuyển sang cửa sổ đang mở" in said
    assert is_running


def _can_give_up_rights() -> bool:
    """Whether the program can be run here as somebody without rights: not as root only, and not from a folder only root may read."""
    if os.name == "nt" or os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    words = [*WITHOUT_RIGHTS, sys.executable, "-c", "import kt1desk"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(
    not _can_give_up_rights(), reason="needs to give up rights, and a checkout that others may read"
)
def test_a_folder_that_cannot_be_written_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    folder = Path("/tmp") / f"kt1-{tmp_path.name}"  # the test's own folder lies where nobody else may look
    folder.mkdir(mode=0o555)
    try:
        done = subprocess.run(
            [
                *WITHOUT_RIGHTS,
                sys.executable,
                "-m",
                "kt1desk",
                "verify",
                "--data-dir",
                str(folder),
                "--user",
                "x",
            ],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=START_S,
            check=False,
        )
    finally:
        folder.rmdir()

    assert done.returncode == 1
    assert "không cho ghi" in done.stderr
    assert "Traceback" not in done.stderr
