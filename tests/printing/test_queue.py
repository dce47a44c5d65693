"""The print worker: nothing lost, nothing doubled, and a doubt is a question."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, JobState, PrinterRole
from kt1desk.printing.connect import port_for
from kt1desk.printing.encoders.tspl import RESYNC
from kt1desk.printing.payload import payload_for
from kt1desk.printing.ports.base import PortError, Progress
from kt1desk.printing.profile import PortKind
from kt1desk.printing.queue import PrintWorker
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.encoders.tspl_reader import TsplReader
from tests.printing.faulty_port import FaultyPort, label_worker
from tests.printing.profiles import NOW_MS, label_printer, receipt_folder
from tests.printing.queue_file import QueueFile
from tests.printing.samples import LABEL, RECEIPT

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[QueueFile]:
    file = QueueFile(tmp_path / "queue.db")
    yield file
    file.db.close()


def test_a_label_goes_out_whole_and_ends_as_sent_not_as_seen(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    port = FaultyPort()

    outcome = label_worker(queue, port).run_once("label-1")

    job = queue.job(job_id)
    raster = rasterise(layout_of("kt1_label", 1, LABEL), 203)
    printer = TsplReader(raster.row_bytes, raster.height_dots)
    printer.run(bytes(port.received))
    assert printer.printed == [raster.bits]
    assert (job.state, job.evidence) == (JobState.DONE, Evidence.TRANSPORT_ONLY)
    assert job.payload_sha256 == raster.sha256
    assert outcome is not None
    assert outcome.sent == outcome.total == len(port.received)
    assert label_worker(queue, port).run_once("label-1") is None


def test_sending_is_on_the_disk_before_the_first_byte(queue: QueueFile) -> None:
    queue.add(LABEL, NOW_MS)
    port = FaultyPort()
    port.watch = queue

    label_worker(queue, port).run_once("label-1")

    assert port.when_first_byte == "sending"
    assert queue.calls == ["sending", "sent", "done"]


def test_a_failure_with_nothing_sent_puts_the_job_back_and_the_next_run_prints_it(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    outcome = label_worker(queue, FaultyPort(fails_at=0)).run_once("label-1")
    after_failure = queue.job(job_id)
    label_worker(queue, port := FaultyPort()).run_once("label-1")

    assert outcome is not None
    assert (outcome.state, outcome.reason) == (JobState.QUEUED, "printer.unplugged")
    assert (after_failure.state, after_failure.reason) == (JobState.QUEUED, "printer.unplugged")
    assert queue.job(job_id).state is JobState.DONE
    assert not bytes(port.received).startswith(RESYNC[:100])


def test_a_failure_with_a_single_byte_sent_is_a_question_and_is_never_sent_again(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    outcome = label_worker(queue, FaultyPort(fails_at=1)).run_once("label-1")
    again = label_worker(queue, FaultyPort()).run_once("label-1")

    assert outcome is not None
    assert (outcome.state, outcome.sent) == (JobState.UNKNOWN, 1)
    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.UNKNOWN, "printer.unplugged")
    assert again is None


def test_a_printer_that_fails_while_closing_leaves_a_doubt(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    label_worker(queue, FaultyPort(closes=False)).run_once("label-1")

    assert queue.job(job_id).state is JobState.UNKNOWN


def test_after_a_job_that_broke_off_the_printer_is_woken_before_the_next(queue: QueueFile) -> None:
    queue.add(LABEL, NOW_MS)
    second = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    label_worker(queue, FaultyPort(fails_at=5000)).run_once("label-1")
    port = FaultyPort()
    moved: list[int] = []

    dirty = queue.is_link_dirty("label-1")
    label_worker(queue, port).run_once("label-1", moved.append)

    assert dirty
    assert moved == [0, len(port.received) - len(RESYNC)]
    assert bytes(port.received).startswith(RESYNC)
    assert queue.job(second).state is JobState.DONE
    assert not queue.is_link_dirty("label-1")


def test_a_printer_that_cannot_be_woken_leaves_the_job_queued_and_the_link_dirty(queue: QueueFile) -> None:
    queue.add(LABEL, NOW_MS)
    second = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    label_worker(queue, FaultyPort(fails_at=5000)).run_once("label-1")

    label_worker(queue, FaultyPort(fails_at=100)).run_once("label-1")

    assert queue.job(second).state is JobState.QUEUED
    assert queue.is_link_dirty("label-1")


def test_a_missing_printer_is_written_down_once_and_not_at_every_attempt(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    worker = label_worker(queue, FaultyPort(opens=False))

    outcomes = [worker.run_once("label-1") for _ in range(5)]

    assert [outcome.reason for outcome in outcomes if outcome] == ["printer.missing"] * 5
    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.QUEUED, "printer.missing")
    assert queue.calls == ["put off"]


def test_a_printer_that_is_not_reached_takes_no_paper_from_the_one_that_has_begun_it_meanwhile(
    queue: QueueFile,
) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    class Slow(FaultyPort):
        def open(self) -> None:
            queue.mark_sending(job_id, "roll-1", "digest", NOW_MS)
            raise PortError("printer.missing")

    label_worker(queue, Slow()).run_once("label-1")

    job = queue.job(job_id)
    assert (job.state, job.printer_id, job.reason) == (JobState.SENDING, "roll-1", "")


def test_a_job_older_than_ten_minutes_waits_for_a_click(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS - FRESH_FOR_MS - 1)
    worker = label_worker(queue, FaultyPort())

    unasked = worker.run_once("label-1")
    queue.release(job_id, NOW_MS)
    released = worker.run_once("label-1")

    assert unasked is None
    assert released is not None
    assert released.state is JobState.DONE


def test_a_text_that_does_not_fit_is_held_and_does_not_stop_the_others(queue: QueueFile) -> None:
    bad = queue.add({**LABEL, "receiver_address": "đường Hoàng Văn Thụ " * 15}, NOW_MS)
    good = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    worker = label_worker(queue, port := FaultyPort())

    held = worker.run_once("label-1")
    worker.run_once("label-1")

    assert held is not None
    assert (held.held, held.reason) == (True, "paper.text_does_not_fit")
    assert (queue.job(bad).state, queue.job(bad).held) == (JobState.QUEUED, True)
    assert queue.job(good).state is JobState.DONE
    assert port.received.count(b"PRINT 1,1") == 1


def test_a_receipt_goes_to_the_printer_of_receipts_only(queue: QueueFile, tmp_path: Path) -> None:
    queue.add(RECEIPT, NOW_MS, "kt1_receipt", PrinterRole.RECEIPT)
    folder = tmp_path / "giay"
    folder.mkdir()
    profiles = {p.printer_id: p for p in (label_printer("unused"), receipt_folder(str(folder)))}
    now = datetime(2026, 11, 22, 14, 32, 5)  # noqa: DTZ001 - the counter's local time
    worker = PrintWorker(queue, profiles, lambda p: port_for(p, lambda: now), lambda: NOW_MS)

    at_label_printer = worker.run_once("label-1")
    outcome = worker.run_once("receipt-1")

    assert at_label_printer is None
    assert outcome is not None
    assert outcome.state is JobState.DONE
    assert [path.name for path in folder.iterdir()] == ["phieu-20261122-143205-0001.pdf"]


def test_a_printer_nobody_knows_is_refused(queue: QueueFile) -> None:
    with pytest.raises(DeskError) as refusal:
        label_worker(queue, FaultyPort()).run_once("label-9")

    assert refusal.value.code == "printer.unknown"


def test_a_real_serial_line_unplugged_in_the_middle_is_a_question_with_the_exact_count(
    queue: QueueFile,
) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    master, slave = os.openpty()
    profile = label_printer(os.ttyname(slave), PortKind.SERIAL)
    received = bytearray()

    def unplug(sent: int) -> None:
        if sent >= 3072 and not received:
            received.extend(os.read(master, 512))
            os.close(master)

    worker = PrintWorker(queue, {"label-1": profile}, lambda p: port_for(p, datetime.now), lambda: NOW_MS)
    outcome = worker.run_once("label-1", unplug)
    os.close(slave)

    assert outcome is not None
    assert (outcome.state, outcome.reason) == (JobState.UNKNOWN, "printer.unplugged")
    assert 3072 <= outcome.sent < outcome.total
    assert payload_for(queue.job(job_id), profile).data.startswith(bytes(received))
    assert queue.is_link_dirty("label-1")


def test_a_worker_interrupted_while_sending_leaves_a_question_and_passes_the_interruption_on(
    queue: QueueFile,
) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    class Interrupted(FaultyPort):
        def send(self, data: bytes, progress: Progress) -> int:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        label_worker(queue, Interrupted()).run_once("label-1")

    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.UNKNOWN, "print.interrupted")


def test_a_job_cancelled_between_claim_and_first_byte_is_not_printed(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    class CancelledMeanwhile(FaultyPort):
        def open(self) -> None:
            queue.db.execute("UPDATE job SET state='cancelled' WHERE id=?", (job_id,))

    outcome = label_worker(queue, port := CancelledMeanwhile()).run_once("label-1")

    assert outcome is None
    assert port.received == b""
    assert queue.job(job_id).state is JobState.CANCELLED
