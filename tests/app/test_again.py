"""The program starts itself again: by its launcher where it is installed, and with nothing inherited but the next user's pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kt1desk import config
from kt1desk.app import training
from kt1desk.app.again import AGAIN, begin_again, handles_for_the_next
from kt1desk.app.options import NEXT_FROM, desk_asked_for


def _installed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = root / "versions" / "0.2.0" / "app"
    app.mkdir(parents=True)
    (app.parent / "version.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(config, "_ROOT", app)


def test_a_checkout_is_started_by_the_python_that_runs_it() -> None:
    assert config.program_root() is None
    assert config.program_words() == (sys.executable, "-m", "kt1desk")
    assert config.program_words("kt1desk.simprinter") == (sys.executable, "-m", "kt1desk.simprinter")


@pytest.mark.parametrize(("system", "launcher"), [("linux", "kt1desk"), ("win32", "KT1Desk.exe")])
def test_an_installed_program_is_started_by_its_launcher_which_chooses_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, launcher: str
) -> None:
    root = tmp_path / "Program Files" / "KT1Desk"
    _installed(root, monkeypatch)
    monkeypatch.setattr(sys, "platform", system)

    assert config.program_root() == root
    assert config.program_words() == (str(root / launcher),)
    assert config.program_words("kt1desk.simprinter") == (
        str(root / launcher),
        "--program=kt1desk.simprinter",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process")
def test_a_log_off_replaces_the_process_word_by_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _installed(tmp_path / "Program Files", monkeypatch)
    begun: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(os, "execv", lambda path, words: begun.append((path, words)))

    begin_again(["--data-dir", "a desk"])

    launcher = str(tmp_path / "Program Files" / "kt1desk")
    assert begun == [(launcher, [launcher, "--data-dir", "a desk"])]


def test_the_next_process_inherits_the_pipe_that_it_is_told_of_and_nothing_else() -> None:
    assert handles_for_the_next(["--trial", f"{NEXT_FROM}=412", "--next-user=minh"]) == [412]
    assert handles_for_the_next(["--data-dir", "412"]) == []
    assert handles_for_the_next([f"{NEXT_FROM}=0", f"{NEXT_FROM}=x"]) == []


@pytest.mark.parametrize("before", ["", "/opt/other/lib"])
def test_no_program_that_is_started_is_lent_the_libraries_of_an_installed_one(
    monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/kt1desk/bases/x")
    if before:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    config.keep_libraries_to_ourselves()

    assert os.environ.get("LD_LIBRARY_PATH", "") == before
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_a_checkout_keeps_the_library_path_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/usr/local/lib")

    config.keep_libraries_to_ourselves()

    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"


@pytest.mark.parametrize(("system", "waits"), [("win32", ["--starter-waits"]), ("linux", [])])
def test_whoever_waits_for_a_training_desk_starts_it_again_where_it_cannot_replace_itself(
    monkeypatch: pytest.MonkeyPatch, system: str, waits: list[str]
) -> None:
    codes, begun = iter([AGAIN, AGAIN, 0]), list[list[str]]()

    def call(words: list[str]) -> int:
        begun.append(words)
        return next(codes)

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(subprocess, "call", call)

    assert training._until_it_is_closed(["kt1desk", "--trial"]) == 0
    assert begun == [["kt1desk", "--trial", *waits]] * 3
    options = desk_asked_for(begun[0][1:])
    assert options is not None
    assert options.starter_waits is bool(waits)
