"""Print jobs as rows: queueing one with its event, moving one along the table of states, and showing them.

Every change runs in a transaction of the caller. This module must not know printers, nor which thread prints.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import and_, bindparam, exists, insert, or_, select, text, update

from kt1desk.domain import print_job as jobs
from kt1desk.domain.custody import Custody
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, JobState, JobTrigger, PrinterRole, PrintJob
from kt1desk.services.ports import PaperDraft
from kt1desk.services.reversal_papers import REVERSAL_SLIP
from kt1desk.services.rows import PaperRow
from kt1desk.store.case_tables import cover, dossier
from kt1desk.store.local_tables import BY_NUMBER, WAITING
from kt1desk.store.local_tables import print_job as table
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import item

_c = table.c
_QUEUE = Prepared(
    insert(table).values(
        {
            name: bindparam(name)
            for name in (
                "key",
                "item",
                "template",
                "version",
                "paper_values",
                "copy",
                "role",
                "state",
                "created_ms",
                "changed_ms",
            )
        }
    )
)
_BY_KEY = Prepared(select(_c.id).where(_c.key == bindparam("of_key")))
WHOLE = select(
    _c.id,
    _c.key,
    _c.template,
    _c.version,
    _c.paper_values,
    _c.copy,
    _c.role,
    _c.state,
    _c.created_ms,
    _c.released_ms,
    _c.held,
    _c.reason,
    _c.evidence,
    _c.printer,
    _c.payload_sha256,
)
_JOB = Prepared(WHOLE.where(_c.id == bindparam("job")))
_MOVE = Prepared(
    update(table)
    .where(_c.id == bindparam("job"), _c.state == bindparam("before"))
    .values(
        {
            name: bindparam(name)
            for name in (
                "state",
                "reason",
                "evidence",
                "printer",
                "payload_sha256",
                "held",
                "released_ms",
                "changed_ms",
            )
        }
    )
)
_ROW = select(
    _c.id,
    _c.item,
    _c.role,
    _c.copy,
    _c.state,
    _c.evidence,
    _c.reason,
    _c.created_ms,
    _c.printer,
    _c.paper_values,
    _c.template,
    _c.version,
)
_ROW_ONE = Prepared(_ROW.where(_c.id == bindparam("job")))
_ROWS = Prepared(_ROW.order_by(_c.id.desc()).limit(bindparam("most")))
_ROWS_OF = Prepared(
    _ROW.where(_c.key > bindparam("low"), _c.key < bindparam("high"))
    .order_by(_c.id.desc())
    .limit(bindparam("most"))
)
_QUESTIONS = Prepared(
    _ROW.where(
        text(WAITING),
        or_(
            _c.state == JobState.UNKNOWN.value,
            and_(
                _c.state == JobState.QUEUED.value,
                or_(
                    _c.held == 1,
                    and_(_c.created_ms < bindparam("since"), _c.released_ms < bindparam("since")),
                ),
            ),
        ),
    ).order_by(BY_NUMBER.desc())
)
_TAKEN_BACK = Prepared(
    select(_c.id).where(
        _c.id == bindparam("job"),
        _c.template != REVERSAL_SLIP,
        or_(
            exists().where(item.c.item == _c.item, item.c.state == Custody.REVERSED),
            exists().where(
                cover.c.item == _c.item,
                dossier.c.dossier == cover.c.dossier,
                dossier.c.state == Custody.REVERSED,
            ),
        ),
    )
)
_EVIDENCE: Mapping[JobTrigger, Evidence] = {
    JobTrigger.FINISH: Evidence.TRANSPORT_ONLY,
    JobTrigger.CLERK_SAW: Evidence.CLERK,
    JobTrigger.SCAN: Evidence.SCANNED,
}


def queue(connection: Connection, draft: PaperDraft, now_ms: int) -> int:
    """Queue a paper; the same copy of the same paper is the same job, whatever is asked twice.

    Raises:
        DeskError: ``print.copy``.
    """
    key = jobs.job_key(draft.item, PrinterRole(draft.role), draft.template, draft.copy)
    known = _BY_KEY.one(connection, {"of_key": key})
    if known is not None:
        return int(known[0])
    return _QUEUE.run(
        connection,
        {
            "key": key,
            "item": draft.item,
            "template": draft.template,
            "version": draft.version,
            "paper_values": json.dumps(dict(draft.values), ensure_ascii=False, sort_keys=True),
            "copy": draft.copy,
            "role": draft.role,
            "state": JobState.QUEUED.value,
            "created_ms": now_ms,
            "changed_ms": now_ms,
        },
    ).lastrowid


def load(connection: Connection, job: int) -> PrintJob:
    """One job.

    Raises:
        DeskError: ``print.unknown_job``.
    """
    row = _JOB.one(connection, {"job": job})
    if row is None:
        raise DeskError("print.unknown_job", job=job)
    return as_job(row)


def as_job(row: Row) -> PrintJob:
    """A whole row as the queue's value."""
    return PrintJob(
        job_id=str(row[0]),
        key=row[1],
        template=row[2],
        version=row[3],
        values=json.loads(row[4]),
        copy=row[5],
        role=PrinterRole(row[6]),
        state=JobState(row[7]),
        created_ms=row[8],
        released_ms=row[9],
        held=bool(row[10]),
        reason=row[11],
        evidence=Evidence(row[12]) if row[12] else None,
        printer_id=row[13],
        payload_sha256=row[14],
    )


def store(connection: Connection, before: PrintJob, after: PrintJob, now_ms: int) -> bool:
    """Write a job's new state where it still is in the old one; False where it is not, and nothing is written."""
    moved = _MOVE.run(
        connection,
        {
            "job": int(before.job_id),
            "before": before.state.value,
            "state": after.state.value,
            "reason": after.reason,
            "evidence": after.evidence.value if after.evidence else "",
            "printer": after.printer_id,
            "payload_sha256": after.payload_sha256,
            "held": int(after.held),
            "released_ms": after.released_ms,
            "changed_ms": now_ms,
        },
    )
    return moved.rowcount == 1


def stepped(
    job: PrintJob, trigger: JobTrigger, reason: str = "", evidence: Evidence | None = None
) -> PrintJob:
    """The job after a trigger, by the table of states.

    Raises:
        DeskError: ``print.wrong_state``.
    """
    state = jobs.next_state(job.state, trigger)
    found = evidence or _EVIDENCE.get(trigger) or job.evidence
    return replace(job, state=state, reason=reason, evidence=found if state is JobState.DONE else None)


def is_taken_back(connection: Connection, job: PrintJob) -> bool:
    """Whether the job is a paper of an acceptance that was taken back; the slip that says so is none."""
    return _TAKEN_BACK.one(connection, {"job": int(job.job_id)}) is not None


def release(connection: Connection, job: int, now_ms: int) -> None:
    """Let a job that waits go on: it counts as fresh from now.

    Raises:
        DeskError: ``print.unknown_job``, or ``print.wrong_state`` where it does not wait.
    """
    before = load(connection, job)
    if before.state is not JobState.QUEUED:
        raise DeskError("print.wrong_state", state=before.state.value, trigger="release")
    store(connection, before, replace(before, held=False, released_ms=now_ms, reason=""), now_ms)


def show(connection: Connection, job: int) -> PaperRow:
    """One job as the screens show it.

    Raises:
        DeskError: ``print.unknown_job``.
    """
    row = _ROW_ONE.one(connection, {"job": job})
    if row is None:
        raise DeskError("print.unknown_job", job=job)
    return _shown(row)


def newest(connection: Connection, item: str, limit: int) -> Sequence[PaperRow]:
    """Jobs, newest first; of one item where a number is given."""
    if not item:
        return [_shown(row) for row in _ROWS.all(connection, {"most": limit})]
    # Keys of an item begin with its number and a stroke; "0" is the character after the stroke.
    span = {"low": f"{item}/", "high": f"{item}0", "most": limit}
    return [_shown(row) for row in _ROWS_OF.all(connection, span)]


def questions(connection: Connection, now_ms: int) -> Sequence[PaperRow]:
    """Jobs that ask the clerk something: in doubt, held, or queued longer than a fresh job may be."""
    return [_shown(row) for row in _QUESTIONS.all(connection, {"since": now_ms - FRESH_FOR_MS})]


def _shown(row: Row) -> PaperRow:
    return PaperRow(*(*row[:9], json.loads(row[9]), *row[10:]))
