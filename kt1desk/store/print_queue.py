"""The print queue on the disk: what a print worker asks and tells, each call one committed transaction.

It has the shape of the queue that the printing package asks for; neither knows the other. States change by the table in
`kt1desk.domain.print_job` alone. A printer's link is dirty from before the first byte until the last one went out whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import and_, bindparam, delete, func, insert, literal, or_, select, text

from kt1desk.domain.print_job import Evidence, JobState, JobTrigger, PrinterRole, PrintJob
from kt1desk.store import papers
from kt1desk.store.journal import DeskStore
from kt1desk.store.local_tables import BY_NUMBER, WAITING, print_job, print_link
from kt1desk.store.statements import Connection, Prepared

INTERRUPTED = "print.interrupted"
"""Reason of a job that was on its way when the program ended."""
TAKEN_BACK = "print.reversed"
"""Reason of a job whose acceptance was taken back before it came out."""
EVERY_LAYOUT: frozenset[str] = frozenset()
"""No layout is left to another printer."""

_c = print_job.c
_NAMED = literal(" ") + _c.template + literal(" ")
"""A layout in a list of names, each between spaces: a list has no fixed length, and a statement is prepared once."""
_NEXT = Prepared(
    papers.WHOLE.where(
        text(WAITING),
        _c.role == bindparam("of_role"),
        _c.state == JobState.QUEUED.value,
        _c.held == 0,
        or_(_c.created_ms >= bindparam("since"), _c.released_ms >= bindparam("since")),
        or_(bindparam("every") == 1, func.instr(bindparam("of_layouts"), _NAMED) > 0),
        func.instr(bindparam("but_layouts"), _NAMED) == 0,
    ).order_by(_c.created_ms, _c.id)
)
_ON_ITS_WAY = Prepared(
    papers.WHOLE.where(
        text(WAITING), and_(_c.state.in_((JobState.SENDING.value, JobState.SENT.value)))
    ).order_by(BY_NUMBER)
)
_LINK = Prepared(select(print_link.c.dirty).where(print_link.c.printer == bindparam("of_printer")))
_FORGET_LINK = Prepared(delete(print_link).where(print_link.c.printer == bindparam("of_printer")))
_SET_LINK = Prepared(insert(print_link))


class PrintQueue:
    """The queue of one desk."""

    def __init__(self, store: DeskStore) -> None:
        self._store = store

    def claim_next(
        self,
        role: PrinterRole,
        fresh_since_ms: int,
        only: frozenset[str] | None = None,
        but: frozenset[str] = EVERY_LAYOUT,
    ) -> PrintJob | None:
        """The oldest job of the role that is queued, not held, and created or released since then. Reads only.

        ``only`` and ``but`` are names of layouts: those that are taken, None for all, and those that are left to another printer.
        """
        layouts = {
            "every": int(only is None),
            "of_layouts": _names(only or EVERY_LAYOUT),
            "but_layouts": _names(but),
        }
        with self._store.transaction() as connection:
            row = _NEXT.one(connection, {"of_role": role.value, "since": fresh_since_ms, **layouts})
            return None if row is None else papers.as_job(row)

    def mark_sending(self, job_id: str, printer_id: str, payload_sha256: str, at_ms: int) -> bool:
        """QUEUED to SENDING and the link dirty, together; False if the job is not queued any more."""
        with self._store.local() as connection:
            job = papers.load(connection, int(job_id))
            if job.state is not JobState.QUEUED:
                return False
            sending = replace(
                papers.stepped(job, JobTrigger.START), printer_id=printer_id, payload_sha256=payload_sha256
            )
            papers.store(connection, job, sending, at_ms)
            _set_link(connection, printer_id, dirty=True, at_ms=at_ms)
            return True

    def mark_sent(self, job_id: str, at_ms: int, link_clean: bool = True) -> None:
        """SENDING to SENT; the link is clean with it, unless the printer has yet to confirm."""
        with self._store.local() as connection:
            job = self._step(connection, job_id, JobTrigger.ALL_SENT, at_ms)
            if link_clean:
                _set_link(connection, job.printer_id, dirty=False, at_ms=at_ms)

    def mark_done(self, job_id: str, evidence: Evidence, at_ms: int) -> None:
        """SENT to DONE; a job that a scan of its label has proved meanwhile stays as the scan left it."""
        with self._store.local() as connection:
            if papers.load(connection, int(job_id)).state is not JobState.DONE:
                self._step(connection, job_id, JobTrigger.FINISH, at_ms, evidence=evidence)

    def mark_unknown(self, job_id: str, reason: str, at_ms: int) -> None:
        """SENDING or SENT to UNKNOWN, the link stays as it is; a job that a scan of its label has proved meanwhile stays too."""
        with self._store.local() as connection:
            if papers.load(connection, int(job_id)).state is not JobState.DONE:
                self._step(connection, job_id, JobTrigger.DOUBT, at_ms, reason)

    def requeue(self, job_id: str, reason: str, link_clean: bool, at_ms: int) -> None:
        """Nothing went out: SENDING to QUEUED with a reason; the link is clean again if it was before.

        A job whose acceptance was taken back meanwhile never comes out.
        """
        with self._store.local() as connection:
            job = papers.load(connection, int(job_id))
            back = papers.stepped(job, JobTrigger.NOTHING_SENT, reason)
            if papers.is_taken_back(connection, job):
                back = papers.stepped(back, JobTrigger.CANCEL, TAKEN_BACK)
            papers.store(connection, job, replace(back, printer_id="", payload_sha256=""), at_ms)
            if link_clean:
                _set_link(connection, job.printer_id, dirty=False, at_ms=at_ms)

    def put_off(self, job_id: str, reason: str, at_ms: int) -> None:
        """QUEUED stays QUEUED and says why.

        A job that was cancelled while its printer was being reached stays cancelled. One that another printer has begun meanwhile, a roll
        printer set up just now, stays with it: put back, it would come out twice.
        """
        with self._store.local() as connection:
            job = papers.load(connection, int(job_id))
            if job.state is JobState.QUEUED:
                papers.store(connection, job, replace(job, reason=reason), at_ms)

    def hold(self, job_id: str, reason: str, at_ms: int) -> None:
        """QUEUED stays QUEUED and waits for a click."""
        with self._store.local() as connection:
            job = papers.load(connection, int(job_id))
            if job.state is JobState.QUEUED:
                papers.store(connection, job, replace(job, held=True, reason=reason), at_ms)

    def recover(self, at_ms: int) -> Sequence[str]:
        """At the start, before any worker: what was on its way becomes a question. Returns the jobs."""
        with self._store.local() as connection:
            found = [papers.as_job(row) for row in _ON_ITS_WAY.all(connection)]
            for job in found:
                papers.store(connection, job, papers.stepped(job, JobTrigger.DOUBT, INTERRUPTED), at_ms)
            return [job.job_id for job in found]

    def is_link_dirty(self, printer_id: str) -> bool:
        """Whether a job to this printer broke off; False for a printer never used."""
        with self._store.transaction() as connection:
            row = _LINK.one(connection, {"of_printer": printer_id})
            return row is not None and bool(row[0])

    def mark_link_dirty(self, printer_id: str, at_ms: int) -> None:
        """Bytes that belong to no job of the queue are about to go out."""
        with self._store.local() as connection:
            _set_link(connection, printer_id, dirty=True, at_ms=at_ms)

    def mark_link_clean(self, printer_id: str, at_ms: int) -> None:
        """The printer was brought back to its senses."""
        with self._store.local() as connection:
            _set_link(connection, printer_id, dirty=False, at_ms=at_ms)

    @staticmethod
    def _step(
        connection: Connection,
        job_id: str,
        trigger: JobTrigger,
        at_ms: int,
        reason: str = "",
        evidence: Evidence | None = None,
    ) -> PrintJob:
        job = papers.load(connection, int(job_id))
        after = papers.stepped(job, trigger, reason, evidence)
        papers.store(connection, job, after, at_ms)
        return after


def _names(layouts: frozenset[str]) -> str:
    return f" {' '.join(sorted(layouts))} "


def _set_link(connection: Connection, printer_id: str, *, dirty: bool, at_ms: int) -> None:
    _FORGET_LINK.run(connection, {"of_printer": printer_id})
    _SET_LINK.run(connection, {"printer": printer_id, "dirty": int(dirty), "changed_ms": at_ms})
