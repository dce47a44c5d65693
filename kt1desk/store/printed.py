"""Papers of a generated desk: none lies in a printer, so all that wait count as printed, in one statement.

A million items would else leave two million papers that wait to be asked about. They go the way of `kt1desk.domain.print_job`, with the
weakest evidence there is. Nothing else may call this: at a counter a paper is printed when its printer took it.
"""

from __future__ import annotations

from sqlalchemy import bindparam, text, update

from kt1desk.domain.print_job import Evidence, JobState, JobTrigger, next_state
from kt1desk.store.local_tables import WAITING, print_job
from kt1desk.store.statements import Connection, Prepared

_WAY = (JobTrigger.START, JobTrigger.ALL_SENT, JobTrigger.FINISH)
_MOVE = Prepared(
    update(print_job)
    .where(text(WAITING), print_job.c.state == bindparam("before"))
    .values(state=bindparam("after"), evidence=bindparam("proof"))
)


def count_as_printed(connection: Connection) -> int:
    """Move every queued paper to the end of its way, inside the caller's transaction; returns how many there were."""
    state = JobState.QUEUED
    for trigger in _WAY:
        state = next_state(state, trigger)
    values = {"before": JobState.QUEUED.value, "after": state.value, "proof": Evidence.TRANSPORT_ONLY.value}
    return _MOVE.run(connection, values).rowcount
