"""One idea for each module, function and class: limits of length, and a ratchet for what is above them."""

from __future__ import annotations

import tomllib
from functools import cache

from tests.support.ratchet import RATCHET
from tests.support.sizes import Size, sizes_of
from tests.support.tree import ROOT, source_files


@cache
def _sizes() -> tuple[Size, ...]:
    """Of every source file; two thousand of them are read once."""
    paths = source_files("kt1desk", "alembic", "installer", "tests")
    return tuple(size for path in paths for size in sizes_of(path, ROOT))


def test_no_module_function_class_or_constructor_grows_beyond_its_limit() -> None:
    rules = tomllib.loads(RATCHET.read_text(encoding="utf-8"))["sizes"]
    exceptions: dict[str, int] = rules["exceptions"]

    too_large = [
        size for size in _sizes() if size.figure > exceptions.get(size.key(), rules[size.measure.value])
    ]

    worst_first = sorted(too_large, key=lambda size: size.figure, reverse=True)
    assert [f"{size.key()}: {size.figure}" for size in worst_first] == []


def test_an_exception_is_exactly_as_large_as_the_code_it_is_for() -> None:
    exceptions: dict[str, int] = tomllib.loads(RATCHET.read_text(encoding="utf-8"))["sizes"]["exceptions"]

    figures = {size.key(): size.figure for size in _sizes()}

    assert {key: figures.get(key, 0) for key in exceptions} == exceptions
