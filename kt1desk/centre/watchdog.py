"""Ends the sessions of desks that hold on to the gate: what a desk may set for itself it may lift, so somebody else looks at the clock.

A desk's call takes a millisecond. A session that has been in one transaction for a minute, be it that of one statement, is broken or
hostile, and ending it harms nobody: its frame comes again. Run every few seconds by whoever integrates; may run twice at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.centre.cluster_sql import Connection

LONGEST_S = 60

_STALE = """
SELECT a.usename::text, a.state, extract(epoch FROM clock_timestamp() - a.xact_start)::int8,
       pg_catalog.pg_terminate_backend(a.pid)
  FROM pg_catalog.pg_stat_activity a JOIN gate.device d ON d.role = a.usename
 WHERE a.datname = 'gate' AND a.pid <> pg_catalog.pg_backend_pid()
   AND a.xact_start < clock_timestamp() - make_interval(secs => %(longest)s)
"""


@dataclass(frozen=True, slots=True)
class EndedSession:
    """A session that was ended: of whom, doing what (as the server calls it), for how long."""

    role: str
    state: str
    seconds: int


def end_stale_sessions(gate: Connection, longest_s: float = LONGEST_S) -> tuple[EndedSession, ...]:
    """End every session of a desk that has been in one transaction for too long, and write it into the audit.

    Args:
        gate: to the database ``gate``, of the integrator or a superuser; each statement for itself.
        longest_s: what is allowed, in seconds.
    """
    rows = gate.execute(_STALE.encode(), {"longest": longest_s}).fetchall()
    ended = tuple(EndedSession(role, state, int(seconds)) for role, state, seconds, done in rows if done)
    for session in ended:
        gate.execute("SELECT gate.note_stale(%s, %s)", (session.role, session.seconds))
    return ended
