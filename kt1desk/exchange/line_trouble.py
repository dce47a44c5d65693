"""Why no answer came, in the desk's own codes. All of them mean "later"; they differ in what a person can do about it.

libpq says why a connection was not made in words only, and the words of the server come through it. The server speaks English
(``lc_messages = 'C'``, `kt1desk.centre`); what is not recognised is told as unreachable, which promises nothing.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError

_SIGNS = (
    ("line.wrong_server", ("certificate verify failed", "does not match host name", "root certificate file")),
    (
        "line.certificate",
        ("could not load private key", "certificate file", "private key file", "bad decrypt"),
    ),
    ("line.busy", ("too many connections", "too many clients", "starting up", "shutting down", "recovery")),
    (
        "line.refused",
        ("authentication failed", "not permitted to log in", "no pg_hba.conf entry", "not exist"),
    ),
    ("line.refused", ("alert", "valid client certificate", "permission denied", "not accept connections")),
    ("line.timeout", ("timeout expired", "timed out")),
    ("line.server", ("FATAL:", "PANIC:")),
)


def not_connected(told: str) -> DeskError:
    """Why no connection was made.

    Args:
        told: what libpq says. It may name hosts and roles, so it goes nowhere else.
    """
    for code, signs in _SIGNS:
        if any(sign in told for sign in signs):
            return DeskError(code)
    return DeskError("line.unreachable")


def server_said(sqlstate: str) -> DeskError:
    """Why the server did not answer a question (PostgreSQL 15, Appendix A)."""
    if sqlstate.startswith("57P"):  # admin_shutdown, crash_shutdown, cannot_connect_now
        return DeskError("line.busy")
    if sqlstate in {"57014", "55P03"}:  # query_canceled, lock_not_available
        return DeskError("line.timeout")
    return DeskError("line.server", state=sqlstate)
