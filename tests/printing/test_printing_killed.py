"""A desk killed while it prints: no label is doubled, none is lost without a question, and what a printer confirmed is on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.printing.kills.judging import Verdict
from tests.printing.kills.run import Nursery, Plan, run
from tests.printing.kills.seeds import Seeds

PRINTERS = {"ESC/POS, GS ( H": 17, "ZPL, ^HV": 17, "TSPL, no fence": 16}
"""Each with its share of fifty kills."""
UNWOKEN = {"ESC/POS, GS ( H": 2, "ZPL without check sums, ^HV": 2, "TSPL, no fence": 8}
"""Each with kills in the middle of labels that are enough for an error. TSPL needs more: its bitmaps are small, and most that break off
are filled up by the first lines of the next job, before its ``CLS``."""
DESKS, KILLS_OF_A_DESK = 6, 56
"""Three printers have 1,008 kills together."""


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as born:
        yield born


@pytest.mark.parametrize(("printer", "kills"), PRINTERS.items())
def test_a_desk_killed_at_any_moment_neither_loses_nor_doubles_a_label(
    printer: str, kills: int, nursery: Nursery, tmp_path: Path
) -> None:
    verdict = run(Plan(printer, seed=1, kills=kills), nursery, tmp_path)

    print(f"{printer}: {verdict}")
    assert verdict.errors == ()
    assert verdict.kills == kills
    assert verdict.seen + verdict.reprinted > 0


@pytest.mark.parametrize(("printer", "kills"), UNWOKEN.items())
def test_the_same_without_waking_the_printer_is_found_out(
    printer: str, kills: int, nursery: Nursery, tmp_path: Path
) -> None:
    verdict = run(Plan(printer, seed=3, kills=kills, resync=False, in_labels_only=True), nursery, tmp_path)

    print(f"{printer}, not woken: {verdict}")
    assert verdict.errors != ()


def test_a_label_asked_for_twice_is_one_job_and_one_piece_of_paper(nursery: Nursery, tmp_path: Path) -> None:
    verdict = run(Plan("TSPL, no fence", seed=2, kills=0, asks=2), nursery, tmp_path)

    assert (verdict.labels, verdict.sent, verdict.errors) == (4, 4, ())


@pytest.mark.soak
@pytest.mark.parametrize("printer", PRINTERS)
def test_a_thousand_kills_neither_lose_nor_double_a_label(
    printer: str, nursery: Nursery, tmp_path: Path
) -> None:
    verdict = _many(printer, nursery, tmp_path, resync=True)

    print(f"{printer}: {verdict}")
    assert verdict.errors == ()
    assert verdict.seen > 0
    assert verdict.reprinted > 0


@pytest.mark.soak
@pytest.mark.parametrize("printer", UNWOKEN)
def test_many_kills_without_waking_the_printer_are_found_out(
    printer: str, nursery: Nursery, tmp_path: Path
) -> None:
    verdict = _many(printer, nursery, tmp_path, resync=False)

    print(f"{printer}, not woken: {verdict}")
    assert verdict.errors != ()


def _many(printer: str, nursery: Nursery, tmp_path: Path, *, resync: bool) -> Verdict:
    """Desk after desk, each with a seed that this machine has not had; without waking, one desk is enough."""
    seeds = Seeds(printer if resync else f"{printer} not woken")
    verdict = Verdict()
    for _ in range(DESKS if resync else 1):
        seed = seeds.next()
        one = run(Plan(printer, seed, KILLS_OF_A_DESK, resync), nursery, tmp_path)
        print(f"{printer}, seed {seed}: {one}", flush=True)
        seeds.add(seed, str(one))
        verdict += one
    return verdict
