"""A printer in doubt is brought back before its next job, and one that says it cannot print is sent none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.printing.capabilities import Fence
from kt1desk.printing.profile import Language
from kt1desk.simprinter.troubles import Troubles
from tests.printing.confirming import FASTEST, FENCES, SECOND, break_off, worker_at
from tests.printing.faulty_port import FaultyPort, label_worker
from tests.printing.profiles import NOW_MS
from tests.printing.queue_file import QueueFile
from tests.printing.samples import LABEL
from tests.printing.simulated import line_to, printer_at


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[QueueFile]:
    file = QueueFile(tmp_path / "queue.db")
    yield file
    file.db.close()


@pytest.mark.parametrize(("language", "fence"), FENCES)
def test_a_printer_left_in_the_middle_of_a_label_confirms_that_it_is_back_before_the_next_one(
    language: Language, fence: Fence, queue: QueueFile, tmp_path: Path
) -> None:
    queue.add(LABEL, NOW_MS)
    second = queue.add(SECOND, NOW_MS + 1)

    with line_to(tmp_path, language) as line:
        profile = printer_at(line.address, language, fence)
        break_off(queue, profile)
        dirty = queue.is_link_dirty("label-1")
        worker_at(queue, profile).run_once("label-1")
        last = line.pages[-1]

    assert dirty
    assert queue.job(second).evidence is Evidence.ACKED
    assert not queue.is_link_dirty("label-1")
    assert last.is_whole


def test_without_waking_it_the_label_after_a_broken_one_is_spoilt(queue: QueueFile, tmp_path: Path) -> None:
    queue.add(LABEL, NOW_MS)
    queue.add(SECOND, NOW_MS + 1)
    pictures = []

    for resync in (True, False):
        folder = tmp_path / str(resync)
        folder.mkdir()
        fresh = QueueFile(folder / "queue.db")
        fresh.add(LABEL, NOW_MS)
        fresh.add(SECOND, NOW_MS + 1)
        with line_to(folder, Language.TSPL) as line:
            profile = printer_at(line.address, Language.TSPL)
            break_off(fresh, profile)
            worker_at(fresh, profile, resync=resync).run_once("label-1")
            line.wait_until(lambda printer: bool(printer.machine.pages), 3)
            pictures.append([page.bits for page in line.pages])
        fresh.db.close()

    assert len(pictures[0]) == 1
    assert pictures[1] != pictures[0]


def test_a_printer_that_does_not_say_that_it_is_back_gets_no_label(queue: QueueFile, tmp_path: Path) -> None:
    queue.add(LABEL, NOW_MS)
    second = queue.add(SECOND, NOW_MS + 1)

    with line_to(tmp_path, Language.ESCPOS) as line:
        profile = printer_at(line.address, Language.ESCPOS, Fence.GS_H)
        profile = replace(profile, link=replace(profile.link, baud=FASTEST))
        break_off(queue, profile)
        line.change(Troubles(deaf=True))
        outcome = worker_at(queue, profile, confirm_s=0.0).run_once("label-1")

    assert outcome is not None
    assert (outcome.state, outcome.reason) == (JobState.QUEUED, "printer.no_answer")
    assert (queue.job(second).state, queue.job(second).reason) == (JobState.QUEUED, "printer.no_answer")
    assert queue.is_link_dirty("label-1")


def test_a_paper_that_a_printer_cannot_print_stays_queued_and_says_why_once(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    worker = label_worker(queue, port := FaultyPort())

    kept = [worker.hold_back("label-1", "printer.paper_out") for _ in range(3)]
    waiting = queue.job(job_id)
    worker.run_once("label-1")

    assert {outcome.reason for outcome in kept if outcome} == {"printer.paper_out"}
    assert (waiting.state, waiting.reason, waiting.held) == (JobState.QUEUED, "printer.paper_out", False)
    assert queue.calls.count("put off") == 1
    assert port.received
    assert queue.job(job_id).state is JobState.DONE
    assert worker.hold_back("label-1", "printer.paper_out") is None
