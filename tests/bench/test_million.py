"""What a full desk costs against an empty one: a key of the search, a log-in, an acceptance, and bytes for each item.

`make bench` measures on 1,000,000 items (``KT1DESK_BENCH_ITEMS``); run alone, these take a small desk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from kt1desk.app.clock import SystemClock
from kt1desk.app.desk import PaperFit
from kt1desk.domain.checklist import all_confirmed
from kt1desk.domain.kt1 import Payment
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.day_board import DayBoard
from kt1desk.services.sessions import begin_session
from kt1desk.services.shifts import Shifts
from kt1desk.store.folder import DataFolder
from tests.bench.figures import Figure, clocked, in_turns, line
from tests.bench.marks import Marks, watch
from tests.bench.samples import Pair, open_store, pair_of_desks
from tests.support.desks import ordinary, sample_reference
from tests.support.tree import ROOT

ROUNDS = 200
LOGINS = 8
BOARDS = 40
PATIENCE_S = 900
Accept = Callable[[], Marks]
WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "agencies": ("so noi vu", "cong an tinh", "van phong", "ubvl", "snv", "lang son so tai chinh"),
        "five common words": ("uy ban nhan dan tinh", "tinh lang son hoi dong"),
        "one letter": ("n", "u", "s", "t", "d"),
        "people": ("hoang thi", "nguyen van", "hoa"),
        "actions": ("in lai nhan", "dong ca", "rut lai bi", "sao luu ngay", "doi mat khau"),
        "procedures": ("dang ky khai sinh", "lay dau van tay", "ho ngheo"),
    }
)

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return pair_of_desks(tmp_path_factory.mktemp("bench"))


def _child(name: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.children.{name}", *words],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    return done.stdout


def _numbers(desk: Path) -> list[str]:
    """The digits of some items, as they are typed from a paper."""
    store = open_store(desk)
    with store.read() as reader:
        rows = reader.items_here(50_000)
    store.close()
    return [row.item[2:11] for row in rows[:: max(1, len(rows) // 12)]]


def test_measure_a_key_of_the_search_to_its_painted_answer(
    display: str, desks: Pair, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = {**WORDS, "numbers": tuple(_numbers(desks.full))}
    texts = [text for group in groups.values() for text in group]

    seen = json.loads(_child("search_keys", str(desks.full), *texts))

    with capsys.disabled():
        print(f"\nkey to painted answer, {len(texts)} texts typed letter by letter")
        for at, what in enumerate(("by the clock", "of the processor, all threads")):
            times = {text: [each[at] for each in found] for text, found in seen.items()}
            print(f"  {what:<44} {_figure(times, texts)}{'' if at else '  goal p95 50 ms'}")
            for count in range(1, 7):
                print(f"    {count}. letter{'':<33} {_figure(times, texts, count)}")
            for kind, group in groups.items():
                print(f"    {kind:<42} {_figure(times, group)}")
    assert sum(map(len, seen.values())) == sum(map(len, texts))


def _figure(times: Mapping[str, Sequence[float]], texts: Iterable[str], letter: int = 0) -> Figure:
    """Of some texts; of one letter of each where it is named."""
    found = (times[text][letter - 1 : letter] if letter else times[text] for text in texts)
    return Figure(tuple(time for each in found for time in each))


def test_measure_a_log_in_against_the_empty_desk(
    display: str, desks: Pair, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(desk: Path) -> float:
        derived, whole = json.loads(_child("log_in", str(desk)))
        return float(whole - derived) / 1000

    full, empty = in_turns(lambda: work(desks.full), lambda: work(desks.empty), LOGINS, warm_up=1)
    opened, opened_empty = in_turns(
        lambda: clocked(lambda: open_store(desks.full).close()),
        lambda: clocked(lambda: open_store(desks.empty).close()),
        LOGINS,
        1,
    )

    with capsys.disabled():
        print("\nstart; floor: the same desk without items")
        print(line("  log-in to the first page, less key derivation", full, empty, "1.10"))
        print(line("  store opened and checked, key derived", opened, opened_empty))
    assert len(full.times_ms) == LOGINS


def test_measure_the_board_of_the_day_against_the_empty_desk_and_a_bare_count(
    desks: Pair, capsys: pytest.CaptureFixture[str]
) -> None:
    with ExitStack() as open_stores:
        looks = [_board(desk, open_stores) for desk in (desks.full, desks.empty)]
        full, empty = in_turns(lambda: clocked(looks[0][0]), lambda: clocked(looks[1][0]), BOARDS)
        again, counted = in_turns(lambda: clocked(looks[0][0]), lambda: clocked(looks[0][1]), BOARDS)

    with capsys.disabled():
        print("\nboard of the day, all figures and the first sixty things to do")
        print(line("  floor: the same desk without items", full, empty))
        print(line("  floor: SELECT count(*) FROM item, same desk", again, counted))
    assert len(full.times_ms) == BOARDS


def _board(desk: Path, open_stores: ExitStack) -> tuple[Callable[[], object], Callable[[], object]]:
    """The board of a desk read once, and all its items counted once."""
    store = open_store(desk)
    open_stores.callback(store.close)
    board = DayBoard(store, sample_reference(), SystemClock())
    with store.read() as reader:
        session = begin_session(reader, "gdv1", {})

    def counted() -> object:
        with store.transaction() as connection:
            return connection.execute("SELECT count(*) FROM item").fetchone()

    return lambda: board.look(session), counted


@pytest.fixture
def counters(desks: Pair) -> Iterator[tuple[Accept, Accept]]:
    """An acceptance at the full desk and one at the empty desk, each when it is called."""
    with ExitStack() as open_stores:
        yield _counter(desks.full, open_stores), _counter(desks.empty, open_stores)


def _counter(desk: Path, open_stores: ExitStack) -> Accept:
    store = open_store(desk)
    open_stores.callback(store.close)
    reference, clock = sample_reference(), SystemClock()
    with store.read() as reader:
        session = begin_session(reader, "gdv1", {})
    shifts = Shifts(store, clock)
    if shifts.current() is None:
        shifts.open(session, shifts.proposed_date(), 500_000)
    acceptance = Acceptance(store, reference, clock, PaperFit())
    draft = replace(ordinary(), payment=Payment.ACCOUNT)
    ready = replace(draft, answers=all_confirmed(acceptance.quote(session, draft).checklist))
    marks = watch(store)

    def accept() -> Marks:
        marks.whole = clocked(lambda: acceptance.accept(session, ready))
        return marks

    return accept


def test_measure_an_acceptance_against_the_empty_desk(
    counters: tuple[Accept, Accept], capsys: pytest.CaptureFixture[str]
) -> None:
    full, empty = counters

    commit = in_turns(lambda: full().to_commit, lambda: empty().to_commit, ROUNDS)
    paper = in_turns(lambda: full().to_paper, lambda: empty().to_paper, ROUNDS)
    whole = in_turns(lambda: full().whole, lambda: empty().whole, ROUNDS)

    with capsys.disabled():
        print("\nacceptance; floor: the same desk without items")
        print(line("  begin to COMMIT", *commit, "1.20"))
        print(line("  begin to paper may start", *paper))
        print(line("  whole accept(), rules and layouts", *whole))
    assert len(commit[0].times_ms) == ROUNDS


def test_measure_the_bytes_of_an_item(desks: Pair, capsys: pytest.CaptureFixture[str]) -> None:
    full, empty = (DataFolder(desk).database.stat().st_size for desk in (desks.full, desks.empty))
    store = open_store(desks.full)
    with store.transaction() as connection:
        row = connection.execute("SELECT count(*) FROM item").fetchone()
        items = int(row[0]) if row else 0
        shares = {
            table: connection.execute(f"SELECT count(*), sum({size}) FROM {table}").fetchone()
            for table, size in {
                "event": "length(envelope) + length(body) + 64",
                "particulars": "length(row) + length(salt)",
                "print_job": "length(CAST(paper_values AS BLOB))",
                "search_fts_data": "length(block)",
            }.items()
        }
    store.close()

    with capsys.disabled():
        print(
            f"\nfile of {items} items: {full / 2**20:.0f} MiB, {(full - empty) / max(1, items):.0f} bytes for each item"
        )
        for table, found in shares.items():
            rows, size = found or (0, 0)
            print(
                f"  {table:<20} {rows:>10} rows  {(size or 0) / max(1, items):8.0f} bytes of content for each item"
            )
    assert items > 0
