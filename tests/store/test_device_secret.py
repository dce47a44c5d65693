"""The machine's part of every key."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.store import device_secret


def test_the_secret_is_made_once_and_read_ever_after(tmp_path: Path) -> None:
    made = device_secret.read_or_make(tmp_path / "device")

    assert len(made) == 32
    assert device_secret.read_or_make(tmp_path / "device") == made == device_secret.read(tmp_path / "device")
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / "device").stat().st_mode) == 0o600


def test_two_machines_have_two_secrets(tmp_path: Path) -> None:
    secrets = {device_secret.read_or_make(tmp_path / name) for name in ("one", "two")}

    assert len(secrets) == 2


def test_a_missing_secret_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"key\.device_secret_missing"):
        device_secret.read(tmp_path / "device")

    assert not (tmp_path / "device").exists()


@pytest.mark.parametrize("data", [b"", bytes(31), bytes(33)])
def test_a_secret_of_the_wrong_length_is_never_replaced(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "device").write_bytes(data)

    for use in (device_secret.read, device_secret.read_or_make):
        with pytest.raises(DeskError, match=r"key\.device_secret_foreign"):
            use(tmp_path / "device")

    assert (tmp_path / "device").read_bytes() == data


@pytest.mark.skipif(sys.platform != "win32", reason="the Data Protection API is Windows'")
def test_windows_keeps_the_secret_wrapped(tmp_path: Path) -> None:
    secret = device_secret.read_or_make(tmp_path / "device")

    assert secret not in (tmp_path / "device").read_bytes()
