"""What the setup refuses under Wine, each with an exit code and a sentence, and nothing of the program touched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from installer.windows.setup import SetupOptions, build_setup
from tests.installer.stand_in import stand_in_stage
from tests.installer.wine_setup import (
    BASES,
    FAST,
    FIRST,
    SECOND,
    THIRD,
    install,
    lies,
    log,
    refused,
)
from tests.support.wine import Windows

pytestmark = pytest.mark.soak


def test_a_windows_that_is_too_old_is_refused(windows: Windows, setups: dict[str, Path]) -> None:
    windows.says_it_is("win7")
    try:
        refused(windows, setups[FIRST], 4, "Windows quá cũ")
    finally:
        windows.says_it_is("win10")


def test_one_flipped_byte_is_refused(windows: Windows, setups: dict[str, Path], tmp_path: Path) -> None:
    data = bytearray(setups[FIRST].read_bytes())
    data[len(data) * 2 // 3] ^= 1
    damaged = tmp_path / "damaged-setup.exe"
    damaged.write_bytes(data)

    ended = install(windows, damaged)

    assert not windows.program.exists()
    assert ended.code == 2


@pytest.mark.parametrize("launcher", ["KT1Desk.exe", "kt1desk-cli.exe"])
def test_a_program_that_runs_is_not_replaced_and_not_removed(
    windows: Windows, setups: dict[str, Path], tmp_path: Path, launcher: str
) -> None:
    install(windows, setups[FIRST])
    end = tmp_path / "end"
    running = windows.begin(windows.program / launcher, "--wait", end)
    try:
        _until_there(tmp_path / "end.waiting", running)
        refused(windows, setups[SECOND], 5, "đang mở")
        before = lies(windows)
        windows.run(windows.program / "uninstall.exe", "/S")
        assert lies(windows) == before
    finally:
        end.touch()
        running.wait(60)


def test_an_older_version_is_refused_with_the_way_back(windows: Windows, setups: dict[str, Path]) -> None:
    install(windows, setups[THIRD])

    refused(windows, setups[SECOND], 6, "Cập nhật chương trình")


def test_an_open_shift_puts_another_version_off_but_not_the_same_one_anew(
    windows: Windows, setups: dict[str, Path]
) -> None:
    install(windows, setups[FIRST])
    whole = lies(windows)
    (windows.data / "open-shift").write_text("ca dang mo\n", encoding="utf-8")
    refused(windows, setups[SECOND], 7, "chưa đóng")
    (windows.program / "bases" / BASES[FIRST] / "start.py").write_text("damaged", encoding="utf-8")
    (windows.program / "versions" / FIRST / "app" / "stray").touch()

    ended = install(windows, setups[FIRST])

    assert lies(windows) == whole
    assert ended.code == 0


def test_too_little_room_is_refused(windows: Windows, tmp_path: Path) -> None:
    stage = stand_in_stage(tmp_path / "stage", FIRST, BASES[FIRST])
    setup = build_setup(stage, tmp_path, SetupOptions(fast=True, spare_room_mb=99_000_000))

    refused(windows, setup, 8, "MB trống")


def test_a_version_that_fails_its_self_test_is_taken_away_again(
    windows: Windows, setups: dict[str, Path], tmp_path: Path
) -> None:
    failing = build_setup(
        stand_in_stage(tmp_path / "stage", SECOND, BASES[SECOND], fails=True), tmp_path, FAST
    )

    ended = install(windows, failing)

    assert ended.code == 10
    assert not windows.program.exists()
    assert not windows.data.exists()

    install(windows, setups[FIRST])
    before = lies(windows)
    ended = install(windows, failing)
    there = {name: data for name, data in lies(windows).items() if BASES[SECOND] not in name}
    assert there == before
    assert (ended.code, "tự kiểm tra" in log(windows)) == (10, True)


def _until_there(path: Path, running: subprocess.Popen[bytes]) -> None:
    while not path.exists():
        try:
            running.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError("it ended by itself")
