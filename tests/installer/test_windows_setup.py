"""What the setup packs, and in which order; that it works at all is shown by `test_windows_soak`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from installer.windows import setup
from installer.windows.setup_files import Stage, file_lists
from tests.installer.stand_in import stand_in_stage

PROGRAM = b"MZ"
HERE = Path(setup.__file__).resolve().parent


def test_the_list_names_every_file_once_in_one_order_below_the_folder_that_is_renamed(tmp_path: Path) -> None:
    stage = stand_in_stage(tmp_path, "0.3.0", "0123456789ab", program=PROGRAM)

    told = file_lists(stage, stage.root)

    packed = re.findall(r'^  File "([^"]+)"$', told, re.MULTILINE)
    inner = [str(Path(each).relative_to(tmp_path)) for each in packed]
    assert inner == [
        "bases/0123456789ab/base.json",
        "bases/0123456789ab/runtime/python.exe",
        "bases/0123456789ab/start.py",
        "versions/0.3.0/app/kt1desk/__init__.pyc",
        "versions/0.3.0/version.json",
    ]
    assert '  SetOutPath "$R1\\app\\kt1desk"' in told
    assert told.count("/oname=") == 2


def test_a_stage_with_two_versions_or_without_a_launcher_is_none(tmp_path: Path) -> None:
    stand_in_stage(tmp_path, "0.3.0", "0123456789ab", program=PROGRAM)
    (tmp_path / "KT1Desk.exe").unlink()
    with pytest.raises(ValueError, match=r"lacks KT1Desk\.exe"):
        Stage.at(tmp_path)

    stand_in_stage(tmp_path, "0.3.0", "0123456789ab", program=PROGRAM)
    (tmp_path / "versions" / "0.4.0").mkdir()
    with pytest.raises(ValueError, match=r"one folder belongs into versions"):
        Stage.at(tmp_path)


@pytest.mark.parametrize("name", ["a$b", "ô.txt", "x" * 220])
def test_a_name_that_windows_or_the_packer_would_read_otherwise_is_refused(tmp_path: Path, name: str) -> None:
    stage = stand_in_stage(tmp_path, "0.3.0", "0123456789ab", program=PROGRAM)
    (tmp_path / "versions" / "0.3.0" / "app" / name).write_bytes(b"")

    with pytest.raises(ValueError, match=r"cannot carry|too long"):
        file_lists(stage, stage.root)


def test_a_setup_has_a_version_of_numbers_since_it_must_tell_older_from_newer() -> None:
    assert setup.four_numbers("1.20.3") == "1.20.3.0"
    with pytest.raises(ValueError, match="numbers only"):
        setup.four_numbers("1.2rc1")


def test_each_refusal_has_an_exit_code_of_its_own_and_the_task_one_name() -> None:
    script = (HERE / "setup.nsi").read_text(encoding="utf-8")
    codes = re.findall(r"!define EXIT_\w+ (\d+)", script)
    assert len(codes) == len(set(codes)) == 7
    assert not {"0", "1", "2"} & set(codes)  # NSIS's own
    assert f'!define TASK "{setup.TASK}"' in script


def test_the_task_runs_as_system_what_a_clerk_may_only_start() -> None:
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    text = (HERE / "upgrade_task.xml").read_text(encoding="utf-8").partition("?>")[2]
    task = ET.fromstring(text)

    assert task.findtext(f".//{space}UserId") == "S-1-5-18"
    assert task.findtext(f".//{space}Arguments") == "upgrade apply --requested"
    rights = task.findtext(f".//{space}SecurityDescriptor") or ""
    assert re.findall(r"\(A;;(\w+);;;(\w+)\)", rights) == [("FA", "SY"), ("FA", "BA"), ("GRGX", "BU")]
