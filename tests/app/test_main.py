"""The command line's exit codes and what it says where nobody has a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.__main__ import main
from kt1desk.config import default_data_folder, default_paper_folder, reference_folder, sample_folder


def test_a_command_on_a_folder_without_a_desk_says_so_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["verify", "--data-dir", str(tmp_path / "empty"), "--user", "ha.hoang"])

    assert code == 1
    assert capsys.readouterr().err.strip().endswith(".")


def test_the_version_is_told_without_touching_anything(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert "0.1.0" in capsys.readouterr().out


def test_a_word_nobody_knows_is_a_wrong_command_line() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fly"])

    assert ended.value.code == 2


def test_papers_go_outside_the_data_and_facts_ship_beside_the_program() -> None:
    assert default_data_folder() not in default_paper_folder().parents
    assert (reference_folder() / "products.json").exists()
    assert (sample_folder() / "points.json").exists()
