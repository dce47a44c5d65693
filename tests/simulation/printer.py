"""The printer of a desk: takes what is committed from the queue, and what came out is seen by the world."""

from __future__ import annotations

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import FRESH_FOR_MS, Evidence, PrinterRole, PrintJob
from tests.simulation.chance import Crash
from tests.simulation.desk import Shown, SimDesk
from tests.simulation.program import Program

NO_PROOF = ""


def print_all(desk: SimDesk) -> None:
    """Everything that waits and is fresh comes out, unless the program dies on the way."""
    program = desk.program
    if program is None:
        return
    try:
        for role in PrinterRole:
            while (job := program.queue.claim_next(role, desk.clock.now().utc_ms - FRESH_FOR_MS)) is not None:
                _print(desk, program, job)
    except Crash:
        desk.die("printing")
    except DeskError as error:
        desk.setting.world.note(desk.name, f"printing refused {error.code}")


def _print(desk: SimDesk, program: Program, job: PrintJob) -> None:
    faults, now_ms = desk.setting.faults, desk.clock.now().utc_ms
    program.queue.mark_sending(job.job_id, "sim", "", now_ms)
    if faults.strikes("crash.printing"):
        raise Crash
    show(desk, job)
    if faults.strikes("crash.printing"):
        raise Crash
    program.queue.mark_sent(job.job_id, now_ms)
    program.queue.mark_done(job.job_id, Evidence.TRANSPORT_ONLY, now_ms)


def show(desk: SimDesk, job: PrintJob) -> None:
    """The paper is in somebody's hands."""
    values = job.values
    digits = values.get("event_hash", NO_PROOF).replace(" ", "")
    number = job.key.split("/", maxsplit=1)[0]
    desk.shown.append(Shown(job.template, number, values.get("event_ref", NO_PROOF), digits, values))
    desk.setting.world.note(desk.name, f"paper {job.template} {number} {digits}")
