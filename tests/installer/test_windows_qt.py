"""What the program imports of Qt on Windows is what the installed one has there."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator

from tests.support.tree import ROOT, source_files


def _imported(tree: ast.AST) -> Iterator[str]:
    """Modules of Qt, but for those behind a question for another system than Windows."""
    if isinstance(tree, ast.If) and "sys.platform != 'win32'" in ast.unparse(tree.test):
        return
    if isinstance(tree, ast.ImportFrom) and (tree.module or "").startswith("PySide6."):
        yield (tree.module or "").removeprefix("PySide6.").partition(".")[0]
    for child in ast.iter_child_nodes(tree):
        yield from _imported(child)


def test_every_module_of_qt_that_the_program_imports_on_windows_is_installed_there() -> None:
    rules = tomllib.loads((ROOT / "installer" / "windows" / "trimming.toml").read_text(encoding="utf-8"))
    installed = {name.removesuffix(".pyd") for name in rules["only"]["PySide6"] if name.endswith(".pyd")}

    texts = (path.read_text(encoding="utf-8") for path in source_files("kt1desk"))
    imported = {name for text in texts if "PySide6" in text for name in _imported(ast.parse(text))}

    assert imported - installed == set()
    assert "QtWidgets" in imported
