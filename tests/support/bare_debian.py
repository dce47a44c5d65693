"""A Debian 12 with nothing in it but what apt needs, in a folder of its own, to see what a package does on a machine that has nothing.

Everything that is mounted is mounted in a namespace of the command that wants it, and goes with it: the folder can be deleted at any time
without deleting what lies behind a mount.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WAITS_S = 400
CLERK = "clerk"
_ALONE = ("unshare", "--mount", "--pid", "--fork", "--kill-child", "--propagation", "private")
_ENTER = """
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mkdir -p "$root/tmp/.X11-unix"
[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
exec chroot "$root" "$@"
"""


class NoBareDebianError(Exception):
    """This machine can make none; the text says why."""


class BareDebian:
    """One such system. Commands run as root, or as a clerk who has a home and no right at all."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def run(
        self, *words: str, clerk: bool = False, display: str = "", stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in it and wait; both its voices in one text."""
        return subprocess.run(
            self.words(*words, clerk=clerk, display=display),
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=WAITS_S,
            check=False,
        )

    def words(self, *words: str, clerk: bool = False, display: str = "") -> list[str]:
        """What starts a command in it, for whoever does not wait."""
        home = f"/home/{CLERK}" if clerk else "/root"
        who = ("setpriv", f"--reuid={CLERK}", f"--regid={CLERK}", "--init-groups") if clerk else ()
        told = (
            f"HOME={home}",
            "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG=C.UTF-8",
            "DEBIAN_FRONTEND=noninteractive",
        )
        screen = (f"DISPLAY={display}",) if display else ()
        return [*_ALONE, "sh", "-ec", _ENTER, "sh", str(self.root), *who, "env", "-i", *told, *screen, *words]

    def install(self, *packages: Path) -> subprocess.CompletedProcess[str]:
        """Install package files with what they depend on and nothing that they merely recommend."""
        (self.root / "packages").mkdir(exist_ok=True)
        names = []
        for package in packages:
            shutil.copy(package, self.root / "packages" / package.name)
            names.append(f"/packages/{package.name}")
        options = ("--yes", "--no-install-recommends", "--allow-downgrades", "--reinstall")
        return self.run("apt-get", "install", *options, *names)


@contextmanager
def bare_debian(folder: Path) -> Iterator[BareDebian]:
    """Make one (40 s, 180 MB), with a clerk and a machine's id, which the first start of a real machine makes.

    Raises:
        NoBareDebianError: no mmdebstrap, or no root.
    """
    if os.geteuid() != 0:
        raise NoBareDebianError("only root can make a chroot")
    if shutil.which("mmdebstrap") is None:
        raise NoBareDebianError("mmdebstrap is not installed (installer/bootstrap/system.sh soak)")
    root = folder / "debian"
    try:
        words = [
            "unshare",
            "--mount",
            "--propagation",
            "private",
            "mmdebstrap",
            "--variant=minbase",
            "bookworm",
            str(root),
        ]
        made = subprocess.run(words, capture_output=True, text=True, timeout=WAITS_S, check=False)
        if made.returncode != 0:
            raise NoBareDebianError(f"mmdebstrap failed: {made.stderr[-2000:]}")
        debian = BareDebian(root)
        (root / "etc/machine-id").write_text("5f0c1d8f6d0b4b0c9a3b7e2f1a6c4d8e\n")
        assert debian.run("useradd", "--create-home", CLERK).returncode == 0
        assert debian.run("apt-get", "-qq", "update").returncode == 0
        yield debian
    finally:
        _remove(root)


def _remove(root: Path) -> None:
    mounts = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines()]
    below = [mount for mount in mounts if Path(mount).is_relative_to(root)]
    if below:
        raise RuntimeError(f"not deleted, something is mounted below it: {below}")
    shutil.rmtree(root, ignore_errors=True)
