"""The Debian packages on a bare Debian 12: with named dependencies only, tried, shown, upgraded as a clerk asked and by dpkg, refused,
taken away; data stay."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from installer.linux.base import SYSTEM, write_base
from installer.linux.packages import Payload, write_centre_package, write_desk_package
from installer.payload.app_tree import version_of, write_version
from installer.payload.zips import write_app_zip, write_base_zip
from installer.update.repository import sign_release, write_release_note
from kt1desk.app.place import TRIAL_PASSWORD
from tests.support.bare_debian import CLERK, BareDebian, NoBareDebianError, bare_debian
from tests.support.display import private_display
from tests.support.releases import Workshop

pytestmark = pytest.mark.soak

SIGNED, NEWER = "98.0.0", "99.0.0"
REQUEST = "0123456789abcdef"
PROGRAM = Path("opt/kt1desk")
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


@dataclass(frozen=True)
class Made:
    """The packages, what is in them, and a release that they trust."""

    base: str
    stick: Path
    centre: Path
    today: Path
    newer: Path


def _packages(folder: Path, trust: Path | None = None) -> tuple[str, Path, Path, Path]:
    root = folder / "root"
    base = write_base(root)
    debs = []
    for version in (version_of(), NEWER):
        write_version(root, {SYSTEM: base}, version=version)
        payload = Payload(root, version, base, trust)
        debs.append(write_desk_package(payload, folder / f"work-{version}", folder, quick=True))
    return base, write_centre_package(NEWER, folder / "work-centre", folder), debs[0], debs[1]


def _stick(folder: Path, workshop: Workshop, base: str) -> Path:
    """A signed release on the base that is there already, as a thin line would bring it."""
    write_version(folder / "root", {SYSTEM: base}, version=SIGNED)
    files = folder / "release"
    write_app_zip(folder / "root", SIGNED, files)
    write_base_zip(folder / "root", base, SYSTEM, files)
    write_release_note(files, ["Thử nâng cấp."])
    sign_release(workshop.repository, files, workshop.signers, datetime.now(UTC))
    return workshop.stick()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("debs")
    workshop = Workshop(folder / "workshop")
    base, centre, today, newer = _packages(folder, workshop.folder / "root.json")
    return Made(base, _stick(folder, workshop, base), centre, today, newer)


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


def _asks_for_an_upgrade(debian: BareDebian, stick: Path) -> None:
    """A clerk lays a release and his request into the drop folder; what the service starts does the rest."""
    shutil.copytree(stick, debian.root / "packages/release")
    drop = "/var/lib/kt1desk-upgrade"
    request = f'{{"format": 1, "id": "{REQUEST}", "what": "apply"}}'
    laid = f"cp -r /packages/release {drop}/release-{REQUEST} && printf '%s' '{request}' >{drop}/request.json"
    assert debian.run("sh", "-c", laid, clerk=True).returncode == 0
    unit = (debian.root / "usr/lib/systemd/system/kt1desk-upgrade.service").read_text()
    start = next(line for line in unit.splitlines() if line.startswith("ExecStart="))

    done = debian.run(*start.removeprefix("ExecStart=").split())

    assert done.returncode == 0, done.stdout
    assert json.loads((debian.root / PROGRAM / "last-upgrade.json").read_text())["code"] == ""
    assert not (debian.root / f"{drop[1:]}/request.json").exists()


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

    _asks_for_an_upgrade(debian, made.stick)
    assert _pointers(debian) == (f"{SIGNED}\n", f"{version_of()}\n")
    _is_sound(debian)
    kept = debian.install(made.today)
    assert "giữ nguyên" in kept.stdout, kept.stdout
    assert _pointers(debian) == (f"{SIGNED}\n", f"{version_of()}\n")

    done = debian.install(made.newer)
    assert done.returncode == 0, done.stdout
    assert _pointers(debian) == (f"{NEWER}\n", f"{SIGNED}\n")
    _is_sound(debian)
    before = debian.run(
        f"/{PROGRAM}/bases/{made.base}/kt1desk", f"/{PROGRAM}/versions/{SIGNED}/app", "--version"
    )
    assert f"kt1desk {SIGNED}" in before.stdout
    assert debian.run("dpkg", "--verify", "kt1desk").stdout == ""

    # A machine on which the self-test fails: the store is bound to an id that this one has not.
    machine_id = debian.root / "etc/machine-id"
    machine_id.rename(machine_id.with_suffix(".away"))
    refused = debian.install(made.today)
    assert refused.returncode != 0
    assert "không qua được tự kiểm tra" in refused.stdout
    assert _pointers(debian) == (f"{NEWER}\n", f"{SIGNED}\n")
    machine_id.with_suffix(".away").rename(machine_id)
    assert "giữ nguyên" in debian.run("dpkg", "--configure", "-a").stdout

    _goes_and_leaves_the_data(debian)


def _goes_and_leaves_the_data(debian: BareDebian) -> None:
    assert (debian.root / PROGRAM / "trust/metadata").is_dir()
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
    trust = made.today.parent / "workshop/root.json"
    base, centre, today, newer = _packages(tmp_path, trust)

    def sums(paths: tuple[Path, ...]) -> list[str]:
        return [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]

    assert base == made.base
    assert sums((centre, today, newer)) == sums((made.centre, made.today, made.newer))
