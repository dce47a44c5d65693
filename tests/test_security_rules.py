"""What no line of the program may do, whoever wrote it: a shell, foreign objects, SQL out of values, weak chance, copies on the machine.

`ruff check` has the rules of bandit (S); what stands here is stricter than they are, and no comment in a line puts it aside.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.tree import ROOT, source_files

PROGRAM = ("kt1desk", "installer", "alembic")
FOREIGN_OBJECTS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml"}
"""What makes objects, and so runs code, out of bytes."""
WRITES_BYTE_CODE = {"installer/payload/compiled.py"}
"""The build writes what Python will load; it reads nothing that way."""
OTHER_PROGRAMS = {
    "kt1desk/app/again.py",
    "kt1desk/app/login.py",
    "kt1desk/app/training.py",
    "kt1desk/app/upgrade_waiting.py",
    "kt1desk/printing/finding.py",
    "kt1desk/printing/ports/system_printer.py",
    "kt1desk/upgrade/trying.py",
    "installer/demo/__main__.py",
    "installer/demo/server.py",
    "installer/dist.py",
    "installer/payload/app_tree.py",
    "installer/linux/base.py",
    "installer/linux/needs.py",
    "installer/linux/packages.py",
    "installer/windows/setup.py",
    "installer/windows/signing.py",
    "installer/windows/downloads.py",
    "installer/windows/launchers.py",
    "installer/windows/signatures.py",
}
"""Who may start another program: its path and words are given one by one, never through a shell."""
WEAK_CHANCE = re.compile(r"kt1desk/sampling/\w+\.py|kt1desk/app/line_room\.py|installer/.*")
"""Invented data, and the pause between two rounds. Everything else takes its chance from the machine (`os.urandom`, `secrets`)."""
NAMES_OF_OUR_OWN = {
    *(
        "alembic/desk/versions/0006_cases.py",
        "kt1desk/centre/figures_schema.py",
        "kt1desk/store/backup.py",
        "kt1desk/store/beside.py",
        "kt1desk/store/bulk.py",
    ),
    *(
        "kt1desk/store/connection.py",
        "kt1desk/store/laid.py",
        "kt1desk/store/rebuild.py",
        "kt1desk/store/rewriting.py",
    ),
}
"""SQL with the name of a table, a trigger or a pragma in it, where no parameter can stand: taken from our own schema."""
CLIPBOARD = {"kt1desk/desktop/clipboard.py"}
LOOSENING = re.compile(
    r"PRAGMA\s+(?:temp_store|mmap_size|writable_schema|trusted_schema|cipher_memory_security)\s*=\s*(\S+)",
    re.IGNORECASE,
)
TIGHT = {"off", "0", "memory", "2"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def written() -> dict[str, str]:
    """Every file of the program, read once for all rules."""
    return {name_of(path): path.read_text(encoding="utf-8") for path in source_files(*PROGRAM)}


def parsed(word: str) -> Iterator[tuple[str, ast.Module]]:
    """The files in which a word stands that nobody can break the rule without; parsing all of them for each rule takes minutes."""
    for name, text in written().items():
        if re.search(word, text):
            yield name, ast.parse(text)


def imports(tree: ast.AST) -> set[str]:
    """The first names of the modules that are imported anywhere in a file."""
    whole = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in whole | parts}


def runs_a_shell(tree: ast.AST) -> bool:
    return any(
        (isinstance(node, ast.keyword) and node.arg == "shell" and not _is(node.value, value=False))
        or (isinstance(node, ast.Attribute) and node.attr in {"system", "popen"} and _named(node.value, "os"))
        for node in ast.walk(tree)
    )


def runs_a_text(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"eval", "exec", "compile", "__import__"}
        for node in ast.walk(tree)
    )


def builds_sql_of_values(tree: ast.AST) -> bool:
    """SQL put together inside a function and run there: what stands at the level of a module is made of our own words alone."""
    return any(_is_built(argument) for call in _executions(tree) for argument in call.args[:1])


def copies(tree: ast.AST) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id == "QClipboard")
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"clipboard", "copy"}
            and not node.args
            and _is_widget(node)
        )
        for node in ast.walk(tree)
    )


def remembers_outside_the_store(tree: ast.AST) -> bool:
    return any(
        isinstance(node, ast.Name | ast.alias)
        and getattr(node, "id", getattr(node, "name", "")) == "QSettings"
        for node in ast.walk(tree)
    )


def loosens_the_store(tree: ast.AST) -> bool:
    texts = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return any(
        found[1].strip(";\"'").lower() not in TIGHT for text in texts for found in LOOSENING.finditer(text)
    )


Rule = Callable[[ast.AST], bool]


@pytest.mark.parametrize(
    ("rule", "allowed", "word"),
    [
        pytest.param(runs_a_shell, set(), "shell|system|popen", id="no shell"),
        pytest.param(
            lambda tree: bool(imports(tree) & FOREIGN_OBJECTS),
            WRITES_BYTE_CODE,
            "pickle|marshal|shelve|dill|joblib|yaml",
            id="no foreign objects",
        ),
        pytest.param(runs_a_text, set(), r"\b(?:eval|exec|compile|__import__)\(", id="no text is run"),
        pytest.param(
            lambda tree: "subprocess" in imports(tree), OTHER_PROGRAMS, "subprocess", id="other programs"
        ),
        pytest.param(builds_sql_of_values, NAMES_OF_OUR_OWN, "execute|exec_driver", id="no SQL of values"),
        pytest.param(copies, CLIPBOARD, "[cC]lipboard", id="one place for the clipboard"),
        pytest.param(remembers_outside_the_store, set(), "QSettings", id="nothing in Qt's settings"),
        pytest.param(loosens_the_store, set(), "(?i)pragma", id="the store is not loosened"),
    ],
)
def test_no_file_does_what_only_the_listed_ones_may(rule: Rule, allowed: set[str], word: str) -> None:
    found = {name for name, tree in parsed(word) if rule(tree)}

    assert sorted(found - allowed) == []


def test_secrets_are_not_drawn_by_a_chance_that_can_be_computed() -> None:
    found = {name for name, tree in parsed("random") if "random" in imports(tree)}

    assert [name for name in sorted(found) if WEAK_CHANCE.fullmatch(name) is None] == []


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (runs_a_shell, "run(words, shell=True)"),
        (runs_a_shell, "run(words, shell=wanted)"),
        (runs_a_shell, "os.system('ls')"),
        (runs_a_text, "eval(text)"),
        (builds_sql_of_values, "def f(c, name):\n    c.execute(f'SELECT * FROM {name}')"),
        (builds_sql_of_values, "def f(c, name):\n    c.execute('DELETE FROM item WHERE id = ' + name)"),
        (builds_sql_of_values, "def f(c, name):\n    c.executescript('DROP TABLE %s' % name)"),
        (builds_sql_of_values, "def f(c, name):\n    c.exec_driver_sql('SELECT {}'.format(name))"),
        (copies, "QApplication.clipboard().setText('x')"),
        (remembers_outside_the_store, "from PySide6.QtCore import QSettings"),
        (loosens_the_store, "c.execute('PRAGMA temp_store = FILE')"),
        (loosens_the_store, "c.execute('PRAGMA mmap_size=268435456')"),
    ],
)
def test_each_rule_finds_what_it_is_for(rule: Rule, line: str) -> None:
    assert rule(ast.parse(line))


def _executions(tree: ast.AST) -> Iterator[ast.Call]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr.startswith(("execute", "exec_driver"))
                ):
                    yield node


def _is_built(node: ast.AST) -> bool:
    """Whether a text is put together here with something else than capital constants: our own words are those."""
    match node:
        case ast.JoinedStr(values=values):
            return any(
                isinstance(part, ast.FormattedValue) and not _is_own_word(part.value) for part in values
            )
        case ast.BinOp(left=left, right=right):
            return not (_is_own_word(left) and _is_own_word(right))
        case ast.Call(func=ast.Attribute(attr="format")):
            return True
    return False


def _is_own_word(node: ast.AST) -> bool:
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.isupper()
        case ast.Attribute(attr=name):
            return name.isupper()
        case ast.JoinedStr():
            return not _is_built(node)
        case ast.BinOp(left=left, right=right):
            return _is_own_word(left) and _is_own_word(right)
    return False


def _is_widget(node: ast.Call) -> bool:
    """`clipboard()` of the application; `copy()` of a field puts its text there, while lists and images have one of their own."""
    return isinstance(node.func, ast.Attribute) and node.func.attr == "clipboard"


def _is(node: ast.AST, *, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _named(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
