"""The print queue on the disk: a job holds what was committed, the oldest fresh one is claimed, one worker sends it, evidence ends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, JobState, JobTrigger, PrinterRole
from kt1desk.printing.queue import QueueStore
from kt1desk.services.ports import PaperDraft
from kt1desk.store.journal import DeskStore
from kt1desk.store.print_queue import PrintQueue
from tests.support.clocks import NOON_MS, HandClock
from tests.support.journals import accept, make
from tests.support.queued_papers import HASH, LABEL, RECEIPT, claim, desk_with_papers, state
from tests.support.steps import steps


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> DeskStore:
    return desk_with_papers(tmp_path, clock)


@pytest.fixture
def queue(store: DeskStore) -> QueueStore:
    """Typed as what a print worker asks for: the shapes are the same."""
    return PrintQueue(store)


def test_a_job_holds_what_was_committed_with_the_event(queue: QueueStore) -> None:
    job = queue.claim_next(LABEL, NOON_MS)

    assert job is not None
    assert (job.key, job.template, job.version, job.copy) == (
        "ME473124007VN/label/kt1_label/1",
        "kt1_label",
        1,
        1,
    )
    assert job.values == {"number": "ME473124007VN", "ref": "0.1.1.3"}
    assert (job.state, job.created_ms) == (JobState.QUEUED, NOON_MS)


def test_the_oldest_fresh_job_of_the_role_is_claimed(
    store: DeskStore, queue: QueueStore, clock: HandClock
) -> None:
    first = claim(queue)
    clock.pass_ms(FRESH_FOR_MS + 1)
    accept(store)

    fresh = queue.claim_next(LABEL, clock.wall_ms - FRESH_FOR_MS)

    assert fresh is not None
    assert fresh.job_id != first
    assert fresh.key == "ME473124015VN/label/kt1_label/1"


def test_an_old_or_held_job_waits_for_a_click_and_asks_for_it(
    store: DeskStore, queue: QueueStore, clock: HandClock
) -> None:
    label, receipt = claim(queue), claim(queue, RECEIPT)
    queue.hold(receipt, "paper.decode_mismatch", NOON_MS)
    clock.pass_ms(FRESH_FOR_MS + 1)
    since = clock.wall_ms - FRESH_FOR_MS

    with store.read() as reader:
        asked = {row.job for row in reader.open_questions()}
    waiting = [queue.claim_next(role, since) for role in PrinterRole]
    with store.work() as work:
        for job in (label, receipt):
            work.release_paper(int(job))
        work.commit()

    assert asked == {int(label), int(receipt)}
    assert waiting == [None, None]
    assert (claim(queue), claim(queue, RECEIPT)) == (label, receipt)
    with store.read() as reader:
        assert reader.open_questions() == []


def test_the_link_is_dirty_from_before_the_first_byte_until_the_last(queue: QueueStore) -> None:
    job = claim(queue)
    seen = [queue.is_link_dirty("zebra")]

    assert queue.mark_sending(job, "zebra", HASH, NOON_MS)
    seen.append(queue.is_link_dirty("zebra"))
    queue.mark_sent(job, NOON_MS)
    seen.append(queue.is_link_dirty("zebra"))

    assert seen == [False, True, False]
    assert queue.claim_next(LABEL, NOON_MS) is None


def test_a_job_is_sent_by_one_worker_only(queue: QueueStore) -> None:
    job = claim(queue)

    first, second = (queue.mark_sending(job, printer, HASH, NOON_MS) for printer in ("zebra", "tsc"))

    assert (first, second) == (True, False)
    assert not queue.is_link_dirty("tsc")


def test_a_job_done_says_by_what_evidence(store: DeskStore, queue: QueueStore) -> None:
    job = claim(queue)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)
    queue.mark_sent(job, NOON_MS)

    queue.mark_done(job, Evidence.TRANSPORT_ONLY, NOON_MS)
    before = state(store, job)
    with store.work() as work:
        row = work.change_paper(int(job), JobTrigger.SCAN)
        work.commit()

    assert before == ("done", "transport_only", "")
    assert (row.state, row.evidence) == ("done", "scanned")


def test_a_paper_of_a_transaction_that_was_not_committed_is_never_claimed(
    store: DeskStore, queue: QueueStore
) -> None:
    with store.work() as work:
        work.queue_paper(PaperDraft("label", "kt1_label", 1, "ME473124015VN", {}))

    with store.read() as reader:
        assert reader.papers("ME473124015VN") == []
    assert claim(queue) == "1"


def test_two_papers_of_one_number_for_one_printer_are_two_jobs_and_each_only_once(tmp_path: Path) -> None:
    store = make(tmp_path)
    slip, taken_back = (PaperDraft("receipt", name, 1, "RX100000065VN", {}) for name in ("slip", "reversal"))

    with store.work() as work:
        jobs = [work.queue_paper(draft) for draft in (slip, taken_back, slip)]
        work.commit()

    assert jobs[0] != jobs[1]
    assert jobs[2] == jobs[0]


@pytest.mark.parametrize("ask", ["questions", "recover", "claim"])
def test_papers_that_came_out_are_never_looked_through_for_those_that_wait(
    store: DeskStore, queue: QueueStore, ask: str
) -> None:
    def asked() -> object:
        if ask == "recover":
            return queue.recover(NOON_MS)
        if ask == "claim":
            return queue.claim_next(LABEL, NOON_MS)
        with store.read() as reader:
            return reader.open_questions()

    asked()
    before = steps(store, asked)
    with store.work() as work:
        for at in range(500):
            job = work.queue_paper(PaperDraft("label", "kt1_label", 1, f"ZZ{at:09d}VN", {"number": "x"}))
            for trigger in (JobTrigger.START, JobTrigger.ALL_SENT, JobTrigger.FINISH):
                work.change_paper(job, trigger)
        work.commit()
    asked()

    assert before <= steps(store, asked) <= before + 1
