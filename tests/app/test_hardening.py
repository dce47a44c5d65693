"""The program's process as the system sees it: nothing of its memory or of its files is for anybody else, before and after a log-off."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.support.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, limits and /proc of Linux")

STRANGER = 65_534
AS_STRANGER = ("setpriv", f"--reuid={STRANGER}", f"--regid={STRANGER}", "--clear-groups")
OPEN_ONE = "import sys; print(flush=True); sys.stdin.readline()"
HARDENED = (
    "from kt1desk.app.hardening import harden; harden(); import sys; print(flush=True); sys.stdin.readline()"
)
LOOK_IN = "import sys; open(f'/proc/{sys.argv[1]}/maps', 'rb').read(1)"
CORES_WANTED = ("sh", "-c", 'ulimit -c unlimited && exec "$@"', "sh")
"""As on a machine where cores are wanted, however large."""
WAIT_S = 30
LOOK_AGAIN_S = 0.05


def _may_have_cores() -> bool:
    return resource.getrlimit(resource.RLIMIT_CORE)[1] == resource.RLIM_INFINITY


def _with_its_signals() -> None:
    """Whoever starts the tests behind a shell has this one ignored, and every process below inherits that."""
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)


@contextmanager
def running(words: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that waits for a line; killed at the latest with the test."""
    process = subprocess.Popen(
        [*CORES_WANTED, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_with_its_signals,  # noqa: PLW1509  it only resets a signal
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def _ended_by(process: subprocess.Popen[bytes], what: signal.Signals) -> int:
    """The wait status, which tells whether a core was written wherever this machine puts them."""
    os.kill(process.pid, what)
    _, status = os.waitpid(process.pid, 0)
    process.returncode = -what
    return status


def _until_it_waits(process: subprocess.Popen[bytes]) -> None:
    """What asks for a password says so first."""
    assert process.stdout is not None
    assert process.stdout.readline()


@pytest.mark.skipif(not _may_have_cores(), reason="no program may write a core here")
@pytest.mark.parametrize("what", [signal.SIGSEGV, signal.SIGQUIT, signal.SIGABRT])
def test_no_signal_makes_a_hardened_process_leave_its_memory_on_the_disk(
    tmp_path: Path, what: signal.Signals
) -> None:
    with running([sys.executable, "-c", OPEN_ONE], tmp_path) as open_one:
        _until_it_waits(open_one)
        unprotected = _ended_by(open_one, what)
    if not os.WCOREDUMP(unprotected):
        pytest.skip("this machine keeps no core of anything")
    for core in tmp_path.glob("core*"):
        core.unlink()

    with running([sys.executable, "-c", HARDENED], tmp_path) as closed_one:
        _until_it_waits(closed_one)
        protected = _ended_by(closed_one, what)

    assert os.WIFSIGNALED(protected)
    assert not os.WCOREDUMP(protected)
    assert list(tmp_path.iterdir()) == []


def _limit(pid: int) -> str:
    """Soft and hard limit of a core file."""
    lines = Path(f"/proc/{pid}/limits").read_text(encoding="ascii").splitlines()
    return next(" ".join(line.split()[4:6]) for line in lines if line.startswith("Max core file size"))


def _umask(pid: int) -> str:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(line.split()[1] for line in lines if line.startswith("Umask"))


@contextmanager
def a_command_at_work(folder: Path, *before: str) -> Iterator[subprocess.Popen[bytes]]:
    """`kt1desk verify` with a desk's folder held, waiting for the password."""
    keys = folder / "data" / "store" / "keys.json"
    keys.parent.mkdir(parents=True)
    keys.write_text("{}")  # whose slots it never gets to read
    for made in (folder, *folder.rglob("*")):
        os.chown(made, *((STRANGER,) * 2 if before else (os.geteuid(), os.getegid())))
    words = ["-m", "kt1desk", "verify", "--data-dir", str(folder / "data"), "--user", "an"]
    with running([*before, sys.executable, *words], ROOT) as process:
        end = time.monotonic() + WAIT_S
        while not (folder / "data" / "lock").exists():
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOK_AGAIN_S)
            assert process.poll() is None, process.communicate()
            assert time.monotonic() < end
        yield process


def test_a_command_that_opens_a_desk_has_no_cores_and_its_files_are_for_its_owner_only(
    tmp_path: Path,
) -> None:
    with a_command_at_work(tmp_path) as process:
        found = _limit(process.pid), _umask(process.pid)
        dumped = os.WCOREDUMP(_ended_by(process, signal.SIGQUIT))

    assert found == ("0 0", "0077")
    assert not dumped
    assert (tmp_path / "data" / "log").stat().st_mode & 0o77 == 0


def _can_give_up_rights() -> bool:
    """Whether something can be run here as somebody without rights: not as root only, and not from a folder only root may read."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    words = [*AS_STRANGER, sys.executable, "-c", "import kt1desk"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(
    not _can_give_up_rights(), reason="needs to give up rights, and a checkout that others may read"
)
def test_another_program_of_the_same_user_cannot_look_into_a_desk() -> None:
    folder = Path(tempfile.mkdtemp(prefix="kt1-", dir="/tmp"))  # the tests' own folders are for root only
    try:
        with running([*AS_STRANGER, sys.executable, "-c", OPEN_ONE], ROOT) as plain:
            _until_it_waits(plain)
            seen = _look_in(plain.pid)
        with a_command_at_work(folder, *AS_STRANGER) as desk:
            hidden = _look_in(desk.pid)
    finally:
        shutil.rmtree(folder)

    assert seen.returncode == 0
    assert hidden.returncode != 0
    assert b"PermissionError" in hidden.stderr


def _look_in(pid: int) -> subprocess.CompletedProcess[bytes]:
    """As the same user: where its memory lies, which a debugger asks for first."""
    words = [*AS_STRANGER, sys.executable, "-c", LOOK_IN, str(pid)]
    return subprocess.run(words, capture_output=True, check=False, timeout=WAIT_S)
