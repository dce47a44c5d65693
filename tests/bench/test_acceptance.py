"""An acceptance against the least that the same file can do: one row inserted and committed, one sector made durable."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.kt1 import Payment
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.store.connection import open_raw
from tests.bench.figures import Figure, clocked, in_turns, line
from tests.bench.marks import Marks, watch
from tests.support.desks import Counter, counter, ordinary
from tests.support.furnished import DEK

ROUNDS = 200
FRAME = 4_096 + 24
ROW = bytes(48)
MOST_PAGES = 40


@dataclass
class Floor:
    """A bare row in the same file, over the same connection with the same settings; and a file beside the marker."""

    connection: Any
    handle: int

    def insert(self) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute("INSERT INTO bare (row) VALUES (?)", (ROW,))
        self.connection.execute("COMMIT")

    def insert_in(self, tables: int) -> None:
        self.connection.execute("BEGIN IMMEDIATE")
        for number in range(tables):
            self.connection.execute(f"INSERT INTO bare{number} (row) VALUES (?)", (ROW,))
        self.connection.execute("COMMIT")

    def insert_and_mark(self) -> None:
        self.insert()
        os.pwrite(self.handle, ROW, 0)
        os.fdatasync(self.handle)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[tuple[Counter, Floor]]:
    with counter(tmp_path) as desk:
        desk.open_shift()
        other = open_raw(desk.folder.database, DEK)
        other.execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, row BLOB)")
        for number in range(MOST_PAGES):
            other.execute(f"CREATE TABLE bare{number} (id INTEGER PRIMARY KEY, row BLOB)")
        other.close()
        mark = desk.folder.marker.with_name("floor")
        mark.write_bytes(bytes(1_024))
        handle = os.open(mark, os.O_RDWR)
        yield desk, Floor(desk.store._opened.connection, handle)
        os.close(handle)


def _accepting(desk: Counter, draft: AcceptanceDraft, marks: Marks) -> Callable[[], Marks]:
    """One acceptance of a draft that is ready, its rules and both layouts included."""
    session, ready = desk.session(), desk.complete(draft)

    def accept() -> Marks:
        marks.whole = clocked(lambda: desk.acceptance.accept(session, ready))
        return marks

    return accept


def _pages(desk: Counter, act: Callable[[], object]) -> int:
    """Encrypted pages that one act appends to a log that has room."""
    log = desk.folder.database.with_name("desk.db-wal")
    desk.store._opened.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
    act()  # begins the log anew
    before = _last_frame(log)
    act()
    return _last_frame(log) - before


def _last_frame(log: Path) -> int:
    """How many frames of the log carry the salt of its header."""
    data = log.read_bytes()
    salt, frames = data[16:24], 0
    for at in range(32, len(data) - 23, FRAME):
        if data[at + 8 : at + 16] != salt:
            break
        frames += 1
    return frames


@pytest.mark.bench
@pytest.mark.skipif(not hasattr(os, "fdatasync"), reason="the floor is measured with POSIX calls")
@pytest.mark.parametrize("payment", [Payment.ACCOUNT, Payment.CASH])
def test_measure_an_acceptance_against_one_bare_row(
    bench: tuple[Counter, Floor], capsys: pytest.CaptureFixture[str], payment: Payment
) -> None:
    desk, floor = bench
    accept = _accepting(desk, replace(ordinary(), payment=payment), watch(desk.store))

    def to_commit() -> float:
        marks = accept()
        return marks.committed - marks.begun

    def to_paper() -> float:
        marks = accept()
        return marks.marked - marks.begun

    commit, bare = in_turns(to_commit, lambda: clocked(floor.insert), ROUNDS)
    paper, marked = in_turns(to_paper, lambda: clocked(floor.insert_and_mark), ROUNDS)
    whole, again = in_turns(lambda: accept().whole, lambda: clocked(floor.insert_and_mark), ROUNDS)
    pages = _pages(desk, accept), _pages(desk, floor.insert)

    with capsys.disabled():
        print(
            f"\nacceptance, {payment.value}: {ROUNDS} rounds, pages in the log {pages[0]}, bare row {pages[1]}"
        )
        print(line("  begin to COMMIT / insert", commit, bare, "2.0"))
        print(line("  begin to paper may start / insert + 48 bytes", paper, marked, "2.0"))
        print(line("  whole accept(), rules and layouts / the same", whole, again))
    assert commit.median > 0
    assert desk.acceptance is not None


@pytest.mark.bench
def test_measure_where_an_acceptance_spends_its_time(
    bench: tuple[Counter, Floor], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its parts, beside bare rows that dirty as many encrypted pages: what no shorter code could save."""
    desk, floor = bench
    accept = _accepting(desk, ordinary(), watch(desk.store))
    pages = _pages(desk, accept)
    seen: list[Marks] = []

    def one() -> float:
        seen.append(replace(accept()))
        return seen[-1].committed - seen[-1].begun

    commit, spread = in_turns(one, lambda: clocked(lambda: floor.insert_in(pages)), ROUNDS)
    around = Figure.of([marks.whole - (marks.marked - marks.begun) for marks in seen])
    marker = Figure.of([marks.marked - marks.committed for marks in seen])

    with capsys.disabled():
        print(
            f"\nacceptance in its parts; floor: one bare row in each of {pages} tables, as many pages in the log"
        )
        print(line("  begin to COMMIT", commit, spread))
        print(f"{'  rules and layouts, before the transaction':<46} {around}")
        print(f"{'  head marker':<46} {marker}")
    assert len(seen) > ROUNDS
