"""The self-test as a whole, as setups run it: a process of its own without a screen, which leaves its report and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kt1desk.app.options import desk_asked_for
from kt1desk.app.self_test import run_self_test
from kt1desk.app.self_test_steps import Found, Report, Step, StepError, Verdict, run_steps
from kt1desk.domain.errors import DeskError
from tests.support.tree import ROOT

PATIENCE_S = 120


def test_the_program_tries_itself_without_a_screen_and_leaves_a_report_and_nothing_else(
    tmp_path: Path,
) -> None:
    home, temporary, report = tmp_path / "home", tmp_path / "temp", tmp_path / "report.txt"
    home.mkdir()
    temporary.mkdir()
    bare = {"PATH": os.environ["PATH"], "HOME": str(home), "TMPDIR": str(temporary), "PYTHONPATH": str(ROOT)}

    ended = subprocess.run(
        [sys.executable, "-m", "kt1desk", "--self-test", "--report", str(report)],
        env=bare,
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=PATIENCE_S,
    )

    told = report.read_text(encoding="utf-8")
    assert ended.returncode == 0, told
    assert ended.stdout.decode() == told
    assert Verdict.FAILED not in told
    assert "đọc lại đúng MX" in told
    assert "chưa có đường mạng để thử" in told
    assert "«offscreen»" in told
    assert "đang thử" not in told
    assert list(home.iterdir()) == []
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("words", [["--self-test"], ["--data-dir", "x", "--self-test"]])
def test_it_is_not_taken_for_the_desk(words: list[str]) -> None:
    assert desk_asked_for(words) is None


def test_a_step_that_breaks_is_a_line_with_what_to_do_and_the_others_go_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused() -> Found:
        raise DeskError("disk.full")

    def broken() -> Found:
        raise RuntimeError("library says\nno")

    def wrong() -> Found:
        raise StepError("nhãn trắng")

    file = tmp_path / "report.txt"
    steps = [
        Step("Một", refused, "Dọn đĩa"),
        Step("Hai", broken, "Cài lại"),
        Step("Ba", wrong, "Thay giấy"),
        Step("Bốn", lambda: Found("tốt"), ""),
    ]

    is_sound = run_steps(steps, Report(["Đầu báo cáo"], file))

    lines = file.read_text(encoding="utf-8").splitlines()
    assert not is_sound
    assert "(disk.full)" in lines[1]
    assert lines[2].endswith("→ Dọn đĩa")
    assert "Hai: RuntimeError: library says no" in lines[3]
    assert "Ba: nhãn trắng" in lines[5]
    assert lines[7].startswith("[ĐẠT  ]")
    assert lines[8] == "KẾT QUẢ: HỎNG 3 trong 4 bước."
    assert capsys.readouterr().out.splitlines() == lines


def test_where_the_whole_process_ends_the_file_says_at_which_step(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"

    def ends() -> Found:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_steps([Step("Cửa sổ", ends, "")], Report([], file))

    assert "đang thử: Cửa sổ" in file.read_text(encoding="utf-8")


def test_a_report_that_cannot_be_written_and_an_address_without_a_port_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_self_test(["--self-test", "--report", str(tmp_path)]) == 1
    assert "--report" in capsys.readouterr().out
    assert run_self_test(["--self-test", "--centre", "gate:đây"]) == 2
    assert "MÁY:CỔNG" in capsys.readouterr().out
