"""The Debian packages on a bare Debian 12: with their named dependencies only, tried, shown, upgraded, refused, taken away; data stay."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from installer.linux.base import SYSTEM, write_base
from installer.linux.packages import Payload, write_centre_package, write_desk_package
from installer.payload.app_tree import version_of, write_version
from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.bare_debian import CLERK, BareDebian, NoBareDebianError, bare_debian
from tests.support.display import private_display

pytestmark = pytest.mark.soak

NEWER = "99.0.0"
PROGRAM = Path("opt/kt1desk")
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


@dataclass(frozen=True)
class Made:
    """The packages, and what is in them."""

    base: str
    centre: Path
    today: Path
    newer: Path


def _packages(folder: Path) -> Made:
    root = folder / "root"
    base = write_base(root)
    debs = []
    for version in (version_of(), NEWER):
        write_version(root, {SYSTEM: base}, version=version)
        work = folder / f"work-{version}"
        debs.append(write_desk_package(Payload(root, version, base), work, folder, quick=True))
    return Made(base, write_centre_package(NEWER, folder / "work-centre", folder), *debs)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return _packages(tmp_path_factory.mktemp("debs"))


@pytest.fixture
def debian(tmp_path: Path) -> Iterator[BareDebian]:
    try:
        with bare_debian(tmp_path) as bare:
            yield bare
    except NoBareDebianError as error:
        pytest.skip(f"NOT PROVED that the package works on a bare Debian: {error}")


def _pointers(debian: BareDebian) -> tuple[str, str]:
    folder = debian.root / PROGRAM
    found = [folder / name for name in ("current.txt", "previous.txt")]
    current, previous = (path.read_text() if path.exists() else "" for path in found)
    return current, previous


def _shows_its_window(debian: BareDebian, folder: Path) -> None:
    with private_display(folder) as display:
        told = debian.run("kt1desk", "--self-test", clerk=True, display=display).stdout
        assert "lớp màn hình «xcb»" in told, told
        words = debian.words(
            "kt1desk", "--trial", "--data-dir", f"/home/{CLERK}/trial", clerk=True, display=display
        )
        on_it = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with (folder / "desk.log").open("w") as log, subprocess.Popen(words, stdout=log, stderr=log) as desk:
            try:
                search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "KT1"]
                assert subprocess.run(search, env=on_it, timeout=120, check=True, capture_output=True).stdout
                picture = Path(os.environ.get("KT1DESK_PICTURES", folder)) / "bare-debian.png"
                subprocess.run([sys.executable, "-c", GRAB, str(picture)], env=on_it, timeout=60, check=True)
            finally:
                desk.kill()  # the kernel ends with it all that it began
        colours = picture.read_bytes()
        assert len(colours) > 10_000, "an empty screen packs into less"


def _is_sound(debian: BareDebian) -> None:
    words = ("kt1desk", "verify", "--user", "ha.hoang", "--data-dir", f"/home/{CLERK}/trial")
    proved = debian.run(*words, clerk=True, stdin=f"{TRIAL_PASSWORD}\n")
    assert proved.returncode == 0, proved.stdout


def test_the_desk_is_installed_shown_upgraded_refused_and_removed(
    made: Made, debian: BareDebian, tmp_path: Path
) -> None:
    done = debian.install(made.today)
    assert done.returncode == 0, done.stdout
    assert _pointers(debian) == (f"{version_of()}\n", "")
    assert f"kt1desk {version_of()}" in debian.run("kt1desk", "--version", clerk=True).stdout
    _shows_its_window(debian, tmp_path)
    _is_sound(debian)

    done = debian.install(made.newer)
    assert done.returncode == 0, done.stdout
    assert _pointers(debian) == (f"{NEWER}\n", f"{version_of()}\n")
    _is_sound(debian)
    before = debian.run(
        f"/{PROGRAM}/bases/{made.base}/kt1desk", f"/{PROGRAM}/versions/{version_of()}/app", "--version"
    )
    assert f"kt1desk {version_of()}" in before.stdout
    assert debian.run("dpkg", "--verify", "kt1desk").stdout == ""

    # A machine on which the self-test fails: the store is bound to an id that this one has not.
    machine_id = debian.root / "etc/machine-id"
    machine_id.rename(machine_id.with_suffix(".away"))
    refused = debian.install(made.today)
    assert refused.returncode != 0
    assert "không qua được tự kiểm tra" in refused.stdout
    assert _pointers(debian) == (f"{NEWER}\n", f"{version_of()}\n")
    machine_id.with_suffix(".away").rename(machine_id)

    kept = debian.run("dpkg", "--configure", "-a")
    assert "giữ nguyên" in kept.stdout, kept.stdout
    assert _pointers(debian) == (f"{NEWER}\n", f"{version_of()}\n")

    trust = debian.root / PROGRAM / "trust/metadata"
    trust.mkdir(parents=True)
    (trust / "timestamp.json").write_text("{}")
    assert debian.run("apt-get", "remove", "--yes", "kt1desk").returncode == 0
    assert sorted(path.name for path in (debian.root / PROGRAM).iterdir()) == ["trust"]
    assert debian.run("apt-get", "purge", "--yes", "kt1desk").returncode == 0
    assert not (debian.root / PROGRAM).exists()
    assert not (debian.root / "var/lib/kt1desk-upgrade").exists()
    assert list((debian.root / f"home/{CLERK}/trial").iterdir()), "the desk's data stay"


def test_the_centres_package_brings_its_service_and_leaves_its_keys(made: Made, debian: BareDebian) -> None:
    done = debian.install(made.newer, made.centre)
    assert done.returncode == 0, done.stdout
    for user in ("kt1operator", "kt1integrator"):
        assert debian.run("getent", "passwd", user).returncode == 0
    key = debian.root / "etc/kt1desk/centre/gate.key"
    key.parent.mkdir(parents=True)
    key.write_text("a key\n")

    units = ("kt1desk-integrator.service", "kt1desk-upgrade.path", "kt1desk-upgrade.service")
    if shutil.which("systemd-analyze") is not None:
        paths = [str(debian.root / "usr/lib/systemd/system" / unit) for unit in units]
        read = subprocess.run(
            ["systemd-analyze", "verify", "--man=no", *paths], capture_output=True, text=True, check=False
        )
        ours = [
            line for line in read.stderr.splitlines() if "kt1desk" in line and "not executable" not in line
        ]
        assert not ours, read.stderr

    assert debian.run("apt-get", "purge", "--yes", "kt1desk-centre").returncode == 0
    assert key.exists()
    assert debian.run("getent", "passwd", "kt1integrator").returncode == 0


def test_two_builds_are_the_same_bytes(made: Made, tmp_path: Path) -> None:
    again = _packages(tmp_path)

    def sums(of: Made) -> list[str]:
        return [hashlib.sha256(path.read_bytes()).hexdigest() for path in (of.today, of.newer, of.centre)]

    assert again.base == made.base
    assert sums(again) == sums(made)
