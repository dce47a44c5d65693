"""The setup itself under Wine, with a stage of two small programs: what it lays down, keeps and leaves behind.

What it refuses: `test_windows_refusals_soak`. What is really shipped: `test_windows_soak`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from installer.payload.files import below
from installer.windows.setup import SetupOptions, build_setup
from installer.windows.signing import Signing
from tests.installer.stand_in import stand_in_stage
from tests.installer.wine_setup import (
    BASES,
    FAST,
    FIRST,
    OWN,
    SECOND,
    THIRD,
    UNINSTALL,
    install,
    lies,
)
from tests.support.wine import Windows

pytestmark = pytest.mark.soak


def test_a_silent_setup_lays_the_stage_down_and_tells_windows(
    windows: Windows, setups: dict[str, Path]
) -> None:
    stage = setups[FIRST].parent / FIRST

    ended = install(windows, setups[FIRST])

    there = lies(windows)
    assert there.pop("current.txt") == b"0.1.0\n"
    assert there.pop("uninstall.exe")[:2] == b"MZ"
    assert there == {name: (stage / name).read_bytes() for name in below(stage)}
    assert ended.code == 0
    assert (windows.value(UNINSTALL, "DisplayName") or "").endswith("n KT1")  # `reg` writes no Vietnamese
    assert windows.value(UNINSTALL, "DisplayVersion") == FIRST
    assert windows.value(UNINSTALL, "QuietUninstallString") == r'"C:\Program Files\KT1Desk\uninstall.exe" /S'
    assert (windows.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs/Bàn KT1.lnk").is_file()
    assert windows.data.is_dir()
    assert windows.drop.is_dir()


def test_an_upgrade_keeps_the_version_before_and_nothing_older(
    windows: Windows, setups: dict[str, Path]
) -> None:
    install(windows, setups[FIRST])
    (windows.data / "books").write_text("of the desk", encoding="utf-8")

    install(windows, setups[SECOND])

    there = lies(windows)
    assert (there["current.txt"], there["previous.txt"]) == (b"0.2.0\n", b"0.1.0\n")
    assert {f"versions/{FIRST}/version.json", f"versions/{SECOND}/version.json"} <= there.keys()
    assert {f"bases/{BASES[FIRST]}/base.json", f"bases/{BASES[SECOND]}/base.json"} <= there.keys()

    install(windows, setups[THIRD])

    there = lies(windows)
    assert (there["current.txt"], there["previous.txt"]) == (b"0.10.0\n", b"0.2.0\n")
    assert sorted(each.name for each in (windows.program / "versions").iterdir()) == [THIRD, SECOND]
    assert [each.name for each in (windows.program / "bases").iterdir()] == [BASES[THIRD]]
    assert windows.value(UNINSTALL, "DisplayVersion") == THIRD
    assert (windows.data / "books").read_text(encoding="utf-8") == "of the desk"


def test_a_damaged_base_that_a_new_version_shares_is_put_right(
    windows: Windows, setups: dict[str, Path]
) -> None:
    install(windows, setups[SECOND])
    (windows.program / "bases" / BASES[SECOND] / "start.py").unlink()

    install(windows, setups[THIRD])

    there = lies(windows)
    assert (there["current.txt"], there["previous.txt"]) == (b"0.10.0\n", b"0.2.0\n")
    assert f"bases/{BASES[THIRD]}/start.py" in there


def test_other_keys_forget_what_was_known_of_releases_and_the_same_keys_do_not(
    windows: Windows, setups: dict[str, Path], tmp_path: Path
) -> None:
    def install_with(version: str, root: bytes) -> None:
        keys = tmp_path / "root.json"
        keys.write_bytes(root)
        stage = stand_in_stage(tmp_path / version, version, BASES[version])
        install(windows, build_setup(stage, tmp_path, SetupOptions(fast=True, trust=keys)))
        assert (windows.program / "current.txt").read_bytes() == f"{version}\n".encode()

    install_with(FIRST, b'{"keys": 1}')
    metadata = windows.program / "trust" / "metadata" / "timestamp.json"
    metadata.parent.mkdir()
    metadata.touch()
    install_with(SECOND, b'{"keys": 1}')
    assert metadata.exists()

    install_with(THIRD, b'{"keys": 2}')

    assert (windows.program / "trust" / "root.json").read_bytes() == b'{"keys": 2}'
    assert not metadata.exists()


def test_the_uninstaller_takes_the_program_and_leaves_the_data(
    windows: Windows, setups: dict[str, Path]
) -> None:
    install(windows, setups[FIRST])
    install(windows, setups[SECOND])
    (windows.data / "books").write_text("of the desk", encoding="utf-8")
    (windows.drop / "request.json").touch()

    windows.run(windows.program / "uninstall.exe", "/S")
    windows.settle()

    assert not windows.program.exists()
    assert not windows.drop.exists()
    assert windows.value(UNINSTALL, "DisplayName") is None
    assert windows.value(OWN, "Root") is None
    assert not list((windows.drive / "ProgramData/Microsoft/Windows/Start Menu/Programs").rglob("*KT1*"))
    assert (windows.data / "books").read_text(encoding="utf-8") == "of the desk"


def test_the_same_stage_gives_the_same_setup(
    windows: Windows, setups: dict[str, Path], tmp_path: Path
) -> None:
    again = build_setup(stand_in_stage(tmp_path / "stage", FIRST, BASES[FIRST]), tmp_path, FAST)

    assert again.read_bytes() == setups[FIRST].read_bytes()


def test_launchers_uninstaller_and_setup_are_signed_and_still_install(
    windows: Windows, tmp_path: Path
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            *(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "3",
                "-subj",
                "/CN=a test",
            ),
            *("-addext", "extendedKeyUsage=codeSigning", "-keyout", str(key), "-out", str(certificate)),
        ],
        check=True,
        capture_output=True,
    )
    stage = stand_in_stage(tmp_path / "stage", FIRST, BASES[FIRST])

    setup = build_setup(stage, tmp_path, SetupOptions(fast=True, signing=Signing(certificate, key)))
    install(windows, setup)

    for signed in (
        setup,
        *(windows.program / name for name in ("KT1Desk.exe", "kt1desk-cli.exe", "uninstall.exe")),
    ):
        told = subprocess.run(
            ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(signed)],
            check=False,
            capture_output=True,
            text=True,
        ).stdout
        assert "Signature verification: ok" in told, (signed, told)
