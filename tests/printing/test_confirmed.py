"""A job is done when its printer said so; what it did not say is a question, and a printer in doubt is brought back first."""

from __future__ import annotations

import os
import re
import threading
import tty
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.domain.print_job import Evidence, JobState, JobTrigger
from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.connect import port_for
from kt1desk.printing.delivery import Delivery, send_past_queue, wake
from kt1desk.printing.ports.base import PortError
from kt1desk.printing.profile import Language
from kt1desk.printing.queue import JobOutcome
from kt1desk.simprinter.troubles import Troubles
from tests.printing.confirming import FASTEST, FENCES, worker_at
from tests.printing.faulty_port import FaultyPort
from tests.printing.profiles import NOW_MS
from tests.printing.queue_file import QueueFile
from tests.printing.samples import LABEL
from tests.printing.simulated import line_to, printer_at


@pytest.fixture
def queue(tmp_path: Path) -> Iterator[QueueFile]:
    file = QueueFile(tmp_path / "queue.db")
    yield file
    file.db.close()


class _Hearing(FaultyPort):
    """A port on which something was said before anybody asked."""

    def __init__(self, said: list[bytes]) -> None:
        super().__init__()
        self._said = said

    @property
    def hears(self) -> bool:
        return True

    def receive(self, wait_s: float) -> bytes:
        return self._said.pop(0) if self._said else b""


class _Scripted:
    """A printer at a pseudo terminal that reads everything and says what it is told to say to the token of a job."""

    ASKED = re.compile(rb"\x1d\(H\x06\x0000(.{4})", re.DOTALL)

    def __init__(self, says: Callable[[bytes], bytes]) -> None:
        self._ours, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self.name = os.ttyname(self._theirs)
        self.received = bytearray()
        self._says = says
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def say(self, data: bytes) -> None:
        os.write(self._ours, data)

    def close(self) -> None:
        os.close(self._theirs)
        self._thread.join()
        os.close(self._ours)

    def _run(self) -> None:
        answered = 0
        while True:
            try:
                self.received += os.read(self._ours, 4096)
            except OSError:
                return
            asked = self.ASKED.findall(bytes(self.received))
            for token in asked[answered:]:
                self.say(self._says(token))
            answered = len(asked)


def _scripted(
    queue: QueueFile, says: Callable[[bytes], bytes], before: bytes = b""
) -> tuple[JobOutcome, bytes]:
    printer = _Scripted(says)
    profile = printer_at(printer.name, Language.ESCPOS, Fence.GS_H)
    profile = replace(profile, link=replace(profile.link, baud=FASTEST))
    outcome = worker_at(queue, profile, confirm_s=0.0).run_once("label-1")
    printer.close()
    assert outcome is not None
    return outcome, bytes(printer.received)


@pytest.mark.parametrize(("language", "fence"), FENCES)
def test_a_label_whose_printer_says_that_it_is_through_is_done_by_its_word(
    language: Language, fence: Fence, queue: QueueFile, tmp_path: Path
) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    with line_to(tmp_path, language) as line:
        outcome = worker_at(queue, printer_at(line.address, language, fence)).run_once("label-1")
        pages = line.pages

    job = queue.job(job_id)
    assert outcome is not None
    assert (job.state, job.evidence, job.reason) == (JobState.DONE, Evidence.ACKED, "")
    assert [page.is_whole for page in pages] == [True]
    assert not queue.is_link_dirty("label-1")


def test_a_printer_without_a_fence_is_asked_nothing_and_its_label_counts_as_sent(
    queue: QueueFile, tmp_path: Path
) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    with line_to(tmp_path, Language.ESCPOS) as line:
        worker_at(queue, printer_at(line.address, Language.ESCPOS)).run_once("label-1")

    assert queue.job(job_id).evidence is Evidence.TRANSPORT_ONLY


@pytest.mark.parametrize(
    "says",
    [
        lambda _token: b"",
        lambda _token: b'7"AAAA\x00',
        lambda token: b'7"' + token,
        lambda token: token,
        lambda _token: b"\x12\x00\x10\x00\x00\x00",
    ],
    ids=["nothing", "another token", "half an answer", "the token alone", "a status"],
)
def test_a_label_that_was_not_confirmed_is_a_question_and_its_link_is_in_doubt(
    says: Callable[[bytes], bytes], queue: QueueFile
) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    outcome, received = _scripted(queue, says)

    job = queue.job(job_id)
    assert (outcome.state, outcome.reason) == (JobState.UNKNOWN, "print.unconfirmed")
    assert (job.state, job.reason) == (JobState.UNKNOWN, "print.unconfirmed")
    assert outcome.sent == len(received)
    assert queue.is_link_dirty("label-1")


def test_what_was_said_before_a_job_does_not_confirm_it() -> None:
    profile = printer_at("unused", Language.ESCPOS, Fence.GS_R)
    port = _Hearing([b"\x00", b"\x12\x00"])
    delivery = Delivery(port, profile, ("1", "key"), confirm_s=0.05 - profile.seconds_for(1))

    sent = delivery.send(b"x", lambda _: None)
    with pytest.raises(PortError) as refusal:
        delivery.evidence(1)

    assert refusal.value.code == "print.unconfirmed"
    assert sent == len(port.received)


class _Late(_Hearing):
    """A printer whose answers are never there at once."""

    def receive(self, wait_s: float) -> bytes:
        return super().receive(wait_s) if wait_s else b""


def test_late_answers_to_what_was_given_up_do_not_confirm_the_next_label(queue: QueueFile) -> None:
    profile = printer_at("unused", Language.ESCPOS, Fence.GS_R)
    profile = replace(profile, link=replace(profile.link, baud=FASTEST))
    port = _Late([b"\x00", b"\x00", b"\x00"])
    queue.mark_link_dirty("label-1", NOW_MS)
    wake(queue, Delivery(port, profile, ("resync",), confirm_s=0.0), profile, lambda: NOW_MS)

    delivery = Delivery(port, profile, ("2", "key"), confirm_s=0.0)
    delivery.send(b"x", lambda _: None)
    with pytest.raises(PortError) as refusal:
        delivery.evidence(1)

    assert refusal.value.code == "print.unconfirmed"


def test_a_report_of_which_the_beginning_was_read_away_is_no_confirmation() -> None:
    profile = printer_at("unused", Language.ESCPOS, Fence.GS_R, StatusWay.ASB)
    profile = replace(profile, link=replace(profile.link, baud=FASTEST))

    class Torn(_Hearing):
        def receive(self, wait_s: float) -> bytes:
            return super().receive(wait_s) if wait_s or len(self._said) == 2 else b""

    port = Torn([b"\x18", b"\x00\x0c\x00"])
    delivery = Delivery(port, profile, ("1", "key"), confirm_s=0.0)
    delivery.send(b"x", lambda _: None)
    with pytest.raises(PortError) as refusal:
        delivery.evidence(1)

    assert refusal.value.code == "print.unconfirmed"


def test_of_who_never_falls_silent_only_the_newest_words_are_kept() -> None:
    profile = printer_at("unused", Language.ESCPOS, Fence.GS_H)
    profile = replace(profile, link=replace(profile.link, baud=FASTEST))
    token = bytearray()

    class Chatty(_Hearing):
        def send(self, data: bytes, progress: Callable[[int], None]) -> int:
            token[:] = data[-4:]
            self._said = [b"U" * 4096] * 50 + [b'7"' + bytes(token[:2]), bytes(token[2:]) + b"\x00"]
            return len(data)

    delivery = Delivery(Chatty([]), profile, ("1", "key"), confirm_s=5.0)

    delivery.send(b"x", lambda _: None)

    assert delivery.evidence(1) is Evidence.ACKED


def test_an_answer_in_parts_among_stray_bytes_confirms_the_label(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    _scripted(queue, lambda token: b'\x12\xff7\x1a"' + token[:2] + b"\x11" + token[2:] + b"\x00\x12")

    assert queue.job(job_id).evidence is Evidence.ACKED


def test_a_printer_unplugged_before_it_confirmed_is_a_question(queue: QueueFile, tmp_path: Path) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    with line_to(tmp_path, Language.ESCPOS) as line:
        line.change(Troubles(deaf=True))
        profile = printer_at(line.address, Language.ESCPOS, Fence.GS_H)
        pulled = threading.Timer(0.5, line.unplug)
        pulled.start()
        outcome = worker_at(queue, profile).run_once("label-1")
        pulled.join()

    assert outcome is not None
    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.UNKNOWN, "printer.unplugged")
    assert outcome.sent == outcome.total


def test_a_label_scanned_while_its_printer_is_waited_for_stays_proved(queue: QueueFile) -> None:
    job_id = queue.add(LABEL, NOW_MS)

    def scanned(_token: bytes) -> bytes:
        other = QueueFile(queue.path)
        while other.job(job_id).state is not JobState.SENT:
            pass
        other._move(job_id, JobTrigger.SCAN, "")
        other.db.close()
        return b""

    _scripted(queue, scanned)

    assert (queue.job(job_id).state, queue.job(job_id).reason) == (JobState.DONE, "")


def test_a_test_page_is_confirmed_too(queue: QueueFile, tmp_path: Path) -> None:
    with line_to(tmp_path, Language.ESCPOS) as line:
        profile = printer_at(line.address, Language.ESCPOS, Fence.GS_H, StatusWay.ASB)
        port = port_for(profile, datetime.now)
        evidence = send_past_queue(b"\x1b@", profile, port, queue, lambda: NOW_MS)

    assert evidence is Evidence.ACKED
    assert not queue.is_link_dirty("label-1")


def test_each_job_has_its_own_token() -> None:
    profile = printer_at("unused", Language.ESCPOS, Fence.GS_H)

    sent = set()
    for job in ("1", "2", "3"):
        port = _Hearing([])
        Delivery(port, profile, (job, "key")).send(b"x", lambda _: None)
        sent.add(bytes(port.received))

    assert len(sent) == 3
