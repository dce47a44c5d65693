"""Feeds a parser: only refusals with a sentence may come out, within a second of the processor and 200 MB, whatever goes in.

The clock is the processor's, so that a busy machine is no finding. A finding is kept as a file in the corpus, which is fed first from then
on. This module must not know any parser.
"""

from __future__ import annotations

import hashlib
import json
import random
import resource
import signal
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kt1desk.domain.errors import DeskError
from kt1desk.services.sentences import SENTENCES
from kt1desk.services.wording import sentence
from tests.fuzz.mutation import mutated, mutated_json
from tests.fuzz.target import Layer, Target

LONGEST_S = 1.0
MOST_BYTES = 200 * 1024 * 1024
CORPUS = Path(__file__).parent / "corpus"


class TooSlow(BaseException):
    """An input took more than a second; not an `Exception`, so that no parser swallows it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """An input and what came out of it."""

    layer: str
    data: bytes
    what: str

    @property
    def name(self) -> str:
        """Of its file in the corpus."""
        return f"{self.layer}-{hashlib.sha256(self.data).hexdigest()[:12]}.bin"


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a run: how many inputs were taken, how many refused with how many codes, and what should not have been."""

    taken: int
    refused: int
    codes: frozenset[str]
    findings: tuple[Finding, ...]


def run(target: Target, count: int, seed: int = 0) -> Ran:
    """Feed ``count`` inputs made from ``seed``."""
    feeding = _Feeding()
    with _limited(), target.around():
        for layer in target.layers:
            share = count * layer.share // sum(each.share for each in target.layers)
            chance = random.Random(zlib.crc32(f"{target.name} {layer.name} {seed}".encode()))
            for data in inputs(layer, share, chance):
                feeding.feed(layer, data)
    return feeding.ran()


def run_kept(target: Target) -> Ran:
    """Feed every seed and every finding of the past."""
    feeding = _Feeding()
    with _limited(), target.around():
        for layer in target.layers:
            kept = sorted((CORPUS / target.name).glob(f"{layer.name}-*.bin"))
            for data in (*layer.seeds(), *(path.read_bytes() for path in kept)):
                feeding.feed(layer, data)
    return feeding.ran()


def keep(name: str, finding: Finding, corpus: Path = CORPUS) -> Path:
    """Write a finding where it is fed first from now on; returns the file."""
    path = corpus / name / finding.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(finding.data)
    return path


def inputs(layer: Layer, count: int, chance: random.Random) -> Iterator[bytes]:
    """Wrong inputs of a layer; all of them follow from the chance."""
    seeds: Sequence[bytes] = layer.seeds()
    trees: list[Any] = [json.loads(each) for each in seeds] if layer.tree else []
    for at in range(count):
        if trees and at % 2:
            yield mutated_json(chance, trees[int(chance.random() * len(trees))])
        else:
            first, other = (seeds[int(chance.random() * len(seeds))] for _ in range(2))
            yield mutated(chance, first, other, layer.words)


class _Feeding:
    def __init__(self) -> None:
        self._taken = 0
        self._refused = 0
        self._codes: set[str] = set()
        self._findings: dict[str, Finding] = {}

    def feed(self, layer: Layer, data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, LONGEST_S)
        try:
            layer.feed(data)
            self._taken += 1
        except DeskError as error:
            self._refused += 1
            if error.code not in self._codes:
                self._told(layer, data, error)
        except (Exception, TooSlow) as error:  # noqa: BLE001 - whatever else comes out is what is looked for
            self._note(layer, data, _described(error))

    def ran(self) -> Ran:
        return Ran(self._taken, self._refused, frozenset(self._codes), tuple(self._findings.values()))

    def _told(self, layer: Layer, data: bytes, error: DeskError) -> None:
        """A refusal is for a person: it has a sentence, and the sentence can be said."""
        self._codes.add(error.code)
        if error.code not in SENTENCES:
            self._note(layer, data, f"no sentence for {error.code}")
        sentence(error)

    def _note(self, layer: Layer, data: bytes, what: str) -> None:
        """The shortest input of each way to go wrong."""
        before = self._findings.get(what)
        if before is None or len(data) < len(before.data):
            self._findings[what] = Finding(layer.name, data, what)


def _described(error: BaseException) -> str:
    """Kind and place: what two inputs have in common that show one mistake."""
    trace = error.__traceback__
    place = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/kt1desk/" in code.co_filename:
            place = f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"


@contextmanager
def _limited() -> Iterator[None]:
    """A second for each input, and 200 MB above what the process has; what is beyond ends as `MemoryError`."""

    def ring(_number: int, _frame: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, ring)
    limits = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (_data_bytes() + MOST_BYTES, limits[1]))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_DATA, limits)


def _data_bytes() -> int:
    """Private memory of this process (proc(5), VmData)."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no VmData")
