"""The print queue on the disk: each step survives a restart, none happens outside the table of states, links and jobs change together."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, JobState, JobTrigger, PrinterRole
from kt1desk.printing.queue import QueueStore
from kt1desk.services.ports import PaperDraft
from kt1desk.store.journal import DeskStore
from kt1desk.store.print_queue import PrintQueue
from tests.support.cases import grant_legs, reverse_case, reverse_item, take_case
from tests.support.clocks import NOON_MS, HandClock
from tests.support.journals import accept, begin, make, reopen
from tests.support.steps import steps

HASH = "ab" * 32
LABEL, RECEIPT = PrinterRole.LABEL, PrinterRole.RECEIPT


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> DeskStore:
    made = make(tmp_path, clock)
    begin(made)
    accept(made)
    return made


@pytest.fixture
def queue(store: DeskStore) -> QueueStore:
    """Typed as what a print worker asks for: the shapes are the same."""
    return PrintQueue(store)


def claim(queue: QueueStore, role: PrinterRole = LABEL) -> str:
    job = queue.claim_next(role, NOON_MS)
    assert job is not None
    return job.job_id


def state(store: DeskStore, job_id: str) -> tuple[str, str, str]:
    with store.read() as reader:
        return next(
            (row.state, row.evidence, row.reason) for row in reader.papers() if row.job == int(job_id)
        )


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


def test_a_job_of_which_nothing_went_out_is_queued_again_and_its_link_is_as_before(
    store: DeskStore, queue: QueueStore
) -> None:
    job = claim(queue)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)

    queue.requeue(job, "printer.missing", link_clean=True, at_ms=NOON_MS)

    assert state(store, job) == ("queued", "", "printer.missing")
    assert not queue.is_link_dirty("zebra")
    again = queue.claim_next(LABEL, NOON_MS)
    assert again is not None
    assert (again.job_id, again.printer_id, again.payload_sha256) == (job, "", "")


def test_a_job_cancelled_while_its_printer_was_being_reached_stays_cancelled_and_stops_nobody(
    store: DeskStore, queue: QueueStore
) -> None:
    job = claim(queue)
    with store.work() as work:
        work.change_paper(int(job), JobTrigger.CANCEL)
        work.commit()

    queue.requeue(job, "printer.missing", link_clean=False, at_ms=NOON_MS)
    queue.hold(job, "printer.coding", NOON_MS)

    assert state(store, job) == ("cancelled", "", "")


def test_a_label_scanned_before_the_worker_has_finished_keeps_the_stronger_proof(
    store: DeskStore, queue: QueueStore
) -> None:
    job = claim(queue)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)
    queue.mark_sent(job, NOON_MS)
    with store.work() as work:
        work.change_paper(int(job), JobTrigger.SCAN)
        work.commit()

    queue.mark_done(job, Evidence.TRANSPORT_ONLY, NOON_MS)

    assert state(store, job) == ("done", "scanned", "")


def test_a_link_that_was_dirty_before_stays_dirty(queue: QueueStore) -> None:
    job = claim(queue)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)

    queue.requeue(job, "printer.missing", link_clean=False, at_ms=NOON_MS)

    assert queue.is_link_dirty("zebra")
    queue.mark_link_clean("zebra", NOON_MS)
    assert not queue.is_link_dirty("zebra")


@pytest.mark.parametrize("sent", [False, True])
def test_what_was_on_its_way_when_the_program_died_is_a_question_after_the_start(
    store: DeskStore, queue: QueueStore, tmp_path: Path, *, sent: bool
) -> None:
    job, other = claim(queue), claim(queue, RECEIPT)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)
    if sent:
        queue.mark_sent(job, NOON_MS)
    store.close()

    again = reopen(tmp_path)
    recovered = PrintQueue(again).recover(NOON_MS)

    assert list(recovered) == [job]
    assert state(again, job) == ("unknown", "", "print.interrupted")
    assert state(again, other)[0] == "queued"
    assert PrintQueue(again).is_link_dirty("zebra") is not sent
    assert PrintQueue(again).claim_next(LABEL, NOON_MS) is None


def test_a_doubtful_copy_is_answered_by_the_clerk_or_printed_again_as_another_copy(
    store: DeskStore, queue: QueueStore
) -> None:
    label, receipt = claim(queue), claim(queue, RECEIPT)
    for job, printer in ((label, "zebra"), (receipt, "laser")):
        queue.mark_sending(job, printer, HASH, NOON_MS)
        queue.mark_unknown(job, "printer.silent", NOON_MS)

    with store.work() as work:
        seen = work.change_paper(int(receipt), JobTrigger.CLERK_SAW)
        work.change_paper(int(label), JobTrigger.REPRINT, "print.reprinted")
        draft = PaperDraft("label", "kt1_label", 1, "ME473124007VN", {"number": "x"}, copy=2)
        second = work.queue_paper(draft)
        same = work.queue_paper(draft)
        work.commit()

    assert (seen.state, seen.evidence) == ("done", "clerk")
    assert state(store, label) == ("cancelled", "", "print.reprinted")
    assert second == same
    assert claim(queue) == str(second)


@pytest.mark.parametrize(
    "trigger", [JobTrigger.CLERK_SAW, JobTrigger.FINISH, JobTrigger.DOUBT, JobTrigger.REPRINT]
)
def test_a_step_outside_the_table_is_refused_and_changes_nothing(
    store: DeskStore, queue: QueueStore, trigger: JobTrigger
) -> None:
    job = claim(queue)

    with pytest.raises(DeskError, match=r"print\.wrong_state"), store.work() as work:
        work.change_paper(int(job), trigger)
    with pytest.raises(DeskError, match=r"print\.wrong_state"):
        queue.mark_sent(job, NOON_MS)
    with pytest.raises(DeskError, match=r"print\.unknown_job"):
        queue.mark_sent("999", NOON_MS)

    assert state(store, job)[0] == "queued"
    assert not queue.is_link_dirty("zebra")


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


def test_a_job_whose_printer_was_not_reached_while_its_item_was_taken_back_never_comes_out(
    store: DeskStore, queue: QueueStore
) -> None:
    grant_legs(store)
    case, label = take_case(store), claim(queue)
    leg = read_dossier_accepted(case).legs[0].item
    with store.work() as work:
        leg_label = work.queue_paper(PaperDraft("label", "dossier_label", 1, leg, {"item": leg}))
        slip = work.queue_paper(PaperDraft("receipt", "reversal_slip", 1, leg, {"item": leg}))
        item = work.item(work.paper(int(label)).item)
        work.commit()
    assert item is not None
    for job in (label, leg_label, slip):
        queue.mark_sending(str(job), "zebra", HASH, NOON_MS)
    reverse_item(store, item.item, item.event)
    reverse_case(store, read_dossier_accepted(case).dossier, case.id)

    for job in (label, leg_label, slip):
        queue.requeue(str(job), "print.unreachable", link_clean=True, at_ms=NOON_MS)

    assert [state(store, str(job)) for job in (label, leg_label, slip)] == [
        ("cancelled", "", "print.reversed"),
        ("cancelled", "", "print.reversed"),
        ("queued", "", "print.unreachable"),
    ]


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
