"""What came of a desk that was killed: its journal beside all paper that came out of its printer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from PIL import Image

from kt1desk.domain.print_job import Evidence, JobState, PrintJob
from kt1desk.simprinter.picture import Picture
from kt1desk.store import papers
from kt1desk.store.statements import Prepared
from tests.printing.kills.printers import Scene
from tests.support.journals import reopen

_ALL = Prepared(papers.WHOLE)
_SCRAPS_PER_KILL = 2
"""Pieces of a roll that were half printed; blank labels on which a printer with ``^HV`` says that it is back."""
Paper = Sequence[tuple[Picture, str]]
"""Pieces of paper, each with the digest of the label on it."""


@dataclass(frozen=True)
class Verdict:
    """Counts of one desk or of several.

    Attributes:
        kills: how often it was killed.
        labels: items that were accepted.
        acked: labels that their printer has confirmed.
        sent: labels whose bytes went out.
        seen: questions answered with "it is there".
        reprinted: questions answered with a reprint.
        scraps: pieces of paper with no whole label.
        late: labels that came out after their question was answered with a reprint: two on paper, one of them marked.
        errors: what must not be.
    """

    kills: int = 0
    labels: int = 0
    acked: int = 0
    sent: int = 0
    seen: int = 0
    reprinted: int = 0
    scraps: int = 0
    late: int = 0
    errors: tuple[str, ...] = ()

    def __add__(self, other: Verdict) -> Verdict:
        counts = (
            getattr(self, name) + getattr(other, name)
            for name in ("kills", "labels", "acked", "sent", "seen", "reprinted", "scraps", "late", "errors")
        )
        return Verdict(*counts)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.labels} labels: {self.acked} confirmed, {self.sent} sent, {self.seen + self.reprinted} questions"
            f" ({self.seen} there, {self.reprinted} printed again), {self.scraps} scraps, {self.late} late, {len(self.errors)} errors"
        )


def judge(desk: Path, scene: Scene, kills: int, paper: Paper) -> Verdict:
    """Compare journal and paper."""
    store = reopen(desk)
    with store.transaction() as connection:
        jobs = [papers.as_job(row) for row in _ALL.all(connection)]
    store.close()
    on_paper = Counter(name for _, name in paper)
    known = {job.payload_sha256 for job in jobs if job.payload_sha256}
    ends = Counter(job.evidence for job in jobs)
    reprinted = [job for job in jobs if job.state is JobState.CANCELLED]
    errors = [
        *_of_jobs(jobs, on_paper),
        *_of_items(jobs),
        *_of_paper(paper, scene, kills, {job.payload_sha256: job for job in jobs}),
    ]
    if ends[Evidence.CLERK] + len(reprinted) > kills:
        errors.append(f"{ends[Evidence.CLERK] + len(reprinted)} questions of {kills} kills")
    return Verdict(
        kills,
        sum(job.copy == 1 for job in jobs),
        ends[Evidence.ACKED],
        ends[Evidence.TRANSPORT_ONLY],
        ends[Evidence.CLERK],
        len(reprinted),
        sum(name not in known for _, name in paper),
        sum(on_paper[job.payload_sha256] for job in reprinted),
        tuple(errors),
    )


def _of_jobs(jobs: Iterable[PrintJob], on_paper: Counter[str]) -> Iterator[str]:
    """No copy twice; what is done is there, whoever says so."""
    for job in jobs:
        count = on_paper[job.payload_sha256] if job.payload_sha256 else 0
        if count > 1:
            yield f"doubled: {job.key} came out {count} times"
        if job.state is JobState.DONE and not count:
            yield f"{job.evidence} and not on paper: {job.key}"


def _of_items(jobs: Iterable[PrintJob]) -> Iterator[str]:
    """The last copy of each is done, every one before it was asked for and given up for the next."""
    copies: dict[str, list[PrintJob]] = {}
    for job in jobs:
        copies.setdefault(job.values["number"], []).append(job)
    for number, its in copies.items():
        its.sort(key=lambda job: job.copy)
        if its[-1].state is not JobState.DONE or [job.copy for job in its] != list(range(1, len(its) + 1)):
            yield f"lost: {number} ends as {its[-1].state}"
        if any((job.state, job.reason) != (JobState.CANCELLED, "print.reprinted") for job in its[:-1]):
            yield f"printed again and not given up: {number}"


def _of_paper(paper: Paper, scene: Scene, kills: int, jobs: dict[str, PrintJob]) -> Iterator[str]:
    """Every piece is a label of this desk and says its number; scraps come from rolls alone, or are blank, and hold no signs."""
    scraps = 0
    for page, name in paper:
        job = jobs.get(name)
        if job is not None:
            if job.values["number"] not in _read(page):
                yield f"another number on the label of {job.key}"
            continue
        scraps += 1
        if page.garbage or not (scene.is_roll or page.is_blank):
            yield f"a page of garbage: {page.height_dots} rows, {page.garbage} signs"
    if scraps > kills * _SCRAPS_PER_KILL:
        yield f"{scraps} scraps of {kills} kills"


def _read(page: Picture) -> set[str]:
    """What a scanner reads on it."""
    size = (page.width_dots, page.height_dots)
    image = Image.frombytes("1", size, page.bits, "raw", "1;I").convert("L")
    return {symbol.text for symbol in zxingcpp.read_barcodes(image)}
