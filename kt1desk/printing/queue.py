"""The print worker: takes jobs from the store one by one and never sends a byte the store does not know about.

Before the first byte SENDING and "link dirty" are on the disk. A failure with nothing sent puts the job back, a
failure with anything sent makes it a question. The worker never sends a doubtful job again; people decide that.
What the states mean stands in `kt1desk.domain.print_job`.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import FRESH_FOR_MS, JobState, PrintJob
from kt1desk.printing.delivery import CONFIRM_S, Delivery, no_progress, send_past_queue, wake
from kt1desk.printing.payload import Payload, payload_for
from kt1desk.printing.ports.base import Port, PortError, Progress
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.queue_store import LinkStates, QueueStore
from kt1desk.printing.slots import Share

__all__ = ["JobOutcome", "LinkStates", "PrintWorker", "QueueStore", "send_past_queue"]


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


class PrintWorker:
    """Prints for the desk; one worker, one thread, one printer at a time.

    Args:
        store: the queue on the disk.
        profiles: the desk's printers by their id.
        port_factory: makes the port of a profile.
        now_ms: wall clock in UTC milliseconds.
        resync: whether a printer in doubt is woken before its next job. Off only where a test shows what happens without.
    """

    def __init__(
        self,
        store: QueueStore,
        profiles: Mapping[str, PrinterProfile],
        port_factory: Callable[[PrinterProfile], Port],
        now_ms: Callable[[], int],
        *,
        resync: bool = True,
    ) -> None:
        self._store = store
        self._profiles = profiles
        self._port_factory = port_factory
        self._now_ms = now_ms
        self._resync = resync
        self.confirm_s = CONFIRM_S
        """How long a printer may take to confirm a job, beyond the time of its bytes on the wire; may be set anew between jobs."""
        self._unsettled = ""

    def recover(self) -> Sequence[str]:
        """At start, before any `run_once`: what was on its way when the program died is now a question."""
        return self._store.recover(self._now_ms())

    def run_once(
        self, printer_id: str, progress: Progress = no_progress, share: Share | None = None
    ) -> JobOutcome | None:
        """Print the next job for a printer.

        Args:
            printer_id: which printer.
            progress: told the bytes of the job accepted so far; 0 as long as the printer is being woken.
            share: which papers it takes; None for all of its role.

        Returns:
            What became of it, or None when there is nothing to print.

        Raises:
            DeskError: ``printer.unknown`` for a printer without a profile; what the store refuses (``disk.full``). The job
                it hit is settled before the next one is printed.
        """
        profile = self._profile(printer_id)
        self._settle()
        job = self._next(profile, share)
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

    def hold_back(self, printer_id: str, reason: str, share: Share | None = None) -> JobOutcome | None:
        """The printer says itself that it cannot print: its next paper stays QUEUED and says why, until it can.

        Args:
            printer_id: which printer.
            reason: code of what is the matter with it.
            share: as in `run_once`.

        Returns:
            What waits, or None when nothing does.

        Raises:
            DeskError: as `run_once`.
        """
        profile = self._profile(printer_id)
        self._settle()
        job = self._next(profile, share)
        return None if job is None else self._not_begun(job, DeskError(reason), 0)

    def _profile(self, printer_id: str) -> PrinterProfile:
        profile = self._profiles.get(printer_id)
        if profile is None:
            raise DeskError("printer.unknown", "printer")
        return profile

    def _next(self, profile: PrinterProfile, share: Share | None) -> PrintJob | None:
        taken = share or Share(profile.role)
        since_ms = self._now_ms() - FRESH_FOR_MS
        return self._store.claim_next(taken.role, since_ms, taken.only, taken.but)

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

    def _not_begun(self, job: PrintJob, error: DeskError, total: int) -> JobOutcome:
        """The printer cannot be reached or used; written down once, not at every attempt."""
        if job.reason != error.code:
            self._store.put_off(job.job_id, error.code, self._now_ms())
        return JobOutcome(job.job_id, JobState.QUEUED, error.code, 0, total)

    def _print(
        self, job: PrintJob, profile: PrinterProfile, port: Port, payload: Payload, progress: Progress
    ) -> JobOutcome | None:
        if self._resync:
            waking = Delivery(port, profile, (job.job_id, "resync", str(self._now_ms())), self.confirm_s)
            try:
                wake(self._store, waking, profile, self._now_ms, progress)
            except PortError as error:
                return self._not_begun(job, error, len(payload.data))
        self._unsettled = job.job_id
        delivery = Delivery(port, profile, (job.job_id, job.key, str(self._now_ms())), self.confirm_s)
        outcome = self._sent(job, delivery, profile.printer_id, payload, progress)
        self._unsettled = ""
        return outcome

    def _sent(
        self, job: PrintJob, delivery: Delivery, printer_id: str, payload: Payload, progress: Progress
    ) -> JobOutcome | None:
        if not self._store.mark_sending(job.job_id, printer_id, payload.sha256, self._now_ms()):
            return None
        total = len(payload.data)
        try:
            total = delivery.send(payload.data, progress)
            self._store.mark_sent(job.job_id, self._now_ms(), link_clean=not delivery.asks)
            evidence = delivery.evidence(total)
        except PortError as error:
            return self._broke_off(job, error, total)
        except DeskError:
            raise  # the store's: settled before the next job
        except BaseException:
            self._store.mark_unknown(job.job_id, "print.interrupted", self._now_ms())
            raise
        self._store.mark_done(job.job_id, evidence, self._now_ms())
        if delivery.asks:
            self._store.mark_link_clean(printer_id, self._now_ms())
        return JobOutcome(job.job_id, JobState.DONE, "", total, total)

    def _broke_off(self, job: PrintJob, error: PortError, total: int) -> JobOutcome:
        if error.sent == 0:
            self._store.requeue(job.job_id, error.code, link_clean=True, at_ms=self._now_ms())
            return JobOutcome(job.job_id, JobState.QUEUED, error.code, 0, total)
        self._store.mark_unknown(job.job_id, error.code, self._now_ms())
        return JobOutcome(job.job_id, JobState.UNKNOWN, error.code, error.sent, total)
