"""Who may know what: rules on imports that `lint-imports` cannot say, because they are about every library at once."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.tree import ROOT, source_files

# A rule of the domain gives the same answer for ever and everywhere: no clock, no randomness, no file, no network.
IMPURE = {
    *("asyncio", "ctypes", "glob", "io", "logging", "multiprocessing", "os", "pathlib", "platform", "random"),
    *(
        "secrets",
        "select",
        "shutil",
        "signal",
        "socket",
        "sqlite3",
        "ssl",
        "subprocess",
        "tempfile",
        "threading",
    ),
    *("time", "urllib", "uuid"),
}
IMPURE_CALLS = {"now", "utcnow", "today", "fromtimestamp", "open", "input", "print"}
MAY_KNOW_QT = (
    "kt1desk/desktop/",
    "kt1desk/app/",
    "kt1desk/simprinter/window.py",
    "kt1desk/simprinter/paper_view.py",
)


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def called(path: Path) -> Iterator[str]:
    """The last name of every call, such as `now` of `datetime.now()`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_domain_imports_the_standard_library_only_and_nothing_that_differs_from_run_to_run() -> None:
    files = source_files("kt1desk/domain")

    wrong = [
        f"{name_of(path)}: {module}"
        for path in files
        for module in imported(path)
        if not module.startswith("kt1desk.domain")
        and ((top := module.partition(".")[0]) not in sys.stdlib_module_names or top in IMPURE)
    ]

    assert files
    assert wrong == []


def test_the_domain_asks_no_clock_and_touches_no_file_or_screen() -> None:
    files = source_files("kt1desk/domain")

    wrong = [f"{name_of(path)}: {name}()" for path in files for name in called(path) if name in IMPURE_CALLS]

    assert files
    assert wrong == []


def test_qt_is_known_to_the_desktop_and_to_the_wiring_only() -> None:
    files = [path for path in source_files("kt1desk") if not name_of(path).startswith(MAY_KNOW_QT)]

    wrong = [
        f"{name_of(path)}: {module}"
        for path in files
        for module in imported(path)
        if module.partition(".")[0] in {"PySide6", "shiboken6"}
    ]

    assert files
    assert wrong == []


def test_no_test_waits_for_time_to_pass() -> None:
    files = source_files("tests")

    wrong = [
        f"{name_of(path)}: {name}()"
        for path in files
        for name in called(path)
        if name in {"sleep", "qSleep", "qWait"}
    ]

    assert wrong == []
