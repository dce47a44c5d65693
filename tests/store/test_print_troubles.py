"""Papers that did not come out as they should: the link, the doubt, the crash, the step out of turn, the item taken back meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.domain.print_job import Evidence, JobTrigger
from kt1desk.printing.queue import QueueStore
from kt1desk.services.ports import PaperDraft
from kt1desk.store.journal import DeskStore
from kt1desk.store.print_queue import PrintQueue
from tests.support.cases import grant_legs, reverse_case, reverse_item, take_case
from tests.support.clocks import NOON_MS
from tests.support.journals import reopen
from tests.support.queued_papers import HASH, LABEL, RECEIPT, claim, desk_with_papers, state


@pytest.fixture
def store(tmp_path: Path) -> DeskStore:
    return desk_with_papers(tmp_path)


@pytest.fixture
def queue(store: DeskStore) -> QueueStore:
    """Typed as what a print worker asks for: the shapes are the same."""
    return PrintQueue(store)


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

    queue.put_off(job, "printer.missing", NOON_MS)
    queue.hold(job, "printer.coding", NOON_MS)

    assert state(store, job) == ("cancelled", "", "")


def test_a_job_that_another_printer_has_begun_is_not_put_off_by_the_one_that_could_not(
    store: DeskStore, queue: QueueStore
) -> None:
    job = claim(queue)
    queue.put_off(job, "printer.missing", NOON_MS)
    waiting = state(store, job)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)

    queue.put_off(job, "printer.paper_out", NOON_MS)
    queue.hold(job, "printer.coding", NOON_MS)

    assert waiting == ("queued", "", "printer.missing")
    assert state(store, job) == ("sending", "", "")


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


def test_a_printer_takes_the_layouts_that_are_its_own_and_leaves_the_others(queue: QueueStore) -> None:
    taken = [
        queue.claim_next(RECEIPT, NOON_MS, only, but)
        for only, but in (
            (frozenset({"kt1_receipt", "manifest"}), frozenset[str]()),
            (frozenset({"manifest"}), frozenset[str]()),
            (frozenset[str](), frozenset[str]()),
            (None, frozenset({"kt1_receipt"})),
            (None, frozenset({"receipt", "kt1_receipts", "kt1"})),
        )
    ]

    assert [job is not None for job in taken] == [True, False, False, False, True]
    assert {job.template for job in taken if job is not None} == {"kt1_receipt"}


def test_a_job_that_waits_for_its_printer_to_confirm_leaves_the_link_in_doubt(
    store: DeskStore, queue: QueueStore
) -> None:
    job = claim(queue)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)

    queue.mark_sent(job, NOON_MS, link_clean=False)
    before = queue.is_link_dirty("zebra")
    queue.mark_done(job, Evidence.ACKED, NOON_MS)
    queue.mark_link_clean("zebra", NOON_MS)

    assert before
    assert state(store, job) == ("done", "acked", "")
    assert not queue.is_link_dirty("zebra")


def test_a_job_that_a_scan_has_proved_is_no_question_when_its_printer_stays_silent(
    store: DeskStore, queue: QueueStore
) -> None:
    job = claim(queue)
    queue.mark_sending(job, "zebra", HASH, NOON_MS)
    queue.mark_sent(job, NOON_MS, link_clean=False)
    with store.work() as work:
        work.change_paper(int(job), JobTrigger.SCAN)
        work.commit()

    queue.mark_unknown(job, "print.unconfirmed", NOON_MS)

    assert state(store, job) == ("done", "scanned", "")
