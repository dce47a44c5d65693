"""A flipped bit in a stored event: the start finds it in the last thousand of a stream, the whole proof finds it anywhere.

SQLCipher refuses a page that rotted by itself; these bits are flipped by somebody who has the key, or by memory before the page was sealed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import KeySlotWritten
from kt1desk.services.ports import Appending
from kt1desk.store.folder import DataFolder
from kt1desk.store.start_checks import TAIL
from kt1desk.store.verify import verify_file
from tests.support.journals import DEK, begin, make, past_all_guards, reopen

COLUMNS = ("envelope", "body", "prev", "hash")
MORE = 5
STREAM = KeySlotWritten.STREAM


@dataclass(frozen=True)
class Flip:
    """One bit of one column of one event of the stream."""

    seq: int
    column: str
    place: float
    stream: Stream = STREAM

    def flipped(self, data: bytes) -> bytes:
        bit = int(self.place * len(data) * 8)
        changed = bytearray(data)
        changed[bit // 8] ^= 1 << bit % 8
        return bytes(changed)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A desk with a few more events of one stream than a start looks at, and the number of the last one."""
    root = tmp_path_factory.mktemp("flips") / "desk"
    store = make(root)
    begin(store)
    with store.work() as work:
        for version in range(2, TAIL + MORE):
            work.append(KeySlotWritten("lan", version), Appending("system"))
        work.commit()
    last = store.heads().of(STREAM).seq
    store.close()
    return root, last


@contextmanager
def _flipped(root: Path, flip: Flip) -> Iterator[str]:
    """The desk with the bit flipped, put right afterwards; gives the number of the event."""
    name = f"0.{flip.stream.value}.1.{flip.seq}"
    where = f"WHERE stream = {flip.stream.value} AND seq = {flip.seq}"
    with past_all_guards(root) as raw:
        (before,) = raw.execute(f"SELECT {flip.column} FROM event {where}").fetchone()
        raw.execute(f"UPDATE event SET {flip.column} = ? {where}", (flip.flipped(before),))
    yield name
    with past_all_guards(root) as raw:
        raw.execute(f"UPDATE event SET {flip.column} = ? {where}", (before,))


def _refusal(root: Path) -> DeskError | None:
    try:
        reopen(root).close()
    except DeskError as error:
        return error
    return None


def _sample(first: int, last: int, how_many: int) -> list[Flip]:
    """The first and the last event with each column, and a seeded sample in between."""
    rng = random.Random(20_261_122)
    inside = rng.sample(range(first + 1, last), how_many)
    ends = [Flip(seq, column, rng.random()) for seq in (first, last) for column in COLUMNS]
    return ends + [Flip(seq, rng.choice(COLUMNS), rng.random()) for seq in inside]


def test_a_flipped_bit_in_the_last_thousand_events_stops_the_start_and_the_event_is_named(
    desk: tuple[Path, int],
) -> None:
    root, last = desk
    flips = _sample(last - TAIL + 1, last, 32)

    for flip in flips:
        with _flipped(root, flip) as name:
            refusal = _refusal(root)
        assert refusal is not None, flip
        assert refusal.code == (
            "store.head_differs" if flip == Flip(last, "hash", flip.place) else "store.chain_broken"
        )
        assert refusal.details["event"] == name

    assert _refusal(root) is None  # every bit was put right again


def test_an_older_event_is_left_to_the_whole_proof_which_names_it(desk: tuple[Path, int]) -> None:
    """A start costs the same after ten years; the proof runs in the background."""
    root, last = desk

    for flip in [Flip(last - TAIL, "body", 0.5), *_sample(2, last - TAIL - 1, 0)]:
        with _flipped(root, flip) as name:
            started = _refusal(root)
            report = verify_file(DataFolder(root), DEK)
        assert started is None, flip
        assert report.first_fault is not None
        assert report.first_fault.startswith(f"{name} "), flip

    assert verify_file(DataFolder(root), DEK).ok


def test_a_flipped_bit_in_the_other_stream_stops_the_start_too(desk: tuple[Path, int]) -> None:
    root, _ = desk
    (other,) = set(Stream) - {STREAM}

    for column in ("envelope", "body", "prev"):
        with _flipped(root, Flip(1, column, 0.4, other)) as name:
            refusal = _refusal(root)
        assert refusal is not None
        assert (refusal.code, refusal.details["event"]) == ("store.chain_broken", name)
