"""One idea for each module, function and class: limits of length, and a ratchet for what is above them."""

from __future__ import annotations

import tomllib

from tests.support.ratchet import RATCHET
from tests.support.sizes import sizes_of
from tests.support.tree import ROOT, source_files


def test_no_module_function_class_or_constructor_grows_beyond_its_limit() -> None:
    rules = tomllib.loads(RATCHET.read_text(encoding="utf-8"))["sizes"]
    exceptions: dict[str, int] = rules["exceptions"]
    sizes = [
        size
        for path in source_files("kt1desk", "alembic", "installer", "tests")
        for size in sizes_of(path, ROOT)
    ]

    too_large = [
        size for size in sizes if size.figure > exceptions.get(size.key(), rules[size.measure.value])
    ]

    worst_first = sorted(too_large, key=lambda size: size.figure, reverse=True)
    assert [f"{size.key()}: {size.figure}" for size in worst_first] == []


def test_an_exception_is_exactly_as_large_as_the_code_it_is_for() -> None:
    exceptions: dict[str, int] = tomllib.loads(RATCHET.read_text(encoding="utf-8"))["sizes"]["exceptions"]

    figures = {
        size.key(): size.figure
        for path in source_files("kt1desk", "alembic", "installer", "tests")
        for size in sizes_of(path, ROOT)
    }

    assert {key: figures.get(key, 0) for key in exceptions} == exceptions
