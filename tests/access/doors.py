"""The doors by reflection: every way by which a page, a command or a service can reach what the desk knows.

A door is named by where it stands: ``board.Board.day`` of the services, ``TodayNeeds.today`` of what pages ask, ``import agencies`` of the
command line, ``ACCEPT`` of the rail. Classes and functions that are handed the journal (or what is laid aside in it) can read it; those
that are handed an open reader are parts of them and can reach nothing by themselves.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import kt1desk.desktop
import kt1desk.exchange
import kt1desk.services
from kt1desk.app.commands import command_parser
from kt1desk.desktop.navigation import Place
from tests.support.tree import source_files

_OPENS = re.compile(r"\b(\w*Journal|Parking)\b")


@dataclass(frozen=True, slots=True)
class ServiceDoor:
    """A public method of a class that is handed the journal, or (``owner`` None) a function that is."""

    name: str
    owner: type | None
    call: Callable[..., object]
    is_property: bool = False


def places() -> set[str]:
    """Every place of the rail."""
    return {place.name for place in Place}


@cache
def services() -> Mapping[str, ServiceDoor]:
    """Every public method of a class, and every public function, of services and exchange that is handed the journal."""
    modules = [*_modules(kt1desk.services), *_modules(kt1desk.exchange)]
    handed = {
        found.__name__
        for module in modules
        for found in _own(module, inspect.isclass)
        if not _is_protocol(found) and _is_handed(found, _OPENS)
    }
    opens = re.compile(rf"{_OPENS.pattern}|\b({'|'.join(handed)})\b")
    return {door.name: door for module in modules for door in _opened(module, opens)}


def needs() -> set[str]:
    """Every method of every Protocol by which a page asks."""
    return {
        f"{found.__name__}.{method}"
        for module in _modules(kt1desk.desktop, "needs")
        for found in _own(module, inspect.isclass)
        if _is_protocol(found)
        for method in _public(found)
    }


def commands() -> set[str]:
    """Every command of the program, with the kinds it is given by name."""
    return set(_leaves(command_parser()))


def openers() -> set[str]:
    """Every function of the wiring that opens the store by itself."""
    return {
        f"{path.stem}.{name}"
        for path in source_files("kt1desk/app")
        for name in _opening(ast.parse(path.read_text(encoding="utf-8")), ())
    }


def _opening(node: ast.AST, within: tuple[str, ...]) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.With) and any(_opens_store(item.context_expr) for item in child.items):
            yield ".".join(within)
        named = (child.name,) if isinstance(child, (ast.FunctionDef, ast.ClassDef)) else ()
        yield from _opening(child, (*within, *named))


def _opens_store(call: ast.expr) -> bool:
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"read", "work"}
        and not call.args
    )


def _leaves(parser: argparse.ArgumentParser, path: str = "") -> Iterator[str]:
    below = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not below:
        kinds = next(
            (row.choices for row in parser._actions if row.choices and row.dest in {"kind", "what"}),
            ("",),
        )
        yield from (f"{path} {kind}".strip() for kind in kinds)
    for action in below:
        for name, command in action.choices.items():
            yield from _leaves(command, f"{path} {name}".strip())


def short_name(found: type) -> str:
    """A class of the services as its doors are named."""
    return f"{_short(found.__module__)}.{found.__name__}"


def _short(module: str) -> str:
    return module.removeprefix("kt1desk.services.").removeprefix("kt1desk.")


def _opened(module: ModuleType, opens: re.Pattern[str]) -> Iterator[ServiceDoor]:
    short = _short(module.__name__)
    for found in _own(module, inspect.isclass):
        if not _is_protocol(found) and _is_handed(found, opens):
            for method in _public(found):
                member = inspect.getattr_static(found, method)
                yield ServiceDoor(
                    f"{short}.{found.__name__}.{method}",
                    found,
                    getattr(found, method),
                    isinstance(member, property),
                )
    for function in _own(module, inspect.isfunction):
        if _is_handed(function, opens):
            yield ServiceDoor(f"{short}.{function.__name__}", None, function)


def _is_handed(found: Callable[..., object], opens: re.Pattern[str]) -> bool:
    try:
        asked = inspect.signature(found).parameters.values()
    except ValueError:  # an exception or an enum: nothing is handed to it
        return False
    return any(opens.search(str(one.annotation)) for one in asked)


def _is_protocol(found: type) -> bool:
    return bool(getattr(found, "_is_protocol", False))


def _public(found: type) -> Iterator[str]:
    """Its own methods and properties, and those of a base that nobody else may name or that it does for another service of the post."""
    twin = "service" in vars(found)
    for cls in found.__mro__:
        if cls is found or (cls.__module__.startswith("kt1desk.") and (twin or cls.__name__.startswith("_"))):
            for name, member in vars(cls).items():
                if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property)):
                    yield name


def _own(module: ModuleType, kind: Callable[[object], bool]) -> Iterator[Any]:
    for name, found in vars(module).items():
        if not name.startswith("_") and kind(found) and found.__module__ == module.__name__:
            yield found


def _modules(package: ModuleType, word: str = "") -> Iterator[ModuleType]:
    """The modules of a package whose names have the word in them."""
    for row in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if word in row.name:
            yield importlib.import_module(row.name)
