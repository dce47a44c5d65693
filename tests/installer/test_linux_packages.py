"""What the Debian packages promise: every library that the program imports, every system library by its package, and a pointer that moves
only to a version that works."""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from installer.linux import collecting, needs, rules
from installer.linux.base import LOCK
from installer.linux.packages import FILES, debian_version
from installer.payload.notes import write_version_note
from kt1desk.store.folder import DataFolder
from kt1desk.store.shift_mark import ShiftMark
from tests.support.tree import ROOT

BASE = "0123456789ab"
IMPORT = re.compile(r"^\s*(?:from|import) ([A-Za-z_][\w.]*)(?: import (\w+))?", re.MULTILINE)
STUBS = ("chown", "deb-systemd-helper", "deb-systemd-invoke", "install", "systemctl", "udevadm")
"""What a test of `postinst` must not do to the machine it runs on; `timeout` is what begins the
self-test, and has a stub of its own."""


@functools.cache
def _imported() -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for path in (ROOT / "kt1desk").rglob("*.py"):
        found.update(IMPORT.findall(path.read_text(encoding="utf-8")))
    return found


def test_what_is_needed_is_read_in_any_language_and_nothing_found_is_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if shutil.which("readelf") is None:
        pytest.skip("readelf is in binutils (installer/bootstrap/system.sh dist)")
    monkeypatch.setenv("LANGUAGE", "vi")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    assert needs.wanted([Path("/bin/ls")]) >= {"libc.so.6"}
    with pytest.raises(collecting.NotReadyError, match="names no library"):
        needs.wanted([Path("/lib64/ld-linux-x86-64.so.2")])  # it needs none, as nothing of ours does


def test_the_base_has_exactly_the_qt_that_the_program_imports() -> None:
    by_name = {
        module.removeprefix("PySide6.").partition(".")[0]
        for module, _ in _imported()
        if module.startswith("PySide6.")
    }
    by_name |= {name for module, name in _imported() if module == "PySide6"}

    assert by_name == set(rules.QT_MODULES)


def test_every_module_that_the_program_imports_is_in_the_base_and_none_of_its_own() -> None:
    parts = collecting.parts(LOCK)
    files = {name for name, _ in (*parts.modules, *parts.binaries)}
    there = {collecting.module_of(name.removeprefix("python3.11/lib-dynload/")) for name in files} | {
        "sys",
        "time",
        "builtins",
    }
    packages = {name.rpartition("/")[0].replace("/", ".") for name in files}
    tops = {str(name).partition(".")[0] for name in there | packages}

    missing = {
        module
        for module, _ in _imported()
        if module.partition(".")[0] in tops and module not in there | packages
    }

    assert not missing
    assert "kt1desk" not in tops
    assert {"sqlalchemy", "sqlcipher3", "tuf", "psycopg_binary", "zoneinfo", "ppf"} <= tops
    assert not tops & {"pytest", "mypy", "PyInstaller", "tests", "docs", "tkinter"}


def test_every_system_library_that_the_base_wants_is_named_in_depends_and_nothing_else() -> None:
    if shutil.which("readelf") is None:
        pytest.skip(
            "NOT PROVED that Depends is complete: readelf is in binutils (installer/bootstrap/system.sh dist)"
        )
    wanted = needs.wanted(Path(file) for _, file in collecting.parts(LOCK).binaries)

    named = set(needs.packages_for(wanted))

    assert set(needs.BRINGS) - named <= set(needs.OF_DEBIANS_PYTHON)
    with pytest.raises(collecting.NotReadyError, match="libgtk-3"):
        needs.packages_for({*wanted, "libgtk-3.so.0"})


def test_a_version_before_its_release_is_before_it_for_dpkg_too() -> None:
    assert debian_version("1.0-rc1") == "1.0~rc1"
    assert debian_version("1.0.1") == "1.0.1"


def _stub(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


class Machine:
    """A program's root on which `postinst` does its work, with a self-test that ends as the test says."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "root"
        self._folder = folder
        self._works = folder / "works"
        self.home = folder / "home of a clerk"
        stubs = folder / "stubs"
        stubs.mkdir()
        for name in STUBS:
            _stub(stubs / name, "")
        _stub(
            stubs / "timeout",
            f'[ "$2" != flock ] || {{ shift; exec "$@"; }}\necho the report; exit $(cat {self._works})',
        )
        _stub(stubs / "getent", f"echo clerk:x:1000:1000::{self.home}:/bin/sh")

    def configure(
        self, version: str, base: str = BASE, *, works: int = 0
    ) -> subprocess.CompletedProcess[str]:
        """What dpkg does: it puts the package's files, in place of the last package's, and runs `postinst`."""
        package = self.root / "package"
        shutil.rmtree(package, ignore_errors=True)
        program = package / "bases" / base / "kt1desk"
        program.parent.mkdir(parents=True)
        program.touch(0o755)
        (package / "versions" / version / "app").mkdir(parents=True)
        write_version_note(package / "versions" / version, version, {"linux-x64": base}, "0012")
        self._works.write_text(str(works))
        return self._script("postinst", "configure", version, base)

    def unpack(self, version: str) -> subprocess.CompletedProcess[str]:
        """What dpkg asks before it unpacks another package."""
        return self._script("preinst", "upgrade", version, BASE)

    def _script(self, name: str, word: str, version: str, base: str) -> subprocess.CompletedProcess[str]:
        script = self._folder / name
        text = (FILES / f"kt1desk.{name}").read_text(encoding="utf-8")
        for mark, value in (("/opt/kt1desk", str(self.root)), ("@VERSION@", version), ("@BASE@", base)):
            text = text.replace(mark, value)
        script.write_text(text)
        path = f"{self._folder / 'stubs'}:{os.environ['PATH']}"
        words = ["sh", str(script), word]
        return subprocess.run(
            words, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False
        )

    def pointers(self) -> tuple[str, str]:
        return self._read("current.txt"), self._read("previous.txt")

    def versions(self) -> list[str]:
        return sorted(path.name for path in (self.root / "versions").iterdir())

    def bases(self) -> list[str]:
        return sorted(path.name for path in (self.root / "bases").iterdir())

    def _read(self, name: str) -> str:
        path = self.root / name
        return path.read_text() if path.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_package_is_pointed_at_and_the_version_before_stays(machine: Machine) -> None:
    assert machine.configure("0.9.0").returncode == 0
    assert machine.pointers() == ("0.9.0\n", "")

    assert machine.configure("0.10.0", "abcdef012345").returncode == 0
    assert machine.pointers() == ("0.10.0\n", "0.9.0\n")
    assert machine.bases() == [BASE, "abcdef012345"]

    assert machine.configure("0.11.0", "abcdef012345").returncode == 0
    assert machine.pointers() == ("0.11.0\n", "0.10.0\n")
    assert machine.versions() == ["0.10.0", "0.11.0"]
    assert machine.bases() == ["abcdef012345"]


def test_a_version_that_fails_its_self_test_is_not_pointed_at(machine: Machine) -> None:
    machine.configure("0.9.0")

    refused = machine.configure("0.10.0", works=1)

    assert refused.returncode == 1
    assert "the report" in refused.stderr
    assert "bàn vẫn chạy bản 0.9.0" in refused.stderr
    assert machine.pointers() == ("0.9.0\n", "")
    assert machine.versions() == ["0.9.0"]


def test_what_an_upgrade_brought_is_not_turned_back_by_an_older_package(machine: Machine) -> None:
    machine.configure("0.9.0")
    machine.configure("1.0.0")

    kept = machine.configure("1.0.0-rc1")

    assert kept.returncode == 0
    assert "bản 1.0.0 mới hơn gói này (1.0.0-rc1) và giữ nguyên" in kept.stdout
    assert machine.pointers() == ("1.0.0\n", "0.9.0\n")

    shutil.rmtree(machine.root / "versions/1.0.0/app")  # but one that cannot start is
    assert machine.configure("1.0.0-rc1").returncode == 0
    assert machine.pointers() == ("1.0.0-rc1\n", "")


def test_another_version_waits_for_the_desk_and_for_its_shift(machine: Machine) -> None:
    desk = DataFolder(machine.home / ".local/share/kt1desk")
    desk.root.mkdir(parents=True)
    assert machine.unpack("0.9.0").returncode == 0, "nothing is installed yet"
    machine.configure("0.9.0")

    held = desk.lock()
    running = machine.unpack("0.10.0")
    held.release()
    ShiftMark(desk.open_shift).put()
    in_a_shift = machine.unpack("0.10.0")

    assert (running.returncode, in_a_shift.returncode) == (1, 1)
    assert "Bàn KT1 đang mở" in running.stderr
    assert "Ca làm việc chưa đóng" in in_a_shift.stderr
    assert machine.unpack("0.9.0").returncode == 0, "the same version anew is the way out"
    ShiftMark(desk.open_shift).remove()
    assert machine.unpack("0.10.0").returncode == 0
