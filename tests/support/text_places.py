"""Every place where a text can be written or shown, found by looking at the program itself: what `docs/text-places.toml` must name.

A place is written as in that file: group, owner, name. Rows of a paper are ``row.name``, parts of a fact ``part.name``, and what stands
beside an event ``beside.<slot>.<name>``.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import random
import tomllib
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any

from kt1desk import services
from kt1desk.desktop import forms
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import KNOWN
from kt1desk.domain.registers import REGISTERS
from kt1desk.printing.templates import TEMPLATES
from kt1desk.services.list_report import IMPORT_TITLES, TITLES
from kt1desk.services.sheets import Layout
from kt1desk.store.journal import in_memory
from tests.support.clocks import HandClock
from tests.support.tree import ROOT, source_files

FILE = ROOT / "docs" / "text-places.toml"
MADE_IN_CODE = frozenset(
    {"FieldEdit", "QLineEdit", "QTextEdit", "QPlainTextEdit", "QTextBrowser", "QSpinBox", "QDoubleSpinBox"}
    | {"QDateEdit", "QTimeEdit", "QDateTimeEdit", "QComboBox", "QInputDialog", "QKeySequenceEdit"}
)
"""Classes of Qt into which somebody can write, and ours; a combo box can be made one."""
_REPORTS = {"list_report": TITLES, "import_report": IMPORT_TITLES}

Place = tuple[str, str, str]


@dataclass(frozen=True)
class Allowed:
    """What the list says of a place: how many characters at most, for what, and who writes it."""

    most: int
    purpose: str
    typed: bool = False


@cache
def allowed() -> Mapping[Place, Allowed]:
    """The list."""
    whole: dict[str, dict[str, dict[str, dict[str, Any]]]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {
        (group, owner, name): Allowed(row["max"], row["for"], row.get("typed", False))
        for group, owners in whole.items()
        for owner, rows in owners.items()
        for name, row in rows.items()
    }


def allowed_in(group: str) -> dict[tuple[str, str], Allowed]:
    """One group of the list, by owner and name."""
    return {place[1:]: row for place, row in allowed().items() if place[0] == group}


def form_modules() -> Iterator[tuple[str, ModuleType]]:
    """The compiled forms."""
    for module in pkgutil.iter_modules(forms.__path__):
        yield module.name, importlib.import_module(f"{forms.__name__}.{module.name}")


def modules_that_make_inputs() -> set[str]:
    """Modules of the screen, forms left out, that make an input by themselves: their paths."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in source_files("kt1desk/desktop", "kt1desk/app")
        if any(_makes_input(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    }


def _makes_input(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    return name in MADE_IN_CODE


def papers() -> set[tuple[str, str]]:
    """Values of every template; of its lists the values of a row."""
    found: set[tuple[str, str]] = set()
    for (name, _), template in TEMPLATES.items():
        for row, kind in _kinds_of(importlib.import_module(template.build.__module__)):
            found |= {(name, f"{row}.{each.name}" if row else each.name) for each in fields(kind)}
    return found


def _kinds_of(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """What a template reads: its values (""), and for each of its lists (by its name) the values of a row."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Name)):
            continue
        called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        kind = getattr(module, node.args[0].id, None)
        if called == "read_values":
            yield "", kind
        elif called == "take_rows":
            assert isinstance(node.args[1], ast.Constant)
            yield str(node.args[1].value), kind
        elif called == "read":
            made = vars(module)[node.func.value.id]  # type: ignore[attr-defined]
            yield from _kinds_of(importlib.import_module(made.__module__))


def facts() -> set[tuple[str, str]]:
    """Texts in the body of every fact, those of its parts among them."""
    return {(kind, name) for kind, fact in KNOWN.items() for name in _texts_of(fact)}


def _texts_of(kind: Any, before: str = "") -> Iterator[str]:
    hints = typing.get_type_hints(kind)
    for each in fields(kind):
        for leaf in _leaves(hints[each.name]):
            if leaf is str or leaf is EventId or (isinstance(leaf, type) and issubclass(leaf, Enum)):
                yield f"{before}{each.name}"
            elif is_dataclass(leaf):
                yield from _texts_of(leaf, f"{before}{each.name}.")


def _leaves(hint: Any) -> set[Any]:
    """What a hint is made of: ``tuple[tuple[str, int], ...]`` is texts and numbers."""
    if typing.get_origin(hint) in {tuple, types.UnionType, typing.Union}:
        return {leaf for part in typing.get_args(hint) if part is not ... for leaf in _leaves(part)}
    return {hint}


def tables() -> set[tuple[str, str]]:
    """Columns with texts of every table of a new desk's database, the index of words among them."""
    store = in_memory(HandClock(), random.Random(1).randbytes)
    with store.transaction() as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        columns = {
            (str(name), str(row[1]))
            for name in names
            for row in connection.execute(f"PRAGMA table_info('{name}')")
            if row[2] not in {"INTEGER", "BLOB"} and not str(name).startswith(("sqlite_", "search_fts_"))
        }
    store.close()
    return columns


def registers() -> set[tuple[str, str]]:
    """Columns of every register."""
    return {(register.code, column.code) for register in REGISTERS.values() for column in register.columns}


def sheets() -> set[tuple[str, str]]:
    """Columns of every list that is read, by the name of its layout, and of every report that is written."""
    read = {(name.lower(), column.key) for name, layout in layouts().items() for column in layout.columns}
    return read | {(name, title) for name, titles in _REPORTS.items() for title in titles}


def layouts() -> dict[str, Layout]:
    """The layouts that services declare, by their names."""
    return {
        name: value
        for module in pkgutil.iter_modules(services.__path__)
        for name, value in vars(importlib.import_module(f"{services.__name__}.{module.name}")).items()
        if isinstance(value, Layout)
    }
