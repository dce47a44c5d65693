"""The print worker: takes jobs from the store one by one and never sends a byte the store does not know about.

Before the first byte SENDING and "link dirty" are on the disk. A failure with nothing sent puts the job back, a
failure with anything sent makes it a question. The worker never sends a doubtful job again; people decide that.
What the states mean stands in `kt1desk.domain.print_job`.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, JobState, PrinterRole, PrintJob
from kt1desk.printing.payload import Payload, payload_for, resync_bytes
from kt1desk.printing.ports.base import Port, PortError, Progress
from kt1desk.printing.profile import PrinterProfile


class LinkStates(Protocol):
    """Which printers still wait for the rest of a job that broke off. Each call is one committed, durable transaction."""

    def is_link_dirty(self, printer_id: str) -> bool:
        """Whether a job to this printer broke off; False for a printer never used."""

    def mark_link_dirty(self, printer_id: str, at_ms: int) -> None:
        """Bytes that belong to no job of the queue are about to go out."""

    def mark_link_clean(self, printer_id: str, at_ms: int) -> None:
        """The printer was brought back to its senses."""


class QueueStore(LinkStates, Protocol):
    """The queue on the disk. Each call is one committed, durable transaction."""

    def claim_next(self, role: PrinterRole, fresh_since_ms: int) -> PrintJob | None:
        """The oldest job of the role that is QUEUED, not held, and created or released since then. Reads only."""

    def mark_sending(self, job_id: str, printer_id: str, payload_sha256: str, at_ms: int) -> bool:
        """QUEUED → SENDING and the printer's link dirty, together; False if the job is not QUEUED any more."""

    def mark_sent(self, job_id: str, at_ms: int) -> None:
        """SENDING → SENT and the link clean, together."""

    def mark_done(self, job_id: str, evidence: Evidence, at_ms: int) -> None:
        """SENT → DONE."""

    def mark_unknown(self, job_id: str, reason: str, at_ms: int) -> None:
        """SENDING or SENT → UNKNOWN; the link stays as it is."""

    def requeue(self, job_id: str, reason: str, link_clean: bool, at_ms: int) -> None:
        """SENDING (or QUEUED) → QUEUED with a reason; nothing went out, so the link may be clean again."""

    def hold(self, job_id: str, reason: str, at_ms: int) -> None:
        """QUEUED stays QUEUED and waits for a click."""

    def recover(self, at_ms: int) -> Sequence[str]:
        """Every SENDING or SENT → UNKNOWN; the names of those jobs."""


@dataclass(frozen=True, slots=True)
class JobOutcome:
    """What became of one job in one run.

    Attributes:
        job_id: the job.
        state: its state now.
        reason: code of what went wrong, "" if nothing did.
        sent: bytes accepted by the port.
        total: bytes of the job.
        held: it waits for a click.
    """

    job_id: str
    state: JobState
    reason: str = ""
    sent: int = 0
    total: int = 0
    held: bool = False


def _no_progress(_sent: int) -> None:
    """Nobody watches."""


def _send_and_close(port: Port, data: bytes, progress: Progress) -> None:
    """Send all; a port that fails while closing may have lost the end, so that counts as a doubt about every byte."""
    accepted = port.send(data, progress)
    try:
        port.close()
    except PortError as error:
        raise PortError(error.code, accepted) from error


def _wake(
    links: LinkStates, profile: PrinterProfile, port: Port, now_ms: Callable[[], int], progress: Progress
) -> None:
    """Bring a printer back to its senses that still waits for the rest of something: a minute or two on a slow line."""
    if not links.is_link_dirty(profile.printer_id):
        return
    waking = resync_bytes(profile.language)
    if (
        waking
    ):  # "nothing" would be an empty file in a folder, and an empty job that a spooler refuses for ever
        port.send(waking, lambda _: progress(0))
    links.mark_link_clean(profile.printer_id, now_ms())


def send_past_queue(
    data: bytes, profile: PrinterProfile, port: Port, links: LinkStates, now_ms: Callable[[], int]
) -> None:
    """Send what belongs to no job, as a test page, without leaving the printer in a state the queue does not know about.

    Raises:
        PortError: as `Port`; the port is closed, and the link dirty where bytes went out.
    """
    port.open()
    try:
        _wake(links, profile, port, now_ms, _no_progress)
        links.mark_link_dirty(profile.printer_id, now_ms())
        try:
            _send_and_close(port, data, _no_progress)
        except PortError as error:
            if not error.sent:
                links.mark_link_clean(profile.printer_id, now_ms())
            raise
        links.mark_link_clean(profile.printer_id, now_ms())
    finally:
        with suppress(PortError):
            port.close()


class PrintWorker:
    """Prints for the desk; one worker, one thread, one printer at a time.

    Args:
        store: the queue on the disk.
        profiles: the desk's printers by their id.
        port_factory: makes the port of a profile.
        now_ms: wall clock in UTC milliseconds.
    """

    def __init__(
        self,
        store: QueueStore,
        profiles: Mapping[str, PrinterProfile],
        port_factory: Callable[[PrinterProfile], Port],
        now_ms: Callable[[], int],
    ) -> None:
        self._store = store
        self._profiles = profiles
        self._port_factory = port_factory
        self._now_ms = now_ms
        self._unsettled = ""

    def recover(self) -> Sequence[str]:
        """At start, before any `run_once`: what was on its way when the program died is now a question."""
        return self._store.recover(self._now_ms())

    def run_once(self, printer_id: str, progress: Progress = _no_progress) -> JobOutcome | None:
        """Print the next job for a printer.

        Args:
            printer_id: which printer.
            progress: told the bytes of the job accepted so far; 0 as long as the printer is being woken.

        Returns:
            What became of it, or None when there is nothing to print.

        Raises:
            DeskError: ``printer.unknown`` for a printer without a profile; what the store refuses (``disk.full``). The job
                it hit is settled before the next one is printed.
        """
        profile = self._profiles.get(printer_id)
        if profile is None:
            raise DeskError("printer.unknown", "printer")
        self._settle()
        job = self._store.claim_next(profile.role, self._now_ms() - FRESH_FOR_MS)
        if job is None:
            return None
        try:
            payload = payload_for(job, profile)
            port = self._port_factory(profile)
        except DeskError as error:
            self._store.hold(job.job_id, error.code, self._now_ms())
            return JobOutcome(job.job_id, JobState.QUEUED, error.code, held=True)
        except Exception:
            # A fault would come again at every attempt, and every paper behind this one would wait for it.
            self._store.hold(job.job_id, "printer.fault", self._now_ms())
            raise
        try:
            port.open()
        except PortError as error:
            return self._not_begun(job, error, len(payload.data))
        try:
            return self._print(job, profile, port, payload, progress)
        finally:
            # Closed already when all went well. After a failure the first error is the one that was written down.
            with suppress(PortError):
                port.close()

    def _settle(self) -> None:
        """A job whose last step could not be written (a full disk) becomes a question before anything else is printed."""
        if not self._unsettled:
            return
        try:
            self._store.mark_unknown(self._unsettled, "print.interrupted", self._now_ms())
        except DeskError as error:
            if error.code != "print.wrong_state":
                raise
            # Its step had been written after all, or its sending never was: nothing is in doubt.
        self._unsettled = ""

    def _not_begun(self, job: PrintJob, error: PortError, total: int) -> JobOutcome:
        """The printer cannot be reached; written down once, not at every attempt."""
        if job.reason != error.code:
            self._store.requeue(job.job_id, error.code, link_clean=False, at_ms=self._now_ms())
        return JobOutcome(job.job_id, JobState.QUEUED, error.code, 0, total)

    def _print(
        self, job: PrintJob, profile: PrinterProfile, port: Port, payload: Payload, progress: Progress
    ) -> JobOutcome | None:
        try:
            _wake(self._store, profile, port, self._now_ms, progress)
        except PortError as error:
            return self._not_begun(job, error, len(payload.data))
        self._unsettled = job.job_id
        outcome = self._sent(job, profile, port, payload, progress)
        self._unsettled = ""
        return outcome

    def _sent(
        self, job: PrintJob, profile: PrinterProfile, port: Port, payload: Payload, progress: Progress
    ) -> JobOutcome | None:
        total = len(payload.data)
        if not self._store.mark_sending(job.job_id, profile.printer_id, payload.sha256, self._now_ms()):
            return None
        try:
            _send_and_close(port, payload.data, progress)
        except PortError as error:
            return self._broke_off(job, error, total)
        except BaseException:
            self._store.mark_unknown(job.job_id, "print.interrupted", self._now_ms())
            raise
        self._store.mark_sent(job.job_id, self._now_ms())
        self._store.mark_done(job.job_id, Evidence.TRANSPORT_ONLY, self._now_ms())
        return JobOutcome(job.job_id, JobState.DONE, "", total, total)

    def _broke_off(self, job: PrintJob, error: PortError, total: int) -> JobOutcome:
        if error.sent == 0:
            self._store.requeue(job.job_id, error.code, link_clean=True, at_ms=self._now_ms())
            return JobOutcome(job.job_id, JobState.QUEUED, error.code, 0, total)
        self._store.mark_unknown(job.job_id, error.code, self._now_ms())
        return JobOutcome(job.job_id, JobState.UNKNOWN, error.code, error.sent, total)
