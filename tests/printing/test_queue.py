"""The print worker: nothing lost, nothing doubled, and a doubt is a question."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, JobState, PrinterRole
from kt1desk.printing.connect import port_for
from kt1desk.printing.encoders.tspl import RESYNC
from kt1desk.printing.payload import payload_for
from kt1desk.printing.ports.base import Port, PortError, Progress
from kt1desk.printing.profile import PortKind, PrinterProfile
from kt1desk.printing.queue import PrintWorker, send_past_queue
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.encoders.tspl_reader import TsplReader
from tests.printing.profiles import NOW_MS, label_printer, receipt_folder
from tests.printing.queue_file import QueueFile
from tests.printing.samples import LABEL, RECEIPT

_ROOT = Path(__file__).parents[2]


class _FaultyPort:
    """A printer that accepts a number of bytes and then fails; None never fails. The fault is the point of it."""

    def __init__(self, fails_at: int | None = None, opens: bool = True, closes: bool = True) -> None:
        self.fails_at, self.opens, self.closes = fails_at, opens, closes
        self.received = bytearray()
        self.when_first_byte = ""
        self.watch: QueueFile | None = None

    def open(self) -> None:
        if not self.opens:
            raise PortError("printer.missing")

    def send(self, data: bytes, progress: Progress) -> int:
        if self.watch is not None:
            self.when_first_byte = ",".join(self.watch.calls)
        accepted = len(data) if self.fails_at is None else min(self.fails_at, len(data))
        self.received += data[:accepted]
        progress(accepted)
        if accepted < len(data):
            raise PortError("printer.unplugged", accepted)
        return accepted

    def close(self) -> None:
        if not self.closes:
            raise PortError("printer.unplugged")


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[QueueFile]:
    file = QueueFile(tmp_path / "queue.db")
    yield file
    file.db.close()


def _worker(queue: QueueFile, port: Port, now_ms: int = NOW_MS) -> PrintWorker:
    profile = label_printer("unused")
    return PrintWorker(queue, {profile.printer_id: profile}, lambda _profile: port, lambda: now_ms)


def test_a_label_goes_out_whole_and_ends_as_sent_not_as_seen(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    port = _FaultyPort()

    outcome = _worker(queue, port).run_once("label-1")

    job = queue.job(job_id)
    raster = rasterise(layout_of("kt1_label", 1, LABEL), 203)
    printer = TsplReader(raster.row_bytes, raster.height_dots)
    printer.run(bytes(port.received))
    assert printer.printed == [raster.bits]
    assert (job.state, job.evidence) == (JobState.DONE, Evidence.TRANSPORT_ONLY)
    assert job.payload_sha256 == raster.sha256
    assert outcome is not None
    assert outcome.sent == outcome.total == len(port.received)
    assert _worker(queue, port).run_once("label-1") is None


def test_sending_is_on_the_disk_before_the_first_byte(queue: QueueFile) -> None:
    queue.add(LABEL, NOW_MS)
    port = _FaultyPort()
    port.watch = queue

    _worker(queue, port).run_once("label-1")

    assert port.when_first_byte == "sending"
    assert queue.calls == ["sending", "sent", "done"]


def test_a_failure_with_nothing_sent_puts_the_job_back_and_the_next_run_prints_it(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    outcome = _worker(queue, _FaultyPort(fails_at=0)).run_once("label-1")
    after_failure = queue.job(job_id)
    _worker(queue, port := _FaultyPort()).run_once("label-1")

    assert outcome is not None
    assert (outcome.state, outcome.reason) == (JobState.QUEUED, "printer.unplugged")
    assert (after_failure.state, after_failure.reason) == (JobState.QUEUED, "printer.unplugged")
    assert queue.job(job_id).state is JobState.DONE
    assert not bytes(port.received).startswith(RESYNC[:100])


def test_a_failure_with_a_single_byte_sent_is_a_question_and_is_never_sent_again(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    outcome = _worker(queue, _FaultyPort(fails_at=1)).run_once("label-1")
    again = _worker(queue, _FaultyPort()).run_once("label-1")

    assert outcome is not None
    assert (outcome.state, outcome.sent) == (JobState.UNKNOWN, 1)
    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.UNKNOWN, "printer.unplugged")
    assert again is None


def test_a_printer_that_fails_while_closing_leaves_a_doubt(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    _worker(queue, _FaultyPort(closes=False)).run_once("label-1")

    assert queue.job(job_id).state is JobState.UNKNOWN


def test_after_a_job_that_broke_off_the_printer_is_woken_before_the_next(queue: QueueFile) -> None:
    queue.add(LABEL, NOW_MS)
    second = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    _worker(queue, _FaultyPort(fails_at=5000)).run_once("label-1")
    port = _FaultyPort()
    moved: list[int] = []

    dirty = queue.is_link_dirty("label-1")
    _worker(queue, port).run_once("label-1", moved.append)

    assert dirty
    assert moved == [0, len(port.received) - len(RESYNC)]
    assert bytes(port.received).startswith(RESYNC)
    assert queue.job(second).state is JobState.DONE
    assert not queue.is_link_dirty("label-1")


def test_a_printer_that_cannot_be_woken_leaves_the_job_queued_and_the_link_dirty(queue: QueueFile) -> None:
    queue.add(LABEL, NOW_MS)
    second = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    _worker(queue, _FaultyPort(fails_at=5000)).run_once("label-1")

    _worker(queue, _FaultyPort(fails_at=100)).run_once("label-1")

    assert queue.job(second).state is JobState.QUEUED
    assert queue.is_link_dirty("label-1")


def test_a_missing_printer_is_written_down_once_and_not_at_every_attempt(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)
    worker = _worker(queue, _FaultyPort(opens=False))

    outcomes = [worker.run_once("label-1") for _ in range(5)]

    assert [outcome.reason for outcome in outcomes if outcome] == ["printer.missing"] * 5
    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.QUEUED, "printer.missing")
    assert queue.calls == ["requeue"]


def test_a_job_older_than_ten_minutes_waits_for_a_click(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS - FRESH_FOR_MS - 1)
    worker = _worker(queue, _FaultyPort())

    unasked = worker.run_once("label-1")
    queue.release(job_id, NOW_MS)
    released = worker.run_once("label-1")

    assert unasked is None
    assert released is not None
    assert released.state is JobState.DONE


def test_a_text_that_does_not_fit_is_held_and_does_not_stop_the_others(queue: QueueFile) -> None:
    bad = queue.add({**LABEL, "receiver_address": "đường Hoàng Văn Thụ " * 15}, NOW_MS)
    good = queue.add({**LABEL, "number": "ME287043775VN"}, NOW_MS + 1)
    worker = _worker(queue, port := _FaultyPort())

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
        _worker(queue, _FaultyPort()).run_once("label-9")

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


@pytest.mark.parametrize(
    ("where", "state", "pages"),
    [
        ("open", JobState.QUEUED, 0),
        ("first byte", JobState.UNKNOWN, 0),
        ("middle", JobState.UNKNOWN, 0),
        ("last byte", JobState.UNKNOWN, 1),
        ("sent", JobState.UNKNOWN, 1),
        ("done", JobState.DONE, 1),
    ],
)
def test_a_worker_killed_anywhere_neither_loses_nor_doubles_a_label(
    where: str, state: JobState, pages: int, tmp_path: Path
) -> None:
    queue = QueueFile(tmp_path / "queue.db")
    job_id = queue.add(LABEL, NOW_MS)
    paper = _Paper(tmp_path / "lp0")
    killed = subprocess.run(
        [sys.executable, "-m", "tests.printing.killed_worker", tmp_path / "queue.db", paper.path, where],
        cwd=_ROOT,
        check=False,
    )

    worker = PrintWorker(
        queue,
        {"label-1": label_printer(str(paper.path))},
        lambda p: port_for(p, datetime.now),
        lambda: NOW_MS,
    )
    questions = worker.recover()
    recovered = queue.job(job_id).state
    while worker.run_once("label-1"):
        pass
    queue.db.close()

    assert killed.returncode == -signal.SIGKILL
    assert recovered is state
    assert questions == ([job_id] if state is JobState.UNKNOWN else [])
    assert paper.pages() == (pages or int(state is JobState.QUEUED))


class _Paper:
    """A device file with a reader behind it that counts the labels coming out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._received = bytearray()
        self._reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(self._reading, True)
        self._keep_open = os.open(path, os.O_WRONLY)
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        while piece := os.read(self._reading, 65536):
            self._received += piece

    def pages(self) -> int:
        os.close(self._keep_open)
        self._thread.join(10)
        os.close(self._reading)
        return self._received.count(b"PRINT 1,1\r\n")


def test_a_worker_interrupted_while_sending_leaves_a_question_and_passes_the_interruption_on(
    queue: QueueFile,
) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    class Interrupted(_FaultyPort):
        def send(self, data: bytes, progress: Progress) -> int:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _worker(queue, Interrupted()).run_once("label-1")

    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.UNKNOWN, "print.interrupted")


def test_a_job_cancelled_between_claim_and_first_byte_is_not_printed(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    class CancelledMeanwhile(_FaultyPort):
        def open(self) -> None:
            queue.db.execute("UPDATE job SET state='cancelled' WHERE id=?", (job_id,))

    outcome = _worker(queue, port := CancelledMeanwhile()).run_once("label-1")

    assert outcome is None
    assert port.received == b""
    assert queue.job(job_id).state is JobState.CANCELLED


class _FullDisk(QueueFile):
    """A queue whose named call is refused."""

    refuses = ""

    def _meet(self, call: str) -> None:
        if call == self.refuses:
            raise DeskError("disk.full")

    def mark_sending(self, job_id: str, printer_id: str, payload_sha256: str, at_ms: int) -> bool:
        self._meet("sending")
        return super().mark_sending(job_id, printer_id, payload_sha256, at_ms)

    def mark_sent(self, job_id: str, at_ms: int) -> None:
        self._meet("sent")
        super().mark_sent(job_id, at_ms)

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
    worker = _worker(full, port := _FaultyPort())

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
    worker = _worker(full, _FaultyPort())

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
    ports = iter([_FaultyPort()])
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
        send_past_queue(b"x" * 100, profile, _FaultyPort(fails_at=40), queue, lambda: NOW_MS)
    dirty = queue.is_link_dirty("label-1")
    _worker(queue, port := _FaultyPort()).run_once("label-1")

    assert dirty
    assert bytes(port.received).startswith(RESYNC)
    assert queue.job(job_id).state is JobState.DONE


@pytest.mark.parametrize("fails_at", [0, None])
def test_a_test_page_wakes_a_printer_in_doubt_and_leaves_it_clean(
    fails_at: int | None, queue: QueueFile
) -> None:
    queue.mark_link_dirty("label-1", NOW_MS)
    woken = _FaultyPort()
    send_past_queue(b"first", label_printer("unused"), woken, queue, lambda: NOW_MS)
    queue.calls.clear()

    port = _FaultyPort(fails_at=fails_at)
    with suppress(PortError):
        send_past_queue(b"test page", label_printer("unused"), port, queue, lambda: NOW_MS)

    assert bytes(woken.received) == RESYNC + b"first"
    assert bytes(port.received) == (b"" if fails_at == 0 else b"test page")
    assert queue.calls == ["link dirty", "link clean"]
    assert not queue.is_link_dirty("label-1")
