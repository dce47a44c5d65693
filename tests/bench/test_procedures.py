"""Finding a procedure at a full desk: by code, by name without marks, by three words of it in another order, by field.

The catalogue is the published one where it lies beside the project, else the one of our own. `make bench` measures at a desk with 1,000,000
items (``KT1DESK_BENCH_ITEMS``).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import pytest

from kt1desk.domain.procedure import Procedure, procedure_code
from kt1desk.domain.text import fold
from kt1desk.exchange.sheets.reading import read_sheet
from kt1desk.sampling.people import HEAD
from kt1desk.services.finding import Finder
from kt1desk.services.import_columns import PROCEDURE_COLUMNS
from kt1desk.services.import_procedures import ProcedureImporter
from kt1desk.services.imports import Imports
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import local_date
from tests.bench.figures import Figure, clocked
from tests.bench.samples import open_store, pair_of_desks
from tests.support.catalogues import CODE, FIELD, NAME, SOURCES, Line, as_file, catalogue, rare_words
from tests.support.clocks import HandClock
from tests.support.desks import sample_reference

pytestmark = pytest.mark.bench

_NOON_MS = 1_795_324_800_000
"""Noon of 2026-11-22 in Vietnam, a day after the last of the desk."""
_ON_A_PAGE = 8


@dataclass(frozen=True)
class Stocked:
    """Lines of a catalogue, and a search at the desk that has taken it."""

    lines: Sequence[Line]
    ask: Callable[[str, int], Sequence[Procedure]]


@pytest.fixture(scope="module", params=SOURCES)
def stocked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stocked]:
    lines, folder = catalogue(request.param), tmp_path_factory.mktemp("bench")
    brought = read_sheet(as_file(lines, folder / "danh-muc.csv"), PROCEDURE_COLUMNS)
    store, clock = open_store(pair_of_desks(folder).full), HandClock(_NOON_MS)
    today, reference = local_date(clock.now()), sample_reference()
    with store.read() as reader:
        head = begin_session(reader, HEAD, {})
    Imports(store, clock).take(head, brought, ProcedureImporter(reference, today))
    finder = Finder(store, reference, clock)
    yield Stocked(lines, lambda text, limit: finder.procedures(text, today, limit))
    store.close()


def test_measure_how_long_a_procedure_is_looked_for(
    stocked: Stocked, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = stocked.lines
    fields = [fold(line[FIELD]) for line in lines if line.get(FIELD)]
    ways = {
        "code": [procedure_code(line[CODE]) for line in lines if line.get(CODE)],
        "name without marks": [fold(line[NAME]) for line in lines],
        "three rarest words, turned round": list(rare_words(lines).values()),
        "field": fields,
    }
    asked = {f"by {way}": (texts, _ON_A_PAGE) for way, texts in ways.items()}
    asked["by field, all that are of it"] = (fields, len(lines))

    figures = {
        way: _both([partial(stocked.ask, text, limit) for text in texts])
        for way, (texts, limit) in asked.items()
    }

    with capsys.disabled():
        print(f"\nfinding one of {len(lines)} procedures, {_ON_A_PAGE} answers, versions read")
        for way, (waited, worked) in figures.items():
            print(f"  {way:<46} {waited}  processor {worked}  goal p95 20 ms")
    assert all(len(figures[f"by {way}"][0].times_ms) == len(texts) for way, texts in ways.items())


def _both(questions: Sequence[Callable[[], object]]) -> tuple[Figure, Figure]:
    """What was waited for the answers, and the processor's part of it: other work on the machine delays, but does not work, here."""
    waited, worked = [], []
    for question in questions:
        before = time.thread_time()
        waited.append(clocked(question))
        worked.append(time.thread_time() - before)
    return Figure.of(waited), Figure.of(worked)
