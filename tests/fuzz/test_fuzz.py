"""Whatever bytes come from outside, a parser says what it read or refuses with a sentence: it never crashes, hangs or fills the memory."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from tests.fuzz.running import MOST_BYTES, Finding, Ran, inputs, keep, run, run_kept
from tests.fuzz.target import Layer, Target
from tests.fuzz.targets.catalogue import TARGETS

IN_CHECK = 20_000
IN_SOAK = 1_000_000
_AT_ONCE = 50_000

every_parser = pytest.mark.parametrize("name", TARGETS)


def _said(name: str, ran: Ran) -> list[str]:
    """What was found; each input is kept, and is fed first from now on."""
    return [f"{finding.what}: {keep(name, finding)}" for finding in ran.findings]


@every_parser
def test_what_was_found_once_is_not_found_again(name: str) -> None:
    ran = run_kept(TARGETS[name])

    assert _said(name, ran) == []


@every_parser
def test_each_way_into_a_parser_begins_with_something_that_it_takes(name: str) -> None:
    target = TARGETS[name]

    with target.around():
        taken = {layer.name: any(_is_taken(layer, seed) for seed in layer.seeds()) for layer in target.layers}

    assert taken == {layer.name: True for layer in target.layers}


@every_parser
def test_wrong_bytes_end_in_a_refusal_and_nothing_else(name: str) -> None:
    ran = run(TARGETS[name], IN_CHECK)

    assert _said(name, ran) == []
    assert ran.taken + ran.refused >= IN_CHECK - len(TARGETS[name].layers)


@pytest.mark.soak
@every_parser
def test_a_million_wrong_inputs_end_in_a_refusal_and_nothing_else(name: str) -> None:
    first = _first_seed(name)

    for at, seed in enumerate(count(first)):
        if at * _AT_ONCE >= IN_SOAK:
            break
        ran = run(TARGETS[name], _AT_ONCE, seed)
        assert _said(name, ran) == [], f"seed {seed}"
        _note_seed(name, seed)


def test_the_same_seed_makes_the_same_inputs() -> None:
    layer = TARGETS["desk_files"].layers[0]

    once, again = (list(inputs(layer, 200, random.Random(7))) for _ in range(2))

    assert once == again
    assert len(set(once)) > 150


def _crashes(data: bytes) -> None:
    if data != b"seed":
        {}[data]  # type: ignore[index]


def _hangs(data: bytes) -> None:
    until = time.process_time() + 30
    while data != b"seed" and time.process_time() < until:
        data += b""


def _fills_the_memory(data: bytes) -> None:
    if data != b"seed":
        bytearray(2 * MOST_BYTES)


def _refuses_without_a_sentence(data: bytes) -> None:
    if data != b"seed":
        raise DeskError("of.nothing")


@pytest.mark.parametrize(
    ("parser", "what"),
    [
        (_crashes, "KeyError"),
        (_hangs, "TooSlow"),
        (_fills_the_memory, "MemoryError"),
        (_refuses_without_a_sentence, "no sentence"),
    ],
)
def test_a_parser_that_does_something_else_is_found(parser: Callable[[bytes], None], what: str) -> None:
    target = Target("planted", (Layer("bytes", lambda: [b"seed"], parser),))

    ran = run(target, 1 if parser is _hangs else 200)

    assert [finding.what.startswith(what) for finding in ran.findings] == [True]
    assert ran.findings[0].data != b"seed"


def test_a_finding_is_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    finding = Finding("bytes", b"\0wrong", "KeyError at x")

    path = keep("planted", finding, tmp_path)

    assert path.read_bytes() == b"\0wrong"
    assert path.name.startswith("bytes-")


def _is_taken(layer: Layer, seed: bytes) -> bool:
    try:
        layer.feed(seed)
    except DeskError:
        return False
    return True


def _ledger(name: str) -> Path | None:
    kept = os.environ.get("KT1DESK_SOAK_DIR", "")
    return Path(kept) / f"fuzz-{name}.txt" if kept else None


def _first_seed(name: str) -> int:
    """Seed 0 is that of `make check`; the long run never feeds the same inputs twice where it has a folder to remember in."""
    path = _ledger(name)
    return (
        1 + max(map(int, path.read_text(encoding="ascii").split()), default=0)
        if path is not None and path.exists()
        else 1
    )


def _note_seed(name: str, seed: int) -> None:
    path = _ledger(name)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="ascii") as file:
            file.write(f"{seed}\n")
