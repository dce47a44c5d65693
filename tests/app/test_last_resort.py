"""The last words of a process: kind, places and code of a fault, and nothing that anybody typed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.tree import ROOT, source_files

NAME = "Đàm Thị Xuân Quỳ"
BEGIN = (
    "import sys; from kt1desk.app.last_resort import catch_everything; catch_everything()\n"
    "typed = sys.stdin.readline().strip()\n"
)
WAYS = {
    "uncaught": "int(typed)",
    "with a cause": "try:\n int(typed)\nexcept ValueError as error: raise RuntimeError(typed) from error",
    "in a thread": "import threading\nt = threading.Thread(target=int, args=(typed,)); t.start(); t.join()",
    "where nothing can be raised": (
        "class Held:\n def __del__(self): raise ValueError(typed)\nheld = Held()\ndel held"
    ),
    "a warning": "import warnings; warnings.warn(typed)",
    "a warning of a library": "import logging; logging.getLogger('library').warning('read %s', typed)",
    "interrupted": ("try:\n int(typed)\nexcept ValueError: raise KeyboardInterrupt(typed)"),
    "a crash": "import ctypes; ctypes.string_at(0)",
}
SAID = {
    "uncaught": "ValueError",
    "with a cause": "RuntimeError",
    "in a thread": "ValueError",
    "where nothing can be raised": "ValueError",
    "a warning": "UserWarning",
    "a crash": "Fatal Python error",
}


def _last_words(script: Path, text: str) -> str:
    """What a process says in whose input a name stands; utf-8, and as `repr` would escape it."""
    script.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        input=f"{NAME}\n".encode(),
        capture_output=True,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        timeout=60,
        check=False,
    )
    return (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("way", WAYS)
def test_whatever_ends_a_program_its_last_words_name_nobody(way: str, tmp_path: Path) -> None:
    said = _last_words(tmp_path / "ends.py", BEGIN + WAYS[way])

    assert NAME not in said
    assert ascii(NAME)[1:-1] not in said
    assert SAID.get(way, "") in said


@pytest.mark.parametrize("way", sorted(WAYS.keys() - {"a crash"}))
def test_without_it_each_of_these_ways_names_somebody(way: str, tmp_path: Path) -> None:
    said = _last_words(tmp_path / "ends.py", BEGIN.replace("catch_everything()\n", "\n") + WAYS[way])

    assert NAME in said


def test_what_qt_says_reaches_the_log_by_kind_and_category_only(tmp_path: Path) -> None:
    said = _last_words(
        tmp_path / "qt.py",
        "import logging, sys; typed = sys.stdin.readline().strip()\n"
        "logging.basicConfig(level=logging.DEBUG)\n"
        "from kt1desk.desktop.qt_words import keep_qts_words; keep_qts_words()\n"
        "from PySide6.QtCore import qWarning; qWarning(typed)\n",
    )

    assert NAME not in said
    assert "qt QtWarningMsg default" in said


def test_every_engine_hides_the_values_of_its_statements() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in source_files("kt1desk")}
    calls = [
        (path, shows)
        for path, source in sources.items()
        if "create_engine" in source
        for shows in _calls_of_create_engine(source)
    ]

    assert len(calls) >= 2
    assert [path.name for path, shows in calls if shows] == []


def _calls_of_create_engine(source: str) -> list[bool]:
    """Of each call, whether it would show values in errors or print its statements."""
    found: list[bool] = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "create_engine":
            given = {word.arg: ast.unparse(word.value) for word in node.keywords}
            found.append(given.get("hide_parameters") != "True" or "echo" in given)
    return found
