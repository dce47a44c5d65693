"""How long the modules, functions, classes and constructors of this repository are.

Lines of a function are those of its body without its docstring: a long explanation is not a long function.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Measure(Enum):
    """What is counted; the value is its key in `tests/ratchet.toml`."""

    MODULE_LINES = "module_lines"
    FUNCTION_LINES = "function_lines"
    CLASS_METHODS = "class_methods"
    CONSTRUCTOR_ARGUMENTS = "constructor_arguments"


@dataclass(frozen=True)
class Size:
    """One figure and where it was found, such as `kt1desk/store/journal.py::DeskStore`."""

    measure: Measure
    place: str
    figure: int

    def key(self) -> str:
        return f"{self.measure.value} {self.place}"


def sizes_of(path: Path, root: Path) -> Iterator[Size]:
    """Yield every figure of one source file."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(root).as_posix()
    yield Size(Measure.MODULE_LINES, name, len(text.splitlines()))
    yield from _inside(ast.parse(text).body, name)


def _inside(body: list[ast.stmt], place: str) -> Iterator[Size]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            here = f"{place}::{node.name}"
            yield Size(Measure.FUNCTION_LINES, here, _lines(node))
            if node.name == "__init__":
                yield Size(Measure.CONSTRUCTOR_ARGUMENTS, here, _arguments(node) - 1)
            yield from _inside(node.body, here)
        elif isinstance(node, ast.ClassDef):
            here = f"{place}::{node.name}"
            yield Size(
                Measure.CLASS_METHODS, here, sum(isinstance(part, ast.FunctionDef) for part in node.body)
            )
            yield from _inside(node.body, here)


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    described = ast.get_docstring(node, clean=False) is not None
    if not described:
        return (node.end_lineno or 0) - first.lineno + 1
    return (node.end_lineno or 0) - (first.end_lineno or 0)


def _arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = node.args
    return len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs)
