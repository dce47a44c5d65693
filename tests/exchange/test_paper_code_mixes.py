"""What a scanner may bring of many papers in any order: the whole of one, or a refusal that says what is missing; never a wrong one."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange.paper_code import (
    A4_PART_BYTES,
    HEAD_BYTES,
    MAX_PARTS,
    THERMAL_PART_BYTES,
    Collector,
    PaperMessage,
    parts_of,
)
from tests.support.exchange_keys import code_of, outcome

WORDS = b'["ME473124829VN","none","240000"]' * 8
"""A dictionary. Other bytes under the same number are not used at all: `test_dictionary` holds each against its digest."""
KNOWN = {1: WORDS}


@dataclass(frozen=True)
class Paper:
    """A paper as it was printed, with what it says."""

    says: PaperMessage
    parts: tuple[bytes, ...]


def _paper(seq: int, payload: bytes, most: int, dictionary: int = 0) -> Paper:
    ident = EventId(7, Stream.KT1, 1, seq)
    parts = parts_of(payload, ident, most, KNOWN, dictionary)
    return Paper(PaperMessage(ident, payload), parts)


def _noise(seed: int, size: int) -> bytes:
    return random.Random(seed).randbytes(size)


_MOST = MAX_PARTS * (THERMAL_PART_BYTES - HEAD_BYTES) - 200
PAPERS = (
    _paper(1, _noise(1, 2_000), A4_PART_BYTES),
    _paper(1, _noise(2, 2_000), A4_PART_BYTES),  # the same event with other bytes
    _paper(2, _noise(1, 2_000), A4_PART_BYTES),  # the same bytes of another event
    _paper(1, _noise(1, 2_000), THERMAL_PART_BYTES),  # the same once more, cut otherwise
    _paper(3, b"", A4_PART_BYTES),
    _paper(4, WORDS[:90], A4_PART_BYTES, dictionary=1),
    _paper(5, _noise(3, 900) + WORDS, THERMAL_PART_BYTES, dictionary=1),
    _paper(6, _noise(4, _MOST), THERMAL_PART_BYTES),
)
SAID = [paper.says for paper in PAPERS]
REFUSALS = {
    f"paper_code.{reason}"
    for reason in (
        *("altered", "damaged", "dictionary", "newer", "other_message", "unknown"),
        "part_missing",
    )
} | {"trust.trial_desk"}


@dataclass(frozen=True)
class Scan:
    """One code as the scanner gave it: a part of a paper, perhaps with one byte changed, perhaps under a check sum that fits."""

    paper: int
    part: int
    at: int = -1
    value: int = 0
    resealed: bool = False

    @property
    def data(self) -> bytes:
        parts = PAPERS[self.paper].parts
        whole = parts[self.part % len(parts)]
        if self.at < 0:
            return whole
        changed = bytearray(whole)
        changed[self.at % len(whole)] = self.value
        if self.resealed:
            head, piece = changed[: HEAD_BYTES - 4], changed[HEAD_BYTES:]
            changed[HEAD_BYTES - 4 : HEAD_BYTES] = zlib.crc32(piece, zlib.crc32(head)).to_bytes(4, "big")
        return bytes(changed)


_TRUE = st.builds(Scan, st.integers(0, len(PAPERS) - 1), st.integers(0, MAX_PARTS - 1))
_BENT = st.builds(
    replace,
    _TRUE,
    at=st.integers(0, HEAD_BYTES + 10) | st.integers(0, 400),
    value=st.integers(0, 255),
    resealed=st.booleans(),
)


def _mix(draw: st.DrawFn) -> list[Scan]:
    """All parts of one paper, some twice, some missing; between them parts of others and bent ones; in any order."""
    paper = draw(st.integers(0, len(PAPERS) - 1))
    own = [Scan(paper, part) for part in range(len(PAPERS[paper].parts))]
    missing = draw(st.sets(st.sampled_from(range(len(own))), max_size=2))
    scans = [scan for at, scan in enumerate(own) if at not in missing]
    scans += draw(st.lists(st.sampled_from(own), max_size=3))
    scans += draw(st.lists(_TRUE, max_size=4)) + draw(st.lists(_BENT, max_size=3))
    return list(draw(st.permutations(scans)))


MIXES = st.composite(_mix)()


def _read(scans: Sequence[Scan], dictionaries: dict[int, bytes]) -> PaperMessage | DeskError:
    """What comes of it; every refusal on the way has its sentence and leaves what was there."""
    collector = Collector(dictionaries)
    for scan in scans:
        before = collector.progress
        reason = outcome(partial(collector.add, scan.data))
        assert reason in {"", *REFUSALS}
        assert collector.progress == before if reason else collector.progress.have - before.have in {0, 1}
    try:
        return collector.result()
    except DeskError as error:
        return error


@settings(max_examples=400, deadline=None)
@given(MIXES)
def test_any_mix_of_codes_is_one_whole_paper_or_a_clear_refusal(scans: list[Scan]) -> None:
    given_whole = [paper.says for paper in PAPERS if set(paper.parts) <= {scan.data for scan in scans}]

    found = _read(scans, KNOWN)

    if isinstance(found, PaperMessage):
        assert found in given_whole
    else:
        assert found.code in {"paper_code.part_missing", "paper_code.altered"}


@settings(max_examples=200, deadline=None)
@given(MIXES)
def test_what_is_missing_is_told_by_its_numbers(scans: list[Scan]) -> None:
    true = [scan for scan in scans if scan.at < 0]
    collector = Collector(KNOWN)
    for scan in true:
        reason = outcome(partial(collector.add, scan.data))
        assert reason in {"", "paper_code.other_message"}

    begun = PAPERS[true[0].paper] if true else None
    there = {scan.data for scan in true}
    missing = (
        () if begun is None else tuple(at for at, part in enumerate(begun.parts, 1) if part not in there)
    )

    assert collector.progress.missing == missing
    if begun is not None and not missing:
        assert collector.result() == begun.says
    else:
        with pytest.raises(DeskError) as refused:
            collector.result()
        assert refused.value.code == "paper_code.part_missing"
        assert refused.value.details["missing"] == ", ".join(map(str, missing))


@settings(max_examples=100, deadline=None)
@given(MIXES, st.integers(0, len(PAPERS) - 1))
def test_after_any_mix_the_next_paper_is_read_once_the_parts_are_let_go(scans: list[Scan], at: int) -> None:
    collector = Collector(KNOWN)
    for scan in scans:
        try:
            collector.add(scan.data)
        except DeskError:
            continue
    collector.clear()

    for part in PAPERS[at].parts:
        collector.add(part)

    assert collector.result() == SAID[at]


@settings(max_examples=100, deadline=None)
@given(MIXES)
def test_a_program_without_the_dictionary_reads_the_other_papers_and_no_wrong_one(scans: list[Scan]) -> None:
    found = _read(scans, {})

    packed_without = [paper.says for at, paper in enumerate(PAPERS) if at not in {5, 6}]
    if isinstance(found, PaperMessage):
        assert found in packed_without
    else:
        assert found.code in {"paper_code.part_missing", "paper_code.altered"}


@pytest.mark.parametrize("paper", [4, 5], ids=["nothing", "of a dictionary"])
def test_every_byte_of_a_paper_of_one_code_changed_under_a_fitting_sum_makes_no_paper(paper: int) -> None:
    (part,) = PAPERS[paper].parts
    for at in range(len(part)):
        for mask in (1, 2, 4, 8, 16, 32, 64, 128, 255):
            bent = Scan(paper, 0, at, part[at] ^ mask, resealed=True)
            if bent.data == part:  # the sum itself, mended
                continue
            found = _read([bent], KNOWN)
            assert not isinstance(found, PaperMessage)


def test_the_dictionary_that_is_not_there_is_told_by_its_number() -> None:
    collector = Collector({})

    assert code_of(lambda: collector.add(PAPERS[5].parts[0])) == "paper_code.dictionary"
