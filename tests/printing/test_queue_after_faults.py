"""The print worker on a full disk, after faults of the program, and around test pages: what is in doubt is asked, the rest is printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole
from kt1desk.printing.connect import port_for
from kt1desk.printing.encoders.tspl import RESYNC
from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.queue import PrintWorker, send_past_queue
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


class _FullDisk(QueueFile):
    """A queue whose named call is refused."""

    refuses = ""

    def _meet(self, call: str) -> None:
        if call == self.refuses:
            raise DeskError("disk.full")

    def mark_sending(self, job_id: str, printer_id: str, payload_sha256: str, at_ms: int) -> bool:
        self._meet("sending")
        return super().mark_sending(job_id, printer_id, payload_sha256, at_ms)

    def mark_sent(self, job_id: str, at_ms: int, link_clean: bool = True) -> None:
        self._meet("sent")
        super().mark_sent(job_id, at_ms, link_clean)

    def mark_unknown(self, job_id: str, reason: str, at_ms: int) -> None:
        self._meet("unknown")
        super().mark_unknown(job_id, reason, at_ms)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[_FullDisk]:
    file = _FullDisk(tmp_path / "full.db")
    yield file
    file.db.close()


def _refused(queue: _FullDisk, call: str, worker: PrintWorker) -> None:
    queue.refuses = call
    with pytest.raises(DeskError, match=r"disk\.full"):
        worker.run_once("label-1")
    queue.refuses = ""


def test_a_job_whose_end_could_not_be_written_is_a_question_before_anything_else_is_printed(
    full: _FullDisk,
) -> None:
    job_id = full.add(LABEL, NOW_MS)
    second = full.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    worker = label_worker(full, port := FaultyPort())

    _refused(full, "sent", worker)
    _refused(full, "unknown", worker)
    in_limbo, printed = full.job(job_id).state, port.received.count(b"PRINT 1,1")
    worker.run_once("label-1")

    assert (in_limbo, printed) == (JobState.SENDING, 1)
    assert (full.job(job_id).state, full.job(job_id).reason) == (JobState.UNKNOWN, "print.interrupted")
    assert full.job(second).state is JobState.DONE
    assert bytes(port.received).count(RESYNC) == 1


def test_a_start_that_was_refused_leaves_no_question_behind(full: _FullDisk) -> None:
    job_id = full.add(LABEL, NOW_MS)
    worker = label_worker(full, FaultyPort())

    _refused(full, "sending", worker)
    after_refusal = full.job(job_id).state
    worker.run_once("label-1")

    assert after_refusal is JobState.QUEUED
    assert full.job(job_id).state is JobState.DONE


def test_a_paper_that_meets_a_fault_of_the_program_is_held_and_does_not_stop_the_others(
    queue: QueueFile,
) -> None:
    bad = queue.add(LABEL, NOW_MS)
    good = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    ports = iter([FaultyPort()])
    faults = iter([IndexError()])

    def port_or_fault(_profile: PrinterProfile) -> Port:
        for fault in faults:
            raise fault
        return next(ports)

    worker = PrintWorker(queue, {"label-1": label_printer("unused")}, port_or_fault, lambda: NOW_MS)
    with pytest.raises(IndexError):
        worker.run_once("label-1")
    worker.run_once("label-1")

    held = queue.job(bad)
    assert (held.state, held.held, held.reason) == (JobState.QUEUED, True, "printer.fault")
    assert queue.job(good).state is JobState.DONE


def test_a_printer_of_whole_pages_is_sent_nothing_to_wake_it_and_prints_on_after_a_doubt(
    queue: QueueFile, tmp_path: Path
) -> None:
    doubtful = queue.add(RECEIPT, NOW_MS, "kt1_receipt", PrinterRole.RECEIPT)
    second = queue.add({**RECEIPT, "number": "ME287043775VN"}, NOW_MS, "kt1_receipt", PrinterRole.RECEIPT)
    profile = receipt_folder(str(tmp_path / "giay"))
    (tmp_path / "giay").mkdir()
    queue.mark_sending(doubtful, profile.printer_id, "", NOW_MS)
    now = datetime(2026, 11, 22, 14, 32, 5)  # noqa: DTZ001 - the counter's local time
    worker = PrintWorker(queue, {"receipt-1": profile}, lambda p: port_for(p, lambda: now), lambda: NOW_MS)

    worker.recover()
    worker.run_once("receipt-1")

    assert queue.job(doubtful).state is JobState.UNKNOWN
    assert queue.job(second).state is JobState.DONE
    assert [path.read_bytes()[:5] for path in (tmp_path / "giay").iterdir()] == [b"%PDF-"]
    assert not queue.is_link_dirty("receipt-1")


def test_a_test_page_that_broke_off_is_known_to_the_queue_and_wakes_the_printer_before_the_next_label(
    queue: QueueFile,
) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    profile = label_printer("unused")

    with pytest.raises(PortError):
        send_past_queue(b"x" * 100, profile, FaultyPort(fails_at=40), queue, lambda: NOW_MS)
    dirty = queue.is_link_dirty("label-1")
    label_worker(queue, port := FaultyPort()).run_once("label-1")

    assert dirty
    assert bytes(port.received).startswith(RESYNC)
    assert queue.job(job_id).state is JobState.DONE


@pytest.mark.parametrize("fails_at", [0, None])
def test_a_test_page_wakes_a_printer_in_doubt_and_leaves_it_clean(
    fails_at: int | None, queue: QueueFile
) -> None:
    queue.mark_link_dirty("label-1", NOW_MS)
    woken = FaultyPort()
    send_past_queue(b"first", label_printer("unused"), woken, queue, lambda: NOW_MS)
    queue.calls.clear()

    port = FaultyPort(fails_at=fails_at)
    with suppress(PortError):
        send_past_queue(b"test page", label_printer("unused"), port, queue, lambda: NOW_MS)

    assert bytes(woken.received) == RESYNC + b"first"
    assert bytes(port.received) == (b"" if fails_at == 0 else b"test page")
    assert queue.calls == ["link dirty", "link clean"]
    assert not queue.is_link_dirty("label-1")
