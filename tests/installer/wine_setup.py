"""One Windows machine made of Wine and small setups for it, with what the tests of the setup ask about them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.payload.files import below
from installer.windows.setup import SetupOptions, build_setup
from tests.installer.stand_in import stand_in_stage
from tests.support.wine import CACHE, Ended, NoWineError, Windows

FIRST, SECOND, THIRD = "0.1.0", "0.2.0", "0.10.0"
BASES = {FIRST: "a" * 12, SECOND: "b" * 12, THIRD: "b" * 12}
UNINSTALL = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\KT1Desk"
OWN = r"HKLM\Software\KT1Desk"
FAST = SetupOptions(fast=True)


@pytest.fixture(scope="session")
def machine(display: str) -> Windows:
    """The machine; skips aloud where there can be none."""
    for tool, package in (("makensis", "nsis"), ("osslsigncode", "osslsigncode")):
        if shutil.which(tool) is None:
            pytest.skip(f"NOT TESTED: {tool} is not installed (apt-get install {package})")
    try:
        return Windows(CACHE / f"setup-{os.environ.get('PYTEST_XDIST_WORKER', 'prefix')}", display)
    except NoWineError as error:
        pytest.skip(f"NOT TESTED: {error}")


@pytest.fixture
def windows(machine: Windows) -> Iterator[Windows]:
    empty(machine)
    yield machine
    machine.settle()


@pytest.fixture(scope="session")
def setups(machine: Windows, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A setup of each version; the stage it was made of lies beside it, in a folder with the version's name."""
    folder = tmp_path_factory.mktemp("setups")
    return {
        version: build_setup(stand_in_stage(folder / version, version, base), folder, FAST)
        for version, base in BASES.items()
    }


def empty(machine: Windows) -> None:
    """As if nothing had ever been installed."""
    for folder in (machine.program, machine.data, machine.drop):
        shutil.rmtree(folder, ignore_errors=True)
    for key in (UNINSTALL, OWN):
        machine.run("reg", "delete", key, "/f", "/reg:64")


def lies(windows: Windows) -> dict[str, bytes]:
    """Every file of the program's root."""
    return {name: (windows.program / name).read_bytes() for name in below(windows.program)}


def log(windows: Windows) -> str:
    """What the last setup wrote."""
    [found] = windows.drive.glob("users/*/Temp/KT1Desk-setup.txt")
    return found.read_text(encoding="utf-16")


def install(windows: Windows, setup: Path) -> Ended:
    """Run a setup silently."""
    return windows.run(setup, "/S")


def refused(windows: Windows, setup: Path, code: int, words: str) -> None:
    """The setup ends with a code and a sentence, and nothing of the program is touched."""
    before = lies(windows)

    ended = install(windows, setup)

    assert lies(windows) == before
    assert (ended.code, words in log(windows)) == (code, True), log(windows)
