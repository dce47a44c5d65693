"""A print queue in one SQLite file, as small as its Protocol, that allows only what the state table allows.

The desk's own queue stands in the encrypted store; this one lets the worker be killed at any call without it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path

from kt1desk.domain.print_job import (
    Evidence,
    JobState,
    JobTrigger,
    PrinterRole,
    PrintJob,
    job_key,
    next_state,
)
from kt1desk.printing.queue_store import EVERY_LAYOUT

_SCHEMA = """
CREATE TABLE IF NOT EXISTS job (
    id INTEGER PRIMARY KEY, key TEXT UNIQUE, template TEXT, content TEXT, copy INTEGER, role TEXT, state TEXT,
    created_ms INTEGER, released_ms INTEGER DEFAULT 0, held INTEGER DEFAULT 0, reason TEXT DEFAULT '',
    evidence TEXT, printer TEXT DEFAULT '', sha256 TEXT DEFAULT '');
CREATE TABLE IF NOT EXISTS link (printer TEXT PRIMARY KEY, dirty INTEGER);
"""


class _Links:
    """Which printers still wait for something."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + _SCHEMA)
        self.calls: list[str] = []

    def is_link_dirty(self, printer_id: str) -> bool:
        row = self.db.execute("SELECT dirty FROM link WHERE printer=?", (printer_id,)).fetchone()
        return bool(row and row[0])

    def mark_link_dirty(self, printer_id: str, at_ms: int) -> None:
        self.calls.append("link dirty")
        self._link(printer_id, dirty=True)

    def mark_link_clean(self, printer_id: str, at_ms: int) -> None:
        self.calls.append("link clean")
        self._link(printer_id, dirty=False)

    def _link(self, printer_id: str, *, dirty: bool) -> None:
        self.db.execute("INSERT OR REPLACE INTO link VALUES (?,?)", (printer_id, int(dirty)))


class QueueFile(_Links):
    """One file, one connection, durable at every call."""

    def add(
        self,
        values: Mapping[str, str],
        created_ms: int,
        template: str = "kt1_label",
        role: PrinterRole = PrinterRole.LABEL,
    ) -> str:
        key = job_key(values.get("number", template), role, template, 1)
        self.db.execute(
            "INSERT INTO job(key, template, content, copy, role, state, created_ms) VALUES (?,?,?,1,?,'queued',?)",
            (key, template, json.dumps(dict(values)), role.value, created_ms),
        )
        return str(self.db.execute("SELECT id FROM job WHERE key=?", (key,)).fetchone()[0])

    def job(self, job_id: str) -> PrintJob:
        names = (
            "id, key, template, content, copy, role, state, created_ms, released_ms, held, reason, evidence"
        )
        row = self.db.execute(f"SELECT {names}, printer, sha256 FROM job WHERE id=?", (job_id,)).fetchone()
        return PrintJob(
            job_id=str(row[0]),
            key=row[1],
            template=row[2],
            version=1,
            values=json.loads(row[3]),
            copy=row[4],
            role=PrinterRole(row[5]),
            state=JobState(row[6]),
            created_ms=row[7],
            released_ms=row[8],
            held=bool(row[9]),
            reason=row[10],
            evidence=Evidence(row[11]) if row[11] else None,
            printer_id=row[12],
            payload_sha256=row[13],
        )

    def release(self, job_id: str, at_ms: int) -> None:
        self.db.execute("UPDATE job SET held=0, reason='', released_ms=? WHERE id=?", (at_ms, job_id))

    def claim_next(
        self,
        role: PrinterRole,
        fresh_since_ms: int,
        only: frozenset[str] | None = None,
        but: frozenset[str] = EVERY_LAYOUT,
    ) -> PrintJob | None:
        rows = self.db.execute(
            "SELECT id, template FROM job WHERE role=? AND state='queued' AND held=0 AND max(created_ms, released_ms) >= ?"
            " ORDER BY created_ms, id",
            (role.value, fresh_since_ms),
        ).fetchall()
        taken = [job for job, layout in rows if layout not in but and (only is None or layout in only)]
        return self.job(str(taken[0])) if taken else None

    def mark_sending(self, job_id: str, printer_id: str, payload_sha256: str, at_ms: int) -> bool:
        self.calls.append("sending")
        if self.job(job_id).state is not JobState.QUEUED:
            return False
        self.db.execute("BEGIN IMMEDIATE")
        self._move(job_id, JobTrigger.START, "")
        self.db.execute("UPDATE job SET printer=?, sha256=? WHERE id=?", (printer_id, payload_sha256, job_id))
        self._link(printer_id, dirty=True)
        self.db.execute("COMMIT")
        return True

    def mark_sent(self, job_id: str, at_ms: int, link_clean: bool = True) -> None:
        self.calls.append("sent")
        self.db.execute("BEGIN IMMEDIATE")
        self._move(job_id, JobTrigger.ALL_SENT, "")
        if link_clean:
            self._link(self.job(job_id).printer_id, dirty=False)
        self.db.execute("COMMIT")

    def mark_done(self, job_id: str, evidence: Evidence, at_ms: int) -> None:
        self.calls.append("done")
        self.db.execute("UPDATE job SET evidence=? WHERE id=?", (evidence.value, job_id))
        self._move(job_id, JobTrigger.FINISH, "")

    def mark_unknown(self, job_id: str, reason: str, at_ms: int) -> None:
        self.calls.append("unknown")
        if self.job(job_id).state is JobState.DONE:
            return
        self._move(job_id, JobTrigger.DOUBT, reason)

    def requeue(self, job_id: str, reason: str, link_clean: bool, at_ms: int) -> None:
        self.calls.append("requeue")
        job = self.job(job_id)
        self.db.execute("BEGIN IMMEDIATE")
        self._move(job_id, JobTrigger.NOTHING_SENT, reason)
        if link_clean:
            self._link(job.printer_id, dirty=False)
        self.db.execute("COMMIT")

    def put_off(self, job_id: str, reason: str, at_ms: int) -> None:
        self.calls.append("put off")
        self.db.execute("UPDATE job SET reason=? WHERE id=? AND state='queued'", (reason, job_id))

    def hold(self, job_id: str, reason: str, at_ms: int) -> None:
        self.calls.append("hold")
        self.db.execute("UPDATE job SET held=1, reason=? WHERE id=? AND state='queued'", (reason, job_id))

    def recover(self, at_ms: int) -> Sequence[str]:
        rows = self.db.execute("SELECT id FROM job WHERE state IN ('sending', 'sent') ORDER BY id").fetchall()
        for (job_id,) in rows:
            self._move(str(job_id), JobTrigger.DOUBT, "print.interrupted")
        return [str(job_id) for (job_id,) in rows]

    def _move(self, job_id: str, trigger: JobTrigger, reason: str) -> None:
        after = next_state(self.job(job_id).state, trigger)
        self.db.execute("UPDATE job SET state=?, reason=? WHERE id=?", (after.value, reason, job_id))
